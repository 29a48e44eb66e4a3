/** Cross-references: which code makes Word show the printed label. */
import type { Item } from "../../document/tree.ts";
import type { Context } from "./context.ts";

/**
 * The code of a field that shows `label` and leads to the block `id`. Numbered paragraphs are referred to by their
 * number; where Word would compute another text than the printed one, the field is locked. Undefined when the document
 * has no such block: then the label is only words.
 */
export function referenceCode(
  context: Context,
  id: string,
  label: string,
): { code: string; locked: boolean } | undefined {
  const target = context.scan.targets.get(id);
  if (!target) return undefined;
  const name = context.anchors.name(id);
  if (target.kind !== "item") return { code: `HYPERLINK \\l "${name}"`, locked: false };
  const number = withoutStop((target as Item).label);
  return { code: `REF ${name} \\n \\h`, locked: number !== label };
}

/** Word leaves the full stop at the end of a number out when it refers to it (`REF \\n`, ECMA-376 part 1, 17.16.5.51). */
function withoutStop(label: string): string {
  return label.replace(/\.$/, "");
}
