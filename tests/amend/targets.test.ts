import { describe, expect, test } from "vitest";
import { lookUpTargets } from "../../src/amend/targets.ts";
import type { Operation, Spot, Tabled } from "../../src/model/amendment.ts";
import type { Stage } from "../../src/model/stage.ts";
import { readSpot } from "../../src/read/spot.ts";
import { paragraph, plainResolution } from "../fixtures/resolutions.ts";

const place = { file: "a.yaml", line: 7, column: 9 };

const stage = (id: string, applies: Stage["applies"] = []): Stage => ({
  id,
  kind: "draft",
  date: "2010-01-01",
  applies,
});

/** The text of the first stage: PP1, OP1 with (a) and (b), OP2, OP3; a paragraph whose id is a number of another. */
const text = plainResolution({
  stages: [stage("dr-pre"), stage("dr-rev", "accepted"), stage("adopted", "accepted")],
  preambular: [paragraph("pp01", "Aware")],
  operative: [
    paragraph("op01", "Invites", [paragraph("op01.a", "first"), paragraph("op01.b", "second")]),
    paragraph("op3", "Urges"),
    paragraph("op99", "Calls"),
  ],
});

function spot(written: string): Spot {
  const found = readSpot(written, place);
  if (found?.kind !== "paragraph") throw new Error(`no paragraph: ${written}`);
  return found.spot;
}

const target = (written: string) => ({ kind: "paragraph" as const, id: spot(written) });

function tabled(id: string, operation: Operation<Spot>, more: Partial<Tabled> = {}): Tabled {
  return {
    id,
    submitters: [],
    base: "dr-pre",
    original: "en",
    received: "2010-01-01",
    operation,
    decision: { outcome: "pending" },
    place,
    places: {},
    ...more,
  };
}

const remove = (id: string, on: string, more: Partial<Tabled> = {}): Tabled =>
  tabled(id, { kind: "delete", target: target(on) }, more);

/** The id that a written number leads to, or the message and the hint. */
function lookUp(on: string, base = "dr-pre", others: Tabled[] = []): string {
  const { amendments, faults } = lookUpTargets(text, [...others, remove("am-9", on, { base })]);
  const operation = amendments.find((a) => a.id === "am-9")?.operation;
  if (operation?.kind === "delete" && operation.target.kind === "paragraph") return operation.target.id;
  return faults.map(({ message, hint }) => `${message} ${hint}`).join("\n");
}

const accepted = { decision: { outcome: "accepted" as const } };

