/**
 * Looks in lists and fields between brackets, and in texts between quotation marks, for what made a line unreadable: the parser names
 * the place where it gave up, which is often after the fault.
 */

/** What is wrong, at its UTF-16 offset in the file. */
export interface Cause {
  offset: number;
  message: string;
  hint: string;
}

/** Lines above the one that cannot be read in which the fault may begin. */
const linesAbove = 20;

/** `offset`: where the parser gave up. The nearest line that begins with brackets or a quotation mark comes first. */
export function causeInBrackets(source: string, offset: number): Cause | undefined {
  const end = lineEnd(source, offset);
  let start = lineStart(source, offset);
  for (let n = 0; n <= linesAbove; n += 1) {
    const line = source.slice(start, lineEnd(source, start));
    const [all = "", spaces = "", dashes = "", field] =
      /^( *)((?:- +)*)([\w.-]+:[ \u00a0]+)?(?=[[{'"])/.exec(line) ?? [];
    const indent = spaces.length + (field === undefined ? 0 : dashes.length);
    const opens = dashes !== "" || field !== undefined;
    const cause = opens ? new Scan(source, end, indent).from(start + all.length) : undefined;
    if (cause) return cause;
    if (start === 0) return undefined;
    start = lineStart(source, start - 1);
  }
  return undefined;
}

const lineStart = (source: string, offset: number): number => source.lastIndexOf("\n", offset - 1) + 1;

function lineEnd(source: string, offset: number): number {
  const end = source.indexOf("\n", offset);
  return end < 0 ? source.length : end;
}

interface Open {
  sign: "[" | "{";
  at: number;
  /** Of the colon after the name of the field that is being read. */
  colon?: number;
}

const closing = { "[": "]", "{": "}" } as const;

class Scan {
  private readonly open: Open[] = [];

  constructor(
    private readonly source: string,
    /** End of the line that cannot be read. */
    private readonly end: number,
    /** Columns before the field that is looked at, or before its entry. */
    private readonly indent: number,
  ) {}

  from(start: number): Cause | undefined {
    const { source, end, open } = this;
    for (let i = start; i < end; i += 1) {
      const sign = source.charAt(i);
      if (sign === "\n") {
        if (this.isOver(i + 1)) return this.unclosed();
      } else if (sign === "[" || sign === "{") open.push({ sign, at: i });
      else if (sign === "]" || sign === "}") {
        if (closing[open.at(-1)?.sign ?? "["] !== sign) return this.unclosed();
        open.pop();
      } else if (sign === ",") delete open.at(-1)?.colon;
      else if (sign === "'" || sign === '"') {
        const close = this.closeOf(i, sign);
        if (close === undefined) return unclosedText(i);
        if (this.goesOn(close + 1)) return endedEarly(source, close, sign);
        i = close;
      } else if (sign === ":" && this.isColon(i)) {
        const inner = open.at(-1);
        if (inner?.colon !== undefined) return this.colon(inner.colon, i);
        if (inner) inner.colon = i;
      } else if (sign === "#" && /\s/.test(source.charAt(i - 1))) i = lineEnd(source, i) - 1;
      else if (/\S/.test(sign)) {
        i = this.plainEnd(i) - 1;
        const next = source.charAt(i + 1);
        if (next === "[" || next === "{") return bracketInText(i + 1, next);
      }
      if (open.length === 0) return undefined;
    }
    return undefined;
  }

  /** Whether the line at an offset belongs to what is around the brackets again. */
  private isOver(at: number): boolean {
    const line = this.source.slice(at, lineEnd(this.source, at));
    const [, spaces = "", rest = ""] = /^( *)(.*)/.exec(line) ?? [];
    return spaces.length <= this.indent && /^(?:- |-$|[\w.-]+:(?:\s|$))/.test(rest);
  }

  private isColon(at: number): boolean {
    return /[\s,[\]{}]/.test(this.source.charAt(at + 1)) || at + 1 >= this.source.length;
  }

  /** The quotation mark that ends a text, on this line or below as long as the text can go on there. */
  private closeOf(start: number, sign: string): number | undefined {
    const { source, end } = this;
    for (let i = start + 1; i < end; i += 1) {
      const now = source.charAt(i);
      if (now === "\n" && this.isOver(i + 1)) return undefined;
      if (sign === '"' && now === "\\") i += 1;
      else if (now === sign) {
        if (sign === '"' || source.charAt(i + 1) !== "'") return i;
        i += 1;
      }
    }
    return undefined;
  }

  /** Whether there is more of a text after the mark that ended it. */
  private goesOn(at: number): boolean {
    const rest = this.source.slice(at, lineEnd(this.source, at));
    return /^[^\S\r]*[^\s,\]}:#]/.test(rest);
  }

  private plainEnd(start: number): number {
    for (let i = start; i < this.end; i += 1) {
      const now = this.source.charAt(i);
      if (now === "\n" || ",[]{}".includes(now)) return i;
      if (now === ":" && this.isColon(i)) return i;
      if (now === "#" && /\s/.test(this.source.charAt(i - 1))) return i;
    }
    return this.end;
  }

  private unclosed(): Cause | undefined {
    const inner = this.open.at(-1);
    if (!inner) return undefined;
    const hint =
      inner.sign === "["
        ? "Write ] where the list ends."
        : "Write } where the fields end; a text with brackets in it needs quotation marks.";
    return { offset: inner.at, message: `This ${inner.sign} is not closed.`, hint };
  }

  private colon(first: number, second: number): Cause {
    const rest = this.source.slice(first + 1, lineEnd(this.source, first));
    const text = (/^[^,\]}]*/.exec(rest)?.[0] ?? "").trim();
    return {
      offset: second,
      message: "There is a colon in this text, so what stands before it was taken for the name of a field.",
      hint: `Put the whole text in quotation marks: "${shortened(text)}".`,
    };
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 50).trim()} … ${text.slice(-20).trim()}` : text;
}

function unclosedText(offset: number): Cause {
  return {
    offset,
    message: "The text that begins with this quotation mark does not end.",
    hint: 'Write the same mark at its end; an apostrophe at the start of a text needs "double quotation marks" around it.',
  };
}

function endedEarly(source: string, offset: number, sign: "'" | '"'): Cause {
  const before = /[^\s'"[\]{},:]*$/.exec(source.slice(Math.max(0, offset - 40), offset))?.[0] ?? "";
  const after = /^[^\s'"[\]{},:]*/.exec(source.slice(offset + 1, offset + 41))?.[0] ?? "";
  return sign === "'"
    ? {
        offset,
        message: "This apostrophe ends the text, since the text stands in 'single quotation marks'.",
        hint: `Write it twice (${before}''${after}), or put the text in "double quotation marks".`,
      }
    : {
        offset,
        message: 'This mark ends the text, since the text stands in "double quotation marks".',
        hint: `Write \\" in its place, or put the text in 'single quotation marks'.`,
      };
}

function bracketInText(offset: number, sign: string): Cause {
  return {
    offset,
    message: `A text between brackets cannot hold ${sign} unless it stands in quotation marks.`,
    hint: "Put the whole text in quotation marks.",
  };
}
