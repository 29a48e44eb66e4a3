/** A document as compose makes them, with everything that a page can hold: the seed's shape in English and Arabic. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { HouseStyle } from "../../../src/document/house.ts";
import type { Block, Document, Inline, Item, Para } from "../../../src/document/tree.ts";

/** The house of the IPU, straight from its file below the project's root. */
export function houseAt(root: string): HouseStyle {
  const source = readFileSync(join(root, "templates/houses/ipu/house.yaml"), "utf8");
  return { name: "ipu", ...parse(source) };
}

export const sampleHouse = (): HouseStyle => houseAt(".");

/** Font files from node_modules; tests run at the project's root. */
export function sampleFont(file: string): Uint8Array | undefined {
  try {
    return readFileSync(join("node_modules", file));
  } catch {
    return undefined;
  }
}

const text = (words: string): Inline => ({ kind: "text", text: words });
const opening = (words: string): Inline => ({ kind: "em", role: "opening", children: [text(words)] });
const para = (style: string, ...inline: Inline[]): Para => ({ kind: "para", style, inline });

interface Words {
  lang: string;
  dir: "ltr" | "rtl";
  organization: string;
  session: Inline[];
  place: Inline[];
  committee: [string, string];
  date: string;
  title: string;
  stageLine: string;
  submitters: string;
  enacting: Inline[];
  preambular: [string, string][];
  operative: [string, string][];
  sub: string[];
  tail: string;
  note: string;
  longNote: string;
  annex: string;
  prose: string;
  table: { head: string[]; rows: string[][] };
  ins: string;
  del: string;
  see: string;
}

const symbol = "C-I/122/DR-Pre";

