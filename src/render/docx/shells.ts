/** Shells of documents: prepared for the pages of our own houses, otherwise made with the package docx, which is loaded only then. */
import type { PageSetup } from "../../document/house.ts";
import { type PreparedShells, preparedShells } from "./prepared-shells.ts";

/** Path to XML. */
export type Shell = ReadonlyMap<string, string>;

export interface ShellKind {
  page: PageSetup;
  dir: "ltr" | "rtl";
  /** Page numbers in Arabic-Indic digits. */
  indic: boolean;
}

export type Slot = "body" | "styles" | "firstHeader" | "firstFooter" | "header" | "footer";

/** A slot is written as `<hemicycle-slot-…/>`. */
export const slotTag = "hemicycle-slot-";

/** Parts that every document brings itself. */
export const ownParts = [
  "docProps/core.xml",
  "docProps/custom.xml",
  "word/settings.xml",
  "word/numbering.xml",
  "word/footnotes.xml",
  "word/endnotes.xml",
] as const;
export type OwnPart = (typeof ownParts)[number];

export function isOwn(path: string): path is OwnPart {
  return (ownParts as readonly string[]).includes(path);
}

/** A part of a shell with its slots filled. Words of authors cannot look like a slot: they have no `<` in XML. */
export function fillSlots(part: string, content: Record<Slot, string>): string {
  return part.replace(/<hemicycle-slot-(\w+)\/>/g, (_, slot: Slot) => content[slot]);
}

const shells = new Map<string, Shell>();
/** A run has a page or two and two directions; the bound is for a server that never ends. */
const mostShells = 16;

export async function shellOf(kind: ShellKind, ready: PreparedShells = preparedShells): Promise<Shell> {
  const key = keyOf(kind);
  if (Object.hasOwn(ready, key)) return new Map(Object.entries(ready[key] ?? {}));
  const known = shells.get(key);
  if (known) return known;
  if (shells.size >= mostShells) shells.clear();
  const shell = (await import("./shell.ts")).makeShell(kind);
  shells.set(key, shell);
  return shell;
}

export function keyOf({ page, dir, indic }: ShellKind): string {
  return JSON.stringify([page, dir, indic]);
}