describe("lookUpTargets", () => {
  test.each([
    ["PP1", "pp01"],
    ["OP1(b)", "op01.b"],
    ["operative paragraph 2", "op3"],
    ["OP3", "op99"],
    ["op01", "op01"],
  ])("finds %s", (written, id) => {
    expect(lookUp(written)).toBe(id);
  });

  test("takes small letters for an id where there is one, and capitals for a number", () => {
    expect(lookUp("op3")).toBe("op3");
    expect(lookUp("OP3")).toBe("op99");
    expect(lookUp("op2")).toBe("op3");
  });

  test("reads the numbers of a later stage in the text that its amendments have made", () => {
    const before = [
      tabled(
        "am-1",
        {
          kind: "add",
          place: { at: "start", part: "operative" },
          ids: ["am-1.a"],
          texts: { en: [[{ kind: "text", text: "New" }]] },
        },
        accepted,
      ),
      remove("am-2", "OP2", accepted),
    ];
    expect(lookUp("OP1", "dr-rev", before)).toBe("am-1.a");
    expect(lookUp("OP2", "dr-rev", before)).toBe("op01");
    expect(lookUp("OP3", "dr-rev", before)).toBe("op99");
    expect(lookUp("OP3", "dr-pre", before)).toBe("op99");
    expect(lookUp("am-1.a", "dr-rev", before)).toBe("am-1.a");
    // `op3` is the id of what was deleted, so nobody can have meant the third paragraph by it.
    expect(lookUp("op3", "dr-rev", before)).toContain(
      "OP2 of `dr-pre` (`op3`) is not in the text of `dr-rev` any more: am-2",
    );
  });

  test("says which numbers there are", () => {
    expect(lookUp("OP17")).toBe(
      "There is no OP17 in the text of `dr-pre`. The operative part has OP1 to OP3. Look whether another stage is meant: the list speaks of `dr-pre`.",
    );
    expect(lookUp("PP2")).toContain("The preamble has PP1.");
    expect(lookUp("OP1(c)")).toBe(
      "There is no OP1(c) in the text of `dr-pre`. OP1 has the sub-paragraphs OP1(a) to OP1(b) there.",
    );
    expect(lookUp("OP2(a)")).toBe(
      "There is no OP2(a) in the text of `dr-pre`. OP2 has no sub-paragraphs there.",
    );
    expect(lookUp("OP9(a)")).toContain("The operative part has OP1 to OP3.");
  });

  test("says that a paragraph is not there any more, and which amendment took it out", () => {
    const gone = remove("am-2", "op01", accepted);
    expect(lookUp("op01", "dr-rev", [gone])).toBe(
      "OP1 of `dr-pre` (`op01`) is not in the text of `dr-rev` any more: am-2 took it out. Name another paragraph, or put the amendment into a list that speaks of an earlier stage.",
    );
  });

  test("names the amendment that took out what a sub-paragraph stood in, and none that was rejected", () => {
    const gone = remove("am-2", "OP1", accepted);
    const kept = remove("am-1", "op01.b", { decision: { outcome: "rejected" } });
    expect(lookUp("op01.b", "dr-rev", [kept, gone])).toContain(
      "OP1(b) of `dr-pre` (`op01.b`) is not in the text of `dr-rev` any more: am-2 took it out.",
    );
  });

  test("says what became of a number that an earlier text had, or that a later one has it", () => {
    const gone = remove("am-2", "OP2", accepted);
    expect(lookUp("OP3", "dr-rev", [gone])).toContain("The OP3 of `dr-pre` is OP2 in `dr-rev`.");
    expect(lookUp("OP3", "dr-rev", [remove("am-2", "OP3", accepted)])).toContain(
      "The OP3 of `dr-pre` was taken out by am-2.",
    );
    const added = tabled(
      "am-1",
      {
        kind: "add",
        place: { at: "end", part: "operative" },
        ids: ["am-1.a"],
        texts: { en: [[{ kind: "text", text: "New" }]] },
      },
      accepted,
    );
    expect(lookUp("OP4", "dr-pre", [added])).toContain(
      "The text of `dr-rev` has OP4; amendments to it stand in a list with `stage: dr-rev`.",
    );
  });

  test("says that 1bis is only proposed, and by whom", () => {
    const added = tabled("am-1", {
      kind: "add",
      place: { at: "after", id: spot("OP1") },
      ids: ["am-1.a"],
      texts: { en: [[{ kind: "text", text: "New" }]] },
    });
    expect(lookUp("OP1bis", "dr-pre", [added])).toBe(
      "There is no OP1bis in the text of `dr-pre`: that is the place of a new paragraph that is only proposed. It is proposed by am-1. To change its words, write to: am-1 in place of on:.",
    );
    expect(lookUp("am-1.a", "dr-pre", [added])).toBe(
      "The paragraph `am-1.a` is not in the text of `dr-pre`: it is only proposed, by am-1. Make this a sub-amendment: to: am-1.",
    );
    const sub = remove("am-2", "am-1.a", { parent: "am-1" });
    expect(lookUpTargets(text, [added, sub]).faults).toEqual([]);
  });

  test("knows nothing like a word, and what is near it", () => {
    expect(lookUp("op0l")).toBe("There is no paragraph `op0l` in the text of `dr-pre`. Did you mean `op01`?");
  });

  test("keeps the others when one is lost, with the place where it is written", () => {
    const { amendments, faults } = lookUpTargets(text, [
      remove("am-1", "OP1"),
      remove("am-2", "OP8"),
      remove("am-3", "OP2"),
    ]);
    expect(amendments.map((a) => a.id)).toEqual(["am-1", "am-3"]);
    expect(faults).toMatchObject([{ amendment: "am-2", place }]);
  });

  test("looks up every place of an operation, and that of a result", () => {
    const all = lookUpTargets(text, [
      tabled("am-1", { kind: "move", target: target("OP1"), place: { at: "after", id: spot("OP3") } }),
      tabled("am-2", { kind: "merge", target: target("OP1"), others: [spot("OP2")], text: {} }),
      tabled("am-3", { kind: "add", place: { at: "end", within: spot("OP1") }, ids: ["x"], texts: {} }),
      remove("am-4", "OP1", {
        decision: {
          outcome: "accepted-as-amended",
          result: { kind: "replace", target: target("OP2"), text: {} },
        },
      }),
      tabled("am-5", { kind: "merge", target: target("OP1"), others: [spot("OP7")], text: {} }),
    ]);
    expect(all.amendments.map((a) => a.operation)).toMatchObject([
      { target: { id: "op01" }, place: { id: "op99" } },
      { target: { id: "op01" }, others: ["op3"] },
      { place: { within: "op01" } },
      { kind: "delete" },
    ]);
    expect(all.amendments[3]?.decision.result).toMatchObject({ target: { id: "op3" } });
    expect(all.faults.map((f) => f.amendment)).toEqual(["am-5"]);
  });
});
