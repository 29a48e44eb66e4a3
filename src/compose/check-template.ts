/** The whole static check of one template: Handlebars, balance of tags, markup, then fields; at the template's own places. */
import { checkMarkup } from "../document/check-markup.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { parseXml } from "../text/xml.ts";
import { checkBalance } from "./check-balance.ts";
import type { TemplateSource } from "./template-source.ts";
import type { StyleUse } from "./templates.ts";

const wrapper = { open: "<fragment>", close: "</fragment>" };

/** Faults of the markup of a template. Styles are only gathered: they belong to a house. */
export function checkTemplateMarkup(source: TemplateSource, uses: StyleUse[]): Diagnostic[] {
  const crossed = checkBalance(source);
  if (crossed.length > 0) return crossed;
  // Partials have no outermost element, so every template gets one for the parse.
  const wrapped = wrapper.open + source.blanked + wrapper.close;
  const own = <T extends { line: number; column: number }>(place: T): T =>
    place.line === 1 ? { ...place, column: Math.max(1, place.column - wrapper.open.length) } : place;
  const { root, problems } = parseXml(wrapped);
  const found: Diagnostic[] = problems.map(({ message, line, column }) => ({
    code: "template-syntax",
    severity: "error",
    message,
    place: own({ file: source.file, line, column }),
  }));
  if (found.length > 0 || !root) return found;
  const onStyle = (style: string, place: { line: number; column: number }): void => {
    uses.push({ style, file: source.file, ...own({ line: place.line, column: place.column }) });
  };
  for (const child of root.children) {
    if (child.kind !== "element") continue;
    for (const d of checkMarkup(child, { source: wrapped, file: source.file, onStyle })) {
      found.push(d.place ? { ...d, place: own(d.place) } : d);
    }
  }
  return found;
}
