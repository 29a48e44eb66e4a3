/** Small readings of Handlebars nodes. */

/** The node as a path of names, if it is one. */
export function asPath(node: hbs.AST.Expression | undefined): hbs.AST.PathExpression | undefined {
  return node?.type === "PathExpression" ? (node as hbs.AST.PathExpression) : undefined;
}

/** Handlebars counts columns from 0. */
export function at(node: hbs.AST.Node): { line: number; column: number } {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}
