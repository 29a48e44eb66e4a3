/** The units of an XLIFF 2.x file. */
import type { ReturnedUnit } from "../model/packet.ts";
import type { Coded } from "../text/codes.ts";
import { kindByLetter } from "../text/codes.ts";
import type { XmlElement } from "../text/xml.ts";
import {
  at,
  below,
  childOf,
  joinProblems,
  localName,
  type ReadCode,
  readWords,
  textOf,
} from "./xliff-words.ts";

const states: Record<string, ReturnedUnit["state"]> = {
  initial: "open",
  translated: "draft",
  reviewed: "draft",
  final: "final",
};

/** A tool may have cut a text into several segments; they are put together again. */
export function readUnits2(root: XmlElement, file: string): ReturnedUnit[] {
  return below(root, "unit").map((unit) => {
    const parts = unit.children.filter(
      (c): c is XmlElement => c.kind === "element" && (c.name === "segment" || c.name === "ignorable"),
    );
    const segments = parts.filter((p) => p.name === "segment");
    const source: Coded[] = [];
    const target: Coded[] = [];
    const problems: (string | undefined)[] = [];
    let translated = segments.length > 0;
    for (const part of parts) {
      const from = childOf(part, "source");
      const to = childOf(part, "target");
      const readFrom = from ? readWords(from, readCode) : { words: [] };
      // White space between segments is not translated by every tool.
      const readTo = to ? readWords(to, readCode) : part.name === "ignorable" ? readFrom : undefined;
      if (!readTo) translated = false;
      source.push(...readFrom.words);
      target.push(...(readTo?.words ?? []));
      problems.push(readFrom.problem, readTo?.problem);
    }
    const some = target.length > 0 && !translated && segments.some((s) => childOf(s, "target"));
    const state = least(segments.map((s) => states[s.attributes.state ?? "initial"]));
    const place = at(segments.map((s) => childOf(s, "target")).find((t) => t) ?? unit, file);
    return {
      id: unit.attributes.id ?? "",
      place,
      source,
      ...(translated ? { target } : {}),
      ...(state ? { state } : {}),
      ...hashes(unit),
      ...joinProblems([...problems, some ? "only a part of it is translated" : undefined]),
    };
  });
}

/** The least of the states of the segments of one text. */
function least(all: readonly ReturnedUnit["state"][]): ReturnedUnit["state"] {
  return (["open", "draft", "final"] as const).find((state) => all.includes(state));
}

function hashes(unit: XmlElement): Pick<ReturnedUnit, "hash" | "targetHash"> {
  const metas = unit.children
    .filter((c): c is XmlElement => c.kind === "element" && localName(c) === "metadata")
    .flatMap((m) => m.children)
    .filter((c): c is XmlElement => c.kind === "element" && c.attributes.category === "hemicycle-unit")
    .flatMap((group) => group.children.filter((c): c is XmlElement => c.kind === "element"));
  const of = (type: string): string | undefined => {
    const meta = metas.find((m) => m.attributes.type === type);
    return meta && textOf(meta).trim();
  };
  const [hash, targetHash] = [of("sourceHash"), of("targetHash")];
  return {
    ...(hash !== undefined && /^[0-9a-f]{16}$/.test(hash) ? { hash } : {}),
    ...(targetHash !== undefined && /^(?:[0-9a-f]{16}|none)$/.test(targetHash) ? { targetHash } : {}),
  };
}

const readCode: ReadCode = (element) => {
  const { name, attributes } = element;
  const { id = "", subType = "" } = attributes;
  if (name === "mrk") return "wrapping";
  // Marks of comments and terms that a tool put in.
  if (name === "sm" || name === "em") return [];
  if (name === "cp") return character(attributes.hex ?? "");
  const kind = subType.startsWith("hemicycle:") ? subType.slice(10) : (kindByLetter(id) ?? "");
  if (name === "ph") return { id, kind: kind === "" ? id.replace(/-.*$/, "") : kind, pair: false };
  if (name === "pc") return { id, kind, pair: true };
  return undefined;
};

/** Characters that XML cannot hold; none of them can be printed. */
function character(hex: string): string[] | undefined {
  return hex === "" || childless(hex) ? undefined : [String.fromCodePoint(Number.parseInt(hex, 16))];
}

function childless(hex: string): boolean {
  const code = Number.parseInt(hex, 16);
  return (
    !/^[0-9A-Fa-f]{1,6}$/.test(hex) || code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  );
}
