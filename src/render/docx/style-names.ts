/** How the styles of a house are called in Word: stable ids, and names that Word recognizes where it has the style itself. */
import type { HouseStyle } from "../../document/house.ts";

/** Word's own styles that a house may restyle: name in any case -> name as Word writes it, and its id. */
const builtIn: Record<string, { id: string; name: string }> = {
  normal: { id: "Normal", name: "Normal" },
  title: { id: "Title", name: "Title" },
  subtitle: { id: "Subtitle", name: "Subtitle" },
  quote: { id: "Quote", name: "Quote" },
  header: { id: "Header", name: "header" },
  footer: { id: "Footer", name: "footer" },
  caption: { id: "Caption", name: "caption" },
  "footnote text": { id: "FootnoteText", name: "footnote text" },
  "heading 1": { id: "Heading1", name: "heading 1" },
  "heading 2": { id: "Heading2", name: "heading 2" },
  "heading 3": { id: "Heading3", name: "heading 3" },
};

export interface StyleName {
  id: string;
  name: string;
  custom: boolean;
}

/** Ids of the character and table styles that every document has; names as a secretariat sees them in Word. */
export const ownStyles = {
  opening: { id: "OpeningWords", name: "Opening Words", custom: true },
  title: { id: "CitedTitle", name: "Cited Title", custom: true },
  plain: { id: "Emphasis", name: "Emphasis", custom: false },
  strong: { id: "Strong", name: "Strong", custom: false },
  superscript: { id: "Superscript", name: "Superscript", custom: true },
  footnoteReference: { id: "FootnoteReference", name: "footnote reference", custom: false },
  hyperlink: { id: "Hyperlink", name: "Hyperlink", custom: false },
  tableGrid: { id: "TableGrid", name: "Table Grid", custom: false },
  layoutTable: { id: "LayoutColumns", name: "Layout Columns", custom: true },
  tableSpacer: { id: "TableSpacer", name: "Table Spacer", custom: true },
} as const satisfies Record<string, StyleName>;

/** Id and name of every style of the house, by the house's key. `footnote` is always Word's own style for notes. */
export function styleNames(house: HouseStyle): Map<string, StyleName> {
  const taken = new Set<string>(Object.values(ownStyles).map((s) => s.id.toLowerCase()));
  const names = new Map<string, StyleName>();
  for (const key of Object.keys(house.styles).sort()) {
    const word = key === "footnote" ? "footnote text" : (house.styles[key]?.word ?? key);
    const known = builtIn[headingName(word, house.styles[key]?.outline).toLowerCase()];
    let id = known?.id ?? pascal(key);
    while (taken.has(id.toLowerCase())) id += "_";
    taken.add(id.toLowerCase());
    names.set(key, known?.id === id ? { ...known, custom: false } : { id, name: word, custom: true });
  }
  return names;
}

/** Word fixes the outline level of its headings, so that the level, not the number in the name, says which one it is. */
function headingName(word: string, outline: number | undefined): string {
  return /^heading \d$/i.test(word) && outline !== undefined ? `heading ${outline}` : word;
}

/** `operative-2` -> `Operative2`. */
function pascal(key: string): string {
  const parts = key.split(/[^A-Za-z0-9]+/).filter((part) => part !== "");
  return parts.map((p) => p.charAt(0).toUpperCase() + p.slice(1)).join("") || "Style";
}
