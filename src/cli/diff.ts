/** `hemicycle diff`: the words that changed between two stages, readable with and without colour. */
import { styleText } from "node:util";
import { positionName } from "../amend/label.ts";
import { redlineNumbers } from "../amend/number.ts";
import { between } from "../amend/stages.ts";
import { findingOf, prepareAmendments } from "../making/amending.ts";
import { ownSegments } from "../model/items.ts";
import type { ChangeMark, Id, PartItem, Resolution, Segment } from "../model/resolution.ts";
import { annexTitleId } from "../model/walk.ts";
import { readWork, type Work } from "../read/work.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { visible } from "../report/print.ts";
import type { Inline, InlineText } from "../text/inline.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Io } from "./io.ts";
import { namer } from "./party.ts";
import { conclude, openProject } from "./report.ts";
import { namedWorks } from "./works.ts";

export interface DiffOptions extends CommonOptions {
  lang?: string;
}

/** One place of the text that changed. */
interface Change {
  id: Id;
  /** As printed before and after; absent where it has no number there. */
  before?: string;
  after?: string;
  kind: "changed" | "new" | "deleted" | "moved" | "renumbered";
  /** The texts of the paragraph, with `{-struck-}` and `{+new+}` words. */
  texts: string[];
  amendments: string[];
}

export async function diff(
  io: Io,
  typed: string,
  stages: readonly [from: string, to: string],
  options: DiffOptions,
): Promise<number> {
  const [name = typed] = namedWorks([typed]) ?? [];
  const world = openProject(io, options);
  const [from, to] = stages;
  const end = (diagnostics: readonly Diagnostic[], text = "", data: Record<string, unknown> = {}): number =>
    conclude(io, options, world, {
      command: "diff",
      diagnostics,
      data: { work: name, from, to, ...data },
      text,
    });

  const read = readWork(world, name);
  const work = read.value;
  const errors = read.diagnostics.filter((d) => d.severity === "error");
  if (!work) return end(read.diagnostics);
  const unknown = stages.flatMap((stage) => unknownStage(work, stage));
  if (unknown.length > 0) return end(unknown);
  const language = options.lang ?? work.resolution.original;
  const amending = prepareAmendments(work);
  const made = between(amending.work, from, to, language);
  if (!made) return end([noLanguage(work, language)]);
  const diagnostics = [
    ...errors,
    ...amending.diagnostics.filter((d) => d.severity === "error"),
    ...made.refusals.map((refusal) => findingOf(refusal, work)),
    ...made.notices.map((notice) => findingOf(notice, work, "warning")),
  ];
  const changes = changesOf(made.tracked);
  const name_ = namer(world, work.resolution.instrument.session.from);
  const whose = new Map(
    amending.work.amendments.map((a) => [a.id, `${a.id} (${a.submitters.map(name_).join(", ")})`]),
  );
  return end(diagnostics, print(changes, whose, io), { language, changes });
}

function unknownStage({ resolution, name }: Work, wanted: string): Diagnostic[] {
  const ids = resolution.stages.map((stage) => stage.id);
  if (ids.includes(wanted)) return [];
  const near = nearest(wanted, ids);
  return [
    {
      code: "stage-unknown",
      severity: "error",
      message: `The work "${name}" has no stage "${wanted}".`,
      hint: `${near ? `Did you mean "${near}"? ` : ""}Its stages are: ${ids.join(", ")}.`,
    },
  ];
}

function noLanguage(work: Work, language: string): Diagnostic {
  const there = [work.resolution.original, ...Object.keys(work.translations).sort()];
  const near = nearest(language, there);
  return {
    code: "translation-missing",
    severity: "error",
    message: `The work "${work.name}" has no complete translation into "${language}".`,
    hint: `${near && near !== language ? `Did you mean "${near}"? ` : ""}It is there in: ${there.join(", ")}.`,
  };
}

