import { beforeAll, describe, expect, test } from "vitest";
import { conflicts } from "../../src/amend/conflicts.ts";
import { renumbering } from "../../src/amend/number.ts";
import type { AmendedWork } from "../../src/amend/source.ts";
import { pendingText, type StageText, stageText } from "../../src/amend/stages.ts";
import { lookUpTargets } from "../../src/amend/targets.ts";
import { openDisk } from "../../src/cli/world-disk.ts";
import { check } from "../../src/making/check.ts";
import { numberParagraphs } from "../../src/model/number.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import { segments } from "../../src/model/walk.ts";
import { inLanguage, readWork, type Work } from "../../src/read/work.ts";
import type { InlineText } from "../../src/text/inline.ts";
import { plainText } from "../../src/text/inline.ts";

// The rehearsal in resolutions/: a whole life of a text, made up for practice.
const name = "122-organized-crime-rehearsal";
const languages = ["en", "fr", "es", "ar"];
const home = new URL("../../", import.meta.url).pathname.replace(/\/$/, "");
const world = openDisk(home, home);

let work: Work;
let amended: AmendedWork;

beforeAll(() => {
  const read = readWork(world, name);
  expect(read.diagnostics).toEqual([]);
  if (!read.value) throw new Error("the rehearsal cannot be read");
  work = read.value;
  const { amendments, faults } = lookUpTargets(work.resolution, work.tabled);
  expect(faults).toEqual([]);
  amended = {
    resolution: work.resolution,
    amendments,
    text: (language) => inLanguage(work, language).value,
  };
});

function textOf(stage: string, language: string): StageText {
  const text = stageText(amended, stage, language);
  if (!text) throw new Error(`no text of ${stage} in ${language}`);
  return text;
}

function openingOf(text: InlineText): string {
  const first = text.find((node) => node.kind === "emphasis" && node.role === "opening");
  return first && "children" in first ? plainText(first.children) : "";
}

function openings(r: Resolution, part: "preambular" | "operative"): string[] {
  return r[part].flatMap((item) => {
    const block = item.type === "paragraph" ? item.blocks[0] : undefined;
    return block?.type === "text" ? [openingOf(block.text)] : [];
  });
}

describe("the amendments", () => {
  test("are so many, with these outcomes", () => {
    const counts: Record<string, number> = {};
    for (const { decision } of amended.amendments)
      counts[decision.outcome] = (counts[decision.outcome] ?? 0) + 1;
    expect(work.broken).toEqual([]);
    expect(amended.amendments).toHaveLength(97);
    expect(counts).toEqual({
      accepted: 50,
      "accepted-as-amended": 4,
      rejected: 24,
      withdrawn: 5,
      falls: 10,
      "not-considered": 4,
    });
  });

  test("come from delegations, a senator, the women's meeting, a group and a co-Rapporteur", () => {
    const parties = amended.amendments.flatMap((a) => a.submitters);
    const delegations = new Set(parties.flatMap((p) => (p.type === "country" && !p.role ? [p.country] : [])));
    expect(delegations.size).toBe(16);
    expect(new Set(parties.map((p) => p.type))).toEqual(new Set(["country", "person", "body", "group"]));
    expect(parties.some((p) => p.type === "country" && p.role === "co-rapporteur")).toBe(true);
  });
});

