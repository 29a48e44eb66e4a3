/** stub */
import type { Diagnostic } from "../../report/diagnostic.ts";
export function checkDocx(_: Uint8Array): Diagnostic[] {
  return [];
}
