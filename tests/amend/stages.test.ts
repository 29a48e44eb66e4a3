import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyAmendment } from "../../src/amend/apply.ts";
import { conflicts } from "../../src/amend/conflicts.ts";
import { beforeTheBody, effectiveOperation, takenIn } from "../../src/amend/decided.ts";
import { positionName } from "../../src/amend/label.ts";
import { leftPending } from "../../src/amend/left-pending.ts";
import { frozenNumbers, redlineNumbers, renumbering } from "../../src/amend/number.ts";
import { orderOfConsideration } from "../../src/amend/order.ts";
import { rebase } from "../../src/amend/rebase.ts";
import type { AmendedWork } from "../../src/amend/source.ts";
import { between, pendingText, stageText } from "../../src/amend/stages.ts";
import type { Amendment, Decision, Operation, WordChange } from "../../src/model/amendment.ts";
import { acceptChanges, rejectChanges } from "../../src/model/changes.ts";
import { numberParagraphs } from "../../src/model/number.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import type { Stage } from "../../src/model/stage.ts";
import { mapSegments } from "../../src/model/walk.ts";
import { paragraph, plainResolution } from "../fixtures/resolutions.ts";
import { amendment, anyAmendments, anyText, change, lines, on, settled, t } from "./made.ts";

const accepted: Decision = { outcome: "accepted", date: "2010-03-30" };

const dr: Stage = { id: "dr", kind: "revised-draft", date: "2010-02-15", applies: [] };
const committee: Stage = {
  id: "committee",
  kind: "committee-draft",
  date: "2010-03-31",
  applies: "accepted",
};
const adopted: Stage = { id: "adopted", kind: "adopted", date: "2010-04-01", applies: "accepted" };

const base = plainResolution({
  stages: [dr, committee, adopted],
  preambular: [
    paragraph("pp1", "Aware of crime and of drugs"),
    paragraph("pp2", "Noting the work of parliaments"),
  ],
  operative: [
    paragraph("op1", "Urges States to act against drug trafficking, arms sales and terrorism"),
    paragraph("op2", "Invites parliaments to act", [
      paragraph("op2.a", "at home"),
      paragraph("op2.b", "abroad"),
    ]),
    paragraph("op3", "Calls on all to report"),
    paragraph("op4", "Decides to meet again"),
  ],
});

/** The French text says the same with a letter before each word. */
const french = (r: Resolution): Resolution => ({
  ...mapSegments(r, ({ text }) =>
    text.map((n) => (n.kind === "text" ? { ...n, text: n.text.replace(/\b(?=\w)/g, "x") } : n)),
  ),
  language: "fr",
});

function work(amendments: Amendment[], stages: Stage[] = base.stages): AmendedWork {
  const resolution = { ...base, stages };
  const fr = french(resolution);
  return { resolution, amendments, text: (language) => ({ en: resolution, fr })[language] };
}

const edit = (
  id: string,
  target: string,
  find: string,
  put: string,
  rest: Partial<Amendment> = {},
): Amendment =>
  amendment(id, { kind: "amend", target: on(target), changes: { en: [change(find, put)] } }, rest);
const remove = (id: string, target: string, rest: Partial<Amendment> = {}): Amendment =>
  amendment(id, { kind: "delete", target: on(target) }, rest);
const add = (id: string, after: string, text: string, rest: Partial<Amendment> = {}): Amendment =>
  amendment(
    id,
    {
      kind: "add",
      place: { at: "after", id: after },
      ids: [`${id}.a`],
      texts: { en: [t(text)], fr: [t(`x${text}`)] },
    },
    rest,
  );

