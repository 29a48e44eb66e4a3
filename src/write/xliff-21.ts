/** Prints texts for a translators' tool as XLIFF 2.1 (OASIS standard; core with the modules for matches and metadata). */
import type { Packet, Unit } from "../model/packet.ts";
import type { Freshness } from "../model/translation.ts";
import { type Coded, encode, mainKind } from "../text/codes.ts";
import type { InlineText } from "../text/inline.ts";
import { element, printXml, wordsElement, type XmlOut } from "./xml.ts";

const states: Record<Freshness, string> = {
  missing: "initial",
  stale: "initial",
  draft: "translated",
  final: "final",
};

/** One `unit` with one `segment` a text; hashes stand in the metadata module. */
export function printXliff21(packet: Packet, version: string): string {
  const file = element(
    "file",
    {
      id: "f1",
      original: `resolutions/${packet.work}/resolution.yaml`,
      canResegment: "no",
      trgDir: packet.dir,
    },
    [metadata("file", { tool: `Hemicycle ${version}`, work: packet.work }), ...packet.units.map(unit)],
  );
  const names = {
    xmlns: "urn:oasis:names:tc:xliff:document:2.0",
    "xmlns:mda": "urn:oasis:names:tc:xliff:metadata:2.0",
    "xmlns:mtc": "urn:oasis:names:tc:xliff:matches:2.0",
    version: "2.1",
    srcLang: packet.original,
    trgLang: packet.language,
  };
  return printXml(element("xliff", names, [file]));
}

function metadata(category: string, values: Record<string, string>): XmlOut {
  const metas = Object.entries(values).map(([type, value]) => element("mda:meta", { type }, [value]));
  return element("mda:metadata", {}, [
    element("mda:metaGroup", { category: `hemicycle-${category}` }, metas),
  ]);
}

function unit({ id, state, note, terms, source, hash, target, targetHash, previous }: Unit): XmlOut {
  const coded = encode(source);
  const words = { "xml:space": "preserve" };
  return element("unit", { id, canResegment: "no" }, [
    ...(previous?.source ? [element("mtc:matches", {}, [match(previous.source, previous.target)])] : []),
    metadata("unit", { sourceHash: hash, targetHash }),
    element("notes", {}, [
      element("note", { category: "context" }, [note]),
      ...(terms === undefined ? [] : [element("note", { category: "terms", appliesTo: "target" }, [terms])]),
      ...(previous && !previous.source
        ? [element("note", { category: "previous" }, [plain(previous.target)])]
        : []),
    ]),
    element("segment", { id: "s1", state: target === undefined ? "initial" : states[state] }, [
      wordsElement("source", words, coded.map(code)),
      ...(target === undefined ? [] : [wordsElement("target", words, encode(target, coded).map(code))]),
    ]),
  ]);
}

/** A match needs both texts, so a translation whose source is not on record becomes a note. */
function match(source: InlineText, target: InlineText): XmlOut {
  const coded = encode(source);
  return element(
    "mtc:match",
    { ref: "#s1", origin: "hemicycle", type: "other", subType: "hemicycle:previous" },
    [
      wordsElement("source", { "xml:space": "preserve" }, coded.map(code)),
      wordsElement("target", { "xml:space": "preserve" }, encode(target, coded).map(code)),
    ],
  );
}

function plain(text: InlineText): string {
  const words = (nodes: readonly Coded[]): string =>
    nodes.map((node) => (typeof node === "string" ? node : words(node.children ?? []))).join("");
  return words(encode(text));
}

const looks: Record<string, string> = {
  opening: "xlf:i",
  title: "xlf:i",
  emphasis: "xlf:i",
  strong: "xlf:b",
};

function code(node: Coded): XmlOut | string {
  if (typeof node === "string") return node;
  const { id, kind, children } = node;
  if (!children) {
    const to = id.replace(/^(?:note|ref)-|_\d+$/g, "");
    const what = kind === "note" ? `footnote ${to}` : `reference to ${to}`;
    const type = kind === "note" ? "other" : "link";
    const fixed = { canDelete: "no", canCopy: "no" };
    return wordsElement(
      "ph",
      { id, type, subType: `hemicycle:${kind}`, equiv: `[${to}]`, disp: what, ...fixed },
      [],
    );
  }
  const fixed = mainKind(kind) === "opening" ? { canDelete: "no", canCopy: "no" } : {};
  return wordsElement(
    "pc",
    { id, type: "fmt", subType: looks[kind] ?? `hemicycle:${kind}`, ...fixed },
    children.map(code),
  );
}
