import { describe, expect, it } from "vitest";
import { lint } from "../../src/lint/index.ts";
import { readWork } from "../../src/read/work.ts";
import { memoryWorld } from "../fixtures/world.ts";
import { localeOf } from "../translate/word.ts";
import { resolution, small, tryCompose } from "./samples.ts";

describe("an enacting line of the work's own (house-style 6, 15)", () => {
  it.each([
    ["en", "The 111^th^ Inter-Parliamentary Assembly", "The 111<sup>th</sup> Inter-Parliamentary Assembly,"],
    ["fr", "La 111^ème^ Assemblée de l'Union", "La 111<sup>ème</sup> Assemblée de l’Union,"],
    ["es", "La 111^a^ Asamblea Interparlamentaria", "La 111<sup>a</sup> Asamblea Interparlamentaria,"],
    ["pt", "A 111.ª Assembleia", "A 111.ª Assembleia,"],
    ["ru", "111-я Ассамблея", "111-я Ассамблея,"],
    ["ar", "إن الجمعية البرلمانية الدولية", "إن الجمعية البرلمانية الدولية،"],
    ["zh", "各国议会第111届大会", "各国议会第111届大会，"],
  ])("stands in place of the usual one in %s, with the comma of the language", (language, own, wanted) => {
    const r = { ...resolution({ enacting: small(own) }), language };
    const { value } = tryCompose(r, { language });
    expect(value?.view).toMatchObject({ enacting: wanted });
    expect(value?.document.body.filter((b) => b.kind === "para" && b.style === "enacting")).toHaveLength(1);
  });

  it("is not written with its comma", () => {
    const codes = (own: string) => {
      const place = { file: "f", line: 1, column: 1 };
      const found = lint(
        resolution({ enacting: small(own) }),
        localeOf("en"),
        new Map([["enacting", place]]),
      );
      return found.filter((d) => d.place?.file === "f");
    };
    expect(codes("The Assembly")).toEqual([]);
    expect(codes("The Assembly,")).toMatchObject([{ code: "closing-punctuation", hint: "Take it out." }]);
  });

  it("is refused in a declaration, which has none", () => {
    const source = `language: en
instrument:
  kind: declaration
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  submitters: { role: co-rapporteur }
stages: [{ id: dr, kind: draft, date: 2009-12-18 }]
title: T
enacting: The Assembly
operative: [{ prose: { id: d1, text: We } }]
`;
    const world = memoryWorld({ "resolutions/w/resolution.yaml": source });
    expect(readWork(world, "w").diagnostics).toMatchObject([
      {
        message: "A declaration has no enacting line, but this one gives `enacting`.",
        place: { line: 9, column: 1 },
      },
    ]);
  });
});