describe("the text of a stage", () => {
  test("is the one before with the accepted amendments, in text order whatever the list says", () => {
    const made = work([
      add("am-1", "op3", "Last", { decision: accepted }),
      edit("am-2", "pp1", "crime", "organized crime", { decision: accepted }),
      edit("am-3", "pp1", "drugs", "weapons"),
      remove("am-4", "pp2", { decision: { outcome: "rejected" } }),
    ]);
    const text = stageText(made, "committee", "en");
    expect(text?.applied).toEqual(["am-2", "am-1"]);
    expect(text?.refusals).toEqual([]);
    expect(lines(text?.clean ?? base)).toContain("P pp1: Aware of organized crime and of drugs");
    expect(settled(rejectChanges(text?.tracked ?? base))).toEqual(settled(made.resolution));
  });

  test("goes on without what cannot be applied, and says so", () => {
    const text = stageText(
      work([
        remove("am-1", "op3", { decision: accepted }),
        edit("am-2", "op3", "report", "answer", { decision: accepted }),
      ]),
      "committee",
      "en",
    );
    expect(text?.applied).toEqual(["am-1"]);
    expect(text?.refusals).toMatchObject([{ amendment: "am-2", code: "target-gone", by: "am-1" }]);
    expect(text?.refusals[0]?.message).toMatch(/^OP3 is not there any more: am-1/);
  });

  test("has the same numbers in every language, and borrows words that a language does not have", () => {
    const made = work([
      edit("am-1", "pp1", "crime", "organized crime", { decision: accepted }),
      add("am-2", "pp1", "Recalling", { decision: accepted }),
      remove("am-3", "op1", { decision: accepted }),
      amendment(
        "am-4",
        { kind: "move", target: on("op4"), place: { at: "before", id: "op2" } },
        { decision: accepted },
      ),
    ]);
    const [en, fr] = ["en", "fr"].map((language) => stageText(made, "committee", language));
    expect([...numberParagraphs(fr?.clean ?? base)]).toEqual([...numberParagraphs(en?.clean ?? base)]);
    expect(lines(fr?.clean ?? base).slice(1, 3)).toEqual([
      "P pp1: [en: Aware of organized crime and of drugs]",
      "P am-2.a: xRecalling",
    ]);
    expect(fr?.notices).toMatchObject([{ amendment: "am-1", code: "text-missing", language: "fr" }]);
    expect(stageText(made, "committee", "es")).toBeUndefined();
  });

  test("is split in every language, also where words of the original stand that changed nothing in it", () => {
    const same = amendment(
      "am-1",
      { kind: "replace", target: on("op3"), text: { en: t("Calls on all to report") } },
      { decision: accepted },
    );
    const split = amendment(
      "am-2",
      {
        kind: "split",
        target: on("op3"),
        ids: ["new"],
        texts: { en: [t("Calls on all"), t("Asks for reports")] },
      },
      { decision: accepted },
    );
    const fr = stageText(work([same, split]), "committee", "fr");
    expect(fr?.refusals).toEqual([]);
    expect(lines(fr?.clean ?? base)).toContain("O new: [en: Asks for reports]");
    expect(fr?.absorbed.map(({ change: by }) => by)).toContain("am-1");
  });

  test("several changes of one paragraph that a language does not have are all in the words that it borrows", () => {
    const made = work([
      edit("am-1", "op1", "drug trafficking", "drugs", { decision: accepted }),
      edit("am-2", "op1", "terrorism", "piracy", { decision: accepted }),
    ]);
    const fr = stageText(made, "committee", "fr");
    expect(lines(fr?.clean ?? base)).toContain(
      "O op1: [en: Urges States to act against drugs, arms sales and piracy]",
    );
    expect(fr?.refusals).toEqual([]);
    expect(settled(rejectChanges(fr?.tracked ?? base))).toEqual(settled(french(made.resolution)));
  });

  test("two amendments that lend words to each other's language do not wait for each other forever", () => {
    const fr: Amendment = amendment(
      "am-2",
      { kind: "amend", target: on("op3"), changes: { fr: [change("xreport", "xrapport")] } },
      { decision: accepted, original: "fr" },
    );
    const made = work([edit("am-1", "op1", "States", "all States", { decision: accepted }), fr]);
    expect(lines(stageText(made, "committee", "fr")?.clean ?? base)).toContain(
      "O op3: xCalls xon xall xto xrapport",
    );
    expect(lines(stageText(made, "committee", "en")?.clean ?? base)).toContain(
      "O op3: [fr: xCalls xon xall xto xrapport]",
    );
  });

  test("takes an amendment as its sub-amendments made it, or as the decision says", () => {
    const made = work([
      add("am-1", "op1", "Urges all to wait", { decision: { outcome: "accepted-as-amended" } }),
      edit("am-2", "am-1.a", "wait", "act", { parent: "am-1", decision: accepted }),
      edit("am-3", "am-1.a", "all", "some", { parent: "am-1", decision: { outcome: "rejected" } }),
      edit("am-4", "op3", "report", "x", {
        decision: {
          outcome: "accepted-as-amended",
          result: { kind: "amend", target: on("op3"), changes: { en: [change("report", "answer")] } },
        },
      }),
    ]);
    const text = lines(stageText(made, "committee", "en")?.clean ?? base);
    expect(text).toContain("O am-1.a: Urges all to act");
    expect(text).toContain("O op3: Calls on all to answer");
  });

  test("a sub-amendment to one language version leaves the others to the next", () => {
    const texts = { en: [t("Noting that bogs burn")], fr: [t("notant que les marais brûlent")] };
    const parent = add("am-1", "op1", "Noting that bogs burn", { decision: accepted });
    const sub = (id: string, changes: Record<string, WordChange[]>, only?: string[]): Amendment => ({
      ...amendment(id, { kind: "amend", target: on("am-1.a"), changes }),
      ...(only ? { only, original: only[0] ?? "en" } : {}),
      parent: "am-1",
      decision: accepted,
    });
    const subs = [
      sub("am-2", { fr: [change("brûlent", "prennent feu")] }, ["fr"]),
      sub("am-3", { en: [change("bogs", "bogs and fens")], fr: [change("marais", "tourbières")] }),
    ];
    for (const order of [subs, subs.toReversed()]) {
      const made = work([{ ...parent, operation: { ...parent.operation, texts } as Operation }, ...order]);
      const text = (language: string) => stageText(made, "committee", language);
      expect(lines(text("en")?.clean ?? base)).toContain("O am-1.a: Noting that bogs and fens burn");
      expect(lines(text("fr")?.clean ?? base)).toContain("O am-1.a: notant que les tourbières prennent feu");
      for (const language of ["en", "fr"])
        expect(text(language)).toMatchObject({ refusals: [], notices: [] });
    }
  });

  test("does not take what one sub-amendment put in for the words that another looks for", () => {
    const texts = { en: [t("Noting one")], fr: [t("notant un")] };
    const parent = add("am-1", "op1", "Noting one", { decision: accepted });
    const sub = (id: string, en: string, fr: string): Amendment => ({
      ...amendment(id, {
        kind: "amend",
        target: on("am-1.a"),
        changes: { en: [change("one", en)], fr: [change("un", fr)] },
      }),
      parent: "am-1",
      decision: accepted,
    });
    const made = work([
      { ...parent, operation: { ...parent.operation, texts } as Operation },
      sub("am-2", "one thing", "une chose"),
      sub("am-3", "nothing", "rien"),
    ]);
    const text = stageText(made, "committee", "fr");
    expect(lines(text?.clean ?? base).join()).not.toMatch(/rien/);
    expect(text?.refusals).toMatchObject([{ amendment: "am-1", code: "words-changed", by: "am-3" }]);
    expect(text?.refusals[0]?.message).toBe(
      "Its sub-amendment am-3 cannot be put into it: The words of the text of am-1 that it changes (“un”) are changed by am-2 already.",
    );
  });

  test("says what decisions do not add up", () => {
    const list = [
      add("am-1", "op1", "x", { decision: { outcome: "accepted-as-amended" } }),
      edit("am-2", "op3", "report", "x", { parent: "am-9", decision: accepted }),
      edit("am-3", "op3", "report", "x", { parent: "am-4", decision: accepted }),
      edit("am-4", "op3", "report", "x", { parent: "am-3", decision: accepted }),
      remove("am-5", "op3", { decision: { outcome: "withdrawn" } }),
      edit("am-6", "op3", "report", "x", { parent: "am-5", decision: accepted }),
      remove("am-7", "op4", { base: "elsewhere", decision: accepted }),
    ];
    const { refusals } = takenIn(base.stages, list);
    expect(refusals.map(({ amendment: id, code }) => `${id} ${code}`)).toEqual([
      "am-2 parent-missing",
      "am-3 cycle",
      "am-4 cycle",
      "am-6 parent-not-accepted",
      "am-7 wrong-base",
    ]);
    const effective = effectiveOperation(list[0] ?? add("x", "op1", "x"), list);
    expect("refusal" in effective && effective.refusal.code).toBe("decision-conflict");
    const named = takenIn([dr, { ...committee, applies: ["am-5", "am-8", "am-6"] }], list).refusals;
    expect(named.filter((r) => r.stage === "committee").map((r) => `${r.amendment} ${r.code}`)).toEqual([
      "am-2 parent-missing",
      "am-3 cycle",
      "am-4 cycle",
      "am-6 parent-not-accepted",
      "am-5 decision-conflict",
      "am-8 amendment-missing",
      "am-6 decision-conflict",
      "am-1 decision-conflict",
    ]);
  });

  test("what waits for a decision is known to every later stage, with its sub-amendments, but not what is out with its parent", () => {
    const list = [
      edit("am-1", "op1", "drug trafficking", "drugs", { decision: { outcome: "rejected" } }),
      edit("am-2", "op1", "drugs", "narcotics", { parent: "am-1" }),
      edit("am-3", "op3", "report", "answer"),
      edit("am-4", "op3", "answer", "reply", { parent: "am-3" }),
    ];
    const stages: Stage[] = [dr, committee, { ...committee, id: "last" }];
    const left = [{ base: "dr", stage: "committee", ids: ["am-3", "am-4"] }];
    expect(leftPending(stages, list, "dr")).toEqual([]);
    expect(leftPending(stages, list, "committee")).toEqual(left);
    expect(leftPending(stages, list, "last")).toEqual(left);
  });

  test("a list that is carried over to another Assembly is taken in when it is decided there", () => {
    const stages: Stage[] = [
      dr,
      {
        id: "next",
        kind: "revised-draft-resolution",
        date: "2010-11-19",
        applies: "accepted",
        carriesOver: true,
      },
      { ...committee, date: "2011-03-31" },
    ];
    const made = work(
      [
        edit("am-1", "op1", "drug trafficking", "drugs", { decision: accepted }),
        edit("am-2", "op1", "terrorism", "cybercrime", {
          decision: { outcome: "accepted", date: "2011-03-30" },
        }),
        edit("am-3", "op3", "report", "answer"),
      ],
      stages,
    );
    expect(stageText(made, "next", "en")?.applied).toEqual(["am-1"]);
    expect(stageText(made, "committee", "en")?.applied).toEqual(["am-2"]);
    expect(beforeTheBody(stages, made.amendments, "next").map((a) => a.id)).toEqual(["am-2", "am-3"]);
    expect(leftPending(stages, made.amendments, "next")).toEqual([]);
    expect(leftPending(stages, made.amendments, "committee")).toEqual([
      { base: "dr", stage: "committee", ids: ["am-3"] },
    ]);
    expect(takenIn(stages, made.amendments).refusals).toEqual([]);
  });

  test("a redline over two stages shows every change under its own amendment, and the way back", () => {
    const made = work([
      edit("am-1", "op1", "drug trafficking", "drugs", { decision: accepted }),
      add("am-2", "op1", "New words here", { decision: accepted }),
      edit("am-3", "am-2.a", "words", "text", { base: "committee", decision: accepted }),
      remove("am-4", "op3", { base: "committee", decision: accepted }),
    ]);
    const redline = between(made, "dr", "adopted", "en")?.tracked ?? base;
    expect(lines(redline)).toEqual(
      expect.arrayContaining([
        "O op1: Urges States to act against {-#am-1 drug trafficking-}{+#am-1 drugs+}, arms sales and terrorism",
        "O ins am-2 am-2.a: New {+#am-3 text+} here",
        "O del am-4 op3: Calls on all to report",
      ]),
    );
    const back = between(made, "adopted", "dr", "en")?.tracked ?? base;
    expect(settled(acceptChanges(back))).toEqual(settled(made.resolution));
  });
});

