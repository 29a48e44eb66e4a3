/** Alphabetical order by the data of a locale, never by the runtime's: letters first, accents decide between equals. */

export interface Alphabet {
  /** Letters in order; empty: code points. */
  letters: string;
  expand: ReadonlyMap<string, string>;
  /** Beginnings that do not count. */
  skip: readonly string[];
  /** Names that sort by other letters. */
  keys: ReadonlyMap<string, string>;
}

/** A comparison of names: negative, zero or positive. Spaces, hyphens and apostrophes come before every letter. */
export function createCompare(alphabet: Alphabet): (a: string, b: string) => number {
  const ranks = new Map([...alphabet.letters].map((letter, i) => [letter, i + 2]));
  const cache = new Map<string, { base: number[]; accents: string }>();

  const rank = (letter: string): number => ranks.get(letter) ?? 0x1000 + (letter.codePointAt(0) ?? 0);
  const key = (name: string): { base: number[]; accents: string } => {
    const known = cache.get(name);
    if (known) return known;
    let text = (alphabet.keys.get(name) ?? name).normalize("NFC").toLowerCase();
    const skipped = alphabet.skip.find((s) => text.startsWith(s));
    if (skipped) text = text.slice(skipped.length);
    const base: number[] = [];
    for (const letter of text) {
      if (ranks.has(letter)) base.push(rank(letter));
      else if (/[\s\p{Pd}'’]/u.test(letter)) base.push(1);
      else if (!/[\p{P}\p{S}\p{M}]/u.test(letter))
        for (const part of (alphabet.expand.get(letter) ?? letter).normalize("NFD").replace(/\p{M}/gu, ""))
          base.push(rank(part));
    }
    const made = { base, accents: text.normalize("NFD") };
    cache.set(name, made);
    return made;
  };

  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    for (let i = 0; i < Math.min(x.base.length, y.base.length); i++) {
      const d = (x.base[i] ?? 0) - (y.base[i] ?? 0);
      if (d !== 0) return d;
    }
    if (x.base.length !== y.base.length) return x.base.length - y.base.length;
    if (x.accents !== y.accents) return x.accents < y.accents ? -1 : 1;
    return a === b ? 0 : a < b ? -1 : 1;
  };
}
