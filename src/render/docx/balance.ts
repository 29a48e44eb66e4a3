/**
 * Titles in lines of about equal length. Word has nothing of the kind, so the lines are estimated from rough advances and
 * the measure is narrowed until one more line would be needed; Word then breaks the lines itself, also after an edit.
 */

/** Part of the measure kept as a margin for what the estimate does not know (kerning, another face). */
const slack = 0.03;

/** mm by which the measure can be narrowed without another line; 0 for a text of one line or one that must not be. */
export function balanceInset(text: string, size: number, bold: boolean, measure: number): number {
  const words = text.split(/[ \t\n]+/).filter((w) => w !== "");
  const widths = words.map((w) => advance(w, size, bold));
  const space = advance(" ", size, bold);
  const lines = count(widths, space, measure);
  if (lines < 2) return 0;
  let low = measure / 2;
  let high = measure;
  while (high - low > 0.25) {
    const middle = (low + high) / 2;
    if (count(widths, space, middle) <= lines) high = middle;
    else low = middle;
  }
  return Math.max(0, Math.min(measure / 2, measure - high - measure * slack));
}

/** Lines that a greedy breaker needs. Chinese without spaces counts as one long word, which breaks anywhere. */
function count(widths: readonly number[], space: number, measure: number): number {
  let lines = 1;
  let used = 0;
  for (const width of widths) {
    const needed = used === 0 ? width : used + space + width;
    if (needed <= measure) used = needed;
    else {
      if (used > 0) lines += 1;
      const extra = Math.max(0, Math.ceil(width / measure) - 1);
      lines += extra;
      used = width - extra * measure;
    }
  }
  return lines;
}

/** Rough width of a word or label in mm: thousandths of the size by kind of letter, for a sans serif such as Arial. */
export function advance(word: string, size: number, bold: boolean): number {
  let sum = 0;
  for (const c of word.normalize("NFD")) sum += thousandths(c);
  return ((sum * (bold ? 1.06 : 1)) / 1000) * size * (25.4 / 72);
}

function thousandths(c: string): number {
  if (/\p{M}/u.test(c)) return 0;
  if (/[ ijltI.,:;'’!|()[\]/-]/.test(c)) return 285;
  if (/[mMW]/.test(c)) return 850;
  if (/[frs]/.test(c)) return 400;
  if (/[\u0590-\u08ff]/.test(c)) return 460;
  if (/[\u2e80-\u9fff\uff00-\uffef]/.test(c)) return 1000;
  if (/[OQG]/.test(c)) return 778;
  if (/\p{Lu}/u.test(c)) return 680;
  return 550;
}