const english: Words = {
  lang: "en-GB",
  dir: "ltr",
  organization: "INTER-PARLIAMENTARY UNION",
  session: [text("122"), { kind: "sup", children: [text("nd")] }, text(" Assembly and related meetings")],
  place: [
    text("Bangkok (Thailand), 27"),
    { kind: "sup", children: [text("th")] },
    text(" March - 1"),
    { kind: "sup", children: [text("st")] },
    text(" April 2010"),
  ],
  committee: ["First Standing Committee", "Peace and International Security"],
  date: "18 December 2009",
  title:
    "COOPERATION AND SHARED RESPONSIBILITY IN THE GLOBAL FIGHT AGAINST ORGANIZED CRIME, IN PARTICULAR DRUG TRAFFICKING, ILLEGAL ARMS SALES, HUMAN TRAFFICKING AND CROSS-BORDER TERRORISM",
  stageLine: "Preliminary draft resolution submitted by the co-Rapporteurs",
  submitters: "Ms. Maria Teresa Ortuño (Mexico) and Mr. Apiwan Wiriyachai (Thailand)",
  enacting: [
    text("The 122"),
    { kind: "sup", children: [text("nd")] },
    text(" Assembly of the Inter-Parliamentary Union,"),
  ],
  preambular: [
    [
      "Cognizant",
      " of the fact that while globalization fosters many positive advancements, interdependence between States and the opening of borders, it also facilitates transnational organized crime, in particular drug trafficking, illegal arms sales, human trafficking, cross-border terrorism and money laundering, involving an increasing number of stakeholders, actors and agencies and requiring global, regional, subregional and national responses, including the implementation of related conventions,",
    ],
    [
      "Aware",
      " that drug trafficking is one of the principal illicit activities worldwide, that it constitutes a serious threat to the global community, and that, compounded by drug abuse, is not only harmful to the stability and integrity of the world, but also adversely affects the health of human beings and social security,",
    ],
    [
      "Also aware",
      " that trafficking in persons is a modern form of slavery and a human rights violation affecting men, women, children and adolescents worldwide, that practices, negative attitudes and maltreatment of trafficked victims persist and that the well-being of these vulnerable groups is threatened by the global financial and economic downturn and new forms of transnational organized crime,",
    ],
  ],
  operative: [
    [
      "Fully affirms",
      " the strong determination and clear commitment of IPU Member Parliaments to strengthening and harmonizing laws, regulations and additional measures on drugs, pursuing strong regional cooperation to combat drug trafficking within the framework of international cooperation with international legal instruments on drugs, and to enhancing the technical capability of law enforcement and judicial agents;",
    ],
    [
      "Reaffirms",
      " its unwavering determination and commitment to intensify efforts to counter the illicit cultivation, production, manufacture, sale, abuse, transit, trafficking and distribution of narcotic drugs and psychotropic substances, especially heroin, cocaine, amphetamine-type stimulants (ATS), the diversion of precursor chemicals, misuse of pharmaceutical medicines and preparations as well as drug-related criminal activities, through a balanced, comprehensive and sustainable approach;",
    ],
    [
      "Agrees",
      " to work on forging a drug control partnership on the basis of existing cooperation mechanisms and to pursue mutual understanding, trust, coordination and support in addressing and solving drug problems;",
    ],
    [
      "Decides",
      " to intensify joint parliamentary efforts to share best practices and experiences in combating drug trafficking and developing national laws to comply with universal human rights standards and the rule of law;",
    ],
    [
      "Calls on",
      " the IPU to provide its Member Parliaments with recommendations and best practices for the establishment of a special parliamentary committee on combating trafficking in persons, the appointment of a national rapporteur to monitor the development and implementation of national measures to combat human trafficking and to monitor and evaluate the implementation of relevant national action plans;",
    ],
  ],
  sub: [
    "strengthen their laws on money laundering;",
    "share evidence across borders, namely:",
    "bank records that courts have asked for;",
    "the whereabouts of witnesses;",
    "report every year;",
  ],
  tail: "and to inform the Assembly of what they have done;",
  note: "See General Assembly resolution 63/194 of 18 December 2008.",
  longNote:
    "The delegation of a Member Parliament reserved its position on the wording of this paragraph and asked that the reasons be recorded in full. It recalled that the matter had been before the Assembly at three sessions in a row, that no agreement could be reached in the drafting committee, and that the words chosen here go further than those of the convention to which they refer. It did not wish to stand in the way of a consensus. It would, however, understand the paragraph in the light of its national law, and it reserved the right to return to the question when the report on implementation is considered. Other delegations, while not sharing this reading, took note of it and asked the Secretariat to circulate the statement together with the text of the resolution in all the languages of the Union.",
  annex: "ANNEX",
  prose: "The table shows the measures that Members have reported.",
  table: {
    head: ["Measure", "What it is for", "Reported by"],
    rows: [
      [
        "Registers of arms",
        "Stockpiles are counted once a year and the count is given to parliament.",
        "41 Members",
      ],
      [
        "Hearings",
        "Committees hear the services that fight organized crime, in public where they can.",
        "28 Members",
      ],
    ],
  },
  ins: "in accordance with international law",
  del: "where appropriate",
  see: "see operative paragraph ",
};

