/** Cross-references: which fields make Word show the printed label. */
import type { Item } from "../../document/tree.ts";
import type { Context } from "./context.ts";

/** A field with the part of the label that it shows, and the words between it and the field before. */
export interface Reference {
  before: string;
  code: string;
  shows: string;
}

/**
 * The fields that show `label` and lead to the block `id`. Paragraphs are referred to by their numbers where Word comes
 * to the printed label that way (`4 (a)` is the number of paragraph 4 and the one of its first sub-paragraph); otherwise
 * one field only leads there, so that no program replaces the label by another one. Empty when the document has no such
 * block: then the label is only words.
 */
export function references(context: Context, id: string, label: string): Reference[] {
  const target = context.scan.targets.get(id);
  if (!target) return [];
  const name = context.anchors.name(id);
  const leads = [{ before: "", code: `HYPERLINK \\l "${name}"`, shows: label }];
  if (target.kind !== "item") return leads;
  const line: Item[] = [];
  for (let at: Item | undefined = target as Item; at; at = context.scan.parents.get(at)) line.unshift(at);
  for (const items of [line.slice(-1), line]) {
    const counted = byNumber(context, items);
    if (counted && counted.map((r) => r.before + r.shows).join("") === label) return counted;
  }
  return leads;
}

function byNumber(context: Context, items: readonly Item[]): Reference[] | undefined {
  const out: Reference[] = [];
  for (const item of items) {
    if (item.id === undefined || context.scan.targets.get(item.id) !== item) return undefined;
    const code = `REF ${context.anchors.name(item.id)} \\n \\h`;
    out.push({ before: out.length === 0 ? "" : " ", code, shows: withoutStop(item.label) });
  }
  return out;
}

/** Word leaves out the full stop at the end of a number that it refers to (`REF \n`, ECMA-376 part 1, 17.16.5.51). */
function withoutStop(label: string): string {
  return label.replace(/\.$/, "");
}
