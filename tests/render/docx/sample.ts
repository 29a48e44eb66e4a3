/** A document that uses every kind of block and inline node, in a language of choice, for the tests of Word. */
import type { Block, Document, Inline, Item, Para } from "../../../src/document/tree.ts";

const words = {
  en: {
    lang: "en-GB",
    title:
      "COOPERATION AND SHARED RESPONSIBILITY IN THE GLOBAL FIGHT AGAINST ORGANIZED CRIME, IN PARTICULAR DRUG TRAFFICKING",
    opening: "Recognizing",
    text: " the need for “common action” by States",
    cited: "Convention on Corruption",
    item: "strengthen the exchange of data (UNODC)",
    note: "The delegation of India expressed a reservation.",
    heading: "Follow-up",
  },
  ar: {
    lang: "ar",
    title:
      "التعاون والمسؤولية المشتركة في المكافحة العالمية للجريمة المنظمة ولا سيما الاتجار بالمخدرات وبيع الأسلحة والاتجار بالبشر",
    opening: "إذ تدرك",
    text: " الحاجة إلى عمل مشترك (UNODC) وفقاً للقرار A/RES/63/194 لعام 2008",
    cited: "اتفاقية مكافحة الفساد",
    item: "تعزيز تبادل البيانات",
    note: "أبدى وفد الهند تحفظاً.",
    heading: "المتابعة",
  },
  zh: {
    lang: "zh-Hans",
    title:
      "全球打击有组织犯罪，特别是毒品贩运、非法武器销售、人口贩运和跨境恐怖主义方面的合作与共同责任问题的决议草案案文",
    opening: "认识到",
    text: "各国“共同行动”的必要性",
    cited: "《反腐败公约》",
    item: "加强数据交流",
    note: "印度代表团表示保留。",
    heading: "后续行动",
  },
} as const;

export type SampleLanguage = keyof typeof words;

export const t = (text: string): Inline => ({ kind: "text", text });

/** `(3)`, `3.`, `(a)` … as each language of the sample prints them. */
export function numberingOf(language: SampleLanguage): Document["numbering"] {
  const bis = {
    en: { words: ["bis", "ter", "quater"], pattern: "% #." },
    ar: { words: ["مكرراً", "ثالثاً"], pattern: "%\u00a0#." },
    zh: { words: ["之二", "之三"], pattern: "%#." },
  }[language];
  const letters = ({ en: "lowerLetter", ar: "arabicAbjad", zh: "hanzi" } as const)[language];
  const sub: Document["numbering"][number]["levels"] = [
    { numeral: letters, pattern: "(%)" },
    { numeral: language === "ar" ? "decimal" : "lowerRoman", pattern: "(%)" },
    { numeral: "decimal", pattern: "%)" },
    { numeral: "lowerLetter", pattern: "%." },
  ];
  return [
    { list: "preambular", levels: [{ numeral: "decimal", pattern: "(%)" }, ...sub] },
    { list: "operative", levels: [{ numeral: "decimal", pattern: "%.", suffixes: bis }, ...sub] },
    {
      list: "bullet",
      levels: [
        { numeral: "bullet", pattern: "–" },
        { numeral: "bullet", pattern: "•" },
      ],
    },
  ];
}

export function item(
  list: string,
  depth: number,
  label: string,
  number: number,
  inline: Inline[],
  more: Partial<Item> = {},
): Item {
  const style = list === "bullet" ? "bullet" : depth === 1 ? list : `${list}-${depth}`;
  return { kind: "item", list, depth, label, number, style, inline, ...more };
}

