/** The name of the hidden bookmark that leads to a text of a given id in a Word file. */

/** Word takes 40 characters; a leading `_` hides a bookmark in its list. */
export const longestAnchor = 40;

/** Letters, digits and `_`; two ids may have one name, which whoever gives names out has to tell apart. */
export function anchorName(id: string): string {
  return `_${id.replace(/[^A-Za-z0-9]/g, "_")}`.slice(0, longestAnchor);
}
