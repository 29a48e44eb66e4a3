/** Reads what a translators' tool gave back, XLIFF 1.2 or 2.x: words and codes as they stand, nothing taken on trust. */
import type { Returned } from "../model/packet.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { parseXml, type XmlElement } from "../text/xml.ts";
import { decodeSource } from "./source.ts";
import { readUnits2 } from "./xliff-2.ts";
import { readUnits12 } from "./xliff-12.ts";
import { at, childrenOf } from "./xliff-words.ts";

/** Deepest nesting of elements that is read; marks nest 24 deep at most. */
const depth = 48;

/**
 * `file` is for the places of findings. No value when the file as a whole cannot be trusted: not XML, a document type, too large,
 * not XLIFF, or for several languages.
 */
export function readXliff(bytes: Uint8Array, file: string): Checked<Returned> {
  const source = decodeSource(bytes, file);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  const { root, problems } = parseXml(source.value, { depth });
  if (!root || problems.length > 0) {
    const diagnostics = problems.map(({ message, line, column }) =>
      fault(
        `The file cannot be read: ${message}`,
        { file, line, column },
        "Export it again from the translators’ tool.",
      ),
    );
    return { diagnostics: diagnostics.length > 0 ? diagnostics : [notXliff(file)] };
  }
  const version = root.attributes.version ?? "";
  const name = root.name.replace(/^.*:/, "");
  if (name !== "xliff") return { diagnostics: [notXliff(file)] };
  if (/^1\.[012]$/.test(version)) return oneLanguage(root, file, readUnits12(root, file), langs12(root));
  if (/^2\.\d$/.test(version)) return oneLanguage(root, file, readUnits2(root, file), langs2(root));
  const message = `The file is XLIFF ${version === "" ? "of no version" : `“${version}”`}; versions 1.2 and 2.x are read.`;
  return { diagnostics: [fault(message, at(root, file), "Have the tool save it as XLIFF 1.2.")] };
}

/** The work that the first file of our own is of; a tool may have given its files other names. */
function workOf(root: XmlElement): string | undefined {
  const names = childrenOf(root, "file").map((f) => f.attributes.original ?? "");
  return names.map((name) => /^resolutions\/([^/]+)\/resolution\.yaml$/.exec(name)?.[1]).find((work) => work);
}

interface Languages {
  original: (string | undefined)[];
  language: (string | undefined)[];
}

function langs12(root: XmlElement): Languages {
  const files = childrenOf(root, "file");
  return {
    original: files.map((f) => f.attributes["source-language"]),
    language: files.map((f) => f.attributes["target-language"]),
  };
}

function langs2(root: XmlElement): Languages {
  return { original: [root.attributes.srcLang], language: [root.attributes.trgLang] };
}

function oneLanguage(
  root: XmlElement,
  file: string,
  units: Returned["units"],
  { original, language }: Languages,
): Checked<Returned> {
  const [from, to] = [new Set(original), new Set(language)];
  if (from.size > 1 || to.size > 1) {
    const message = "The file holds texts in several languages.";
    return { diagnostics: [fault(message, at(root, file), "Import one file for each language.")] };
  }
  const [first] = from;
  const [second] = to;
  const work = workOf(root);
  return {
    value: {
      ...(work === undefined ? {} : { work }),
      ...(first === undefined ? {} : { original: first }),
      ...(second === undefined ? {} : { language: second }),
      units,
    },
    diagnostics: [],
  };
}

function notXliff(file: string): Diagnostic {
  return fault(
    "The file is not XLIFF.",
    { file, line: 1, column: 1 },
    "Give the .xlf file that the translators’ tool saved.",
  );
}

function fault(message: string, place: NonNullable<Diagnostic["place"]>, hint: string): Diagnostic {
  return { code: "exchange-file", severity: "error", message, place, hint };
}
