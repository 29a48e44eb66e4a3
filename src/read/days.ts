/** Understands days as people write them. */

const months = "january february march april may june july august september october november december".split(
  " ",
);

/** `18 December 2009` as `2009-12-18`. */
export function writtenDay(text: string): string | undefined {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}+)\s+(\d{4})$/u.exec(text);
  return found ? isoDay(found[3], monthOf(found[2]), found[1]) : undefined;
}

/** The same for days in figures, `2009/12/18` or `18.12.2009`, and `December 18, 2009`; nothing where it could be two days. */
export function dayMeant(text: string): string | undefined {
  const figures = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (figures) return isoDay(figures[1], Number(figures[2]), figures[3]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return isoDay(dotted[3], Number(dotted[2]), dotted[1]);
  const american = /^(\p{L}+)\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text);
  if (american) return isoDay(american[3], monthOf(american[1]), american[2]);
  return writtenDay(text);
}

/** First and last day of `27th March - 1st April 2010`, `31 March to 5 April 2012`, `7-12 May 2006`, `16 – 20.3.2014`. */
export function daysMeant(text: string): { from: string; to: string } | undefined {
  const [first = "", last = "", ...more] = text.split(/\s+to\s+|\s*[-–]\s*/u);
  const to = dayMeant(last);
  if (to === undefined || more.length > 0) return undefined;
  const [year, month] = to.split("-");
  const found = /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+(\p{L}+)|\.(\d{1,2}))?\.?$/u.exec(first);
  if (!found) return undefined;
  const [, day, word, figure] = found;
  const from = isoDay(year, word ? monthOf(word) : Number(figure ?? month), day);
  return from !== undefined && from <= to ? { from, to } : undefined;
}

/** 1 to 12, or 0. */
function monthOf(word = ""): number {
  return months.indexOf(word.toLowerCase()) + 1;
}

function isoDay(year: string | undefined, month: number, day = ""): string | undefined {
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
