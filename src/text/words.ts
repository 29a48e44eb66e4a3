/** Parts a text into words, spaces and signs, by the rules of its language; hyphenated words and symbols stay whole. */

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (!found) {
    try {
      found = new Intl.Segmenter(language, { granularity: "word" });
    } catch {
      // A folder name that is no BCP 47 tag: the rules that hold for all languages.
      found = new Intl.Segmenter("und", { granularity: "word" });
    }
    segmenters.set(language, found);
  }
  return found;
}

/** Scripts that do not part their words by spaces; their words are never glued. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Hyphens and strokes inside `non-governmental`, `A/RES/63/194`, `نيسان/أبريل`; spaces inside `17 000`. */
const joint = /^[-\u2010\u2011/]$/;
const thousands = /^[ \u00a0\u202f]$/;

const wordy = /[\p{L}\p{N}\p{M}]/u;

/** Whether a token is a word or a number, not spaces or signs. */
export function isWord(token: string): boolean {
  return wordy.test(token);
}

/** Whether words stand here without spaces between them. */
export function isUnspaced(token: string): boolean {
  return unspaced.test(token);
}

function glues(before: string, sign: string, after: string): boolean {
  if (thousands.test(sign)) {
    const group = sign === " " ? /(?<![\d.,/])\d{1,3}$/ : /\p{N}$/u;
    return group.test(before) && /^\p{N}{3}$/u.test(after);
  }
  if (!joint.test(sign)) return false;
  return isWord(before) && isWord(after) && !unspaced.test(before) && !unspaced.test(after);
}

/**
 * The tokens of a text, which put together are the text: words, runs of white space, single signs. Where words end in Chinese or
 * Thai is for the dictionary of the runtime to say; it decides how fine a change is shown, never what either text says.
 */
export function words(text: string, language: string): string[] {
  // To the rules of words a narrow no-break space is a letter; to readers it is a space.
  const spaced = text.replaceAll("\u202f", "\u00a0");
  const parts = [...segmenter(language).segment(spaced)].map(({ segment, index }) =>
    text.slice(index, index + segment.length),
  );
  const out: string[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? "";
    const last = out.at(-1);
    const next = parts[i + 1];
    if (last !== undefined && next !== undefined && glues(last, part, next)) {
      out[out.length - 1] = last + part + next;
      i += 1;
    } else if (last !== undefined && /^\s+$/.test(part) && /^\s+$/.test(last))
      out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
}
