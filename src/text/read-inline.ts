/** Reads the small writing of a text into an inline tree, whatever the text is. */
import type { Inline, InlineText } from "./inline.ts";
import { changeStart, escapable, isolateStart, maxDepth, nodeOf, opensBefore, toggles } from "./marks.ts";
import { normalise } from "./normalise.ts";

/** One thing that is wrong with the marks; `offset` and `length` are UTF-16 units of the given text. */
export interface InlineProblem {
  offset: number;
  length: number;
  message: string;
  hint?: string;
}

/** A mark that is open. */
interface Frame {
  /** What opened it, as written. */
  mark: string;
  offset: number;
  /** The sign that closes it, or undefined for the whole text. */
  close: string | undefined;
  children: Inline[];
  build: (children: Inline[]) => Inline;
  /** Ordinary opening brackets inside an isolate, each of which takes one closing bracket. */
  brackets: number;
}

const isToggle = (sign: string | undefined): boolean => sign !== undefined && Object.hasOwn(toggles, sign);

const signs = /[\\_*~^[\]{+-]/g;

class Reader {
  readonly problems: InlineProblem[] = [];
  private readonly frames: Frame[] = [this.frame("", 0, undefined, () => ({ kind: "text", text: "" }))];
  private words = "";
  private at = 0;

  constructor(private readonly source: string) {}

  read(): InlineText {
    while (this.at < this.source.length) this.step();
    while (this.frames.length > 1) this.giveUp();
    this.flush();
    return this.top().children;
  }

  private step(): void {
    const sign = this.source.charAt(this.at);
    if (sign === "\\") this.escape();
    else if (sign === "[") this.openBracket();
    else if (sign === "]") this.closeBracket();
    else if (sign === "{") this.openBrace();
    else if (this.source.startsWith("+}", this.at) || this.source.startsWith("-}", this.at))
      this.closeBrace();
    else if (isToggle(sign)) this.toggle(sign);
    else this.take(this.nextSign() - this.at);
  }

  /** Where the next character stands that could be part of a mark. */
  private nextSign(): number {
    signs.lastIndex = this.at + 1;
    return signs.exec(this.source)?.index ?? this.source.length;
  }

  /** Takes the next characters as ordinary text. */
  private take(length: number): void {
    this.words += this.source.slice(this.at, this.at + length);
    this.at += length;
  }

  private rest(length = 80): string {
    return this.source.slice(this.at, this.at + length);
  }

  private top(): Frame {
    return this.frames.at(-1) ?? this.frame("", 0, undefined, () => ({ kind: "text", text: "" }));
  }

  private frame(mark: string, offset: number, close: string | undefined, build: Frame["build"]): Frame {
    return { mark, offset, close, children: [], build, brackets: 0 };
  }

  private flush(): void {
    if (this.words !== "") this.top().children.push({ kind: "text", text: this.words });
    this.words = "";
  }

  private problem(offset: number, length: number, message: string, hint: string): void {
    this.problems.push({ offset, length, message, hint });
  }

  private escape() {
    const next = this.source.slice(this.at + 1, this.at + 3);
    if (!escapable(next)) return this.take(1);
    this.at += 1;
    this.take((this.source.codePointAt(this.at) ?? 0) > 0xffff ? 2 : 1);
  }

  private open(mark: string, close: string, build: Frame["build"]) {
    if (this.frames.length > maxDepth) {
      this.problem(
        this.at,
        mark.length,
        `The mark ${mark.trim()} is nested more than ${maxDepth} deep.`,
        "Close some of the marks before it.",
      );
      return this.take(mark.length);
    }
    this.flush();
    this.frames.push(this.frame(mark, this.at, close, build));
    this.at += mark.length;
  }

  private close(length: number): void {
    this.flush();
    const frame = this.frames.pop();
    if (frame) this.top().children.push(frame.build(frame.children));
    this.at += length;
  }

  /** Turns the innermost open mark into ordinary text, and says so. */
  private giveUp(): void {
    this.flush();
    const frame = this.frames.pop();
    if (!frame) return;
    const below = this.top().children;
    below.push({ kind: "text", text: frame.mark });
    for (const child of frame.children) below.push(child);
    const name = toggles[frame.mark]?.name;
    const mark = frame.mark.trim();
    this.problem(
      frame.offset,
      mark.length,
      `The mark ${mark}${name ? ` (${name})` : ""} is opened and never closed.`,
      name
        ? `Put ${frame.close} after the last word it belongs to, or write \\${mark} for an ordinary ${mark}.`
        : `Put ${frame.close} where it ends, or write \\${mark} for ordinary characters.`,
    );
  }

  /** Index of the innermost frame that this sign would close; signs of words do not reach out of a bracket. */
  private openFrame(close: string): number {
    for (let i = this.frames.length - 1; i > 0; i -= 1) {
      const frame = this.frames[i];
      if (frame?.close === close) return i;
      if (isToggle(close) && !isToggle(frame?.close)) return -1;
    }
    return -1;
  }

  private closeDownTo(index: number, length: number): void {
    while (this.frames.length - 1 > index) this.giveUp();
    this.close(length);
  }

  private isEmpty(index: number): boolean {
    return index === this.frames.length - 1 && this.words === "" && this.top().children.length === 0;
  }

  private toggle(first: string) {
    let sign = first;
    // Of three asterisks the outer two are strong, unless the innermost open mark is a title.
    if (first === "*" && this.source.startsWith("**", this.at)) {
      const strongFits = this.openFrame("**") > 0 || opensBefore(this.rest().slice(2));
      const inTitle = this.top().close === "*" && !this.isEmpty(this.frames.length - 1);
      sign = inTitle && (this.source.startsWith("***", this.at) || !strongFits) ? "*" : "**";
    }
    const before = this.source.charAt(this.at - 1);
    const afterSpace = this.at === 0 || /\s/.test(before);
    const index = this.openFrame(sign);
    if (index > 0 && !afterSpace && !this.isEmpty(index)) return this.closeDownTo(index, sign.length);
    if (index > 0 && this.isEmpty(index)) return this.take(sign.length);
    if (opensBefore(this.rest().slice(sign.length))) {
      // Opened twice: the first one was never closed.
      if (index > 0) while (this.frames.length > index) this.giveUp();
      return this.open(sign, sign, (children) => nodeOf(sign, children));
    }
    if (!afterSpace) {
      this.problem(
        this.at,
        sign.length,
        `The mark ${sign} closes nothing here.`,
        `Put ${sign} before the first word it belongs to, or write \\${sign} for an ordinary ${sign}.`,
      );
    }
    this.take(sign.length);
  }

  private openBracket() {
    const call = /^\[([\^@])([^\]]*)(\]?)/.exec(this.rest(200));
    if (call) return this.call(call[0], call[1] ?? "", call[2] ?? "", call[3] === "]");
    const tag = isolateStart.exec(this.rest());
    if (tag) {
      const dir = tag[1] === "ltr" || tag[1] === "rtl" ? tag[1] : "auto";
      const lang = tag[2] ?? tag[3];
      return this.open(tag[0], "]", (children) => ({
        kind: "isolate",
        dir,
        ...(lang === undefined ? {} : { lang }),
        children,
      }));
    }
    this.top().brackets += 1;
    this.take(1);
  }

  /** A footnote call or a cross-reference. */
  private call(written: string, sign: string, id: string, closed: boolean) {
    const what = sign === "^" ? "footnote call" : "cross-reference";
    if (!closed || !/^[^\s[\]\\]+$/.test(id)) {
      this.problem(
        this.at,
        2,
        `The ${what} [${sign} is not written out.`,
        `Write it as [${sign}${sign === "^" ? "n1" : "op04"}], or \\[ for an ordinary bracket.`,
      );
      return this.take(2);
    }
    this.flush();
    this.top().children.push(sign === "^" ? { kind: "note", id } : { kind: "ref", to: id });
    this.at += written.length;
  }

  private closeBracket() {
    for (let i = this.frames.length - 1; i >= 0; i -= 1) {
      const frame = this.frames[i];
      if (!frame) break;
      if (frame.brackets > 0) {
        frame.brackets -= 1;
        break;
      }
      if (frame.close === "]") return this.closeDownTo(i, 1);
      if (!isToggle(frame.close)) break;
    }
    this.take(1);
  }

  private openBrace() {
    const two = this.source.slice(this.at, this.at + 2);
    if (two === "{}") {
      // Nothing, but it keeps the signs around it apart.
      this.at += 2;
      return;
    }
    if (two !== "{+" && two !== "{-") return this.take(1);
    const kind = two === "{+" ? "ins" : "del";
    const named = changeStart.exec(this.source.slice(this.at + 2, this.at + 80));
    const change = named?.[1];
    this.open(two + (named?.[0] ?? ""), kind === "ins" ? "+}" : "-}", (children) => ({
      kind,
      ...(change === undefined ? {} : { change }),
      children,
    }));
  }

  private closeBrace() {
    const sign = this.source.slice(this.at, this.at + 2);
    const index = this.openFrame(sign);
    if (index > 0) return this.closeDownTo(index, 2);
    this.problem(
      this.at,
      2,
      `The mark ${sign} closes nothing here.`,
      `Put {${sign.charAt(0)} where the change starts, or write ${sign.charAt(0)}\\} for ordinary characters.`,
    );
    this.take(2);
  }
}

/** Reads any text: what is not a mark, or not a whole one, stays as it is written. Problems stand in text order. */
export function readInline(source: string): { value: InlineText; problems: InlineProblem[] } {
  const reader = new Reader(source);
  const value = normalise(reader.read());
  return { value, problems: reader.problems.sort((a, b) => a.offset - b.offset) };
}
