/** Checks that every footnote call and cross-reference points to something, and every note is called. */
import type { Id, Resolution } from "../model/resolution.ts";
import { paragraphs, segments } from "../model/walk.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { Inline } from "../text/inline.ts";

/** What a text points to, in its order. */
export interface Link {
  kind: "note" | "ref";
  id: string;
}

/** Finds the place of a link in a text, by the id of the text and the way the link is written. */
export type FindPlace = (segment: Id, written: string) => Place | undefined;

/** All calls and references of a text. */
export function linksOf(nodes: readonly Inline[]): Link[] {
  return nodes.flatMap((node): Link[] => {
    if (node.kind === "note") return [{ kind: "note", id: node.id }];
    if (node.kind === "ref") return [{ kind: "ref", id: node.to }];
    return node.kind === "text" ? [] : linksOf(node.children);
  });
}

/** What can be pointed to in a work. */
export interface Targets {
  notes: ReadonlySet<string>;
  paragraphs: ReadonlySet<string>;
  /** Texts that have an id but no number. */
  others: ReadonlySet<string>;
}

export function targetsOf(r: Resolution): Targets {
  const numbered = new Set(paragraphs(r).map((at) => at.paragraph.id));
  return {
    notes: new Set(r.notes.map((note) => note.id)),
    paragraphs: numbered,
    others: new Set(segments(r).flatMap((s) => (numbered.has(s.id) || s.kind === "note" ? [] : [s.id]))),
  };
}

/** Says what points to nothing, in one text. */
export function checkLinks(id: Id, text: readonly Inline[], targets: Targets, find: FindPlace): Diagnostic[] {
  return linksOf(text).flatMap((link): Diagnostic[] => {
    const written = link.kind === "note" ? `[^${link.id}]` : `[@${link.id}]`;
    const known = link.kind === "note" ? targets.notes : targets.paragraphs;
    const inNote = link.kind === "note" && targets.notes.has(id);
    if (known.has(link.id) && !inNote) return [];
    const place = find(id, written);
    const base = { severity: "error" as const, ...(place ? { place } : {}) };
    if (inNote) {
      const message = `The footnote \`${id}\` calls the footnote \`${link.id}\`; a footnote cannot have footnotes.`;
      return [{ ...base, code: "inline-syntax", message, hint: "Write the words into the footnote itself." }];
    }
    if (link.kind === "ref" && targets.others.has(link.id)) {
      const message = `${written} points to a text that has no number to print.`;
      return [
        { ...base, code: "dangling-reference", message, hint: "Point to a paragraph or sub-paragraph." },
      ];
    }
    const near = nearest(link.id, known);
    const message =
      link.kind === "note" ? `There is no footnote \`${link.id}\`.` : `There is no paragraph \`${link.id}\`.`;
    const hint = near
      ? `Did you mean \`${near}\`?`
      : link.kind === "note"
        ? `Add it under \`notes:\` as \`${link.id}: …\`.`
        : "Write the id of a paragraph after the @.";
    return [{ ...base, code: "dangling-reference", message, hint }];
  });
}

/** Says which notes no text calls. */
export function unusedNotes(r: Resolution, find: (note: Id) => Place | undefined): Diagnostic[] {
  const called = new Set(
    segments(r).flatMap((s) =>
      s.kind === "note" ? [] : linksOf(s.text).flatMap((l) => (l.kind === "note" ? [l.id] : [])),
    ),
  );
  return r.notes
    .filter((note) => !called.has(note.id))
    .map((note): Diagnostic => {
      const place = find(note.id);
      return {
        code: "note-unused",
        severity: "warning",
        message: `No text calls the footnote \`${note.id}\`, so it is not printed.`,
        ...(place ? { place } : {}),
        hint: `Write [^${note.id}] where it belongs, or take the note out.`,
      };
    });
}