describe("laws of stages", () => {
  const steps = (list: Amendment[]): Amendment[] =>
    list.map((a) => ({ ...a, decision: accepted, ...(a.id.endsWith("2") ? { original: "fr" } : {}) }));

  test("a text has the same paragraphs with the same numbers in every language, and nothing is dropped without a word", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 8), fc.nat(), ({ r, list }, odd) => {
        const resolution = { ...r, stages: [dr, committee] };
        const amendments = steps(list).map((a, i) => {
          // One of them has one new text too few in French.
          const { operation: op } = a;
          if ((odd + i) % 3 !== 0 || op.kind !== "add") return a;
          return { ...a, operation: { ...op, texts: { ...op.texts, fr: [t("x")] } } };
        });
        const made: AmendedWork = {
          resolution,
          amendments,
          text: (language) => ({ ...resolution, language }),
        };
        const [en, fr] = ["en", "fr"].map((language) => stageText(made, "committee", language));
        expect([...numberParagraphs(fr?.clean ?? base)]).toEqual([...numberParagraphs(en?.clean ?? base)]);
        for (const text of [en, fr])
          for (const { id } of amendments)
            expect(text?.applied.includes(id)).not.toBe(
              text?.refusals.some((refusal) => refusal.amendment === id),
            );
      }),
      { numRuns: 600 },
    );
  });

  test("what is rebased can be put to the new text, what is refused says why, and nothing is missing", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 6), ({ r, list }) => {
        const resolution = { ...r, stages: [dr] };
        const amendments = list.map((a, i) => (i % 2 === 0 ? { ...a, decision: accepted } : a));
        const made: AmendedWork = {
          resolution,
          amendments,
          text: (language) => (language === "en" ? resolution : undefined),
        };
        const into = amendments.filter((a) => a.decision === accepted).map((a) => a.id);
        const clean = acceptChanges(pendingText(made, "dr", "en", into)?.tracked ?? base);
        const found = rebase(made, "dr");
        expect(found).toHaveLength(amendments.length - into.length);
        for (const { amendment: a, state, refusals } of found) {
          if (state === "refused") expect(refusals.length).toBeGreaterThan(0);
          else expect(applyAmendment(clean, a, "en")).toHaveProperty("value");
        }
      }),
      { numRuns: 600 },
    );
  });

  test("conflicts and order know every pair once and every amendment once", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 8), ({ r, list }) => {
        const resolution = { ...r, stages: [dr] };
        const made: AmendedWork = { resolution, amendments: list, text: () => resolution };
        const found = conflicts(made, "dr");
        expect(new Set(found.map((c) => `${c.a} ${c.b}`)).size).toBe(found.length);
        for (const one of found) expect(one.sentence).toMatch(/^am-.*\.$/);
        const order = orderOfConsideration(made, "dr").map((step) => step.amendment);
        expect([...order].sort()).toEqual(list.map((a) => a.id).sort());
      }),
      { numRuns: 600 },
    );
  });
});

