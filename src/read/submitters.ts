/** Reads the line that says who submits a text (house-style 1.5). */
import type { Party, PersonParty, SubmitterLine } from "../model/instrument.ts";

/** Titles in front of a name, by their key in the locales. */
const honorifics: Record<string, string> = {
  mr: "mr",
  m: "mr",
  sr: "mr",
  "г-н": "mr",
  ms: "ms",
  mrs: "ms",
  miss: "ms",
  mme: "ms",
  mlle: "ms",
  sra: "ms",
  srta: "ms",
  "г-жа": "ms",
  lord: "lord",
  baroness: "baroness",
  senator: "senator",
};

const person = /^(?:([\p{L}-]+)\.?[\s\u00a0]+)?([^()（）]+?)[\s\u00a0]*[(（]([^()（）]+)[)）]$/u;
const functionWords = /^(?:co-?\s?)?rapporteu(?:r|rs|se|ses)$/iu;

export interface ReadSubmitters {
  parties: Party[];
  role?: SubmitterLine["role"];
  /** Countries whose code is not known. */
  unknownCountries: string[];
}

/** The role that a line speaks of, if any. */
export function roleIn(text: string): SubmitterLine["role"] | undefined {
  if (/co-?\s?(?:rapporteu|relator|докладчик)|соавтор|содокладчик|المقرر[اي]ن|共同报告员/iu.test(text))
    return "co-rapporteur";
  if (/rapporteu|relator|докладчик|المقرر|报告员/iu.test(text)) return "rapporteur";
  if (/committee|commission|comisi[oó]n|comiss[aã]o|комитет|لجنة|委员会/iu.test(text)) return "committee";
  if (/delegation|délégation|delegaci[oó]n|delegação|делегаци|وفد|代表团/iu.test(text)) return "delegation";
  return undefined;
}

/** Splits at commas and "and" outside parentheses. */
function parts(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if ("(（".includes(sign)) depth += 1;
    if (")）".includes(sign)) depth = Math.max(0, depth - 1);
    const joint =
      depth === 0
        ? /^(?:[,،，;]\s*(?:and|et|y|e|и|و|和)?\s+|\s+(?:and|et|y|e|и)\s+|\s+و\s*|和|、)/u.exec(
            text.slice(i, i + 12),
          )
        : null;
    if (!joint) continue;
    out.push(text.slice(start, i));
    i += joint[0].length - 1;
    start = i + 1;
  }
  out.push(text.slice(start));
  return out.map((part) => part.trim()).filter((part) => part !== "");
}

/** Persons with their countries; undefined when the line is anything else. */
export function readSubmitters(
  text: string,
  countryCode: (name: string) => string | undefined,
): ReadSubmitters | undefined {
  const found: ReadSubmitters = { parties: [], unknownCountries: [] };
  for (const part of parts(text)) {
    if (functionWords.test(part)) {
      found.role = /^co/iu.test(part) ? "co-rapporteur" : "rapporteur";
      continue;
    }
    const match = person.exec(part);
    if (!match) return undefined;
    const [, title = "", rest = "", country = ""] = match;
    const honorific = Object.hasOwn(honorifics, title.toLowerCase())
      ? honorifics[title.toLowerCase()]
      : undefined;
    const name = honorific === undefined ? `${title} ${rest}`.trim() : rest;
    const code = countryCode(country.trim());
    if (code === undefined) found.unknownCountries.push(country.trim());
    found.parties.push(partyOf(honorific ?? "none", name, code ?? "ZZ", found.parties));
  }
  return found.parties.length > 0 ? found : undefined;
}

function partyOf(honorific: string, name: string, country: string, before: readonly Party[]): PersonParty {
  // Peers are named by their title and have no given name: Lord Judd, Lord Morris of Aberavon.
  const peer = honorific === "lord" || honorific === "baroness";
  const words = name.split(/\s+/u);
  const given = peer ? "" : words.slice(0, -1).join(" ");
  const family = peer ? words.join(" ") : (words.at(-1) ?? name);
  const base = slug(words.at(-1) ?? name) || "person";
  const taken = new Set(before.map((p) => (p.type === "person" ? p.id : "")));
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}${n}`;
  return { type: "person", id, honorific, given, family, country };
}

/** An id out of a name: `Ortuño` is `ortuno`. */
function slug(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")
    .replace(/^[0-9]+/, "");
}