const arabic: Words = {
  lang: "ar",
  dir: "rtl",
  organization: "الاتحاد البرلماني الدولي",
  session: [text("الجمعية العامة 122 والاجتماعات المتصلة بها")],
  place: [text("بانكوك (تايلند)، 27 آذار/مارس - 1 نيسان/أبريل 2010")],
  committee: ["اللجنة الدائمة الأولى", "السلم والأمن الدولي"],
  date: "18 كانون الأول/ديسمبر 2009",
  title:
    "التعاون والمسؤولية المشتركة في المكافحة العالمية للجريمة المنظمة، ولا سيما الاتجار بالمخدرات والبيع غير المشروع للأسلحة والاتجار بالبشر والإرهاب عبر الحدود",
  stageLine: "مشروع قرار أولي مقدم من المقررين المشاركين",
  submitters: "السيدة ماريا تيريزا أورتونيو (المكسيك) والسيد أبيوان ويرياتشاي (تايلند)",
  enacting: [text("إن الجمعية العامة 122 للاتحاد البرلماني الدولي،")],
  preambular: [
    [
      "إذ تدرك",
      " أن العولمة، وإن كانت تعزز كثيراً من أوجه التقدم الإيجابية والترابط بين الدول وفتح الحدود، تيسر أيضاً الجريمة المنظمة عبر الوطنية، ولا سيما الاتجار بالمخدرات والبيع غير المشروع للأسلحة والاتجار بالبشر والإرهاب عبر الحدود وغسل الأموال، بمشاركة عدد متزايد من الجهات المعنية،",
    ],
    [
      "وإذ تعي",
      " أن الاتجار بالمخدرات من الأنشطة غير المشروعة الرئيسية في العالم، وأنه يشكل خطراً جسيماً على المجتمع العالمي، ولا يضر باستقرار العالم وسلامته فحسب بل يؤثر كذلك في صحة البشر والضمان الاجتماعي،",
    ],
    [
      "وإذ تعي أيضاً",
      " أن الاتجار بالأشخاص شكل حديث من أشكال الرق وانتهاك لحقوق الإنسان يمس الرجال والنساء والأطفال والمراهقين في العالم أجمع (UNODC)،",
    ],
  ],
  operative: [
    [
      "تؤكد تماماً",
      " عزم البرلمانات الأعضاء في الاتحاد البرلماني الدولي (IPU) القوي والتزامها الواضح بتعزيز القوانين واللوائح والتدابير الإضافية المتعلقة بالمخدرات ومواءمتها، والسعي إلى تعاون إقليمي قوي لمكافحة الاتجار بالمخدرات في إطار التعاون الدولي؛",
    ],
    [
      "تؤكد من جديد",
      " عزمها الراسخ والتزامها بتكثيف الجهود للتصدي للزراعة غير المشروعة والإنتاج والتصنيع والبيع والإساءة والعبور والاتجار والتوزيع للمخدرات والمؤثرات العقلية، ولا سيما الهيروين والكوكايين والمنشطات الأمفيتامينية (ATS)؛",
    ],
    ["توافق", " على العمل من أجل إقامة شراكة لمراقبة المخدرات على أساس آليات التعاون القائمة؛"],
    ["تقرر", " تكثيف الجهود البرلمانية المشتركة لتبادل أفضل الممارسات والتجارب في مكافحة الاتجار بالمخدرات؛"],
    ["تدعو", " الاتحاد إلى تزويد البرلمانات الأعضاء بالتوصيات وأفضل الممارسات لإنشاء لجنة برلمانية خاصة؛"],
  ],
  sub: [
    "تعزيز قوانينها المتعلقة بغسل الأموال؛",
    "تبادل الأدلة عبر الحدود، وهي:",
    "سجلات المصارف التي طلبتها المحاكم؛",
    "أماكن وجود الشهود؛",
    "تقديم تقرير كل سنة؛",
  ],
  tail: "وإبلاغ الجمعية العامة بما قامت به؛",
  note: "انظر قرار الجمعية العامة A/RES/63/194 المؤرخ 18 كانون الأول/ديسمبر 2008.",
  longNote:
    "أبدى وفد أحد البرلمانات الأعضاء تحفظه على صياغة هذه الفقرة وطلب تدوين الأسباب كاملة. وذكّر بأن المسألة عرضت على الجمعية العامة في ثلاث دورات متتالية، وبأنه لم يتسن التوصل إلى اتفاق في لجنة الصياغة، وبأن العبارات المختارة هنا تتجاوز عبارات الاتفاقية التي تشير إليها. ولم يرغب في الوقوف في طريق توافق الآراء، غير أنه يفهم الفقرة في ضوء قانونه الوطني، ويحتفظ بحقه في العودة إلى المسألة عند النظر في التقرير عن التنفيذ. وأحاطت وفود أخرى علماً بهذه القراءة وإن لم تشاطرها، وطلبت إلى الأمانة تعميم البيان مع نص القرار بجميع لغات الاتحاد.",
  annex: "المرفق",
  prose: "يبين الجدول التدابير التي أبلغ عنها الأعضاء.",
  table: {
    head: ["التدبير", "الغرض منه", "أبلغ عنه"],
    rows: [
      ["سجلات الأسلحة", "تحصى المخزونات مرة في السنة ويقدم الإحصاء إلى البرلمان.", "41 عضواً"],
      ["جلسات الاستماع", "تستمع اللجان إلى الأجهزة التي تكافح الجريمة المنظمة.", "28 عضواً"],
    ],
  },
  ins: "وفقاً للقانون الدولي",
  del: "حيثما كان ذلك مناسباً",
  see: "انظر فقرة المنطوق ",
};

