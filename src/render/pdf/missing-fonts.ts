/** Says which fonts a document needs and this machine has not, before every single letter is missed. */

import type { FontFamily, HouseStyle, Script } from "../../document/house.ts";
import type { Document } from "../../document/tree.ts";
import type { Diagnostic } from "../../report/diagnostic.ts";
import type { Typecase } from "./fonts.ts";
import { languagesOf } from "./languages.ts";
import { scriptOfLanguage } from "./script.ts";

const names: Record<Script, string> = {
  latin: "Latin",
  cyrillic: "Cyrillic",
  arabic: "Arabic",
  han: "Chinese",
};

/** An error for each family of which a file is not there; Latin is asked for in every document. */
export function missingFonts(document: Document, house: HouseStyle, typecase: Typecase): Diagnostic[] {
  const wanted = new Set<Script>(["latin", ...languagesOf(document).map(scriptOfLanguage)]);
  const families = new Map<FontFamily, { script: Script; file: string }>();
  for (const { script, family, file } of typecase.missing(house, [...wanted]))
    if (!families.has(family)) families.set(family, { script, file });
  return [...families].map(([family, { script, file }]) => ({
    code: "font-missing",
    severity: "error",
    message: `The font for ${names[script]} letters, ${family.name}, is not installed (${file}).`,
    hint:
      family.optional === undefined
        ? 'Run "npm ci", or see which files the house style names below "fonts".'
        : `Run "npm install ${family.optional}".`,
  }));
}
