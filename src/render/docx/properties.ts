/** Properties of the file: core and custom ones, and the settings that speak of the whole document. */
import type { Context } from "./context.ts";
import { instant } from "./context.ts";
import { type El, el, flag, val } from "./elements.ts";
import { noteFormat } from "./note-numbers.ts";
import { scriptOf } from "./script.ts";

/** Root of `docProps/core.xml`. Both dates are the day of issue: the file knows no clock. */
export function coreProperties({ document }: Context): El {
  const { title, author, subject, keywords, date } = document.meta;
  const text = (name: string, value: string): El[] => (value === "" ? [] : [el(name, undefined, [value])]);
  const time = (name: string): El => el(name, { "xsi:type": "dcterms:W3CDTF" }, [instant(date)]);
  const namespaces = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  };
  return el("cp:coreProperties", namespaces, [
    ...text("dc:title", title),
    ...text("dc:subject", subject),
    ...text("dc:creator", author),
    ...text("cp:keywords", keywords),
    ...text("dc:language", document.lang),
    ...text("cp:lastModifiedBy", author),
    el("cp:revision", undefined, ["1"]),
    time("dcterms:created"),
    time("dcterms:modified"),
  ]);
}

/** Root of `docProps/custom.xml`: what goes with the file even through other programs. */
export function customProperties({ document }: Context): El {
  const { symbol, date, source } = document.meta;
  const named = {
    Symbol: symbol,
    "Date of Issue": date,
    Language: document.lang,
    "Source SHA-256": source,
    ...document.meta.properties,
  };
  const namespaces = {
    xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
  };
  // The number of the format for properties that people name, and ids from 2 on (ISO 29500-1, 22.3.2.2).
  const format = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
  const properties = Object.entries(named).map(([name, value], i) =>
    el("property", { fmtid: format, pid: i + 2, name }, [el("vt:lpwstr", undefined, [value])]),
  );
  return el("Properties", namespaces, properties);
}

/** Root of `word/settings.xml`. */
export function settings(context: Context): El {
  const { house, document, languages } = context;
  const hyphenates = Object.values(house.styles).some((s) => s.hyphenate);
  const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const separators = (name: string): El[] => [-1, 0].map((id) => el(name, { "w:id": id }));
  const compatible = (name: string, value: number): El =>
    el("w:compatSetting", {
      "w:name": name,
      "w:uri": "http://schemas.microsoft.com/office/word",
      "w:val": value,
    });
  return el("w:settings", { "xmlns:w": w }, [
    el("w:zoom", { "w:percent": 100 }),
    val("w:defaultTabStop", 720),
    ...(hyphenates ? [flag("w:autoHyphenation"), flag("w:doNotHyphenateCaps")] : []),
    val(
      "w:characterSpacingControl",
      scriptOf(document.lang) === "han" ? "compressPunctuation" : "doNotCompress",
    ),
    el("w:footnotePr", undefined, [val("w:numFmt", noteFormat(context)), ...separators("w:footnote")]),
    el("w:endnotePr", undefined, separators("w:endnote")),
    el("w:compat", undefined, [
      compatible("compatibilityMode", 15),
      compatible("overrideTableStyleFontSizeAndJustification", 1),
      compatible("enableOpenTypeFeatures", 1),
      compatible("doNotFlipMirrorIndents", 1),
      compatible("differentiateMultirowTableHeaders", 1),
    ]),
    el("w:themeFontLang", languages),
  ]);
}
