/** Tracked changes of one text: the text before, the text after, and the same the other way round. */
import type { Inline, InlineText } from "./inline.ts";

function isTracked(node: Inline): node is Extract<Inline, { kind: "ins" | "del" }> {
  return node.kind === "ins" || node.kind === "del";
}

/** Whether anything in the text is inserted or deleted, by the amendment named or by any. */
export function hasChanges(text: InlineText, change?: string): boolean {
  return text.some(
    (node) =>
      (isTracked(node) && (change === undefined || node.change === change)) ||
      ("children" in node && hasChanges(node.children, change)),
  );
}

/** Drops nodes of one kind with what they hold, and puts the contents of the other in their place. */
function settle(text: InlineText, drop: "ins" | "del", change: string | undefined): InlineText {
  if (!hasChanges(text, change)) return text;
  return text.flatMap((node): Inline[] => {
    if (!("children" in node)) return [node];
    const concerned = isTracked(node) && (change === undefined || node.change === change);
    if (concerned && node.kind === drop) return [];
    const children = settle(node.children, drop, change);
    return concerned ? children : children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** The text after the changes (of one amendment, or all). The same object when there are none; not normalised. */
export function acceptText(text: InlineText, change?: string): InlineText {
  return settle(text, "del", change);
}

/** The text before the changes (of one amendment, or all). The same object when there are none; not normalised. */
export function rejectText(text: InlineText, change?: string): InlineText {
  return settle(text, "ins", change);
}

/** The changes that lead from the text after back to the text before, in their order; `struckFirst` makes a redline of them. */
export function reverseText(text: InlineText): InlineText {
  if (!hasChanges(text)) return text;
  return text.map((node): Inline => {
    if (!("children" in node)) return node;
    const children = reverseText(node.children);
    if (!isTracked(node)) return { ...node, children };
    return { ...node, kind: node.kind === "ins" ? "del" : "ins", children };
  });
}
