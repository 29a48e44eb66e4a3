import { describe, expect, it } from "vitest";
import { listLocales } from "../../src/language/load.ts";
import type { Party } from "../../src/model/instrument.ts";
import type { Adoption, Stage, StageKind } from "../../src/model/stage.ts";
import { projectWorld } from "./disk.ts";
import { draft, paragraph, resolution, small, tryCompose } from "./samples.ts";

const kinds: StageKind[] = [
  "preliminary-draft",
  "revised-draft",
  "draft",
  "revised-draft-resolution",
  "committee-draft",
  "adopted",
];
const people: Party[] = ["one", "two", "three"].map((id) => ({
  type: "person",
  id,
  honorific: "ms",
  given: "A",
  family: id,
  country: "MX",
}));
const countries: Party[] = ["SE", "IR"].map((country) => ({ type: "country", country }));
const annexes = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    id: `a${i}`,
    title: small("T"),
    items: [paragraph(`x${i}`, "y")],
  }));
const years = [
  "2004",
  "2005",
  "2006-2008",
  "2006-2010",
  "2011-2013",
  "2014",
  "2015",
  "2016",
  "2022",
  "2023-2024",
];

describe.each(listLocales(projectWorld()))("in %s", (language) => {
  it("every fixed phrase that a view can want is there, with all its blanks", () => {
    const missing = new Set<string>();
    const look = (r: ReturnType<typeof resolution>, stage: Stage = draft): void => {
      for (const d of tryCompose(r, { stage, language }).diagnostics) missing.add(d.message);
    };
    const bodies = ["assembly", "conference", "governing-council"];
    for (const body of bodies) {
      for (const kind of kinds) {
        for (const mode of ["consensus", "unanimity", "without-vote", "vote"] as const) {
          const reservations: Adoption["reservations"] = [
            { parties: countries, scope: "whole" },
            ...[{}, { wording: true as const }].flatMap((on): Adoption["reservations"] => [
              { parties: countries.slice(0, 1), scope: "whole", ...on },
              { parties: people, scope: ["title", "pp01", "pp02", "op01", "x0"], ...on },
            ]),
          ];
          const adoption = {
            mode,
            date: "2010-04-01",
            place: { city: "bangkok", country: "TH" },
            reservations,
          };
          for (const n of [1, 2])
            look(resolution({ annexes: annexes(n) }, { body }), { ...draft, kind, adoption });
        }
        look(resolution({ kind: "declaration" }, { body }), {
          ...draft,
          kind: kind === "adopted" ? "draft" : kind,
        });
      }
    }
    for (const period of years) {
      for (const count of [0, 1, 2, 3]) {
        look(
          resolution({}, { period, submitters: { role: "co-rapporteur", parties: people.slice(0, count) } }),
        );
        look(resolution({}, { period, submitters: { role: "rapporteur", parties: people.slice(0, count) } }));
        look(
          resolution({}, { period, submitters: { role: "delegation", parties: countries.slice(0, count) } }),
        );
      }
    }
    const { committee: _none, ...plenary } = resolution().instrument;
    look({ ...resolution(), instrument: { ...plenary, item: "2" } });
    for (const n of [1, 2])
      look(
        resolution({
          annexes: annexes(n),
        }),
      );
    expect([...missing].sort()).toEqual([]);
  });
});
