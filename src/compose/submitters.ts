/** What the paper is and who submits it, by number of submitters and kind of stage (house-style 1.1 and 1.5). */
import { isGroupKey } from "../language/names-used.ts";
import type { Party, PersonParty } from "../model/instrument.ts";
import type { Stage } from "../model/stage.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import type { Setting } from "./setting.ts";

export interface StageLines {
  stageLine: InlineText;
  /** Lines of names below it. */
  submitters: InlineText[];
}

/** From this number of names on the function is repeated after them. */
const repeatsFunction = 3;

export function stageLines(setting: Setting): StageLines {
  const { locale, stage, period, resolution } = setting;
  const { submitters, committee, session } = resolution.instrument;
  if (stage.kind === "adopted") return { stageLine: [], submitters: [] };

  const text = paperName(setting);
  const line = (role: string, values: Record<string, string | number | InlineText>): InlineText =>
    locale.phrase(`${period.prepared ? "stage-line-prepared" : "stage-line"}.${role}`, { text, ...values });
  const { parties } = submitters;

  const names = namesOf(parties, setting);
  if (stage.kind === "committee-draft" || submitters.role === "committee") {
    const bodies = parties.flatMap((p) => (p.type === "body" ? [p.body] : []));
    const key = bodies[0] ?? committee ?? resolution.instrument.body;
    const stageLine = line("committee", { committee: locale.body(key, session.from, "by") });
    const count = names.length;
    return {
      stageLine,
      submitters: count > 0 ? [locale.phrase("submitters.rapporteur-line", rapporteurs(names, setting))] : [],
    };
  }
  if (parties.length === 0) return { stageLine: locale.phrase("stage-line.none", { text }), submitters: [] };
  if (submitters.role === "delegation") {
    const listed = parties.map((p) => listName(p, setting)).sort(locale.compare);
    const only = parties[0];
    const of =
      only?.type === "country" ? locale.country(only.country, session.from).ofDelegation : (listed[0] ?? "");
    return {
      stageLine: line("delegation", { count: parties.length, of, countries: locale.join(listed) }),
      submitters: [],
    };
  }
  const key =
    names.length >= repeatsFunction && submitters.role === "co-rapporteur" ? "names-co-rapporteurs" : "names";
  const values = rapporteurs(names, setting);
  return {
    stageLine: line(submitters.role, {
      count: parties.length,
      ...(values.gender ? { gender: values.gender } : {}),
    }),
    submitters: names.length > 0 ? [locale.phrase(`submitters.${key}`, values)] : [],
  };
}

/** `Preliminary draft resolution`, as it begins a line. */
export function paperName(setting: Setting): InlineText {
  return setting.locale.phrase(`text.${setting.resolution.kind}.${setting.stage.kind}`);
}

/** `Revised preliminary draft resolution (C-I/122/DR-rev, 15 February 2010)`: the text of a stage, in words. */
export function nameOfPaper(stage: Stage, setting: Setting): InlineText {
  const { locale } = setting;
  const values = { text: paperName({ ...setting, stage }), date: locale.date(stage.date) };
  if (stage.symbol === undefined) return locale.phrase("amendments:paper", values);
  const symbol: InlineText = [
    { kind: "isolate", dir: "ltr", children: [{ kind: "text", text: stage.symbol }] },
  ];
  return locale.phrase("amendments:paper-with-symbol", { ...values, symbol });
}

/** Values of a phrase about persons: women alone may want a form of their own. */
function rapporteurs(names: string[], setting: Setting): { names: string; count: number; gender?: string } {
  const { parties } = setting.resolution.instrument.submitters;
  const { locale } = setting;
  const women =
    parties.length > 0 && parties.every((p) => p.type === "person" && locale.isWoman(p.honorific));
  return { names: locale.join(names), count: names.length, ...(women ? { gender: "f" } : {}) };
}

function namesOf(parties: readonly Party[], setting: Setting): string[] {
  return parties.flatMap((p) => (p.type === "body" ? [] : [partyName(p, setting)]));
}

/** A party as it stands in a list of names. */
export function partyName(party: Party, setting: Setting): string {
  if (party.type === "person") return personName(party, setting);
  return listName(party, setting);
}

function listName(party: Party, setting: Setting): string {
  const { locale, resolution } = setting;
  switch (party.type) {
    case "country":
      return locale.country(party.country, resolution.instrument.session.from).list;
    case "group":
      return groupName(party.name, "full", setting);
    case "body":
      return locale.body(party.body, resolution.instrument.session.from, "running");
    case "person":
      return personName(party, setting);
  }
}

