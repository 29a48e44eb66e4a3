/** SHA-256 as hex digits. */
import { createHash } from "node:crypto";

/** 64 hex digits; a text counts as UTF-8. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
