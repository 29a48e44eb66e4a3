/** Prints texts for a translators' tool as XLIFF 1.2 (OASIS standard, strict schema). */
import type { Packet, Unit } from "../model/packet.ts";
import type { Freshness } from "../model/translation.ts";
import { type Coded, encode, mainKind } from "../text/codes.ts";
import type { InlineText } from "../text/inline.ts";
import { element, printXml, wordsElement, type XmlOut } from "./xml.ts";

/** `target/@state` of each of our states. */
const states: Record<Freshness, string> = {
  missing: "needs-translation",
  stale: "needs-translation",
  draft: "translated",
  final: "final",
};

/** One `trans-unit` a text; hashes stand in `extradata`, which is the standard's place for what a tool keeps for itself. */
export function printXliff12(packet: Packet, version: string): string {
  const header = element("header", {}, [
    element("tool", { "tool-id": "hemicycle", "tool-name": "Hemicycle", "tool-version": version }),
  ]);
  const file = element(
    "file",
    {
      original: `resolutions/${packet.work}/resolution.yaml`,
      "source-language": packet.original,
      "target-language": packet.language,
      datatype: "x-hemicycle",
      "tool-id": "hemicycle",
    },
    [header, element("body", {}, packet.units.map(unit))],
  );
  return printXml(
    element("xliff", { xmlns: "urn:oasis:names:tc:xliff:document:1.2", version: "1.2" }, [file]),
  );
}

function unit({ id, state, note, terms, source, hash, target, targetHash, previous }: Unit): XmlOut {
  const coded = encode(source);
  return element(
    "trans-unit",
    {
      id,
      "xml:space": "preserve",
      approved: state === "final" ? "yes" : "no",
      extradata: `source-hash=${hash} target-hash=${targetHash}`,
    },
    [
      wordsElement("source", {}, coded.map(code)),
      wordsElement(
        "target",
        { state: states[state] },
        target === undefined ? [] : encode(target, coded).map(code),
      ),
      element("note", { from: "hemicycle" }, [note]),
      ...(terms === undefined ? [] : [element("note", { from: "hemicycle", annotates: "target" }, [terms])]),
      ...(previous ? [alternative(previous)] : []),
    ],
  );
}

function alternative({ source, target }: { source?: InlineText; target: InlineText }): XmlOut {
  const coded = source && encode(source);
  return element(
    "alt-trans",
    { alttranstype: "previous-version", origin: "hemicycle", "xml:space": "preserve" },
    [
      ...(coded ? [wordsElement("source", {}, coded.map(code))] : []),
      wordsElement("target", {}, encode(target, coded).map(code)),
    ],
  );
}

/** Kinds that the standard has a name for; emphasis of every kind is shown slanted, its id tells which. */
const types: Record<string, string> = {
  opening: "italic",
  title: "italic",
  emphasis: "italic",
  strong: "bold",
};

function code(node: Coded): XmlOut | string {
  if (typeof node === "string") return node;
  const { id, kind, children } = node;
  if (!children) {
    const to = id.replace(/^(?:note|ref)-|_\d+$/g, "");
    return wordsElement("x", { id, ctype: `x-${kind}`, "equiv-text": `[${to}]`, clone: "no" }, []);
  }
  const kept = mainKind(kind) === "opening" ? "no" : undefined;
  return wordsElement("g", { id, ctype: types[kind] ?? `x-${kind}`, clone: kept }, children.map(code));
}
