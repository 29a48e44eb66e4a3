/** The outside as an interface: whatever the core reads or knows of disk, fonts and calendar comes through here. */

/**
 * All paths are relative to the project root and use `/`. Implementations refuse paths that leave the root
 * (also through links) by answering `undefined`.
 */
export interface World {
  /** The bytes of a file, or undefined when there is none. */
  read(path: string): Uint8Array | undefined;
  /** Names of the entries of a folder, sorted by code point, folders with a trailing `/`; empty when there is none. */
  list(folder: string): string[];
  /** The bytes of a font file, named as `<npm package>/<path>`, or undefined when it is not installed. */
  font(file: string): Uint8Array | undefined;
}
