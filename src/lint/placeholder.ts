/** Rule: what a new or imported work starts with, because nobody said it yet, does not stay in it. */
import type { Session } from "../model/instrument.ts";
import type { Resolution } from "../model/resolution.ts";
import { plainText } from "../text/inline.ts";
import type { Finding, Rule } from "./rule.ts";

/** As the command that makes a new work writes them. */
const emptyTitle = "Title of the resolution";
const emptyPerson = { given: "Given", family: "Name" };
/** As importing writes what a text does not say. */
const noDay = "2000-01-01";

export const placeholder: Rule = {
  code: "placeholder",
  severity: "warning",
  sentence:
    "Title, persons, session, dates and symbols are the real ones, not those that a work starts with.",
  good: { title: "Water for all" },
  bad: { title: emptyTitle },
  check: findPlaceholders,
};

/** In the order of the source; a translation shares them with its original. */
export function findPlaceholders(r: Resolution): Finding[] {
  if (r.language !== r.original) return [];
  return [
    ...sessionOf(r.instrument.session, "instrument.session", r.instrument.body),
    ...personsOf(r),
    ...r.stages.flatMap((stage, i): Finding[] => [
      ...(stage.session ? sessionOf(stage.session, `stages.${i}.session`, r.instrument.body) : []),
      ...stageOf(stage, `stages.${i}`),
    ]),
    ...titleOf(r),
  ];
}

/** No Assembly has been held on New Year's Day alone; Geneva and the number 1 can be right once the days are. */
function sessionOf({ number, place, from, to }: Session, field: string, body: string): Finding[] {
  const days = from === to && from.endsWith("-01-01");
  return [
    ...(number === 1 && (days || body === "assembly")
      ? [
          {
            field: `${field}.number`,
            message: "The number of the session, 1, was put in by importing.",
            hint: "Write the number of the session, such as 150.",
          },
        ]
      : []),
    ...(days && place.city === "geneva"
      ? [
          {
            field: `${field}.place.city`,
            message: "The place of the session, Geneva, was put in by importing.",
            hint: "Write its city and country. If it is Geneva, this goes away with the right days.",
          },
        ]
      : []),
    ...(days
      ? [
          {
            field: `${field}.from`,
            message: `The days of the session, ${from} to ${to}, were put in by importing.`,
            hint: "Write its first day after `from:` and its last day after `to:`.",
          },
        ]
      : []),
  ];
}

function stageOf({ id, kind, date, symbol }: Resolution["stages"][number], field: string): Finding[] {
  return [
    ...(date === noDay
      ? [
          {
            field: `${field}.date`,
            message: `The date of the stage \`${id}\`, ${noDay}, was put in by importing.`,
            hint: "Write the day on which it is issued; leave it if it is this one. It is printed as it stands.",
          },
        ]
      : []),
    ...(symbol === undefined && kind !== "adopted"
      ? [
          {
            field,
            message: `The stage \`${id}\` has no symbol.`,
            hint: "Add it, such as `symbol: C-I/150/DR`; leave it if the paper has none.",
          },
        ]
      : []),
  ];
}

function personsOf({ instrument }: Resolution): Finding[] {
  return instrument.submitters.parties.flatMap((party, i): Finding[] =>
    party.type === "person" && party.given === emptyPerson.given && party.family === emptyPerson.family
      ? [
          {
            field: `instrument.submitters.parties.${i}.person.given`,
            message: `The submitter is still called “${emptyPerson.given} ${emptyPerson.family}”.`,
            hint: "Write the person's own name and country, or take the person out.",
          },
        ]
      : [],
  );
}

/** A text that is only an ellipsis is an error, which reading says. */
function titleOf(r: Resolution): Finding[] {
  if (plainText(r.title) !== emptyTitle) return [];
  return [{ at: "title", message: `it is still “${emptyTitle}”.`, hint: "Write the title of this work." }];
}