export function sample(language: SampleLanguage, watermark?: string): Document {
  const w = words[language];
  const rtl = language === "ar";
  const para = (style: string, ...inline: Inline[]): Para => ({ kind: "para", style, inline });
  const symbol: Inline = { kind: "isolate", dir: "ltr", children: [t("C-I/122/DR-Pre")] };
  const by = { by: "Ms. M.T. Ortuño", date: "2010-03-20" };
  const opening: Inline = { kind: "em", role: "opening", children: [t(w.opening)] };
  const plainItem = [t(w.item)];
  const sub =
    language === "en"
      ? ["(a)", "(b)", "(i)", "(ii)"]
      : language === "ar"
        ? ["(أ)", "(ب)", "(1)", "(2)"]
        : ["(一)", "(二)", "(i)", "(ii)"];
  const bis = { en: "2 bis.", ar: "2\u00a0مكرراً.", zh: "2之二." }[language];
  const body: Block[] = [
    para("organization", t("122"), { kind: "sup", children: [t("nd")] }, t(" Assembly")),
    { kind: "rule", style: "rule" },
    {
      kind: "columns",
      columns: [
        { width: 60, blocks: [para("committee", t("First Standing Committee"), { kind: "br" }, t("Peace"))] },
        { width: 40, blocks: [para("symbol", symbol), para("date", t("18 December 2009"))] },
      ],
    },
    { kind: "heading", level: 1, style: "title", id: "title", inline: [t(w.title)] },
    para("enacting", t("The 122nd Assembly of the Inter-Parliamentary Union,")),
    item("preambular", 1, "(1)", 1, [opening, t(w.text), { kind: "call", id: "star", label: "*" }, t(",")], {
      id: "pp01",
    }),
    item(
      "preambular",
      1,
      "(2)",
      2,
      [
        opening,
        t(" "),
        { kind: "em", role: "title", children: [t(w.cited), { kind: "sup", children: [t("2")] }] },
        {
          kind: "em",
          role: "plain",
          children: [t(" inter alia "), { kind: "strong", children: [t("strong")] }],
        },
        { kind: "strong", children: [t("words")] },
        { kind: "call", id: "n1", label: "1" },
        { kind: "isolate", dir: "auto", lang: "fr", children: [t(" texte français ")] },
        { kind: "isolate", dir: "rtl", lang: "ar", children: [t("نص عربي 12")] },
        { kind: "tab" },
        { kind: "link", href: "https://www.ipu.org/a?b=1&c=2", children: [t("ipu.org")] },
        t(","),
      ],
      { id: "pp02" },
    ),
    item("bullet", 1, "–", 1, plainItem, { id: "pp02.1" }),
    item("bullet", 1, "–", 2, plainItem),
    { kind: "heading", level: 2, style: "heading-1", id: "h1", inline: [t(w.heading)] },
    item("operative", 1, "1.", 1, [opening, t(w.text)], { id: "op01" }),
    item("operative", 2, sub[0] ?? "", 1, plainItem, { id: "op01.a" }),
    item("operative", 3, sub[2] ?? "", 1, plainItem, { id: "op01.a.i" }),
    item("operative", 3, sub[3] ?? "", 2, plainItem),
    item("operative", 2, sub[1] ?? "", 2, plainItem),
    para("continued", t("tail")),
    item(
      "operative",
      1,
      "2.",
      2,
      [
        t("see "),
        { kind: "ref", to: "op01", label: "1" },
        t(" and "),
        { kind: "ref", to: "op01.a", label: "1 (a)" },
        t(", "),
        { kind: "ref", to: "h1", label: w.heading },
        { kind: "call", id: "n2", label: "2" },
      ],
      { id: "op02" },
    ),
    item(
      "operative",
      1,
      bis,
      2,
      [
        t("inserted "),
        { kind: "ins", ...by, children: [t("new"), { kind: "del", ...by, children: [t("gone")] }] },
        { kind: "del", ...by, children: [t(" old "), { kind: "ref", to: "op01", label: "1" }] },
      ],
      { id: "op02bis", suffix: 1, changed: true },
    ),
    item("operative", 2, sub[0] ?? "", 1, plainItem),
    item("operative", 1, "3.", 3, [t("came in")], { id: "op03", mark: { kind: "ins", ...by } }),
    item("operative", 1, "4.", 4, [t("goes out")], { id: "op04", mark: { kind: "del", ...by } }),
    item("operative", 1, "4.", 4, [t("moved words")], { id: "op05", mark: { kind: "move-to", ...by } }),
    item("operative", 1, "5.", 5, [t("moved words")], { id: "op05old", mark: { kind: "move-from", ...by } }),
    item("operative", 1, "9.", 9, [t("a number out of the row")], { id: "op09" }),
    item("operative", 1, "10.", 10, plainItem),
    item("operative", 1, "[11 alt]", 11, [t("a label that no list makes")]),
    {
      kind: "table",
      widths: [1, 2, 2],
      headerRows: 1,
      lines: true,
      rows: [
        {
          cells: [
            { header: true, blocks: [para("table-text", t("No."))] },
            { header: true, span: 2, blocks: [para("table-text", t("Text"))] },
          ],
        },
        {
          cells: [
            { blocks: [] },
            { blocks: [para("table-text", t("left"), { kind: "call", id: "n1", label: "1" })] },
            { lang: rtl ? "fr" : "ar", blocks: [para("table-text", t(rtl ? "droite" : "يمين"))] },
          ],
        },
      ],
    },
    {
      kind: "table",
      widths: [1],
      headerRows: 0,
      lines: false,
      rows: [{ cells: [{ blocks: [{ kind: "columns", columns: [{ width: 1, blocks: [] }] }] }] }],
    },
    { kind: "page-break" },
    { kind: "heading", level: 1, style: "annex-title", bookmark: "", inline: [t("Annex")] },
    item("operative", 1, "1.", 1, plainItem, { restart: true }),
    item("operative", 2, sub[0] ?? "", 1, plainItem),
    item("operative", 1, "2.", 2, plainItem),
    para("quote", t("quoted")),
  ];
  return {
    kind: "document",
    lang: w.lang,
    dir: rtl ? "rtl" : "ltr",
    meta: {
      title: w.title,
      author: "Inter-Parliamentary Union",
      subject: "Draft resolution",
      keywords: "crime, drugs",
      symbol: "C-I/122/DR-Pre",
      date: "2009-12-18",
      source: "ab".repeat(32),
      ...(watermark === undefined ? {} : { watermark }),
    },
    numbering: numberingOf(language),
    first: { header: [], footer: [] },
    rest: {
      header: [
        {
          kind: "columns",
          columns: [
            { width: 1, blocks: [] },
            { width: 1, blocks: [para("centred", t("- "), { kind: "page" }, t(" -"))] },
            { width: 1, blocks: [para("at-end", symbol)] },
          ],
        },
      ],
      footer: [para("running-head", t("page "), { kind: "page" }, t(" of "), { kind: "pages" })],
    },
    body,
    notes: [
      { id: "star", label: "*", blocks: [para("footnote", t(w.note))] },
      {
        id: "n1",
        label: "1",
        blocks: [para("footnote", t("First note, "), { kind: "em", role: "title", children: [t(w.cited)] })],
      },
      {
        id: "n2",
        label: "2",
        blocks: [para("footnote", t("Second note.")), para("footnote", t("Its second paragraph."))],
      },
    ],
  };
}