/** Everything that changed, in the order of the text. */
function changesOf(r: Resolution): Change[] {
  const { before, after } = redlineNumbers(r);
  const numbers = (id: Id): Pick<Change, "before" | "after"> => {
    const [was, is] = [before.get(id), after.get(id)];
    return {
      ...(was ? { before: positionName(was) } : {}),
      ...(is ? { after: positionName(is) } : {}),
    };
  };
  const out: Change[] = [];
  const heading = (id: Id, text: InlineText, label: string): void => {
    const amendments = [...new Set(changesIn(text))];
    if (amendments.length === 0) return;
    out.push({ id, after: label, kind: "changed", texts: [marked(text)], amendments });
  };
  heading("title", r.title, "title");
  for (const item of [...r.preambular, ...r.operative]) visit(item, numbers, out);
  for (const annex of r.annexes) {
    heading(annexTitleId(annex), annex.title, `title of ${annex.id}`);
    for (const item of annex.items) visit(item, numbers, out);
  }
  for (const note of r.notes) heading(note.id, note.text, `footnote ${note.id}`);
  return out;
}

function visit(item: PartItem, numbers: (id: Id) => Pick<Change, "before" | "after">, out: Change[]): void {
  const texts = item.type === "paragraph" ? ownSegments(item).map(inText) : [item.text];
  const amendments = [...new Set([...(item.mark ? [item.mark.change] : []), ...texts.flatMap(changesIn)])];
  const places = numbers(item.id);
  const kind = item.mark ? kinds[item.mark.kind] : "changed";
  if (amendments.length > 0)
    out.push({
      id: item.id,
      ...(kind === "new" && places.after ? { after: places.after } : places),
      kind,
      texts: texts.map(marked),
      amendments,
    });
  else if (places.before && places.after && places.before !== places.after)
    out.push({ id: item.id, ...places, kind: "renumbered", texts: [], amendments: [] });
  if (item.type === "paragraph") for (const child of item.children) visit(child, numbers, out);
}

const kinds: Record<ChangeMark["kind"], Change["kind"]> = {
  ins: "new",
  del: "deleted",
  "move-from": "moved",
  "move-to": "moved",
};

/** A text with what was done to it as a whole as a change of its words. */
function inText({ text, mark }: Segment): InlineText {
  if (!mark) return text;
  return [{ kind: mark.kind === "del" ? "del" : "ins", change: mark.change, children: text }];
}

function changesIn(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => {
    if (!("children" in node)) return [];
    const own =
      (node.kind === "ins" || node.kind === "del") && node.change !== undefined ? [node.change] : [];
    return [...own, ...changesIn(node.children)];
  });
}

/** Plain words, changes in brackets of their own. */
function marked(nodes: readonly Inline[]): string {
  return nodes
    .map((node): string => {
      if (node.kind === "text") return node.text;
      if (node.kind === "note") return `[^${node.id}]`;
      if (node.kind === "ref") return `[@${node.to}]`;
      const inner = marked(node.children);
      if (node.kind === "ins") return `{+${inner}+}`;
      return node.kind === "del" ? `{-${inner}-}` : inner;
    })
    .join("");
}

function print(changes: readonly Change[], whose: ReadonlyMap<string, string>, io: Io): string {
  const worded = changes.filter((change) => change.kind !== "renumbered");
  if (worded.length === 0) return "Nothing changed.\n";
  const colour = io.colour ?? io.isTTY;
  const paint = (text: string): string =>
    colour
      ? text
          .replace(/\{\+.*?\+\}/gs, (words) =>
            styleText(["green", "underline"], words, { validateStream: false }),
          )
          .replace(/\{-.*?-\}/gs, (words) =>
            styleText(["red", "strikethrough"], words, { validateStream: false }),
          )
      : text;
  return worded
    .map(({ texts, amendments, ...change }) => {
      const by = amendments.map((id) => whose.get(id) ?? id).join("; ");
      const mark = change.kind === "new" ? "+ " : change.kind === "deleted" ? "- " : "";
      const lines = texts.map((text) => `${paint(fold(visible(mark + text)))}\n`);
      return `${label(change)}${by ? `  [${by}]` : ""}\n${lines.join("")}`;
    })
    .join("\n");
}

/** `PP3, was PP2: moved`. */
function label({ id, before, after, kind }: Pick<Change, "id" | "before" | "after" | "kind">): string {
  const name =
    after && before && after !== before
      ? `${after} (was ${before})`
      : (after ?? (before ? `(was ${before})` : id));
  return kind === "changed" ? name : `${name}: ${kind}`;
}

const width = 100;

/** Lines of at most a hundred characters, set in by two. */
function fold(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `  ${one}`).join("\n");
}
