import { describe, expect, it } from "vitest";
import type {
  AmendmentsView,
  AmendmentView,
  DecisionsView,
  RenumberingView,
} from "../../src/compose/view-fields.ts";
import { listLocales } from "../../src/language/load.ts";
import { docketOf } from "../../src/making/docket.ts";
import type { Amendment, Operation, Outcome } from "../../src/model/amendment.ts";
import { type Docket, symbolBeside, type Unread } from "../../src/model/docket.ts";
import type { Renumbered } from "../../src/model/findings.ts";
import type { Party } from "../../src/model/instrument.ts";
import { numberParagraphs } from "../../src/model/number.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import type { Stage } from "../../src/model/stage.ts";
import { projectWorld } from "./disk.ts";
import { paragraph, resolution, small, tryCompose } from "./samples.ts";

const base: Stage = {
  id: "dr-rev",
  kind: "revised-draft",
  symbol: "C-I/122/DR-rev",
  date: "2010-02-15",
  applies: [],
};
const next: Stage = { id: "committee", kind: "committee-draft", date: "2010-03-31", applies: "accepted" };
const stages = [base, next];

const text = resolution({
  stages,
  preambular: [paragraph("pp01", "_Noting_ this"), paragraph("pp02", "_Recalling_ that")],
  operative: [
    paragraph("op01", "_Calls on_ States", {
      children: [paragraph("op01.a", "to act"), paragraph("op01.b", "to report")],
    }),
    paragraph("op02", "_Urges_ all parliaments"),
    paragraph("op03", "_Invites_ some"),
  ],
});

let count = 0;
function amendment(country: string, operation: Operation, more: Partial<Amendment> = {}): Amendment {
  count += 1;
  return {
    id: `am-${count}`,
    submitters: [{ type: "country", country }],
    base: "dr-rev",
    original: "en",
    received: "2010-03-15",
    operation,
    decision: { outcome: "pending" },
    ...more,
  };
}
const on = (id: string) => ({ kind: "paragraph", id }) as const;
const en = (words: string) => ({ en: small(words) });
const replace = (country: string, id: string, words: string, more?: Partial<Amendment>) =>
  amendment(country, { kind: "replace", target: on(id), text: en(words) }, more);
const amend = (country: string, id: string, find: string, put: string, more?: Partial<Amendment>) =>
  amendment(country, { kind: "amend", target: on(id), changes: { en: [{ find, put: small(put) }] } }, more);
const add = (country: string, place: Extract<Operation, { kind: "add" }>["place"], ...texts: string[]) => {
  const id = `new-${count}`;
  return amendment(country, {
    kind: "add",
    place,
    ids: texts.map((_, i) => `${id}.${"abc".charAt(i)}`),
    texts: { en: texts.map(small) },
  });
};
const remove = (country: string, id: string) => amendment(country, { kind: "delete", target: on(id) });

function docket(
  amendments: Amendment[],
  kind: "amendments" | "decisions" = "amendments",
  unread: Unread[] = [],
  r = text,
): Docket {
  const work = { resolution: r, amendments, text: () => r };
  const made = docketOf(work, { stage: base, language: "en", kind, unread });
  if (!made) throw new Error("no docket");
  return made;
}

function viewOf<V>(kind: "amendments" | "decisions", made: Docket, language = "en", r: Resolution = text): V {
  const composed = tryCompose(r, { stage: base, language, wanted: { kind, docket: made } });
  expect(composed.diagnostics).toEqual([]);
  return composed.value?.view as V;
}

const bare = (markup: string) =>
  markup
    .replace(/<(ins|del) [^>]*>/g, (_, k: string) => (k === "ins" ? "{+" : "{-"))
    .replace(/<\/(ins|del)>/g, (_, k: string) => (k === "ins" ? "+}" : "-}"))
    .replace(/<[^>]*>/g, "");

function amendmentLines(a: AmendmentView): string[] {
  return [
    a.sub,
    a.synthesis,
    a.instruction,
    ...a.blocks.map((b) => `${b.label} ${b.text}${b.ending}`.trim()),
    a.broken,
    ...a.proposed.map((p) => p.text),
    a.submitter,
  ]
    .filter((line) => line !== "")
    .map(bare);
}

