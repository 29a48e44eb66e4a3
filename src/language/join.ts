/** Joins names to a list as a language does: `A, B and C`; Spanish `e` before an i. */

export interface ListRules {
  two: string;
  between: string;
  last: string;
  /** Used instead of `two` and `last` before a word that begins so (and not so). */
  lastBefore: readonly { starts: readonly string[]; not: readonly string[]; text: string }[];
}

export function join(parts: readonly string[], rules: ListRules): string {
  const last = parts.at(-1);
  if (last === undefined) return "";
  if (parts.length === 1) return last;
  const word = last.toLowerCase();
  const begins = (starts: readonly string[]) => starts.some((s) => word.startsWith(s));
  const special = rules.lastBefore.find((r) => begins(r.starts) && !begins(r.not));
  const link = special?.text ?? (parts.length === 2 ? rules.two : rules.last);
  return parts.slice(0, -1).join(rules.between) + link + last;
}