/** Groups are named by their key in the locales, or in words where there is none. */
function groupName(name: string, form: "full" | "running", { locale }: Setting): string {
  return isGroupKey(name) ? locale.group(name, form) : name;
}

/** Submitters in running form, as they stand under an amendment: `Islamic Republic of Iran`, `Spain and France`. */
export function runningNames(parties: readonly Party[], setting: Setting): string {
  return setting.locale.join(parties.map((party) => runningName(party, setting)));
}

export function runningName(party: Party, setting: Setting): string {
  const { locale } = setting;
  const day = setting.resolution.instrument.session.from;
  if (party.type === "body") return locale.body(party.body, day, "full");
  if (party.type === "group") return groupName(party.name, "full", setting);
  const name =
    party.type === "person" ? personName(party, setting) : locale.country(party.country, day).running;
  return withRole(name, party, setting);
}

/**
 * Submitters for a phrase: `name` in running form, `inSentence` with the article that a sentence wants
 * (`the Islamic Republic of Iran and the African Group`).
 */
export function submitterBlanks(
  parties: readonly Party[],
  setting: Setting,
): { name: string; inSentence: string } {
  return {
    name: runningNames(parties, setting),
    inSentence: setting.locale.join(parties.map((party) => nameInSentence(party, setting))),
  };
}

function nameInSentence(party: Party, setting: Setting): string {
  const { locale } = setting;
  const day = setting.resolution.instrument.session.from;
  switch (party.type) {
    case "body":
      return locale.body(party.body, day, "running");
    case "group":
      return groupName(party.name, "running", setting);
    case "person":
      return withRole(personName(party, setting), party, setting);
    case "country":
      return withRole(locale.country(party.country, day).inSentence, party, setting);
  }
}

function withRole(name: string, { role }: { role?: string }, { locale }: Setting): string {
  return role === undefined ? name : plainText(locale.phrase(`amendments:submitter-role.${role}`, { name }));
}

interface HeadNames {
  names: string;
  count: number;
  countries: string;
  others: string;
  delegations: number;
  persons: number;
  only?: string;
}

/**
 * Submitters of a list for its head sentence: delegations in the alphabetical order of the language's list forms, then persons, then
 * bodies and groups (house-style 2.1): all of them joined, the delegations alone and the others alone. `delegations` and `persons`
 * count the first and the second; `only` is the country of a single delegation.
 */
export function headNames(parties: readonly Party[], setting: Setting): HeadNames {
  const { locale, resolution } = setting;
  const day = resolution.instrument.session.from;
  const sorted = (names: string[]): string[] => [...new Set(names)].sort(locale.compare);
  const codes = new Set(parties.flatMap((p) => (p.type === "country" ? [p.country] : [])));
  const countries = sorted([...codes].map((code) => locale.country(code, day).list));
  const persons = parties.flatMap((p) => (p.type === "person" ? [personOf(p, setting)] : []));
  const others = parties.flatMap((p) =>
    p.type === "body"
      ? [locale.body(p.body, day, "running")]
      : p.type === "group"
        ? [groupName(p.name, "running", setting)]
        : [],
  );
  const members = sorted(persons);
  const beside = [...members, ...sorted(others)];
  const [only] = codes;
  return {
    names: locale.join([...countries, ...beside]),
    count: countries.length + beside.length,
    countries: locale.join(countries),
    others: locale.join(beside),
    delegations: countries.length,
    persons: members.length,
    ...(codes.size === 1 && only !== undefined ? { only } : {}),
  };
}

function personOf(person: PersonParty, setting: Setting): string {
  const { honorific, country } = person;
  return setting.locale.personOf({ honorific, name: nameOf(person, setting), country });
}

/** Honorific, name and country; a translation's own spelling of the name wins. */
export function personName(person: PersonParty, setting: Setting): string {
  const { honorific, country } = person;
  return setting.locale.person({ honorific, name: nameOf(person, setting), country });
}

function nameOf(person: PersonParty, { resolution, period }: Setting): string {
  const given = period.givenNames === "initials" ? initials(person.given) : person.given;
  return resolution.persons[person.id] ?? `${given} ${person.family}`.trim();
}

/** `Maria Teresa` becomes `M.T.`, `Jean-Claude` `J.-C.` (house-style 1.5). */
export function initials(given: string): string {
  return given
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) =>
      word
        .split("-")
        .map((piece) => (/^\p{L}\.?$/u.test(piece) ? `${piece.charAt(0)}.` : `${[...piece][0] ?? ""}.`))
        .join("-"),
    )
    .join("");
}