/** A list as it reads, a line a block. */
function listed(amendments: Amendment[], unread: Unread[] = []): string[] {
  const view = viewOf<AmendmentsView>("amendments", docket(amendments, "amendments", unread));
  return view.sections.flatMap((s) => [
    ...(s.name ? [`# ${bare(s.name)}`] : []),
    ...s.places.flatMap((p) => [`## ${bare(p.head)}`, ...p.amendments.flatMap(amendmentLines)]),
  ]);
}

describe("a list of amendments (house-style 2.1 to 2.5)", () => {
  it("holds each amendment to its submitter: the last block of its text stays with the line below, and no other", () => {
    const made = docket([
      add("CU", { at: "after", id: "pp01" }, "_Recalling_ one", "_Recalling_ two"),
      amend("CA", "op02", "all", "most"),
    ]);
    const { value } = tryCompose(text, { stage: base, wanted: { kind: "amendments", docket: made } });
    const held = (value?.document.body ?? []).filter((b) => b.kind === "item");
    expect(held.map((b) => b.keepWithNext === true)).toEqual([false, true, true]);
  });

  it("is running text in text order: title, preamble, operative part; deletion, new text, changed words, then what is new after it", () => {
    const lines = listed([
      add("MA", { at: "start", part: "preambular" }, "_Guided_ by the Charter"),
      add("CU", { at: "after", id: "pp01" }, "_Recalling_ the Summit"),
      amend("CA", "pp01", "this", "these facts"),
      replace("CU", "pp01", "_Reaffirming_ its commitment"),
      remove("IR", "pp01"),
      remove("SE", "op02"),
      amendment("CH", { kind: "retitle", changes: { en: [{ find: "peace", put: small("concord") }] } }),
    ]);
    expect(lines).toEqual([
      "## Title",
      "Amend the title to read as follows:",
      "Sharing the work of {-peace-}{+concord+}",
      "(Switzerland)",
      "# PREAMBLE",
      "## New preambular paragraph 1",
      "Add a new paragraph at the start of the preamble part to read as follows:",
      "(1) Guided by the Charter,",
      "(Morocco)",
      "## Preambular paragraph 1",
      "Delete the existing paragraph.",
      "(Islamic Republic of Iran)",
      "Replace the existing text of preambular paragraph 1 with the following:",
      "(1) Reaffirming its commitment,",
      "(Cuba)",
      "Amend to read as follows:",
      "(1) Noting {-this-}{+these facts+},",
      "(Canada)",
      "## New preambular paragraph 1bis",
      "Add a new paragraph after preambular paragraph 1 to read as follows:",
      "(1bis) Recalling the Summit,",
      "(Cuba)",
      "# OPERATIVE PART",
      "## Operative paragraph 2",
      "Delete the existing paragraph.",
      "(Sweden)",
    ]);
  });

  it("gives rival new paragraphs at one place the same label, and several of one amendment bis and ter", () => {
    expect(
      listed([
        add("CU", { at: "after", id: "op02" }, "_Asks_ one"),
        add("SE", { at: "after", id: "op02" }, "_Asks_ two", "_Asks_ three"),
        add("FR", { at: "end", part: "operative" }, "_Asks_ last"),
      ]).filter((line) => /^(##|\d|Add)/.test(line)),
    ).toEqual([
      "## New operative paragraph 2bis",
      "Add a new paragraph after operative paragraph 2 to read as follows:",
      "2bis. Asks one;",
      "## New operative paragraphs 2bis and 2ter",
      "Add new paragraphs after operative paragraph 2 to read as follows:",
      "2bis. Asks two;",
      "2ter. Asks three;",
      "## New operative paragraph 3bis",
      "Add a new paragraph after operative paragraph 3 to read as follows:",
      "3bis. Asks last.",
    ]);
  });

  it("moves, merges, splits, and speaks of sub-paragraphs", () => {
    const lines = listed([
      amendment("SE", { kind: "move", target: on("op03"), place: { at: "before", id: "op01" } }),
      amendment("FR", { kind: "move", target: on("op01"), place: { at: "after", id: "op03" } }),
      amendment("CH", {
        kind: "merge",
        target: on("op02"),
        others: ["op03"],
        text: en("_Urges_ all and some"),
      }),
      amendment("JP", {
        kind: "split",
        target: on("op02"),
        ids: ["split.a"],
        texts: { en: [small("_Urges_ all"), small("_Also urges_ some")] },
      }),
      amend("CA", "op01.b", "report", "report yearly"),
      add("CL", { at: "end", within: "op01" }, "to stay"),
      add("IN", { at: "start", within: "op02" }, "to go"),
    ]);
    expect(lines).toEqual([
      "# OPERATIVE PART",
      "## Operative paragraph 1",
      "Move operative paragraph 1 after operative paragraph 3.",
      "(France)",
      "## Operative paragraph 1 (b)",
      "Amend to read as follows:",
      "(b) to report{+ yearly+};",
      "(Canada)",
      "## New operative paragraph 1 (bbis)",
      "Add a new paragraph after operative paragraph 1 (b) to read as follows:",
      "(bbis) to stay;",
      "(Chile)",
      "## Operative paragraph 2",
      "Merge operative paragraphs 2 and 3 to read as follows:",
      "2. Urges all and some.",
      "(Switzerland)",
      "Split operative paragraph 2 to read as follows:",
      "2. Urges all;",
      "2bis. Also urges some;",
      "(Japan)",
      "## New operative paragraph 2 (a)",
      "Add a new sub-paragraph to operative paragraph 2 to read as follows:",
      "(a) to go;",
      "(India)",
      "## Operative paragraph 3",
      "Move operative paragraph 3 to the start of the operative part.",
      "(Sweden)",
    ]);
  });

  it("prints a paragraph that loses or gets an item, a quotation or its closing words with what changes in it", () => {
    const r = resolution({
      stages,
      operative: [
        paragraph("op01", "_Calls on_ States", {
          blocks: [
            { type: "text", id: "op01", text: small("_Calls on_ States") },
            {
              type: "list",
              items: [
                { id: "op01.1", text: small("to act") },
                { id: "op01.2", text: small("to report[^n1]") },
              ],
            },
          ],
          tail: { id: "op01.tail", text: small("and to meet") },
        }),
        paragraph("op02", "_Recalls_ the words", {
          blocks: [
            { type: "text", id: "op02", text: small("_Recalls_ the words") },
            { type: "quote", id: "op02.q1", text: small("no State alone") },
          ],
        }),
      ],
      notes: [{ id: "n1", text: small("Every year") }],
    });
    const list = [
      remove("IR", "op01.2"),
      remove("CU", "op01.tail"),
      add("CL", { at: "after", id: "op01.1" }, "to learn"),
      remove("SE", "op02.q1"),
    ];
    const view = viewOf<AmendmentsView>("amendments", docket(list, "amendments", [], r), "en", r);
    const places = view.sections.flatMap((s) => s.places);
    expect(places.map((p) => [bare(p.head), ...p.amendments.flatMap(amendmentLines)])).toEqual([
      [
        "Operative paragraph 1",
        "Amend to read as follows:",
        "1. Calls on States:",
        "• to act;",
        "• {-to report-}{-;-}",
        "and to meet;",
        "(Islamic Republic of Iran)",
        "Amend to read as follows:",
        "1. Calls on States:",
        "• to act;",
        "• to report;",
        "{-and to meet-}{-;-}",
        "(Cuba)",
        "Amend to read as follows:",
        "1. Calls on States:",
        "• to act;",
        "• {+to learn+}{+;+}",
        "• to report;",
        "and to meet;",
        "(Chile)",
      ],
      [
        "Operative paragraph 2",
        "Amend to read as follows:",
        "2. Recalls the words{-:-}{+.+}",
        "{-no State alone-}{-.-}",
        "(Sweden)",
      ],
    ]);
    const decided = viewOf<DecisionsView>("decisions", docket(list, "decisions", [], r), "en", r);
    expect(decided.rows.map((row) => bare(row.number))).toEqual(["OP1", "OP1", "OP1", "OP2"]);
  });

  it("prints sub-amendments after the amendment they speak of, against the text that it proposes", () => {
    const parent = add("CU", { at: "after", id: "pp01" }, "_Recalling_ the Summit");
    const sub = amendment(
      "SE",
      {
        kind: "amend",
        target: on("new-x"),
        changes: { en: [{ find: "Summit", put: small("World Summit") }] },
      },
      { parent: parent.id },
    );
    expect(listed([sub, parent, remove("IR", "pp02")]).slice(0, 9)).toEqual([
      "# PREAMBLE",
      "## New preambular paragraph 1bis",
      "Add a new paragraph after preambular paragraph 1 to read as follows:",
      "(1bis) Recalling the Summit,",
      "(Cuba)",
      "Sub-amendment to the amendment submitted by Cuba",
      "Amend to read as follows:",
      "(1bis) Recalling the {+World +}Summit,",
      "(Sweden)",
    ]);
  });

  it("prints a broken amendment in its place, with the reason and what it says", () => {
    const circle = amendment("MX", { kind: "delete", target: on("pp02") }, { id: "am-c", parent: "am-c" });
    expect(
      listed(
        [amend("CA", "pp02", "never said", "anything"), replace("SE", "op99", "_Asks_ for more"), circle],
        [
          {
            id: "am-x",
            written: "OP 99",
            submitters: [{ type: "country", country: "FR" }],
            reason: "place-missing",
          },
          { id: "am-y", submitters: [] },
        ],
      ),
    ).toEqual([
      "# PREAMBLE",
      "## Preambular paragraph 2",
      "Sub-amendment to the amendment submitted by Mexico",
      "Delete the existing paragraph.",
      "This amendment cannot be put into the text: it is a sub-amendment to itself.",
      "(Mexico)",
      "Amend to read as follows:",
      "This amendment cannot be put into the text: the words it would change do not stand there.",
      "{-never said-} {+anything+}",
      "(Canada)",
      "## Not in the text: op99",
      "Replace the existing text with the following:",
      "This amendment cannot be put into the text: the paragraph it speaks of is not there.",
      "Asks for more",
      "(Sweden)",
      "## Not in the text: OP 99",
      "This amendment cannot be put into the text: the paragraph that it is to stand beside is not there.",
      "(France)",
      "## Not in the text: am-y",
      "This amendment cannot be put into the text: it cannot be read.",
    ]);
  });

  it("says where an amendment corrects another language only", () => {
    const only = amend("MA", "pp01", "this", "that", { only: ["fr"] });
    expect(listed([only]).slice(2)).toEqual(["(Does not apply to the English text)", "(Morocco)"]);
  });

  it("calls a synthesis amendment what it is", () => {
    const own: Party = { type: "country", country: "BE", role: "co-rapporteur" };
    expect(listed([amend("BE", "pp01", "this", "that", { submitters: [own] })]).slice(2)).toEqual([
      "Synthesis amendment proposed by Belgium, co-Rapporteur",
      "Amend to read as follows:",
      "(1) Noting {-this-}{+that+},",
    ]);
  });

  it("carries footnotes of its own", () => {
    const noted = replace("CU", "pp01", "_Noting_ more[^am-n1]", {
      notes: { en: { "am-n1": small("Resolution 1") } },
    });
    const view = viewOf<AmendmentsView>("amendments", docket([noted]));
    expect(view.notes.map((n) => [n.label, n.text])).toEqual([["1", "Resolution 1"]]);
  });

  it("names its submitters in each language's own alphabetical order, persons after delegations", () => {
    const person: Party = {
      type: "person",
      id: "e",
      honorific: "senator",
      given: "Sonia",
      family: "Escudero",
      country: "AR",
    };
    const all = [
      ...["CH", "AE", "DE", "IR", "CA"].map((c) => remove(c, "pp01")),
      remove("CA", "pp02"),
      amend("AR", "pp02", "that", "this", { submitters: [person, { type: "body", body: "women" }] }),
    ];
    const head = (language: string) => viewOf<AmendmentsView>("amendments", docket(all), language).head;
    expect(head("en")).toBe(
      "Amendments to the revised preliminary draft resolution submitted within the statutory deadline by the delegations of " +
        "Canada, Germany, Iran (Islamic Republic of), Switzerland and United Arab Emirates, and by Senator Sonia Escudero of Argentina and the Meeting of Women Parliamentarians",
    );
    const order = (language: string, ...names: string[]) => names.map((n) => head(language).indexOf(n));
    const german = order("fr", "Allemagne", "Canada", "Emirats", "Iran", "Suisse");
    expect(german).toEqual([...german].sort((a, b) => a - b));
    expect(german[0]).toBeGreaterThan(0);
    expect(viewOf<AmendmentsView>("amendments", docket([remove("IR", "pp01")])).head).toMatch(
      /by the delegation of the Islamic Republic of Iran$/,
    );
  });

  it.each([
    ["en", "by the delegations of Canada and Cuba, and by the Meeting of Women Parliamentarians"],
    ["fr", "des pays suivants\u00a0: Canada et Cuba, ainsi que par la Réunion des femmes parlementaires"],
    ["es", "por las delegaciones de Canadá y Cuba, así como por la Reunión de Mujeres Parlamentarias"],
    ["ar", "من وفود كندا وكوبا ومن اجتماع النساء البرلمانيات"],
    ["ru", "делегациями следующих стран: Канада и Куба; другие авторы: Совещание женщин-парламентариев"],
    ["zh", "修正案：古巴和加拿大；女议员会议"],
    [
      "pt",
      "delegações dos seguintes países: Canadá e Cuba; e ainda por: o Encontro de Mulheres Parlamentares",
    ],
  ])("does not count a body among the countries in %s", (language, wanted) => {
    const women = remove("CA", "pp02");
    women.submitters = [{ type: "body", body: "women" }];
    const all = docket([remove("CU", "pp01"), remove("CA", "pp01"), women]);
    expect(viewOf<AmendmentsView>("amendments", all, language).head).toContain(wanted);
  });

  it("takes one parliamentarian among the delegations in English, as its lists do, and beside them in French", () => {
    const senator = remove("AR", "pp02");
    const escudero = { id: "e", honorific: "senator", given: "Sonia", family: "Escudero", country: "AR" };
    senator.submitters = [{ type: "person", ...escudero }];
    const all = docket([remove("CU", "pp01"), remove("CA", "pp01"), senator]);
    const head = (language: string) => viewOf<AmendmentsView>("amendments", all, language).head;
    expect(head("en")).toMatch(/by the delegations of Canada, Cuba and Senator Sonia Escudero of Argentina$/);
    expect(head("fr")).toMatch(/des pays suivants\u00a0: Canada et Cuba, ainsi que par .*Escudero/);
    const one = viewOf<AmendmentsView>("amendments", docket([remove("CU", "pp01"), senator]), "en");
    expect(one.head).toMatch(/by the delegation of Cuba and Senator Sonia Escudero of Argentina$/);
  });

  it("has the symbol and the day of the list in its masthead", () => {
    const view = viewOf<AmendmentsView>("amendments", docket([remove("IR", "pp01")]));
    expect([view.symbol, view.date, view.runningHead.symbol]).toEqual([
      "C-I/122/DR-am",
      "15 March 2010",
      "C-I/122/DR-am",
    ]);
    expect(symbolBeside("C-III/131/DR", "decisions")).toBe("C-III/131/DR-am-annotated");
    expect(symbolBeside("A/127/5(a)-DR.rev.1", "amendments")).toBe("A/127/5(a)-DR-am");
    expect(symbolBeside("CL/198/SR.1", "amendments")).toBeUndefined();
    expect(symbolBeside(undefined, "amendments")).toBeUndefined();
  });
});

const decided = (a: Amendment, outcome: Outcome, more: Partial<Amendment["decision"]> = {}): Amendment => ({
  ...a,
  decision: { outcome, ...more },
});

describe("an annotated list (house-style 2.6)", () => {
  const list = () => [
    decided(remove("IR", "pp01"), "rejected", { body: "drafting-committee", date: "2010-03-30" }),
    decided(add("MA", { at: "start", part: "preambular" }, "_Guided_ by the Charter"), "accepted", {
      body: "drafting-committee",
    }),
    decided(add("CU", { at: "after", id: "pp01" }, "_Recalling_ it"), "withdrawn", {
      by: [{ type: "country", country: "CH" }],
    }),
    decided(amend("CA", "op02", "all", "national"), "accepted-as-amended", {
      body: "drafting-committee",
      result: { kind: "amend", target: on("op02"), changes: { en: [{ find: "all", put: small("most") }] } },
      note: en("By general agreement."),
    }),
    amend("SE", "op03", "some", "others", { submitters: [{ type: "body", body: "women" }] }),
  ];

  it("has new numbers, original numbers and decisions, in the order of the next text", () => {
    const view = viewOf<DecisionsView>("decisions", docket(list(), "decisions"));
    expect(view.rows.map((r) => [r.number, r.head, r.decision].map(bare).join(" | "))).toEqual([
      "PP1 | New preambular paragraph 1 | Accepted by the drafting committee",
      "PP2 | Preambular paragraph 1 | Rejected by the drafting committee",
      "– | New preambular paragraph 1bis | Withdrawn by Switzerland",
      "OP2 | Operative paragraph 2 | Accepted as sub-amended by the drafting committee",
      "OP3 | Operative paragraph 3 | Pending",
    ]);
    expect(view.rows[3]?.result.map((b) => bare(b.text))).toEqual(["Urges {-all-}{+most+} parliaments"]);
    expect(view.rows.map((r) => r.resultHead)).toEqual(["", "", "", "Text as accepted:", ""]);
    expect(view.rows[3]?.note).toBe("By general agreement.");
    expect(view.columns.number).toBe("Paragraph number in the Draft resolution");
    expect(view.legend.map((l) => l.text)).toEqual(["PP: Preambular Paragraph", "OP: Operative Paragraph"]);
    expect(view.introduction.map((l) => l.text)).toContain(
      "It also contains those of the Meeting of Women Parliamentarians.",
    );
    expect(view.symbol).toBe("C-I/122/DR-am-annotated");
  });

  it.each([
    ["en", "Falls (drafting committee)", "Not considered by the drafting committee"],
    ["fr", "Devenu sans objet (comité de rédaction)", "Non examiné par le comité de rédaction"],
    ["es", "Decae (comité de redacción)", "No examinada por el comité de redacción"],
    ["ar", "أصبح غير ذي موضوع (لجنة الصياغة)", "لم ينظر فيه (لجنة الصياغة)"],
    ["ru", "Признана отпавшей (редакционный комитет)", "Не рассмотрена редакционным комитетом"],
    ["zh", "失效（起草委员会）", "未审议（起草委员会）"],
    ["pt", "Declarada prejudicada (comité de redação)", "Não apreciada pelo comité de redação"],
  ])("says in %s that an amendment falls, which nobody does to it", (language, falls, passedOver) => {
    const by = { body: "drafting-committee" };
    const amendments = [
      decided(remove("IR", "pp01"), "falls", by),
      decided(remove("CU", "pp01"), "not-considered", by),
    ];
    const made = docket(amendments, "decisions");
    const { rows } = viewOf<DecisionsView>("decisions", made, language, { ...text, language });
    expect(rows.map((r) => bare(r.decision))).toEqual([falls, passedOver]);
  });

  it("prints what was accepted of an amendment below it, where lines are long enough for a numbered paragraph", () => {
    const made = tryCompose(text, {
      stage: base,
      wanted: { kind: "decisions", docket: docket(list(), "decisions") },
    });
    const table = made.value?.document.body.find((b) => b.kind === "table");
    const [, amended, decision] = table?.rows[4]?.cells ?? [];
    const kinds = (cell: typeof amended) => cell?.blocks.map((b) => ("style" in b ? b.style : ""));
    expect(kinds(amended)?.slice(-3)).toEqual(["amendment-submitter", "amendment-kind", "operative"]);
    expect(kinds(decision)).toEqual(["table-text", "table-text"]);
  });

  it.each([
    ["en", "Withdrawn by the Islamic Republic of Iran and the African Group"],
    ["fr", "Retiré par la République islamique d’Iran et le Groupe africain"],
    ["es", "Retirada por la República Islámica del Irán y el Grupo Africano"],
    ["pt", "Retirada (República Islâmica do Irão e Grupo Africano)"],
  ])("says in %s who withdrew, with the article that the name takes", (language, wanted) => {
    const by: Amendment["submitters"] = [
      { type: "country", country: "IR" },
      { type: "group", name: "african" },
    ];
    const withdrawn = decided(remove("IR", "pp01"), "withdrawn", { by });
    const view = viewOf<DecisionsView>("decisions", docket([withdrawn], "decisions"), language, {
      ...text,
      language,
    });
    expect(bare(view.rows[0]?.decision ?? "")).toBe(wanted);
  });

  it("is a table with a repeated head, its columns in the direction of the language", () => {
    for (const [language, dir] of [
      ["en", "ltr"],
      ["ar", "rtl"],
    ] as const) {
      const made = docket(list(), "decisions");
      const { value } = tryCompose(text, {
        stage: base,
        language,
        wanted: { kind: "decisions", docket: made },
      });
      expect(value?.document.dir).toBe(dir);
      expect(value?.document.body.find((b) => b.kind === "table")).toMatchObject({
        headerRows: 1,
        lines: true,
      });
    }
  });
});

describe("a table of old and new numbers", () => {
  it("says what became of each paragraph, in words", () => {
    const after = resolution({
      stages,
      preambular: [paragraph("new", "_Guided_ by it"), paragraph("pp01", "_Noting_ this")],
      operative: [
        paragraph("op02", "_Urges_ all"),
        paragraph("op01", "_Calls on_ States"),
        paragraph("cut", "_Asks_ some"),
      ],
    });
    const [old, now] = [numberParagraphs(text), numberParagraphs(after)];
    const row = (id: string, fate: Renumbered["fate"], more: Partial<Renumbered> = {}): Renumbered => {
      const [before, then] = [old.get(id), now.get(id)];
      return {
        id,
        fate,
        reworded: false,
        changes: [],
        ...(before ? { before } : {}),
        ...(then ? { after: then } : {}),
        ...more,
      };
    };
    const rows = [
      row("new", "new"),
      row("pp01", "kept"),
      row("pp02", "deleted"),
      row("op02", "moved", { reworded: true }),
      row("op01", "kept", { reworded: true }),
      row("cut", "split-from", { other: "op01" }),
      row("op03", "merged-into", { other: "op02" }),
    ];
    const { value, diagnostics } = tryCompose(after, {
      stage: next,
      wanted: { kind: "renumbering", renumbering: { from: base, before: text, rows } },
    });
    expect(diagnostics).toEqual([]);
    const view = value?.view as RenumberingView;
    expect(view.parts.map((p) => p.name)).toEqual(["Preamble", "Operative part"]);
    expect(
      view.parts.flatMap((p) => p.rows.map((r) => [r.before, r.after, r.fate, r.words].join(" | "))),
    ).toEqual([
      " | PP1 | new | Guided by it",
      "PP1 | PP2 | kept | Noting this",
      "PP2 |  | deleted | Recalling that",
      "OP2 | OP1 | moved, words changed | Urges all",
      "OP1 | OP2 | kept, words changed | Calls on States",
      " | OP3 | split from OP1 | Asks some",
      "OP3 |  | merged into OP1 | Invites some",
    ]);
    expect(bare(view.before)).toContain("C-I/122/DR-rev");
    expect(view.counted).toBe(
      "Preambular paragraphs that carry no numbers are counted in the table from the first (PP1).",
    );
    const numbered = tryCompose(after, {
      stage: { ...next, preambularNumbers: true },
      wanted: { kind: "renumbering", renumbering: { from: base, before: text, rows } },
    });
    expect(numbered.value?.view).toMatchObject({ counted: "" });
  });
});

describe.each(listLocales(projectWorld()))("in %s", (language) => {
  it("every fixed phrase of these papers is there, with all its blanks", () => {
    const outcomes: Outcome[] = [
      "pending",
      "accepted",
      "accepted-as-amended",
      "rejected",
      "withdrawn",
      "falls",
      "not-considered",
    ];
    const missing = new Set<string>();
    const annexed = {
      ...text,
      annexes: [
        { id: "x", title: small("T"), items: [paragraph("x1", "_Asks_ one"), paragraph("x2", "_Asks_ two")] },
      ],
    };
    const parties: Party[][] = [
      [{ type: "country", country: "SE" }],
      [
        { type: "country", country: "BE", role: "co-rapporteur" },
        { type: "group", name: "african" },
      ],
      [{ type: "body", body: "women" }],
    ];
    const places: Operation[] = (["pp01", "op02", "x1"] as const).flatMap((id): Operation[] => [
      { kind: "delete", target: on(id) },
      { kind: "replace", target: on(id), text: en("other") },
      { kind: "add", place: { at: "after", id }, ids: [`n1${id}`], texts: { en: [small("a")] } },
      {
        kind: "add",
        place: { at: "before", id },
        ids: [`n2${id}`, `n3${id}`],
        texts: { en: [small("a"), small("b")] },
      },
      { kind: "add", place: { at: "start", within: id }, ids: [`n4${id}`], texts: { en: [small("a")] } },
      { kind: "split", target: on(id), ids: [`n5${id}`], texts: { en: [small("a"), small("b")] } },
      { kind: "amend", target: on(id), changes: { en: [{ find: "never", put: small("b") }] } },
    ]);
    const moves: Operation[] = [
      { kind: "move", target: on("pp02"), place: { at: "start", part: "preambular" } },
      { kind: "move", target: on("pp02"), place: { at: "after", id: "op01" } },
      { kind: "move", target: on("pp02"), place: { at: "start", part: "operative" } },
      { kind: "move", target: on("op02"), place: { at: "start", within: "op03" } },
      { kind: "move", target: on("op02"), place: { at: "after", id: "op03" } },
      { kind: "move", target: on("x2"), place: { at: "before", id: "x1" } },
      { kind: "merge", target: on("pp01"), others: ["pp02"], text: en("a") },
      { kind: "merge", target: on("op02"), others: ["op03"], text: en("a") },
      { kind: "merge", target: on("x1"), others: ["x2"], text: en("a") },
      { kind: "add", place: { at: "start", part: "preambular" }, ids: ["s1"], texts: { en: [small("a")] } },
      { kind: "add", place: { at: "start", part: "operative" }, ids: ["s2"], texts: { en: [small("a")] } },
      { kind: "retitle", text: en("T") },
    ];
    const all = [...places, ...moves].map((operation, i) =>
      amendment("SE", operation, {
        submitters: parties[i % 3] ?? [],
        decision: { outcome: outcomes[i % outcomes.length] ?? "pending", body: "drafting-committee" },
        ...(i % 5 === 0 ? { only: ["xx"] } : {}),
        ...(i % 7 === 0 ? { parent: "nobody" } : {}),
      }),
    );
    for (const some of [all, all.slice(0, 1), all.slice(2, 3), []]) {
      for (const kind of [
        "preliminary-draft",
        "revised-draft",
        "draft",
        "revised-draft-resolution",
        "committee-draft",
      ] as const) {
        for (const paper of ["amendments", "decisions"] as const) {
          const made = docket(some, paper, [], annexed);
          const stage = { ...base, kind };
          for (const d of tryCompose(annexed, { stage, language, wanted: { kind: paper, docket: made } })
            .diagnostics)
            missing.add(d.message);
        }
      }
    }
    expect([...missing]).toEqual([]);
  });
});
