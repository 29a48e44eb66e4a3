import { describe, expect, test } from "vitest";
import { applyAmendment } from "../../src/amend/apply.ts";
import { conflicts } from "../../src/amend/conflicts.ts";
import { orderOfConsideration } from "../../src/amend/order.ts";
import { rebase } from "../../src/amend/rebase.ts";
import type { AmendedWork } from "../../src/amend/source.ts";
import { between, stageText } from "../../src/amend/stages.ts";
import type { Amendment, Decision, Operation } from "../../src/model/amendment.ts";
import { acceptChanges, rejectChanges, reverseChanges } from "../../src/model/changes.ts";
import type { Paragraph, ParagraphBlock, Resolution } from "../../src/model/resolution.ts";
import type { Stage } from "../../src/model/stage.ts";
import { mapSegments } from "../../src/model/walk.ts";
import { plainResolution } from "../fixtures/resolutions.ts";
import { amendment, change, lines, on, settled, t } from "./made.ts";

function made(id: string, blocks: ParagraphBlock[], tail?: string): Paragraph {
  return {
    type: "paragraph",
    id,
    blocks,
    children: [],
    ...(tail === undefined ? {} : { tail: { id: `${id}.tail`, text: t(tail) } }),
  };
}
const text = (id: string, words: string): ParagraphBlock => ({ type: "text", id, text: t(words) });
const list = (id: string, ...items: string[]): ParagraphBlock => ({
  type: "list",
  items: items.map((words, i) => ({ id: `${id}.${i + 1}`, text: t(words) })),
});

const dr: Stage = { id: "dr", kind: "revised-draft", date: "2010-02-15", applies: [] };
const next: Stage = { id: "committee", kind: "committee-draft", date: "2010-03-31", applies: "accepted" };
const last: Stage = { id: "adopted", kind: "adopted", date: "2010-04-01", applies: "accepted" };

const base = plainResolution({
  stages: [dr, next, last],
  operative: [
    made(
      "op1",
      [text("op1", "_Invites_ States to adopt"), list("op1", "arms laws", "drug laws", "data laws")],
      "and to report",
    ),
    made("op2", [
      text("op2", "_Recalls_ the words"),
      { type: "quote", id: "op2.q1", text: t("no State alone") },
    ]),
    made("op3", [text("op3", "_Urges_ parliaments"), list("op3", "to meet")]),
    made("op4", [list("op4", "first of all", "and then")]),
    { type: "heading", id: "h1", level: 1, text: t("Follow-up") },
    { type: "prose", id: "d1", text: t("We, the parliaments") },
  ],
});

const remove = (id: string): Operation => ({ kind: "delete", target: on(id) });
const add = (ids: string[], at: "after" | "before", id: string, ...texts: string[]): Operation => ({
  kind: "add",
  place: { at, id },
  ids,
  texts: { en: texts.map(t) },
});
const amend = (id: string, find: string, put: string): Operation => ({
  kind: "amend",
  target: on(id),
  changes: { en: [change(find, put)] },
});

function all(...ops: Operation[]): Resolution {
  return ops.reduce((now, op, i) => {
    const done = applyAmendment(now, amendment(`am-${i + 1}`, op), "en");
    if ("refusal" in done) throw new Error(done.refusal.message);
    return done.value;
  }, base);
}
const line = (r: Resolution, id: string): string => lines(r).find((l) => l.includes(`${id}:`)) ?? "";
function refusal(...ops: Operation[]) {
  const done = applyAmendment(all(...ops.slice(0, -1)), amendment("am-9", ops.at(-1) ?? remove("op1")), "en");
  return "refusal" in done ? done.refusal : undefined;
}

