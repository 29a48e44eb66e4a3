/** Small readings of Handlebars nodes, and what a field of each kind is in words. */
import type { Field } from "./view-fields.ts";

/** The node as a path of names, if it is one. */
export function asPath(node: hbs.AST.Expression | undefined): hbs.AST.PathExpression | undefined {
  return node?.type === "PathExpression" ? (node as hbs.AST.PathExpression) : undefined;
}

/** Handlebars counts columns from 0. */
export function at(node: hbs.AST.Node): { line: number; column: number } {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}

/** For messages: `title` is words with marks. */
export const sayings: Record<Field["kind"], string> = {
  text: "is plain text",
  inline: "is words with marks",
  flag: "is yes or no",
  number: "is a number",
  list: "is a list",
  group: "is a group of fields",
};
