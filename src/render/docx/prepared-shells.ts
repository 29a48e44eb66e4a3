/** Shells that were made when the program was bundled; none here, in the source. */
import type { Packed } from "../../text/zip.ts";

/** By kind, then by path: XML with slots, or what is the same in every document, packed. */
export type PreparedShells = Record<string, Record<string, string | Base64<Packed>>>;

export type Base64<T extends { data: Uint8Array }> = Omit<T, "data"> & { data: string };

/** The bundle has its own in place of this. */
export const preparedShells: PreparedShells = {};
