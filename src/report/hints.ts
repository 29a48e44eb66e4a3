/** Hints for findings that were made without one of their own, by code. */
import type { Code } from "./codes.ts";
import type { Diagnostic } from "./diagnostic.ts";

const hints: Partial<Record<Code, string>> = {
  "file-missing": "Put the file there, or take out what asks for it.",
  "wrong-type": "Write it as the same field is written in another work; hemicycle init makes one to look at.",
  "missing-field": "Add it as it is written in another work; hemicycle init makes one to look at.",
  "yaml-syntax": "Look at the brackets, quotation marks and indents of this line and the one above.",
  "inline-syntax": "Close the mark, or put a backslash before a sign that is meant as it stands.",
  "house-unknown": "Write the name of a folder in templates/houses/.",
  "house-syntax": "Compare the value with that of another style in the same file.",
  "locale-syntax": "Compare the file with locales/en.",
  "template-syntax": "Look at the tags of this line: each one that is opened has to be closed in its turn.",
  "template-element": "Compare the tag with those of the other templates.",
  "glyph-missing": "Write the character differently, or add a font that has it to the house style.",
  "translation-missing": "Add the text to the translation.",
};

/** Every error and warning with a hint; where the finder gave none, the general one of its code. */
export function withHints(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((d) => {
    const hint = d.hint ?? ofLists(d) ?? hints[d.code];
    return hint === undefined ? d : { ...d, hint };
  });
}

/** Works have no amendments to look at when they are made; a new list has one of each kind. */
function ofLists({ code, place }: Diagnostic): string | undefined {
  const [, work] = /^resolutions\/([^/]+)\/amendments\//.exec(place?.file ?? "") ?? [];
  if (work === undefined || (code !== "wrong-type" && code !== "missing-field")) return undefined;
  return `Write it as in the examples of a new list: hemicycle amend ${work} start makes one where a stage has none.`;
}
