/** Names of submitters and languages in the terminal, and submitters as people type them behind --by. */
import { countriesMeant } from "../language/country-meant.ts";
import { knownNames } from "../language/known.ts";
import { loadLocale } from "../language/load.ts";
import { partyName } from "../language/party-name.ts";
import type { Party } from "../model/instrument.ts";
import type { Checked, Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { World } from "../world.ts";

/** English names on a day; the codes where a project has no English locale. */
export function namer(world: World, day: string): (party: Party) => string {
  const locale = loadLocale(world, "en").value;
  return (party) => (locale ? partyName(locale, party, day) : codeOf(party));
}

/** English names of languages; the codes where a project has no English locale. */
export function languageNamer(world: World): (code: string) => string {
  const locale = loadLocale(world, "en").value;
  return (code) => (locale?.keys("language").includes(code) ? locale.languageName(code) : code);
}

/** How a party is typed: `CA`, `women`, `escudero`, `Arab Group`. */
export function codeOf(party: Party): string {
  if (party.type === "country") return party.country;
  if (party.type === "body") return party.body;
  return party.type === "group" ? party.name : party.id;
}

/** Parties with commas between: codes of countries, keys of bodies, and whoever of `near` is meant by id or name. */
export function parseParties(world: World, typed: string, near: readonly Party[]): Checked<Party[]> {
  const known = knownNames(world);
  const diagnostics: Diagnostic[] = [];
  const parties: Party[] = [];
  for (const word of typed
    .split(",")
    .map((w) => w.trim())
    .filter(Boolean)) {
    const own = near.find((party) => codeOf(party).toLowerCase() === word.toLowerCase());
    const code = word.toUpperCase();
    if (own) parties.push(own);
    else if (/^[A-Z]{2}$/.test(code) && (known.countries.size === 0 || known.countries.has(code)))
      parties.push({ type: "country", country: code });
    else if (known.bodies.has(word)) parties.push({ type: "body", body: word });
    else diagnostics.push(unknown(word, near, known));
  }
  if (parties.length === 0 && diagnostics.length === 0)
    diagnostics.push({
      code: "country-unknown",
      severity: "error",
      message: "It is not said who: there is nothing behind --by.",
      hint: "Write the two letters of a country, such as --by FR, or several with commas: --by ES,FR.",
    });
  return diagnostics.length > 0 ? { diagnostics } : { value: parties, diagnostics };
}

/** A body that nobody knows, as a word of the command: it stands in no file. */
export function unknownBody(world: World, body: string | undefined): Diagnostic[] {
  const { bodies } = knownNames(world);
  if (body === undefined || bodies.size === 0 || bodies.has(body)) return [];
  const near = nearest(body, bodies);
  return [
    {
      code: "body-unknown",
      severity: "error",
      message: `There is no body “${body}”, as --body says.`,
      hint: `${near ? `Did you mean \`${near}\`? ` : ""}The bodies are: ${[...bodies].join(", ")}.`,
    },
  ];
}

function unknown(word: string, near: readonly Party[], known: ReturnType<typeof knownNames>): Diagnostic {
  const own = nearest(
    word,
    near.map(codeOf).filter((code) => code.length > 2),
  );
  const country = own === undefined ? countriesMeant(word, known)[0] : undefined;
  const meant =
    own ?? country?.code ?? nearest(word, [...near.map(codeOf), ...known.bodies, ...known.countries]);
  const submitters = near.map(codeOf).join(", ");
  return {
    code: "country-unknown",
    severity: "error",
    message: `“${word}” is no country, body or person known here.`,
    hint: `${meant ? `Did you mean ${meant}${country ? ` (${country.name})` : ""}? ` : ""}The submitters are: ${submitters}.`,
  };
}
