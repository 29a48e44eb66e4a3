/** Small words that say little: that one of them stands on both sides of a change is no reason to keep it between two changes. */

const lists: Record<string, string> = {
  en: "a an and are as at be been but by for from has have in into is it its nor not of on or that the their these this those to was were which with",
  fr: "a au aux avec ce ces cette dans de des du elle en est et il la le les leur leurs ne ou par pas pour qu que qui sa se ses son sont sur un une à",
  es: "a al con de del e el en es esta este la las lo los no o para por que se su sus un una y",
  pt: "a ao aos as com da das de do dos e em na nas no nos o os ou para pela pelo por que se sua suas um uma à",
  ru: "а в во для и из к как на не но о об от по при с со что",
  ar: "أن أو إلى التي الذي الذين على عن عند في قد كل لا ما من هذا هذه هو هي و وفي ومن",
  zh: "与 为 也 了 以 其 及 和 在 对 将 应 并 从 或 所 是 有 由 的 等",
};

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a word is one of the small words of the language; of none for languages without a list. */
export function isStopWord(word: string, language: string): boolean {
  const code = language.split("-", 1)[0] ?? language;
  let set = sets.get(code);
  if (!set) {
    set = new Set((Object.hasOwn(lists, code) ? (lists[code] ?? "") : "").split(" "));
    sets.set(code, set);
  }
  return set.has(word.toLowerCase());
}
