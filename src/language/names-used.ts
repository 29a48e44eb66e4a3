/** The keys of names that a work uses (cities, countries, bodies, honorifics, groups), each with the field that says it. */
import type { Party, Session } from "../model/instrument.ts";
import type { Resolution } from "../model/resolution.ts";
import type { NameKind } from "./locale.ts";

export interface NameUsed {
  kind: NameKind;
  key: string;
  /** The field in the source, such as `instrument.session.place.city`. */
  field: string;
  /** What it is called to an author, where it is not the kind: `committee`. */
  as?: string;
}

/** In the order of the source; a group that is written out in words has no key. */
export function namesUsed({ instrument, stages }: Resolution): NameUsed[] {
  const { body, committee } = instrument;
  return [
    { kind: "body", key: body, field: "instrument.body" },
    ...placeOf(instrument.session.place, "instrument.session.place"),
    ...(committee === undefined
      ? []
      : [{ kind: "body" as const, key: committee, field: "instrument.committee", as: "committee" }]),
    ...partiesOf(instrument.submitters.parties, "instrument.submitters.parties"),
    ...stages.flatMap(({ session, submitters, adoption }, i) => [
      ...(session ? placeOf(session.place, `stages.${i}.session.place`) : []),
      ...partiesOf(submitters?.parties ?? [], `stages.${i}.submitters.parties`),
      ...(adoption ? placeOf(adoption.place, `stages.${i}.adoption.place`) : []),
      ...(adoption?.reservations ?? []).flatMap(({ parties }, n) =>
        reservingOf(parties, `stages.${i}.adoption.reservations.${n}`),
      ),
    ]),
  ];
}

/** Whether the name of a group is a key; anything else is printed as it stands. */
export function isGroupKey(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}

function placeOf({ city, country }: Session["place"], field: string): NameUsed[] {
  return [
    { kind: "city", key: city, field: `${field}.city` },
    { kind: "country", key: country, field: `${field}.country` },
  ];
}

function partiesOf(parties: readonly Party[], field: string): NameUsed[] {
  return parties.flatMap((party, i) => partyOf(party, `${field}.${i}`));
}

/** One who reserves alone is written under `party`. */
function reservingOf(parties: readonly Party[], field: string): NameUsed[] {
  const [only] = parties;
  if (only === undefined || parties.length > 1) return partiesOf(parties, `${field}.parties`);
  return partyOf(only, `${field}.party`);
}

function partyOf(party: Party, field: string): NameUsed[] {
  switch (party.type) {
    case "country":
      return [{ kind: "country", key: party.country, field: `${field}.country` }];
    case "group":
      return isGroupKey(party.name) ? [{ kind: "group", key: party.name, field: `${field}.group` }] : [];
    case "body":
      return [{ kind: "body", key: party.body, field: `${field}.body` }];
    case "person":
      return [
        { kind: "honorific", key: party.honorific, field: `${field}.person.honorific` },
        { kind: "country", key: party.country, field: `${field}.person.country` },
      ];
  }
}
