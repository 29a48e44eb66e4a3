/** Makes the shells of a page beforehand, in both directions and kinds of digits. */
import type { PageSetup } from "../../document/house.ts";
import { pack } from "../../text/zip.ts";
import type { PreparedShells } from "./prepared-shells.ts";
import { makeShell } from "./shell.ts";
import { keyOf, slotTag } from "./shells.ts";

export function prepareShells(page: PageSetup): PreparedShells {
  const shells: PreparedShells = {};
  for (const dir of ["ltr", "rtl"] as const) {
    for (const indic of [false, true]) {
      const kind = { page, dir, indic };
      const parts = [...makeShell(kind)].map(([path, part]) => {
        if (typeof part !== "string" || part.includes(slotTag)) return [path, part];
        const { data, ...packed } = pack(new TextEncoder().encode(part));
        return [path, { ...packed, data: Buffer.from(data).toString("base64") }];
      });
      shells[keyOf(kind)] = Object.fromEntries(parts);
    }
  }
  return shells;
}
