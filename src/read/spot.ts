/** Understands how people write the number of a paragraph: `PP1`, `op. 3 (a)`, `paragraph 3 of the operative part`, `OP1bis`. */
import type { PrintedNumber, Spot } from "../model/amendment.ts";
import type { Place } from "../report/diagnostic.ts";

type Part = PrintedNumber["part"];
type Step = PrintedNumber["path"][number];

const title = /^(?:the )?(?:title|titre|t[ií]tulo)(?: of the (?:draft )?resolution)?$/;
const id = /^[a-z][a-z0-9.-]*$/;

/** Names of the parts, as they stand before or after the number; English and French first, the languages of the lists. */
const parts: [Part, string][] = [
  [
    "preambular",
    "pp|p\\. ?p|preambular|preamble|preambule|preambulo|preambular (?:paragraph|para|clause)|alineas? du preambule",
  ],
  [
    "operative",
    "op|o\\. ?p|operative|dispositif|operative part|operative (?:paragraph|para|clause)|parte dispositiva|parte operativa",
  ],
];
const paragraph = "(?:paragraphs?|paragraphes?|parrafos?|paragrafos?|para|par|alineas?|no|n°|nr|number|§)";
const between = "(?: of the| of| in the| du| de la| de| del| do| da|,)* ?";

const suffixes = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];
const number = `(\\d{1,4})(?: ?-?(${suffixes.join("|")}))?`;
/** Levels below the paragraph: `(a)`, `(a)(ii)`, `.a`, `a`; each with bis or ter inside or after. */
const below =
  /^[ .,-]*(?:sub-?(?:paragraph|para)?|alinea|inciso)?[ .]*[([]? ?([a-z]{1,4}|\d{1,3})(?: ?-?(bis|ter|quater|quinquies))? ?[)\]]?(?: ?-?(bis|ter|quater|quinquies))?\.?/;

const patterns = parts.map(([part, names]): [Part, RegExp[]] => [
  part,
  [
    // preambular paragraph 1, PP1, OP no. 3
    new RegExp(`^(?:${names})[.,:]? ?(?:${paragraph}\\.? ?)*${number}(?![\\d])(.*)$`),
    // paragraph 3 (a) of the operative part, paragraphe 3 du dispositif
    new RegExp(`^${paragraph}\\.? ?${number}(?![\\d])(.*?)${between}(?:the |le |la |el )?(?:${names})\\.?$`),
    // 3 OP
    new RegExp(`^${number}(?![\\d])(.*?) ?(?:${names})$`),
  ],
]);

/** What is meant: the title, a paragraph by id or number, or nothing that is understood. */
export type Understood = { kind: "title" } | { kind: "paragraph"; spot: Spot } | undefined;

/** Reads what someone wrote for a paragraph. Letters of sub-paragraphs count as they are printed: `(a)`, then `(i)`. */
export function readSpot(written: string, place: Place): Understood {
  const plain = plainly(written);
  if (title.test(plain)) return { kind: "title" };
  const found = numberIn(plain);
  const asId = id.test(written.trim()) ? written.trim() : undefined;
  if (!found && asId === undefined) return undefined;
  const spot: Spot = {
    written: written.trim(),
    place,
    ...(asId === undefined ? {} : { id: asId }),
    ...(found === undefined ? {} : { number: found }),
  };
  return { kind: "paragraph", spot };
}

/** Small letters without accents, digits of any script as 0 to 9, single spaces. */
function plainly(written: string): string {
  return written
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x0660))
    .replace(/\s+/g, " ")
    .trim();
}

function numberIn(plain: string): PrintedNumber | undefined {
  for (const [part, forms] of patterns) {
    for (const form of forms) {
      const found = form.exec(plain);
      if (!found) continue;
      const rest = levelsOf(found[3] ?? "");
      const first = Number(found[1]);
      if (rest === undefined || first < 1) continue;
      return { part, path: [step(first, found[2]), ...rest] };
    }
  }
  return undefined;
}

function step(n: number, suffix: string | undefined): Step {
  return suffix === undefined ? { number: n } : { number: n, suffix: suffixes.indexOf(suffix) + 2 };
}

/** `(a)(ii)` is 1, 2; undefined when something is left that is no level. */
function levelsOf(text: string): Step[] | undefined {
  const steps: Step[] = [];
  let rest = text.trim();
  while (rest !== "" && steps.length < 8) {
    const found = below.exec(rest);
    const n = found ? ordinal(found[1] ?? "", steps.length + 2) : undefined;
    if (!found || n === undefined) return undefined;
    steps.push(step(n, found[2] ?? found[3]));
    rest = rest.slice(found[0].length).trim();
  }
  return rest === "" ? steps : undefined;
}

/** The number behind `b`, `bb`, `ii` or `2`; levels 3 and 5 are printed in Roman numerals. */
function ordinal(sign: string, depth: number): number | undefined {
  if (/^\d+$/.test(sign)) return Number(sign) || undefined;
  const roman = depth % 2 === 1 ? romanValue(sign) : undefined;
  if (roman !== undefined) return roman;
  const letter = sign.charCodeAt(0) - 96;
  // z is followed by aa, bb (document/label.ts).
  if ([...sign].every((s) => s === sign.charAt(0))) return letter + 26 * (sign.length - 1);
  return undefined;
}

function romanValue(sign: string): number | undefined {
  const found = /^(x{0,3})(ix|iv|v?i{0,3})$/.exec(sign);
  if (!found || sign === "") return undefined;
  const ones: Record<string, number> = { "": 0, ix: 9, iv: 4 };
  const rest = found[2] ?? "";
  const one = ones[rest] ?? (rest.startsWith("v") ? 5 + rest.length - 1 : rest.length);
  return (found[1] ?? "").length * 10 + one;
}