describe("what waits for its decision", () => {
  test("stands in the text with frozen numbers: 1bis, 1ter, and again 1bis for another delegation", () => {
    const two: Operation = {
      kind: "add",
      place: { at: "after", id: "pp1" },
      ids: ["x", "y"],
      texts: { en: [t("one"), t("two")] },
    };
    const first: Operation = {
      kind: "add",
      place: { at: "start", part: "preambular" },
      ids: ["z"],
      texts: { en: [t("first")] },
    };
    const made = work([
      amendment("am-1", two),
      add("am-2", "pp1", "rival"),
      amendment("am-3", first),
      add("am-4", "op2.a", "inner"),
      remove("am-5", "op3"),
    ]);
    const tracked = pendingText(made, "dr", "en")?.tracked ?? base;
    const names = Object.fromEntries([...frozenNumbers(tracked)].map(([id, p]) => [id, positionName(p)]));
    expect(names).toMatchObject({
      z: "PP1",
      pp1: "PP1",
      x: "PP1bis",
      y: "PP1ter",
      "am-2.a": "PP1bis",
      pp2: "PP2",
      op3: "OP3",
      op4: "OP4",
      "am-4.a": "OP2(abis)",
    });
    const { after, before } = redlineNumbers(tracked);
    expect(after.get("op4")?.number).toBe(3);
    expect(before.get("op3")?.number).toBe(3);
    expect(after.has("op3")).toBe(false);
  });

  test("conflicts are found for every pair, each with its reason", () => {
    const made = work([
      edit("am-1", "op1", "drug trafficking, arms sales", "crime"),
      edit("am-2", "op1", "arms sales", "weapons"),
      edit("am-3", "op1", "terrorism", "cybercrime"),
      edit("am-4", "op1", "terrorism", "piracy"),
      remove("am-5", "op3"),
      edit("am-6", "op3", "report", "answer"),
      add("am-7", "pp1", "one"),
      add("am-8", "pp1", "two"),
      amendment("am-9", { kind: "replace", target: on("op4"), text: { en: t("Decides to rest") } }),
      edit("am-10", "op4", "again", "soon"),
      amendment("am-11", { kind: "replace", target: on("op4"), text: { en: t("Ends") } }),
      remove("am-12", "op3"),
      add("am-13", "op3", "three"),
      amendment("am-14", { kind: "move", target: on("op2"), place: { at: "after", id: "op4" } }),
      amendment("am-15", { kind: "move", target: on("op2"), place: { at: "before", id: "op1" } }),
      remove("am-16", "pp2", { decision: { outcome: "withdrawn" } }),
      edit("am-17", "pp2", "work", "role"),
    ]);
    const found = conflicts(made, "dr").map((c) => `${c.a} ${c.b} ${c.kind} ${c.falls.join(",")}`);
    expect(new Set(found)).toEqual(
      new Set([
        "am-7 am-8 same-place ",
        "am-1 am-2 contained am-2",
        "am-3 am-4 same-words am-3,am-4",
        "am-14 am-15 both-move am-14,am-15",
        "am-5 am-6 deletes-what-other-edits am-6",
        "am-5 am-12 same-proposal ",
        "am-5 am-13 place-goes ",
        "am-6 am-12 deletes-what-other-edits am-6",
        "am-12 am-13 place-goes ",
        "am-9 am-10 replaces-what-other-edits am-10",
        "am-9 am-11 rival-texts am-9,am-11",
        "am-10 am-11 replaces-what-other-edits am-10",
      ]),
    );
    const sentence = (a: string, b: string) =>
      conflicts(made, "dr").find((c) => c.a === a && c.b === b)?.sentence;
    expect(sentence("am-7", "am-8")).toBe(
      "am-7 and am-8 both put a new paragraph at the same place, as PP1bis; both can be adopted, and which comes first has to be settled.",
    );
    expect(sentence("am-1", "am-2")).toBe(
      "am-2 changes words of OP1 inside those that am-1 changes (“arms sales”); when am-1 is adopted, am-2 falls.",
    );
  });

  test("the order of consideration: deletion, new text, the furthest change first, then new paragraphs; sub-amendments before", () => {
    const made = work([
      add("am-1", "op1", "Urges all to wait"),
      edit("am-2", "op1", "terrorism", "piracy"),
      edit("am-3", "op1", "drug trafficking, arms sales", "every kind of crime there is"),
      amendment("am-4", { kind: "replace", target: on("op1"), text: { en: t("Urges States to rest") } }),
      remove("am-5", "op1"),
      edit("am-6", "am-1.a", "wait", "act", { parent: "am-1" }),
      amendment("am-7", { kind: "retitle", text: { en: t("Another title") } }),
      edit("am-8", "pp2", "work", "role"),
    ]);
    const order = orderOfConsideration(made, "dr");
    expect(order.map((step) => step.amendment)).toEqual([
      "am-7",
      "am-8",
      "am-5",
      "am-4",
      "am-3",
      "am-2",
      "am-6",
      "am-1",
    ]);
    expect(order.find((step) => step.amendment === "am-5")?.felled).toEqual(["am-2", "am-3", "am-4"]);
    expect(order.find((step) => step.amendment === "am-1")?.where).toBe("new OP1bis");
    expect(order.find((step) => step.amendment === "am-6")?.why).toContain("it speaks of, am-1");
    expect(order.find((step) => step.amendment === "am-4")?.why).toContain(
      "When it is adopted, am-2 and am-3 fall.",
    );
  });

  test("the reasons of the order are true of it", () => {
    const made = work([
      add("am-1", "op1", "Urges one"),
      add("am-2", "op1", "Urges others, at much greater length"),
      edit("am-3", "op1", "terrorism", "piracy"),
      edit("am-4", "op1", "drug trafficking", "all drugs"),
      edit("am-5", "op1", "arms sales", "sales of arms of any kind"),
      remove("am-6", "op3"),
      edit("am-7", "op4", "again", "soon"),
      amendment("am-8", { kind: "move", target: on("op4"), place: { at: "before", id: "op1" } }),
      add("am-9", "pp2", "Noting"),
      amendment("am-10", { kind: "merge", target: on("pp1"), others: ["pp2"], text: { en: t("Merged") } }),
      edit("am-11", "pp2", "work", "role"),
    ]);
    const order = orderOfConsideration(made, "dr");
    const why = (id: string) => order.find((step) => step.amendment === id)?.why;
    // New paragraphs at one place are not further from the text for being longer.
    const ids = order.map((step) => step.amendment);
    expect(ids.indexOf("am-1")).toBeLessThan(ids.indexOf("am-2"));
    expect(why("am-5")).toMatch(
      /^Of the changes to words of OP1, the one that is furthest from the text is taken first/,
    );
    expect(why("am-4")).toMatch(/^It is the next furthest of the changes to words of OP1/);
    expect(why("am-3")).toMatch(/^It is the next furthest/);
    expect(why("am-11")).toBe("Apart from am-10, nothing else is proposed to PP2; it changes 2 words.");
    expect(why("am-6")).toBe("Nothing else is proposed to OP3.");
    expect(why("am-7")).toMatch(/^What OP4 says is settled before where it stands/);
    expect(why("am-8")).toBe("Where OP4 stands is settled after what it says.");
    expect(why("am-1")).toBe(
      "What is new after OP1 is taken when OP1 is settled. Of several at one place, the first in the list is taken first.",
    );
    expect(why("am-2")).toMatch(/It comes after the one before in the list/);
  });

  test("after a decision the others are put onto the new text, or it is said why they cannot be", () => {
    const made = work([
      edit("am-1", "op1", "terrorism", "terrorism, arms sales by post", { decision: accepted }),
      edit("am-2", "op1", "arms sales", "weapons"),
      remove("am-3", "op3", { decision: accepted }),
      edit("am-4", "op3", "report", "answer"),
      add("am-5", "op3", "More"),
      edit("am-6", "pp1", "crime", "organized crime"),
      edit("am-7", "am-5.a", "More", "Less", { parent: "am-5" }),
    ]);
    const found = rebase(made, "dr");
    expect(found.map((one) => `${one.amendment.id} ${one.state}`)).toEqual([
      "am-2 rebased",
      "am-4 refused",
      "am-5 rebased",
      "am-6 unchanged",
      "am-7 unchanged",
    ]);
    expect(found[1]?.refusals).toMatchObject([{ code: "target-gone", by: "am-3" }]);
    expect(found[2]?.amendment.operation).toMatchObject({ place: { at: "after", id: "op2" } });
    expect(found[2]?.notes).toEqual(["OP3 is taken out by am-3; the place is now after OP2."]);
    const byName = rebase(made, "dr", undefined, () => "English")[0]?.notes[0];
    expect(byName).toMatch(/^In English, the words that it looks for were /);
    // What is handed out fits the new text.
    let now = stageText(made, "committee", "en")?.clean ?? base;
    for (const one of found.filter(({ state }) => state !== "refused" && state !== undefined)) {
      if (one.amendment.parent !== undefined) continue;
      const done = applyAmendment(now, one.amendment, "en");
      expect("refusal" in done).toBe(false);
      if (!("refusal" in done)) now = acceptChanges(done.value);
    }
    expect(lines(now)).toEqual(
      expect.arrayContaining([
        "O op1: Urges States to act against drug trafficking, weapons and terrorism, arms sales by post",
        "O am-5.a: More",
      ]),
    );
  });
});