describe("parts of a paragraph", () => {
  test("are struck where they stand, and are gone when that is accepted: an item, a quotation, the closing words", () => {
    const r = all(remove("op1.2"), remove("op1.tail"), remove("op2.q1"));
    expect(line(r, "op1")).toBe(
      "O op1: _Invites_ States to adopt / [ arms laws ; del am-1 drug laws ; data laws ] / del am-2 and to report",
    );
    expect(line(acceptChanges(r), "op1")).toBe(
      "O op1: _Invites_ States to adopt / [ arms laws ; data laws ]",
    );
    expect(line(acceptChanges(r), "op2")).toBe("O op2: _Recalls_ the words");
    expect(settled(rejectChanges(r))).toEqual(settled(base));
    const back = reverseChanges(r);
    expect(line(back, "op1")).toContain(
      "[ arms laws ; ins am-1 drug laws ; data laws ] / ins am-2 and to report",
    );
    expect(settled(acceptChanges(back))).toEqual(settled(base));
  });

  test("go as headings and unnumbered paragraphs do", () => {
    const gone = lines(acceptChanges(all(remove("h1"), remove("d1")))).join("\n");
    expect(gone).not.toContain("Follow-up");
    expect(gone).not.toContain("We, the parliaments");
  });

  test("take the list with them when the last item goes", () => {
    expect(line(acceptChanges(all(remove("op3.1"))), "op3")).toBe("O op3: _Urges_ parliaments");
    expect(line(acceptChanges(all(remove("op1.1"), remove("op1.2"), remove("op1.3"))), "op1")).toBe(
      "O op1: _Invites_ States to adopt / and to report",
    );
  });

  test("stay when nothing would be left of the paragraph, and that is said", () => {
    const r = refusal(remove("op4.1"), remove("op4.2"));
    expect(r).toMatchObject({ code: "text-empty" });
    expect(r?.hint).toContain("Delete the paragraph as a whole");
    expect(line(acceptChanges(all(remove("op4.1"))), "op4")).toBe("O op4: [ and then ]");
  });

  test("are put beside an item of a list, in the order of the amendments, also beside one that goes", () => {
    const r = all(
      remove("op1.2"),
      add(["x1"], "after", "op1.2", "cyber laws"),
      add(["x2", "x3"], "after", "op1.2", "sea laws", "air laws"),
      add(["x4"], "before", "op1.1", "all laws"),
    );
    expect(line(r, "op1")).toContain(
      "[ ins am-4 all laws ; arms laws ; del am-1 drug laws ; ins am-2 cyber laws ; ins am-3 sea laws ; ins am-3 air laws ; data laws ]",
    );
    expect(
      line(
        acceptChanges(all(add(["x1"], "after", "op1.1", "cyber laws"), amend("x1", "cyber", "net"))),
        "op1",
      ),
    ).toContain("[ arms laws ; net laws ; drug laws ; data laws ]");
    // What one puts in and another takes out was never there.
    expect(line(all(add(["x1"], "after", "op1.1", "cyber laws"), remove("x1")), "op1")).toBe(
      line(base, "op1"),
    );
  });

  test("are refused where they cannot stand, with a way out", () => {
    const beside = refusal(add(["x1"], "after", "op2.q1", "more words"));
    expect(beside).toMatchObject({ code: "target-unfit" });
    expect(beside?.hint).toContain("after: and put:");
    const nested = { ...add(["x1", "x2"], "after", "op1.1", "one", "two"), depths: [1, 2] } as Operation;
    expect(refusal(nested)?.message).toContain("items have no sub-paragraphs");
    expect(refusal({ kind: "move", target: on("op1.1"), place: { at: "after", id: "op3" } })?.code).toBe(
      "target-unfit",
    );
    expect(
      refusal({ kind: "merge", target: on("op3"), others: ["op1.1"], text: { en: t("x") } })?.message,
    ).toContain("cannot be merged");
  });

  test("that are gone say who took them out, whatever is asked of them", () => {
    const edit = refusal(remove("op1.2"), amend("op1.2", "drug", "narcotics"));
    expect(edit).toMatchObject({ code: "target-gone", by: "am-1" });
    // Also when only the paragraph is named, and the words stood in the part.
    expect(refusal(remove("op1.2"), amend("op1", "drug laws", "narcotics laws"))).toMatchObject({
      code: "target-gone",
      by: "am-1",
    });
    expect(refusal(remove("op1.2"), remove("op1.2"))).toMatchObject({ code: "target-gone", by: "am-1" });
    expect(refusal(remove("op1"), remove("op1.2"))).toMatchObject({ code: "target-gone", by: "am-1" });
  });

  test("take changes of their words with them, and the amendments whose changes they were are named", () => {
    const before = all(amend("op1.2", "drug", "narcotics"));
    const done = applyAmendment(before, amendment("am-2", remove("op1.2")), "en");
    if ("refusal" in done) throw new Error(done.refusal.message);
    expect(line(done.value, "op1")).toContain("del am-2 drug laws");
    expect(done.absorbed.map(({ change: by, words }) => [by, words])).toContainEqual(["am-1", "narcotics"]);
    expect(settled(rejectChanges(done.value))).toEqual(settled(base));
    const whole = applyAmendment(all(remove("op1.2")), amendment("am-2", remove("op1")), "en");
    if ("refusal" in whole) throw new Error(whole.refusal.message);
    expect(whole.absorbed).toContainEqual({ change: "am-1", by: "am-2", id: "op1.2", words: "" });
  });
});

const accepted: Decision = { outcome: "accepted", date: "2010-03-30" };
const french = (r: Resolution): Resolution => ({
  ...mapSegments(r, ({ text: words }) =>
    words.map((n) => (n.kind === "text" ? { ...n, text: n.text.toUpperCase() } : n)),
  ),
  language: "fr",
});
const work = (amendments: Amendment[]): AmendedWork => ({
  resolution: base,
  amendments,
  text: (language) => (language === "en" ? base : language === "fr" ? french(base) : undefined),
});

