/** Links, cross-references and note calls: which nodes lead somewhere, and the annotations that make them work. */

import type { Inline } from "../../document/tree.ts";
import type { TagPath } from "./line.ts";
import { textString } from "./tags.ts";

/** The node of a tag path that leads somewhere, if any. */
export function leadingNode(path: TagPath): Inline | undefined {
  return path.find((node) => node.kind === "link" || node.kind === "ref" || node.kind === "call");
}

/** Only addresses that cannot run anything (preflight has reported the others). */
export function isAllowed(href: string): boolean {
  return /^(https?:\/\/|mailto:)[\x21-\x7e]+$/i.test(href);
}

/** The name of a footnote's place. */
export function noteName(id: string): string {
  return `note:${id}`;
}

/**
 * The dictionary of a link annotation without its rectangle; undefined where it would lead nowhere. `F 4`: printed, as
 * archives want it (ISO 19005-2, 6.3.2). Contents: what it says aloud (ISO 14289-1, 7.18.5).
 */
export function linkAnnotation(
  node: Inline,
  destinations: { has(name: string): boolean },
): Record<string, unknown> | undefined {
  const common = { Subtype: "Link", F: 4, Border: [0, 0, 0] };
  if (node.kind === "link") {
    if (!isAllowed(node.href)) return undefined;
    return { ...common, A: { S: "URI", URI: textString(node.href) }, Contents: textString(node.href) };
  }
  if (node.kind !== "ref" && node.kind !== "call") return undefined;
  const name = node.kind === "ref" ? node.to : noteName(node.id);
  if (!destinations.has(name)) return undefined;
  return { ...common, Dest: textString(name), Contents: textString(node.label) };
}