test("the table of numbers says where every paragraph went", () => {
  const made = work([
    remove("am-1", "pp1", { decision: accepted }),
    add("am-2", "pp2", "New", { decision: accepted }),
    amendment(
      "am-3",
      { kind: "merge", target: on("op1"), others: ["op3"], text: { en: t("Urges all"), fr: t("x") } },
      { decision: accepted },
    ),
    amendment(
      "am-4",
      {
        kind: "split",
        target: on("op4"),
        ids: ["op4x"],
        texts: { en: [t("Decides"), t("Meets")], fr: [t("x"), t("y")] },
      },
      { decision: accepted },
    ),
    amendment(
      "am-5",
      { kind: "move", target: on("op2"), place: { at: "before", id: "op1" } },
      { decision: accepted },
    ),
  ]);
  const rows = renumbering(made, "dr", "committee").map((row) => {
    const name = (p: typeof row.before) => (p ? positionName(p) : "-");
    return `${name(row.before)} ${name(row.after)} ${row.fate}${row.other ? ` ${row.other}` : ""}${row.reworded ? " reworded" : ""} ${row.changes.join()}`;
  });
  expect(rows).toEqual([
    "PP1 - deleted am-1",
    "PP2 PP1 kept ",
    "- PP2 new am-2",
    "OP2 OP1 moved am-5",
    "OP2(a) OP1(a) kept ",
    "OP2(b) OP1(b) kept ",
    "OP1 OP2 kept reworded am-3",
    "OP3 - merged-into op1 am-3",
    "OP4 OP3 kept reworded am-4",
    "- OP4 split-from op4 am-4",
  ]);
});
