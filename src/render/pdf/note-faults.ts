/** Footnotes that cannot be printed as they are meant: called nowhere, or only where no foot of a page can take them. */

import type { Block, Document, Inline } from "../../document/tree.ts";
import type { Diagnostic } from "../../report/diagnostic.ts";

/** Tables, columns and marks deeper than this are a fault that preflight says. */
const deepest = 100;

/** Notes are the text's: their words are lost when only a running head or another note calls them. */
export function noteFaults(document: Document): Diagnostic[] {
  const { first, rest, body, notes } = document;
  const inText = callsOf(body);
  const elsewhere = [
    ...[first.header, first.footer, rest.header, rest.footer].map((blocks) => ({
      calls: callsOf(blocks),
      where: "the head or foot of the pages",
    })),
    ...notes.map((note) => ({ calls: callsOf(note.blocks), where: `note ${note.label}` })),
  ];
  const labels = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const { id, label } of notes) {
    if (labels.has(id)) found.push({ ...twice(id, label), about: id });
    labels.set(id, label);
  }
  for (const [id, label] of [...inText, ...elsewhere.flatMap(({ calls }) => [...calls])])
    if (!labels.has(id)) {
      labels.set(id, label);
      found.push(noSuchNote(label));
    }
  const told = new Set<string>();
  for (const { calls, where } of elsewhere)
    for (const [id, label] of calls)
      if (!inText.has(id) && notes.some((note) => note.id === id) && !told.has(id)) {
        told.add(id);
        found.push({ ...noFoot(label, where), about: id });
      }
  for (const { id, label } of notes)
    if (!inText.has(id) && !told.has(id)) found.push({ ...unused(label), about: id });
  return found;
}

/** The notes that blocks call, by id, with the label that is printed at the first call. */
function callsOf(blocks: readonly Block[]): Map<string, string> {
  const calls = new Map<string, string>();
  const inline = (nodes: readonly Inline[], depth: number): void => {
    if (depth > deepest) return;
    for (const node of nodes) {
      if (node.kind === "call" && !calls.has(node.id)) calls.set(node.id, node.label);
      if ("children" in node) inline(node.children, depth + 1);
    }
  };
  const visit = (list: readonly Block[], depth: number): void => {
    if (depth > deepest) return;
    for (const block of list) {
      if (block.kind === "table")
        for (const row of block.rows) for (const cell of row.cells) visit(cell.blocks, depth + 1);
      else if (block.kind === "columns") for (const column of block.columns) visit(column.blocks, depth + 1);
      else if ("inline" in block) inline(block.inline, 0);
    }
  };
  visit(blocks, 0);
  return calls;
}

function noFoot(label: string, where: string): Diagnostic {
  return {
    code: "note-place",
    severity: "error",
    message: `Note ${label} is called in ${where} only, where no footnote can stand; its words would be lost.`,
    hint: "Call it in the text, or write its words where it is called.",
  };
}

function unused(label: string): Diagnostic {
  return {
    code: "note-unused",
    severity: "warning",
    message: `Note ${label} is called nowhere and is not printed.`,
    hint: "Call it in the text, or take it out.",
  };
}

function noSuchNote(label: string): Diagnostic {
  return {
    code: "dangling-reference",
    severity: "error",
    message: `A note ${label} is called, but the document has no such note.`,
    hint: "Add the note, or take the call out.",
  };
}

function twice(id: string, label: string): Diagnostic {
  return {
    code: "duplicate-id",
    severity: "error",
    message: `Two notes have the id "${id}"; the second, ${label}, would be lost.`,
    hint: "Give each note an id of its own.",
  };
}
