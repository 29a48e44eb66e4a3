/** Proves a redline on the finished file: all changes accepted give the new text, all rejected the old one, character for character. */
import { createHash } from "node:crypto";
import type { Block, Document, Inline } from "../../document/tree.ts";
import type { Diagnostic } from "../../report/diagnostic.ts";
import { elementsOf, openPackage, type PackagePart } from "./open-package.ts";
import { isText, visitBlocks } from "./scan.ts";
import { callSign, type Settled, settledParagraphs, type Verdict } from "./settle.ts";

/**
 * What is compared: every paragraph of the text in its order, then the footnotes it calls, each once. Masthead, stage line, legend
 * and the table of changes are the frame of a paper and no part of the text: frame is what stands before the first paragraph with
 * a name, after the title, and after a name that begins with `_`.
 */
interface TextState {
  inText: boolean;
}

/** Whether a paragraph belongs to the text; `name` is its id, undefined where it has none. */
function belongs(name: string | undefined, state: TextState): boolean {
  if (name === "title") {
    state.inText = false;
    return true;
  }
  if (name !== undefined) state.inText = !name.startsWith("_");
  return state.inText;
}

/** Texts of a clean document, as `proof` wants them. */
export function proofTexts(document: Document): string[] {
  const state: TextState = { inText: false };
  const lines: string[] = [];
  const called: string[] = [];
  visitBlocks(document.body, document.lang, (block: Block) => {
    if (!isText(block) || !belongs(block.id, state)) return;
    lines.push(words(block.inline));
    called.push(...calls(block.inline));
  });
  const notes = new Map(document.notes.map((n) => [n.id, n.blocks.map((b) => words(b.inline)).join("\n")]));
  return [...lines, ...noteLines(called.map((id) => notes.get(id) ?? ""))];
}

function noteLines(texts: readonly string[]): string[] {
  return [...new Set(texts)].map((text) => `${callSign} ${text}`);
}

function words(inline: readonly Inline[]): string {
  return inline
    .map((node) => {
      if (node.kind === "text") return node.text;
      if (node.kind === "ref") return node.label;
      if (node.kind === "call") return callSign;
      if (node.kind === "br") return "\n";
      if (node.kind === "tab") return "\t";
      return "children" in node ? words(node.children) : "";
    })
    .join("");
}

function calls(inline: readonly Inline[]): string[] {
  return inline.flatMap((node) => {
    if (node.kind === "call") return [node.id];
    return "children" in node ? calls(node.children) : [];
  });
}

/** Texts of a file after all changes are accepted, or rejected; no value for bytes that are no Word file. */
export function settledTexts(bytes: Uint8Array, verdict: Verdict): string[] | undefined {
  const { parts } = openPackage(bytes);
  const main = parts.get("word/document.xml");
  const body = main && elementsOf(main.root).find((e) => e.name === "w:body");
  if (!body) return undefined;
  const state: TextState = { inText: false };
  const paragraphs = settledParagraphs(body, verdict).filter((p) => belongs(p.tag, state));
  const notes = notesOf(parts.get("word/footnotes.xml"), verdict);
  return [
    ...paragraphs.map((p) => p.text),
    ...noteLines(paragraphs.flatMap((p) => p.notes.map((id) => notes.get(id) ?? ""))),
  ];
}

function notesOf(part: PackagePart | undefined, verdict: Verdict): Map<string, string> {
  const out = new Map<string, string>();
  for (const note of part ? elementsOf(part.root) : []) {
    const paragraphs = settledParagraphs(note, verdict);
    const text = paragraphs.map(({ text }: Settled) => text).join("\n");
    // Before the words stand the mark of the note and a space.
    out.set(note.attributes["w:id"] ?? "", text.replace(/^[^ ]* /, ""));
  }
  return out;
}

/** `before` and `after`: see `proofTexts`. Empty when the file gives back both texts. */
export function proof(bytes: Uint8Array, before: readonly string[], after: readonly string[]): Diagnostic[] {
  return [...compare(bytes, "reject", before), ...compare(bytes, "accept", after)];
}

const hint =
  "This is a fault of the program, not of your text. Please report it together with the work folder.";

function compare(bytes: Uint8Array, verdict: Verdict, wanted: readonly string[]): Diagnostic[] {
  const found = settledTexts(bytes, verdict);
  const doing = verdict === "accept" ? "Accepting all changes" : "Rejecting all changes";
  const text = verdict === "accept" ? "new text" : "old text";
  const say = (message: string): Diagnostic[] => [
    { code: "redline-unproved", severity: "error", message, hint },
  ];
  if (!found) return say("The redline cannot be read as a Word file.");
  const at = wanted.findIndex((line, i) => line !== found[i]);
  if (at < 0 && found.length === wanted.length) return [];
  const n = at < 0 ? wanted.length : at;
  const [want, have] = [wanted[n], found[n]];
  if (have === undefined)
    return say(`${doing} loses paragraph ${n + 1} of the ${text}: "${excerpt(want ?? "", 0)}".`);
  if (want === undefined)
    return say(`${doing} leaves a paragraph that the ${text} does not have: "${excerpt(have, 0)}".`);
  let same = 0;
  while (same < want.length && want[same] === have[same]) same++;
  return say(
    `${doing} does not give back paragraph ${n + 1} of the ${text}: it should read "${excerpt(want, same)}" and reads "${excerpt(have, same)}".`,
  );
}

function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - 20);
  const piece = text.slice(from, at + 40);
  return `${from > 0 ? "…" : ""}${piece}${from + piece.length < text.length ? "…" : ""}`;
}

/**
 * Sums (SHA-256, 64 hex digits) of the texts that a file gives when all its changes are accepted, and rejected: what a manifest keeps,
 * so that files alone can be held against it. Empty texts for bytes that are no Word file.
 */
export function proofSums(bytes: Uint8Array): { accepted: string; rejected: string } {
  return {
    accepted: textSum(settledTexts(bytes, "accept") ?? []),
    rejected: textSum(settledTexts(bytes, "reject") ?? []),
  };
}

/** The sum of a list of texts; of `proofTexts` it is what `proofSums` gives for a file that is right. */
export function textSum(texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}
