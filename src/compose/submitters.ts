/** What the paper is and who submits it, by number of submitters and kind of stage (house-style 1.1 and 1.5). */
import type { Party, PersonParty } from "../model/instrument.ts";
import type { InlineText } from "../text/inline.ts";
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

/** Values of a phrase about persons: a single woman may want a form of her own. */
function rapporteurs(names: string[], setting: Setting): { names: string; count: number; gender?: string } {
  const { parties } = setting.resolution.instrument.submitters;
  const person = parties.find((p) => p.type === "person");
  const woman = parties.length === 1 && person !== undefined && ["ms", "baroness"].includes(person.honorific);
  return { names: setting.locale.join(names), count: names.length, ...(woman ? { gender: "f" } : {}) };
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
      return groupName(party.name, setting);
    case "body":
      return locale.body(party.body, resolution.instrument.session.from, "running");
    case "person":
      return personName(party, setting);
  }
}

/** Groups are named by their key in the locales, or in words where there is none. */
function groupName(name: string, { locale }: Setting): string {
  return /^[a-z][a-z0-9-]*$/.test(name) ? locale.group(name) : name;
}

/** Honorific, name and country; a translation's own spelling of the name wins. */
export function personName(person: PersonParty, setting: Setting): string {
  const { locale, resolution, period } = setting;
  const given = period.givenNames === "initials" ? initials(person.given) : person.given;
  const name = resolution.persons[person.id] ?? `${given} ${person.family}`.trim();
  return locale.person({ honorific: person.honorific, name, country: person.country });
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
