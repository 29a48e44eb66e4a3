/** Ordinals of a locale by gender and period: 122nd, 122ème to 2014, 141e since, 122ª. */
import type { InlineText } from "../text/inline.ts";
import { createFiller } from "./fill.ts";
import { isMap, onDay, type Sheet } from "./sheet.ts";

/** Forms by exact number or ordinal category, and the last day they were used. */
interface OrdinalForms {
  until?: string;
  patterns: Map<string, string>;
}

export interface Ordinals {
  /** Raised stretches stay raised; `flat` of fill.ts sets them flat. */
  ordinal(n: number, gender: "f" | "m", day: string): InlineText;
}

function readForms(sheet: Sheet, path: string): OrdinalForms[] {
  const entries = sheet.get(path);
  if (!Array.isArray(entries) || entries.length === 0)
    return sheet.bad(path, entries, 'a list of forms such as [{ "other": "{{n}}." }]', []);
  return entries.flatMap((entry: unknown, i): OrdinalForms[] => {
    if (!isMap(entry)) return sheet.bad(`${path}.${i}`, entry, "texts by number or category", []);
    const { until, ...forms } = entry;
    if (forms.other === undefined) sheet.missing(`${path}.${i}.other`);
    const patterns = new Map(Object.entries(forms));
    return [{ ...(until === undefined ? {} : { until }), patterns }];
  });
}

export function readOrdinals(
  sheet: Sheet,
  category: (n: number) => string,
  digits: (n: number) => string,
): Ordinals {
  const fill = createFiller();
  const forms = { f: readForms(sheet, "ordinals.f"), m: readForms(sheet, "ordinals.m") };
  return {
    ordinal(n, gender, day) {
      const patterns = onDay(forms[gender], day)?.patterns;
      const pattern = patterns?.get(String(n)) ?? patterns?.get(category(n)) ?? patterns?.get("other");
      if (pattern === undefined) return [{ kind: "text", text: digits(n) }];
      return fill(pattern, { n: digits(n) });
    },
  };
}
