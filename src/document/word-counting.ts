/** How Word counts a multi-level list: number formats, restarts and overrides (ECMA-376 part 1, 17.9 and 17.18.59). */

/** One level as numbering.xml states it; `text` has `%1` to `%9` for the counters of levels 0 to 8. */
export interface CountingLevel {
  start: number;
  format: string;
  text: string;
  /** All counters in the label are written in decimal (`w:isLgl`). */
  legal?: boolean;
  /** Begins anew only after a level up to this one (1 is the outermost); 0 for never; absent: after any level above. */
  restart?: number;
}

/** A list instance (`w:num`): the shared definition it counts in, and what it overrides. */
export interface Instance {
  definition: string;
  /** Level to the number that its first paragraph in this instance has. */
  starts: Map<number, number>;
}

/**
 * The counters of all lists of a document. Instances of one definition go on counting from each other unless an
 * override of the start says otherwise, once, at the first paragraph of that instance and level.
 */
export class Counters {
  readonly #levels: (definition: string) => readonly CountingLevel[];
  readonly #values = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(levels: (definition: string) => readonly CountingLevel[]) {
    this.#levels = levels;
  }

  /** The label of the next paragraph of a level. `keep` shows it without counting, as Word does for a deleted paragraph. */
  next(key: string, instance: Instance, level: number, keep = false): string {
    const { values, label } = this.#step(key, instance, level);
    if (!keep) {
      this.#values.set(instance.definition, values);
      this.#started.add(`${key}:${level}`);
    }
    return label;
  }

  #step(key: string, instance: Instance, level: number): { values: (number | undefined)[]; label: string } {
    const levels = this.#levels(instance.definition);
    const at = (n: number): CountingLevel | undefined => levels[n];
    const values = [...(this.#values.get(instance.definition) ?? [])];
    const override = instance.starts.get(level);
    const fresh = override !== undefined && !this.#started.has(`${key}:${level}`);
    const before = values[level];
    if (fresh) values[level] = override;
    else values[level] = before === undefined ? (at(level)?.start ?? 1) : before + 1;
    for (let deeper = level + 1; deeper < values.length; deeper++) {
      const restart = at(deeper)?.restart;
      if (restart === undefined || level < restart) values[deeper] = undefined;
    }
    const label = (at(level)?.text ?? "").replace(/%([1-9])/g, (_, digit: string) => {
      const value = values[Number(digit) - 1];
      // A counter that has not begun yet: programs differ in what they print.
      if (value === undefined) return "?";
      return at(level)?.legal
        ? String(value)
        : formatNumber(at(Number(digit) - 1)?.format ?? "decimal", value);
    });
    return { values, label };
  }
}

/** Whether a number format of Word is among those that are written here. */
export function knowsFormat(format: string): boolean {
  return Object.hasOwn(formats, format);
}

/** A counter in a number format of Word. Throws on a format that `knowsFormat` does not know. */
export function formatNumber(format: string, n: number): string {
  const formatter = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!formatter) throw new Error(`unknown number format ${format}`);
  return formatter(n);
}

const formats: Record<string, (n: number) => string> = {
  decimal: String,
  none: () => "",
  bullet: () => "",
  decimalZero: (n) => String(n).padStart(2, "0"),
  lowerLetter: (n) => repeated(latin, n),
  upperLetter: (n) => repeated(latin, n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  russianLower: (n) => repeated("абвгдежзиклмнопрстуфхцчшщыэюя", n),
  russianUpper: (n) => repeated("абвгдежзиклмнопрстуфхцчшщыэюя", n).toUpperCase(),
  hindiNumbers: (n) => String(n).replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d))),
  arabicAbjad: (n) => repeated("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", n),
  arabicAlpha: (n) => repeated("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", n),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
};

const latin = "abcdefghijklmnopqrstuvwxyz";

function repeated(alphabet: string, n: number): string {
  const letter = alphabet[(n - 1) % alphabet.length] ?? "";
  return letter.repeat(Math.ceil(n / alphabet.length));
}

function roman(n: number): string {
  const tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  const hundreds = ["", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"];
  return (
    "m".repeat(Math.floor(n / 1000)) +
    hundreds[Math.floor(n / 100) % 10] +
    tens[Math.floor(n / 10) % 10] +
    ones[n % 10]
  );
}

/** 1 to 99 as one writes them; above, every renderer of Word's own differs, so that such a label is not left to it. */
function chinese(n: number): string {
  const ones = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  if (n > 99) return String(n);
  const tens = Math.floor(n / 10);
  return (tens > 1 ? ones[tens] : "") + (tens > 0 ? "十" : "") + (ones[n % 10] ?? "");
}