const by = "am-1";
const date = "2010-03-27";

function item(
  list: string,
  style: string,
  depth: number,
  label: string,
  number: number,
  id: string,
  inline: Inline[],
): Item {
  return { kind: "item", list, style, depth, label, number, id, inline };
}

export interface SampleOptions {
  /** Only what the seed's first draft has: masthead, title, paragraphs. */
  plain?: boolean;
  watermark?: string;
  /** How often the operative paragraphs are repeated, for long documents. */
  times?: number;
  /** Rows of the annex's table. */
  rows?: number;
  /** Footnotes beyond the two of the text, one an operative paragraph. */
  notes?: boolean;
  /** Footnote calls in the cells of the annex's table. */
  calls?: boolean;
}

export function sample(lang: "en" | "ar", options: SampleOptions = {}): Document {
  const words = lang === "en" ? english : arabic;
  const plain = options.plain === true;
  const letter = (n: number) => (lang === "en" ? `(${"abcdefgh"[n - 1]})` : `(${"أبجدهوزح"[n - 1]})`);
  const notes: Document["notes"] = plain
    ? []
    : [
        { id: "n1", label: "1", blocks: [para("footnote", text(words.note))] },
        { id: "n2", label: "2", blocks: [para("footnote", text(words.longNote))] },
      ];
  const body: Block[] = [
    para("organization", text(words.organization)),
    para("session", ...words.session),
    para("place", ...words.place),
    { kind: "rule", style: "rule" },
    {
      kind: "columns",
      columns: [
        { width: 3, blocks: words.committee.map((line) => para("committee", text(line))) },
        {
          width: 2,
          blocks: [
            para("symbol", { kind: "isolate", dir: "ltr", children: [text(symbol)] }),
            para("date", text(words.date)),
          ],
        },
      ],
    },
    {
      kind: "heading",
      level: 1,
      style: "title",
      id: "title",
      bookmark: words.title,
      inline: [text(words.title)],
    },
    para("stage-line", text(words.stageLine)),
    para("submitters", text(words.submitters)),
    para("enacting", ...words.enacting),
  ];
  words.preambular.forEach(([start, rest], i) => {
    body.push(
      item("preambular", "preambular", 1, `(${i + 1})`, i + 1, `pp0${i + 1}`, [
        opening(start),
        text(rest),
        ...(i === 1 && !plain ? [{ kind: "call" as const, id: "n1", label: "1" }] : []),
      ]),
    );
  });
  let count = 0;
  for (let round = 0; round < (options.times ?? 1); round++)
    for (const [start, rest] of words.operative) {
      count++;
      const inline: Inline[] = [opening(start), text(rest)];
      if (options.notes === true) {
        const id = `x${count}`;
        notes.push({
          id,
          label: String(count + 2),
          blocks: [para("footnote", text(count % 7 === 3 ? words.longNote : words.note))],
        });
        inline.push({ kind: "call", id, label: String(count + 2) });
      }
      if (!plain && count === 2)
        inline.push(
          text(" "),
          { kind: "ins", by, date, children: [text(words.ins)] },
          text(" "),
          { kind: "del", by, date, children: [text(words.del)] },
          text(` (${words.see}`),
          { kind: "ref", to: "op01", label: "1" },
          text("; "),
          { kind: "link", href: "https://www.ipu.org/", children: [text("www.ipu.org")] },
          text(lang === "en" ? "; in French: " : "؛ "),
          { kind: "isolate", dir: "ltr", lang: "fr", children: [text("crime organisé")] },
          text(")"),
        );
      const made = item(
        "operative",
        "operative",
        1,
        `${count}.`,
        count,
        `op${String(count).padStart(2, "0")}`,
        inline,
      );
      if (!plain && count === 2) made.changed = true;
      body.push(made);
      if (!plain && count === 4) {
        const [a, b, b1, b2, c] = words.sub;
        body.push(
          item("operative", "operative-2", 2, letter(1), 1, "op04.a", [text(a ?? "")]),
          item("operative", "operative-2", 2, letter(2), 2, "op04.b", [text(b ?? "")]),
          item("operative", "operative-3", 3, "(i)", 1, "op04.b.i", [text(b1 ?? "")]),
          item("operative", "operative-3", 3, "(ii)", 2, "op04.b.ii", [
            text(b2 ?? ""),
            { kind: "call", id: "n2", label: "2" },
          ]),
          item("operative", "operative-4", 4, letter(1), 1, "op04.b.ii.a", [text(a ?? "")]),
          item("operative", "operative-2", 2, letter(3), 3, "op04.c", [text(c ?? "")]),
          { ...para("continued", text(words.tail)), mark: { kind: "ins", by, date }, changed: true },
        );
      }
    }
  if (!plain)
    body.push(
      { kind: "page-break" },
      ...annex(words, options.rows ?? 2, options.calls === true ? notes : undefined),
    );
  return {
    kind: "document",
    lang: words.lang,
    dir: words.dir,
    meta: {
      title: words.title,
      author: words.organization,
      subject: `${words.stageLine} & <drafts>`,
      keywords: symbol,
      symbol,
      date: "2009-12-18",
      ...(options.watermark === undefined ? {} : { watermark: options.watermark }),
      source: "0".repeat(64),
    },
    numbering: [
      { list: "preambular", levels: [{ numeral: "decimal", pattern: "(%)" }] },
      {
        list: "operative",
        levels: [
          { numeral: "decimal", pattern: "%." },
          { numeral: lang === "en" ? "lowerLetter" : "arabicAbjad", pattern: "(%)" },
          { numeral: "lowerRoman", pattern: "(%)" },
          { numeral: lang === "en" ? "lowerLetter" : "arabicAbjad", pattern: "(%)" },
        ],
      },
    ],
    first: { header: [], footer: [] },
    rest: {
      header: [
        {
          kind: "columns",
          columns: [
            { width: 1, blocks: [] },
            { width: 1, blocks: [{ ...para("running-head", text("- "), { kind: "page" }, text(" -")) }] },
            { width: 1, blocks: [para("symbol", { kind: "isolate", dir: "ltr", children: [text(symbol)] })] },
          ],
        },
      ],
      footer: [],
    },
    body,
    notes,
  };
}

