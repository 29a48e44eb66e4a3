/** Shells that were made when the program was bundled; none here, in the source. */

/** By kind, then by path: XML with slots. */
export type PreparedShells = Record<string, Record<string, string>>;

/** The bundle has its own in place of this. */
export const preparedShells: PreparedShells = {};
