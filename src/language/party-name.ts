/** The name of a submitter in one line, as lists in the terminal and notes for translators have it. */
import type { Party } from "../model/instrument.ts";
import type { Locale } from "./locale.ts";
import { isGroupKey } from "./names-used.ts";

/** On a day, since names of countries and bodies change. */
export function partyName(locale: Locale, party: Party, day: string): string {
  switch (party.type) {
    case "country":
      return withRole(locale.country(party.country, day).list, party.role);
    case "body":
      return locale.body(party.body, day, "full");
    case "group":
      return isGroupKey(party.name) ? locale.group(party.name, "full") : party.name;
    case "person": {
      const name = [party.given, party.family].filter(Boolean).join(" ");
      const country = locale.country(party.country, day).list;
      return withRole(locale.person({ honorific: party.honorific, name, country }), party.role);
    }
  }
}

function withRole(name: string, role: string | undefined): string {
  return role === undefined ? name : `${name}, ${role}`;
}
