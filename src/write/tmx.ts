/** Prints finished translations as TMX 1.4, for the memories of translators' tools. */
import type { Packet, Unit } from "../model/packet.ts";
import { type Coded, encode } from "../text/codes.ts";
import { element, printXml, wordsElement, type XmlOut } from "./xml.ts";

/** Every unit of the packet whose translation is fresh; the caller chooses which of them are finished. */
export function printTmx(packet: Packet, version: string): string {
  const header = element("header", {
    creationtool: "Hemicycle",
    creationtoolversion: version,
    segtype: "paragraph",
    "o-tmf": "hemicycle",
    adminlang: "en",
    srclang: packet.original,
    datatype: "unknown",
  });
  const pairs = packet.units.flatMap((unit) => pair(packet, unit));
  return printXml(element("tmx", { version: "1.4" }, [header, element("body", {}, pairs)]));
}

function pair(packet: Packet, { id, state, source, target, hash }: Unit): XmlOut[] {
  if (target === undefined || state === "missing" || state === "stale") return [];
  const coded = encode(source);
  // Codes that answer each other have the same `x` in both languages.
  const numbers = new Map<string, string>();
  const side = (language: string, nodes: readonly Coded[]): XmlOut =>
    element("tuv", { "xml:lang": language }, [
      wordsElement(
        "seg",
        {},
        nodes.flatMap((n) => code(n, numbers)),
      ),
    ]);
  return [
    element("tu", { tuid: `${packet.work}:${id}` }, [
      element("prop", { type: "x-source-hash" }, [hash]),
      element("prop", { type: "x-state" }, [state]),
      side(packet.original, coded),
      side(packet.language, encode(target, coded)),
    ]),
  ];
}

function code(node: Coded, numbers: Map<string, string>): (XmlOut | string)[] {
  if (typeof node === "string") return [node];
  const { id, kind, children } = node;
  const x = numbers.get(id) ?? String(numbers.size + 1);
  numbers.set(id, x);
  if (!children) return [wordsElement("ph", { x, type: `x-${kind}` }, [])];
  return [
    wordsElement("bpt", { i: x, x, type: `x-${kind}` }, []),
    ...children.flatMap((child) => code(child, numbers)),
    wordsElement("ept", { i: x }, []),
  ];
}
