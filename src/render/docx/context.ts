/** What the writers of blocks and inline nodes share while one document is made. */
import type { HouseStyle } from "../../document/house.ts";
import type { Document, FootNote, Mark } from "../../document/tree.ts";
import type { Diagnostic } from "../../report/diagnostic.ts";
import { Anchors } from "./anchors.ts";
import { NumberingWriter } from "./numbering.ts";
import { type Scan, scan } from "./scan.ts";
import { type StyleName, styleNames } from "./style-names.ts";
import { documentLanguages } from "./styles.ts";

export interface Context {
  house: HouseStyle;
  document: Document;
  names: Map<string, StyleName>;
  scan: Scan;
  anchors: Anchors;
  numbering: NumberingWriter;
  languages: ReturnType<typeof documentLanguages>;
  /** Footnotes by id with the number of Word's element; filled in the order of their calls. */
  notes: Map<string, { note: FootNote; number: number; automatic: boolean }>;
  diagnostics: Diagnostic[];
}

export function createContext(document: Document, house: HouseStyle): Context {
  const names = styleNames(house);
  const found = scan(document);
  return {
    house,
    document,
    names,
    scan: found,
    anchors: new Anchors(),
    numbering: new NumberingWriter(house, document, names, found),
    languages: documentLanguages(document.lang),
    notes: new Map(),
    diagnostics: [],
  };
}

/** Where words stand: which part of the file, direction and language in force, and the paragraph style around them. */
export interface Surroundings {
  part: "body" | "furniture" | "note";
  dir: "ltr" | "rtl";
  lang: string;
  /** Words of this paragraph style are bold or slanted already. */
  bold: boolean;
  italic: boolean;
}

/** `w:id`, `w:author`, `w:date` of a tracked change; a change of nobody is the house's. A day stands for its midnight in UTC. */
export function changeAttributes(
  context: Context,
  mark: Pick<Mark, "by" | "date">,
): Record<string, string | number> {
  return {
    "w:id": context.anchors.next(),
    "w:author": mark.by || context.document.meta.author,
    "w:date": instant(mark.date),
  };
}

export function instant(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date;
}
