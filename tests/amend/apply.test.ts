import { describe, expect, test } from "vitest";
import { applyAmendment } from "../../src/amend/apply.ts";
import type { Amendment, Operation, WordChange } from "../../src/model/amendment.ts";
import { acceptChanges } from "../../src/model/changes.ts";
import type { Paragraph, Resolution } from "../../src/model/resolution.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { plainResolution } from "../fixtures/resolutions.ts";
import { amendment, change, lines, on, t } from "./made.ts";

function written(id: string, source: string, children: Paragraph[] = [], tail?: string): Paragraph {
  return {
    type: "paragraph",
    id,
    blocks: [{ type: "text", id, text: t(source) }],
    children,
    ...(tail === undefined ? {} : { tail: { id: `${id}.tail`, text: t(tail) } }),
  };
}

const base = plainResolution({
  title: t("Cooperation in the fight against crime"),
  preambular: [
    written(
      "pp1",
      "_Recalling_ the 2005 World Summit[^n1] Outcome and resolution [ltr: A/RES/63/194] on drugs",
    ),
    written("pp2", "_Also aware_ that drug trafficking, illegal arms sales and human trafficking persist"),
  ],
  operative: [
    written("op1", "_Urges_ States to act"),
    written(
      "op2",
      "_Invites_ parliaments to",
      [written("op2.a", "act on drugs"), written("op2.b", "act on arms")],
      "and to report",
    ),
    { type: "heading", id: "h1", level: 1, text: t("Follow-up") },
    written("op3", "_Decides_ to meet again and again"),
  ],
  notes: [{ id: "n1", text: t("Held in New York") }],
});

function apply(r: Resolution, ...list: Amendment[]): Resolution {
  return list.reduce((now, a) => {
    const done = applyAmendment(now, a, "en");
    if ("refusal" in done) throw new Error(done.refusal.message);
    return done.value;
  }, r);
}

function amend(id: string, target: string, ...changes: WordChange[]): Amendment {
  return amendment(id, { kind: "amend", target: on(target), changes: { en: changes } });
}

const line = (r: Resolution, id: string): string =>
  lines(r).find((l) => new RegExp(`\\b${id}[:>]`).test(l)) ?? "";

function words(target: string, ...changes: WordChange[]): string {
  return line(apply(base, amend("am-1", target, ...changes)), target).replaceAll("#am-1 ", "");
}

describe("changing words", () => {
  test("marks only the words that differ", () => {
    expect(
      words("pp2", change("drug trafficking, illegal arms sales", "drug trafficking, illicit arms sales")),
    ).toBe(
      "P pp2: _Also aware_ that drug trafficking, {-illegal-}{+illicit+} arms sales and human trafficking persist",
    );
  });

  test("keeps the emphasis around the words, also where they cross its edge", () => {
    expect(words("pp2", change("aware", "conscious"))).toContain("_Also {-aware-}{+conscious+}_ that");
    expect(words("pp2", change("Also aware that", "_Deeply concerned_ that"))).toContain(
      "{-_Also aware_-}{+_Deeply concerned_+} that",
    );
  });

  test("keeps the note that is called between the words", () => {
    expect(words("pp1", change("2005 World Summit Outcome", "2010 World Summit Outcome Document"))).toContain(
      "the {-2005-}{+2010+} World Summit[^n1] Outcome{+ Document+} and",
    );
  });

  test("finds words typed with plain quotation marks, hyphens and spaces", () => {
    const r = plainResolution({
      operative: [written("op1", "the State’s non\u2011proliferation “plan”\u00a0: now")],
    });
    const done = apply(r, amend("am-1", "op1", change(`State's non-proliferation "plan" :`, "treaty:")));
    expect(line(acceptChanges(done), "op1")).toBe("O op1: the treaty: now");
  });

  test("takes whole words: an ending that changes is a word that changes", () => {
    expect(words("op1", change("ct", "cted"))).toBe("O op1: _Urges_ States to {-act-}{+acted+}");
  });

  test("takes a space with words that go, and puts one beside words that come", () => {
    expect(words("pp2", change("illegal", ""))).toContain("trafficking,{- illegal-} arms");
    expect(words("pp2", change("human trafficking", ", piracy", { beside: "after" }))).toContain(
      "trafficking{+, piracy+} persist",
    );
    expect(words("pp2", change("human trafficking", "and cybercrime", { beside: "after" }))).toContain(
      "human trafficking{+ and cybercrime+} persist",
    );
    expect(words("pp2", change("human trafficking", "open", { beside: "before" }))).toContain(
      "and {+open +}human",
    );
  });

  test("replaces a symbol as a whole, in its own direction", () => {
    expect(words("pp1", change("63/194", "63/195"))).toContain("[ltr: {-A/RES/63/194-}{+A/RES/63/195+}]");
  });

  test("looks into sub-paragraphs and tails, and takes the count of the one that is meant", () => {
    expect(lines(apply(base, amend("am-1", "op2", change("arms", "weapons"))))).toContain(
      "O   op2.b: act on {-#am-1 arms-}{+#am-1 weapons+}",
    );
    expect(words("op3", change("again", "often", { occurrence: 2 }))).toContain(
      "again and {-again-}{+often+}",
    );
    expect(line(apply(base, amend("am-1", "op2.tail", change("report", "answer"))), "op2")).toContain(
      "{+#am-1 answer+}",
    );
  });

  test("lets two amendments change different words of one paragraph, each under its own name", () => {
    const a = amend("am-1", "pp2", change("illegal arms sales", "illicit arms sales"));
    const b = amend("am-2", "pp2", change("arms sales and human trafficking", "arms sales and piracy"));
    const one = apply(base, a, b);
    expect(line(one, "pp2")).toBe(
      "P pp2: _Also aware_ that drug trafficking, {-#am-1 illegal-}{+#am-1 illicit+} arms sales and {-#am-2 human trafficking-}{+#am-2 piracy+} persist",
    );
    expect(lines(apply(base, b, a))).toEqual(lines(one));
  });

  test("does not mistake words that another amendment has just put in for those of the text", () => {
    const put = amend("am-1", "pp2", change("persist", "and illegal arms sales persist"));
    const done = apply(base, put, amend("am-2", "pp2", change("illegal arms sales", "arms deals")));
    expect(line(acceptChanges(done), "pp2")).toBe(
      "P pp2: _Also aware_ that drug trafficking, arms deals and human trafficking and illegal arms sales persist",
    );
  });
});

