/** Understands days as people write them, with English names of months or those of another language. */

const english = "january february march april may june july august september october november december".split(
  " ",
);

/** What may stand at a day's number: `27th`, `1er`, `1º`. */
const ordinal = "(?:st|nd|rd|th|er|\\.?[ºª°])?";
/** What may stand between day, month and year, and after the year: `18 de diciembre de 2009`, `18 декабря 2009 года`. */
const of = "(?:\\s+de)?";
const end = "(?:\\s+года|\\s*г\\.?)?";
const dayAndMonth = `(\\d{1,2})${ordinal}${of}\\s+(\\p{L}[\\p{L}\\p{M}\\s/]*?)`;
const written = new RegExp(`^${dayAndMonth}${of},?\\s+(\\d{4})${end}$`, "iu");
/** The first of two days, what it shares with the last left out: `27`, `27 March`, `16.3.`. */
const firstDay = new RegExp(`^(?:${dayAndMonth}|(\\d{1,2})${ordinal}(?:\\.(\\d{1,2}))?\\.?)$`, "iu");
const chinese = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/u;
/** `2010年3月27日至4月1日`, the years of both in it or one. */
const chineseDays =
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?\s*[至到–—-]\s*(?:(\d{4})\s*年\s*)?(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日$/u;
/** `from 27 March to 1 April`, `du 27 mars au 1er avril`, `с 27 марта по 1 апреля`. */
const from = /^(?:from|du|del|de|с|من)\s+/iu;
const to = /\s+(?:to|au|al|a|по|إلى)\s+|\s*[-–—]\s*/iu;

/** `18 December 2009` as `2009-12-18`; `months` are those of the language of the text, January first. */
export function writtenDay(text: string, months: readonly string[] = english): string | undefined {
  const plain = latin(text);
  const zh = chinese.exec(plain);
  if (zh) return isoDay(zh[1], Number(zh[2]), zh[3]);
  const found = written.exec(plain);
  return found ? isoDay(found[3], monthOf(found[2], months), found[1]) : undefined;
}

/** The same for days in figures, `2009/12/18` or `18.12.2009`, and `December 18, 2009`; nothing where it could be two days. */
export function dayMeant(text: string, months: readonly string[] = english): string | undefined {
  const plain = latin(text);
  const figures = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(plain);
  if (figures) return isoDay(figures[1], Number(figures[2]), figures[3]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(plain);
  if (dotted) return isoDay(dotted[3], Number(dotted[2]), dotted[1]);
  const american = /^(\p{L}+)\s+(\d{1,2}),?\s+(\d{4})$/u.exec(plain);
  if (american) return isoDay(american[3], monthOf(american[1], months), american[2]);
  return writtenDay(plain, months);
}

/** First and last day of `27th March - 1st April 2010`, `31 March to 5 April 2012`, `7-12 May 2006`, `16 – 20.3.2014`. */
export function daysMeant(
  text: string,
  months: readonly string[] = english,
): { from: string; to: string } | undefined {
  const plain = latin(text);
  const zh = chineseDays.exec(plain);
  if (zh)
    return inOrder(
      isoDay(zh[1], Number(zh[2]), zh[3]),
      isoDay(zh[4] ?? zh[1], Number(zh[5] ?? zh[2]), zh[6]),
    );
  const [first = "", last = "", ...more] = plain.replace(from, "").split(to);
  const until = dayMeant(last, months);
  if (until === undefined || more.length > 0) return undefined;
  const [year, month] = until.split("-");
  const [, day, word, alone, figure] = firstDay.exec(first) ?? [];
  return inOrder(
    day !== undefined
      ? isoDay(year, monthOf(word, months), day)
      : alone !== undefined
        ? isoDay(year, Number(figure ?? month), alone)
        : dayMeant(first, months),
    until,
  );
}

function inOrder(
  first: string | undefined,
  last: string | undefined,
): { from: string; to: string } | undefined {
  return first !== undefined && last !== undefined && first <= last ? { from: first, to: last } : undefined;
}

/** 1 to 12, or 0; where a month has two names (`نيسان/أبريل`), either will do. */
function monthOf(word: string | undefined, months: readonly string[]): number {
  const wanted = folded(word ?? "");
  return (
    months.findIndex((month) => [month, ...month.split("/")].some((name) => folded(name) === wanted)) + 1
  );
}

const folded = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();

/** Arabic digits as European ones. */
function latin(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (d) => String((d.codePointAt(0) ?? 0) & 0xf));
}

/** Days of a month, 1 to 12, in a year of the Gregorian calendar. */
function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Why there is no such day as `2025-02-30`, and the last one of that month; undefined where there is, or it is no day in figures. */
export function noSuchDay(text: string): { why: string; last: string } | undefined {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const days = daysOf(Number(year), Number(month));
  if (days === 0 || Number(day) <= days) return undefined;
  const name = english[Number(month) - 1] ?? "";
  return {
    why: `${name.charAt(0).toUpperCase()}${name.slice(1)} ${year} has ${days} days`,
    last: `${year}-${month}-${days}`,
  };
}

function isoDay(year: string | undefined, month: number, day = ""): string | undefined {
  if (Number(day) < 1 || Number(day) > daysOf(Number(year), month)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