describe("parts of a paragraph from stage to stage", () => {
  test("go in every language, and come back in a redline read backwards", () => {
    const w = work([amendment("am-1", remove("op1.2"), { decision: accepted })]);
    expect(line(stageText(w, "committee", "fr")?.clean ?? base, "op1")).toContain(
      "[ ARMS LAWS ; DATA LAWS ]",
    );
    expect(line(between(w, "committee", "dr", "fr")?.tracked ?? base, "op1")).toContain("ins am-1 DRUG LAWS");
  });

  test("are joined over two stages: what the first struck stands struck, what it put in and the second took out is gone", () => {
    const w = work([
      amendment("am-1", remove("op1.1"), { decision: accepted }),
      amendment("am-2", add(["x1", "x2"], "after", "op1.3", "cyber laws", "sea laws"), {
        decision: accepted,
      }),
      amendment("am-3", remove("op3.1"), { decision: accepted }),
      amendment("am-4", remove("x1"), { base: "committee", decision: accepted }),
      amendment("am-5", remove("op1.tail"), { base: "committee", decision: accepted }),
      amendment("am-6", amend("op1", "drug laws", "narcotics laws"), {
        base: "committee",
        decision: accepted,
      }),
    ]);
    const redline = between(w, "dr", "adopted", "en")?.tracked ?? base;
    expect(line(redline, "op1")).toBe(
      "O op1: _Invites_ States to adopt / [ del am-1 arms laws ; {-#am-6 drug-}{+#am-6 narcotics+} laws ; data laws ; ins am-2 sea laws ] / del am-5 and to report",
    );
    expect(line(redline, "op3")).toBe("O op3: _Urges_ parliaments / [ del am-3 to meet ]");
    expect(lines(acceptChanges(redline))).toEqual(lines(stageText(w, "adopted", "en")?.clean ?? base));
    expect(settled(rejectChanges(redline))).toEqual(settled(base));
  });

  test("meet with amendments to the same words, to the same place and to the whole paragraph", () => {
    const w = work([
      amendment("am-1", remove("op1.2")),
      amendment("am-2", amend("op1.2", "drug", "narcotics")),
      amendment("am-3", add(["x1"], "after", "op1.2", "cyber laws")),
      amendment("am-4", amend("op1.3", "data", "privacy")),
      amendment("am-5", remove("op3")),
      amendment("am-6", remove("op3.1")),
    ]);
    const found = conflicts(w, "dr").map((c) => [c.a, c.b, c.kind, c.sentence]);
    expect(found.map(([a, b, kind]) => `${a} ${b} ${kind}`).sort()).toEqual([
      "am-1 am-2 deletes-what-other-edits",
      "am-1 am-3 place-goes",
      "am-5 am-6 deletes-what-other-edits",
    ]);
    const sentences = found.map(([, , , sentence]) => sentence).join("\n");
    expect(sentences).toContain("am-1 takes out OP1 (op1.2), and am-2 changes words of it");
    expect(sentences).toContain("am-3 puts an item after OP1 (op1.2)");
    expect(sentences).toContain("am-5 takes out OP3 with OP3 (op3.1) in it, and am-6 takes out OP3 (op3.1)");
    const order = orderOfConsideration(w, "dr", { only: ["am-2", "am-1"] });
    expect(order.map((step) => step.amendment)).toEqual(["am-1", "am-2"]);
  });

  test("find a new place beside an item that stays, and fall with one that is gone", () => {
    const w = work([
      amendment("am-1", remove("op1.2"), { decision: accepted }),
      amendment("am-2", add(["x1"], "after", "op1.2", "cyber laws")),
      amendment("am-3", amend("op1.2", "drug", "narcotics")),
      amendment("am-4", remove("op1.3")),
    ]);
    const [moved, fallen, same] = rebase(w, "dr");
    expect(moved).toMatchObject({
      state: "rebased",
      amendment: { operation: { place: { at: "after", id: "op1.1" } } },
    });
    expect(moved?.notes.join()).toContain("the place is now after OP1 (op1.1)");
    expect(fallen).toMatchObject({ state: "refused", refusals: [{ code: "target-gone", by: "am-1" }] });
    expect(same).toMatchObject({ state: "unchanged" });
  });
});

describe("the order of consideration of parts of one paragraph", () => {
  const order = (...ops: Operation[]) => {
    const amendments = ops.map((op, i) => amendment(`am-${i + 1}`, op));
    const work: AmendedWork = { resolution: base, amendments, text: () => base };
    return orderOfConsideration(work, "dr").map(({ amendment: id, why }) => `${id}: ${why}`);
  };
  test("runs as the text does, each settled by itself", () => {
    expect(order(remove("op1.tail"), remove("op1.3"), remove("op1.1"))).toEqual([
      "am-3: Nothing else is proposed to OP1 (op1.1).",
      "am-2: Nothing else is proposed to OP1 (op1.3).",
      "am-1: Nothing else is proposed to OP1 (op1.tail).",
    ]);
  });
  test("says what else is proposed to the paragraph that a part is of", () => {
    const [whole, part] = order(remove("op1.1"), remove("op1"));
    expect(whole).toMatch(/^am-2: Apart from am-1, nothing else is proposed to OP1\./);
    expect(part).toMatch(/^am-1: Apart from am-2, nothing else is proposed to OP1 \(op1\.1\)\./);
  });
});