describe("changing paragraphs", () => {
  const made = (...ops: Operation[]): string[] =>
    lines(apply(base, ...ops.map((op, i) => amendment(`am-${i + 1}`, op)))).filter(
      (l) => !/^(title|N|P)/.test(l),
    );

  test("adds after, in list order, and inside", () => {
    const add = (
      id: string,
      text: string,
      place: Extract<Operation, { kind: "add" }>["place"],
    ): Operation => ({
      kind: "add",
      place,
      ids: [id],
      texts: { en: [t(text)] },
    });
    const got = made(
      add("x1", "one", { at: "after", id: "op2" }),
      add("x2", "two", { at: "after", id: "op2" }),
      add("x3", "three", { at: "start", part: "operative" }),
      add("x4", "four", { at: "after", id: "op2.a" }),
      add("x5", "five", { at: "end", within: "op3" }),
    );
    expect(got).toEqual([
      "O ins am-3 x3: three",
      "O op1: _Urges_ States to act",
      "O op2: _Invites_ parliaments to / and to report",
      "O   op2.a: act on drugs",
      "O   ins am-4 x4: four",
      "O   op2.b: act on arms",
      "O ins am-1 x1: one",
      "O ins am-2 x2: two",
      "O <h1> Follow-up",
      "O op3: _Decides_ to meet again and again",
      "O   ins am-5 x5: five",
    ]);
  });

  test("adds a paragraph with sub-paragraphs", () => {
    const op: Operation = {
      kind: "add",
      place: { at: "after", id: "op1" },
      ids: ["x", "x.a", "x.b"],
      depths: [1, 2, 2],
      texts: { en: [t("_Calls on_ all to"), t("see"), t("hear")] },
    };
    expect(made(op).slice(1, 4)).toEqual([
      "O ins am-1 x: _Calls on_ all to",
      "O   x.a: see",
      "O   x.b: hear",
    ]);
  });

  test("moves with everything in it, and shows the old place", () => {
    const got = made({ kind: "move", target: on("op2"), place: { at: "before", id: "op1" } });
    expect(got).toEqual([
      "O move-to am-1 op2: _Invites_ parliaments to / and to report",
      "O   op2.a: act on drugs",
      "O   op2.b: act on arms",
      "O op1: _Urges_ States to act",
      "O move-from am-1 op2: _Invites_ parliaments to / and to report",
      "O   op2.a: act on drugs",
      "O   op2.b: act on arms",
      "O <h1> Follow-up",
      "O op3: _Decides_ to meet again and again",
    ]);
  });

  test("moving to where it stands shows nothing", () => {
    const got = applyAmendment(
      base,
      amendment("am-1", { kind: "move", target: on("op2"), place: { at: "after", id: "op1" } }),
      "en",
    );
    expect("value" in got && got.value).toBe(base);
  });

  test("merges: the first takes the text, the others go whole", () => {
    const got = made({
      kind: "merge",
      target: on("op1"),
      others: ["op2"],
      text: { en: t("_Urges_ States and parliaments to act") },
    });
    expect(got.slice(0, 4)).toEqual([
      "O op1: _Urges_ States {+#am-1 and parliaments +}to act",
      "O del am-1 op2: _Invites_ parliaments to / and to report",
      "O   op2.a: act on drugs",
      "O   op2.b: act on arms",
    ]);
  });

  test("splits: the first part stays, the rest is new after it", () => {
    const got = made({
      kind: "split",
      target: on("op3"),
      ids: ["op3x"],
      texts: { en: [t("_Decides_ to meet"), t("_Decides_ to meet again")] },
    });
    expect(got.slice(-2)).toEqual([
      "O op3: _Decides_ to meet{-#am-1  again and again-}",
      "O ins am-1 op3x: _Decides_ to meet again",
    ]);
  });

  test("what one put in and another takes out is in no redline, but it is said who did so", () => {
    const add = amendment("am-1", {
      kind: "add",
      place: { at: "after", id: "op1" },
      ids: ["x"],
      texts: { en: [t("new words")] },
    });
    const first = apply(base, add);
    const done = applyAmendment(first, amendment("am-2", { kind: "delete", target: on("x") }), "en");
    if ("refusal" in done) throw new Error(done.refusal.message);
    expect(lines(done.value)).toEqual(lines(base));
    expect(done.absorbed).toEqual([{ change: "am-1", by: "am-2", id: "x", words: "new words" }]);
  });

  test("brings its footnotes along", () => {
    const a: Amendment = {
      ...amend("am-1", "op1", change("States", "States[^n9]", {})),
      notes: { en: { n9: t("All of them") } },
    };
    const done = apply(base, a);
    expect(
      printInline(
        done.operative[0]?.type === "paragraph" && done.operative[0].blocks[0]?.type === "text"
          ? done.operative[0].blocks[0].text
          : [],
      ),
    ).toContain("[^n9]");
    expect(done.notes.at(-1)).toMatchObject({ id: "n9", mark: { kind: "ins", change: "am-1" } });
  });

  test("in a language without words of its own, the original stands in, marked as what it is, and this is said", () => {
    const fr: Resolution = { ...base, language: "fr" };
    const a = amendment("am-1", { kind: "replace", target: on("op1"), text: { en: t("_Urges_ all") } });
    const done = applyAmendment(fr, a, "fr");
    if ("refusal" in done) throw new Error(done.refusal.message);
    expect(line(acceptChanges(done.value), "op1")).toBe("O op1: [en: _Urges_ all]");
    expect(done.notices).toMatchObject([{ amendment: "am-1", code: "text-missing", language: "fr" }]);
  });
});

