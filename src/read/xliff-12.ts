/** The units of an XLIFF 1.2 file. */
import type { ReturnedUnit } from "../model/packet.ts";
import { kindByLetter } from "../text/codes.ts";
import type { XmlElement } from "../text/xml.ts";
import { at, below, childOf, joinProblems, type ReadCode, readWords } from "./xliff-words.ts";

const states: Record<string, ReturnedUnit["state"]> = {
  new: "open",
  "needs-translation": "open",
  "needs-adaptation": "draft",
  "needs-l10n": "draft",
  "needs-review-adaptation": "draft",
  "needs-review-l10n": "draft",
  "needs-review-translation": "draft",
  translated: "draft",
  final: "final",
  "signed-off": "final",
};

export function readUnits12(root: XmlElement, file: string): ReturnedUnit[] {
  return below(root, "trans-unit").map((unit) => {
    const { id = "", extradata = "", approved } = unit.attributes;
    const source = childOf(unit, "source");
    const target = childOf(unit, "target");
    const readSource = source ? readWords(source, readCode) : { words: [] };
    const readTarget = target && readWords(target, readCode);
    const hash = /\bsource-hash=([0-9a-f]{16})\b/.exec(extradata)?.[1];
    const targetHash = /\btarget-hash=([0-9a-f]{16}|none)\b/.exec(extradata)?.[1];
    const said = target?.attributes.state;
    const state =
      approved === "yes" && said !== "translated" ? "final" : said === undefined ? undefined : states[said];
    return {
      id,
      place: at(target ?? unit, file),
      source: readSource.words,
      ...(readTarget ? { target: readTarget.words } : {}),
      ...(state ? { state } : {}),
      ...(hash === undefined ? {} : { hash }),
      ...(targetHash === undefined ? {} : { targetHash }),
      ...joinProblems([readSource.problem, readTarget?.problem]),
    };
  });
}

const readCode: ReadCode = ({ name, attributes }) => {
  const { id = "", ctype = "" } = attributes;
  if (name === "mrk") return "wrapping";
  if (name === "x") return { id, kind: ctype.replace(/^x-/, "") || id.replace(/-.*$/, ""), pair: false };
  if (name !== "g") return undefined;
  const kind = ctype.startsWith("x-")
    ? ctype.slice(2)
    : (kindByLetter(id) ?? (ctype === "bold" ? "strong" : ctype));
  return { id, kind, pair: true };
};
