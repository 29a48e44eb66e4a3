/** Parts that were packed when the program was bundled, as house and language make them; none here, in the source. */

/** A part that was packed: `data` in Base64, `size` in bytes and `crc` of what it was before. */
export interface PreparedPart {
  data: string;
  size: number;
  crc: number;
}

/** By SHA-256 of the part, so that one serves only for the very same. The bundle has its own in place of this. */
export const preparedParts: Record<string, PreparedPart> = {};