describe("refusals say what is wrong and where", () => {
  const refused = (r: Resolution, a: Amendment) => {
    const done = applyAmendment(r, a, "en");
    if (!("refusal" in done)) throw new Error("was not refused");
    return done.refusal;
  };
  const gone = apply(base, amendment("am-0", { kind: "delete", target: on("op2") }));
  const place = { at: "after", id: "op2.a" } as const;
  const cases: [string, Resolution, Amendment, string, RegExp][] = [
    ["a paragraph that never was", base, amend("am-1", "op9", change("a", "b")), "target-missing", /op9/],
    ["a paragraph that is gone", gone, amend("am-1", "op2", change("act", "b")), "target-gone", /OP2.*am-0/],
    [
      "a sub-paragraph of one that is gone",
      gone,
      amend("am-1", "op2.a", change("act", "b")),
      "target-gone",
      /OP2\(a\).*am-0/,
    ],
    [
      "a place inside one that is gone",
      gone,
      amendment("am-1", { kind: "move", target: on("op1"), place }),
      "place-gone",
      /am-0/,
    ],
    [
      "words that are not there",
      base,
      amend("am-1", "pp2", change("drug traffic and illegal arms", "x")),
      "words-not-found",
      /PP2/,
    ],
    [
      "words that are there twice",
      base,
      amend("am-1", "op2", change("act", "x")),
      "words-ambiguous",
      /OP2 twice.*drugs.*arms/,
    ],
    [
      "an occurrence that is not there",
      base,
      amend("am-1", "op3", change("again", "x", { occurrence: 3 })),
      "words-not-found",
      /twice/,
    ],
    [
      "words that another has changed",
      apply(base, amend("am-0", "pp2", change("illegal arms", "weapons"))),
      amend("am-1", "pp2", change("arms sales", "sales of guns")),
      "words-changed",
      /PP2.*am-0/,
    ],
    [
      "a new text where another has changed words",
      apply(base, amend("am-0", "op1", change("act", "be"))),
      amendment("am-1", { kind: "replace", target: on("op1"), text: { en: t("x") } }),
      "text-changed",
      /OP1.*am-0/,
    ],
    ["taking all words", base, amend("am-1", "op1", change("Urges States to act", "")), "text-empty", /OP1/],
    [
      "an id that is taken",
      base,
      amendment("am-1", {
        kind: "add",
        place: { at: "after", id: "op1" },
        ids: ["h1"],
        texts: { en: [t("x")] },
      }),
      "id-taken",
      /h1/,
    ],
    [
      "texts that are too few",
      base,
      amendment("am-1", {
        kind: "add",
        place: { at: "after", id: "op1" },
        ids: ["x", "y"],
        texts: { en: [t("x")] },
      }),
      "texts-differ",
      /1 new texts for 2/,
    ],
    [
      "moving into itself",
      base,
      amendment("am-1", { kind: "move", target: on("op2"), place }),
      "into-itself",
      /itself/,
    ],
    [
      "merging with itself",
      base,
      amendment("am-1", { kind: "merge", target: on("op2.a"), others: ["op2"], text: { en: t("x") } }),
      "into-itself",
      /itself/,
    ],
    [
      "deleting the title",
      base,
      amendment("am-1", { kind: "delete", target: on("title") }),
      "target-unfit",
      /title/,
    ],
    [
      "a heading among sub-paragraphs",
      base,
      amendment("am-1", { kind: "move", target: on("h1"), place }),
      "target-unfit",
      /h1/,
    ],
    [
      "no text in any language",
      base,
      amendment("am-1", { kind: "replace", target: on("op1"), text: {} }),
      "text-missing",
      /`en`/,
    ],
  ];
  test.each(cases)("%s", (_, r, a, code, message) => {
    const refusal = refused(r, a);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(message);
  });

  test("the nearest words are shown where some are not found, both places where they stand twice", () => {
    expect(refused(base, amend("am-1", "pp2", change("drug traffic, illegal arms", "x"))).hint).toContain(
      "“drug trafficking, illegal arms”",
    );
    const twice = refused(base, amend("am-1", "op2", change("act", "x")));
    expect(twice.places.filter((spot) => spot.in === "text").map((spot) => spot.id)).toEqual([
      "op2.a",
      "op2.b",
    ]);
  });

  test("the number of the stage that is amended is named, also of what others have moved, put in or taken out", () => {
    const first = apply(base, amendment("am-0", { kind: "delete", target: on("op1") }));
    const found = (r: Resolution, target: string, options = {}) => {
      const done = applyAmendment(r, amend("am-1", target, change("nowhere", "x")), "en", options);
      return "refusal" in done ? done.refusal.message : "";
    };
    expect(found(first, "op2.b")).toContain("does not stand in OP2(b).");
    // The text after the changes has other numbers, which nobody has on paper yet.
    expect(found(acceptChanges(first), "op2.b")).toContain("OP1(b)");
    expect(found(acceptChanges(first), "op2.b", { numbered: first })).toContain("OP2(b)");
    const add = amendment("am-0", {
      kind: "add",
      place: { at: "after", id: "op2" },
      ids: ["am-0.a"],
      texts: { en: [t("Thanks all")] },
    });
    expect(found(apply(base, add), "am-0.a")).toContain("does not stand in OP2bis.");
    const tail = base.operative.flatMap((item) =>
      item.type === "paragraph" && item.tail ? [item.tail.id] : [],
    );
    const place = { at: "after", id: "op1" } as const;
    expect(
      refused(base, amendment("am-1", { kind: "move", target: on(tail[0] ?? ""), place })).message,
    ).toMatch(/^OP2 \(.*\) is a part of a paragraph/);
  });

  test("one wrong change of several undoes all of them", () => {
    const a = amend("am-1", "pp2", change("illegal", "illicit"), change("nowhere", "x"));
    const refusal = refused(base, a);
    expect(refusal.places[0]).toEqual({ in: "amendment", amendment: "am-1", field: "amend.en.1" });
  });
});