describe("the stages", () => {
  test.each(["dr-rev", "committee", "adopted"])(
    "%s takes in everything accepted, in every language",
    (stage) => {
      const applied = languages.map((language) => {
        const text = textOf(stage, language);
        expect({ ...text, clean: 0, tracked: 0, applied: 0 }).toMatchObject({
          refusals: [],
          notices: [],
          absorbed: [],
        });
        return text.applied.length;
      });
      expect(new Set(applied).size).toBe(1);
      const accepted = amended.amendments.filter(
        (a) => a.decision.outcome.startsWith("accepted") && a.parent === undefined,
      );
      const base = { "dr-rev": "dr-pre", committee: "dr-rev", adopted: "committee" }[stage];
      expect(applied[0]).toBe(accepted.filter((a) => a.base === base).length);
    },
  );

  test("the adopted text has the same paragraphs under the same numbers in every language", () => {
    const numbers = languages.map((language) => [...numberParagraphs(textOf("adopted", language).clean)]);
    for (const own of numbers) expect(own).toEqual(numbers[0]);
    const { preambular, operative } = textOf("adopted", "en").clean;
    expect([preambular.length, operative.length]).toEqual([11, 21]);
  });

  test("no word of another language is left in any of them", () => {
    for (const language of languages) {
      const isolates = segments(textOf("adopted", language).clean).flatMap(({ text }) =>
        text.filter((node) => node.kind === "isolate" && node.lang !== undefined),
      );
      expect(isolates, language).toEqual([]);
    }
  });

  test("the adopted text opens its paragraphs with these words", () => {
    const { clean } = textOf("adopted", "en");
    expect(openings(clean, "preambular")).toEqual([
      "Guided",
      "Cognizant",
      "Noting",
      "Recalling",
      "Also recalling",
      "Recognizing",
      "Aware",
      "Also aware",
      "Deeply concerned",
      "Mindful",
      "Welcoming",
    ]);
    expect(openings(clean, "operative")).toEqual([
      "Fully affirms",
      "Reaffirms",
      "Agrees",
      "Decides",
      "Recommends",
      "Invites",
      "Also invites",
      "Encourages",
      "Also encourages",
      "Urges",
      "Encourages",
      "Calls on",
      "Also calls on",
      "Recommends",
      "Calls on",
      "Invites",
      "Urges",
      "Also urges",
      "Invites",
      "Calls on",
      "Requests",
    ]);
  });

  test("the particle of the Arabic preamble follows the new first paragraph", () => {
    expect(openings(textOf("dr-rev", "ar").clean, "preambular")[0]).toBe("إذ تدرك");
    expect(openings(textOf("adopted", "ar").clean, "preambular").slice(0, 2)).toEqual([
      "إذ تسترشد",
      "وإذ تدرك",
    ]);
  });

  test("a correction of the French version leaves the others alone", () => {
    const changed = languages.filter((language) => {
      const op05 = (stage: string) =>
        segments(textOf(stage, language).clean).find((s) => s.id === "op05")?.text;
      return plainText(op05("committee") ?? []) !== plainText(op05("dr-rev") ?? []);
    });
    expect(changed).toEqual(["fr"]);
    const reworded = languages.filter((language) => {
      const rows = renumbering(amended, "dr-rev", "committee", language);
      return rows.find((row) => row.id === "op05")?.reworded;
    });
    expect(reworded, "the tables of numbers say so in French only").toEqual(["fr"]);
  });

  test("a paragraph that was moved, merged or split is in the table of numbers as such", () => {
    const rows = renumbering(amended, "dr-rev", "adopted");
    const fate = (id: string) => rows.find((row) => row.id === id)?.fate;
    expect({ pp04: fate("pp04"), op17: fate("op17"), op14: fate("op14"), split: fate("am-162.a") }).toEqual({
      pp04: "moved",
      op17: "moved",
      op14: "merged-into",
      split: "split-from",
    });
  });
});

describe("while they were on the table", () => {
  test("each of them stood against the text by itself, in every language", () => {
    const refused = amended.amendments.flatMap(({ id, base }) =>
      languages.flatMap((language) => {
        const text = pendingText(amended, base, language, [id]);
        return [...(text?.refusals ?? []), ...(text?.notices ?? [])];
      }),
    );
    expect(refused).toEqual([]);
  });

  test("rivals for the same words and the same place were seen", () => {
    const only = amended.amendments.filter((a) => a.base === "dr-rev").map((a) => a.id);
    const kinds = new Map(
      conflicts(amended, "dr-rev", { only }).map(({ a, b, kind }) => [`${a} ${b}`, kind]),
    );
    expect(kinds.get("am-120 am-122")).toBe("same-words");
    expect(kinds.get("am-110 am-112")).toBe("contained");
    expect(kinds.get("am-110 am-113")).toBe("contained");
    expect(kinds.get("am-114 am-115")).toBe("same-place");
    expect(kinds.get("am-162 am-163")).toBe("replaces-what-other-edits");
    expect(kinds.get("am-108 am-110")).toBe("deletes-what-other-edits");
  });

  test("a correction of the French version was seen to meet the words that another wanted out, in French only", () => {
    const met = conflicts(amended, "dr-rev", { only: ["am-149", "am-150"] });
    expect(met).toMatchObject([{ kind: "contained", languages: ["fr"], falls: ["am-149"] }]);
  });
});

test("the check finds nothing but symbols that are not the organization's", async () => {
  const { value, diagnostics } = await check(world, { works: [name] });
  expect(diagnostics.filter((d) => d.code !== "symbol-grammar")).toEqual([]);
  expect(value?.leftOut).toEqual([]);
});

test("every language says on its documents that this is a rehearsal", () => {
  const notices = languages.map((language) => textOf("adopted", language).clean.notice ?? "");
  expect(notices.map((notice) => notice.split(/[ ,]/)[0])).toEqual([
    "Rehearsal",
    "Exercice",
    "Ejercicio",
    "تمرين",
  ]);
});