function annex(words: Words, rows: number, notes: Document["notes"] | undefined): Block[] {
  const cell = (line: string, header: boolean, call?: Inline): { header?: boolean; blocks: Block[] } => ({
    ...(header ? { header } : {}),
    blocks: [para("table-text", text(line), ...(call === undefined ? [] : [call]))],
  });
  const called = (r: number, c: number): Inline | undefined => {
    if (notes === undefined || (r * 3 + c) % 7 !== 5) return undefined;
    const label = String(notes.length + 1);
    const id = `t${r}-${c}`;
    notes.push({ id, label, blocks: [para("footnote", text(r % 20 === 3 ? words.longNote : words.note))] });
    return { kind: "call", id, label };
  };
  return [
    { kind: "heading", level: 1, style: "annex-title", id: "annex1", inline: [text(words.annex)] },
    { kind: "heading", level: 2, style: "heading-2", inline: [text(words.prose)] },
    para("prose", text(words.prose)),
    {
      kind: "table",
      widths: [2, 4, 2],
      headerRows: 1,
      lines: true,
      rows: [
        { cells: words.table.head.map((line) => cell(line, true)) },
        ...Array.from({ length: rows }, (_, r) => ({
          cells: (words.table.rows[r % words.table.rows.length] ?? []).map((line, c) =>
            cell(line, c === 0, called(r, c)),
          ),
        })),
      ],
    },
  ];
}
