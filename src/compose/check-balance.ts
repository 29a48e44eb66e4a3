/** Checks that tags close in the order they open, and that every {{#block}} closes what it opens. */
import type { Diagnostic } from "../report/diagnostic.ts";
import { offsetFinder, placeAt, type Tag, type TemplateSource } from "./template-source.ts";

/** Crossed, unopened and unclosed tags, each at its own place. */
export function checkBalance(source: TemplateSource): Diagnostic[] {
  const checker = new Balance(source);
  checker.program(source.program, 0, source.text.length, undefined);
  return checker.found;
}

class Balance {
  readonly found: Diagnostic[] = [];
  private readonly offset: (position: { line: number; column: number }) => number;
  private next = 0;
  /** Names of tags that were given up on when another closed across them: their own closing is no second fault. */
  private readonly givenUp: string[] = [];

  constructor(private readonly source: TemplateSource) {
    this.offset = offsetFinder(source.text);
  }

  /** One stretch of a template: the whole of it, or what stands in a block. `block` names the block for messages. */
  program(program: hbs.AST.Program, start: number, end: number, block: string | undefined): void {
    const open: Tag[] = [];
    const takeUntil = (limit: number): void => {
      for (
        let tag = this.source.tags[this.next];
        tag && tag.offset < limit;
        tag = this.source.tags[++this.next]
      ) {
        if (tag.offset >= start) this.take(tag, open, block);
      }
    };
    for (const statement of program.body) {
      if (statement.type !== "BlockStatement") continue;
      const { path, program: body, inverse } = statement as hbs.AST.BlockStatement;
      takeUntil(this.offset(statement.loc.start));
      for (const part of [body, inverse]) {
        if (!part?.loc) continue; // an empty stretch has no place
        this.program(part, this.offset(part.loc.start), this.offset(part.loc.end), path.original);
      }
    }
    takeUntil(end);
    for (const tag of open) this.unclosed(tag, block);
  }

  private take(tag: Tag, open: Tag[], block: string | undefined): void {
    if (tag.kind === "empty") return;
    if (tag.kind === "open") {
      open.push(tag);
      return;
    }
    const last = open.at(-1);
    if (last?.name === tag.name) {
      open.pop();
      return;
    }
    const forgiven = this.givenUp.indexOf(tag.name);
    if (forgiven >= 0) {
      this.givenUp.splice(forgiven, 1);
      return;
    }
    if (!last) {
      const within = block ? ` in the same {{#${block}}}` : "";
      this.add(
        `</${tag.name}> closes nothing that was opened${within}.`,
        tag,
        "Open it before, in the same part of the template.",
      );
      return;
    }
    const { line, column } = placeAt(this.source.file, this.source.text, last.offset);
    this.add(
      `</${tag.name}> stands where </${last.name}> is due: <${last.name}> at ${line}:${column} is still open.`,
      tag,
      `Close <${last.name}> first.`,
    );
    // What was meant is most likely the nearest tag of that name.
    const at = open.findLastIndex((t) => t.name === tag.name);
    if (at < 0) return;
    this.givenUp.push(...open.slice(at + 1).map((t) => t.name));
    open.length = at;
  }

  private unclosed(tag: Tag, block: string | undefined): void {
    const within = block ? ` in the same {{#${block}}}` : "";
    this.add(`<${tag.name}> is not closed${within}.`, tag, `Write </${tag.name}> where it ends.`);
  }

  private add(message: string, tag: Tag, hint: string): void {
    const place = placeAt(this.source.file, this.source.text, tag.offset);
    this.found.push({ code: "template-syntax", severity: "error", message, place, hint });
  }
}
