import { afterEach, beforeEach, expect, test } from "vitest";
import { Project } from "./project.ts";

/** The heads of printed drafts: session, place and days, committee with symbol and day, and how a draft goes on. */
const heads: Record<string, string> = {
  fr: `UNION INTERPARLEMENTAIRE
122ème Assemblée et réunions connexes
Bangkok (Thaïlande), 27 mars - 1er avril 2010

Première Commission permanente          C-I/122/DR-Pre
Paix et sécurité internationale         18 décembre 2009

L’eau pour tous
Avant-projet de résolution présenté par les co-rapporteurs
Mme Maria Teresa Ortuño (Mexique) et M. Apiwan Wiriyachai (Thaïlande)

La 122ème Assemblée de l’Union interparlementaire,

(1) rappelant et réaffirmant sa résolution,

1. invite les parlements à agir.`,
  es: `UNIÓN INTERPARLAMENTARIA
122ª Asamblea y reuniones conexas
Bangkok (Tailandia), 27 de marzo – 1º de abril de 2010

Primera Comisión Permanente          C-I/122/DR-Pre
Paz y Seguridad Internacional         18 de diciembre de 2009

Agua para todos
Anteproyecto de resolución presentado por los co-Relatores
Sra. Maria Teresa Ortuño (México) y Sr. Apiwan Wiriyachai (Tailandia)

La 122ª Asamblea de la Unión Interparlamentaria,

(1) Recordando y reafirmando su resolución,

1. Invita a los parlamentos a actuar.`,
  pt: `UNIÃO INTERPARLAMENTAR
122.ª Assembleia e reuniões conexas
Banguecoque (Tailândia), 27 de março a 1 de abril de 2010

1.ª Comissão Permanente          C-I/122/DR-Pre
Paz e Segurança Internacional         18 de dezembro de 2009

Água para todos
Anteprojeto de resolução apresentado pelos correlatores
Sra. Maria Teresa Ortuño (México) e Sr. Apiwan Wiriyachai (Tailândia)

A 122.ª Assembleia da União Interparlamentar,

(1) Recordando e reafirmando a sua resolução,

1. Convida os parlamentos a agir.`,
  ru: `МЕЖПАРЛАМЕНТСКИЙ СОЮЗ
122-я Ассамблея и связанные с ней заседания
Бангкок (Таиланд), 27 марта – 1 апреля 2010 года

Первый постоянный комитет          C-I/122/DR-Pre
по вопросам мира и международной безопасности         18 декабря 2009 года

Вода для всех
Предварительный проект резолюции, представленный содокладчиками
г-жа Мария Тереса Ортуньо (Мексика) и г-н Апиван Вириячай (Таиланд)

122-я Ассамблея Межпарламентского союза,

(1) ссылаясь и вновь подтверждая это,

1. призывает парламенты действовать.`,
  ar: `الاتحاد البرلماني الدولي
الجمعية العامة الـ122 والاجتماعات المصاحبة
بانكوك (تايلند)، 27 آذار/مارس – 1 نيسان/أبريل 2010

اللجنة الدائمة الأولى          C-I/122/DR-Pre
السلم والأمن الدوليان         18 كانون الأول/ديسمبر 2009

الماء للجميع
مشروع أولي لقرار مقدم من المقررين المشاركين
السيدة ماريا تيريزا أورتونيو (المكسيك) والسيد أبيوان ويرياتشاي (تايلند)

إن الجمعية العامة الـ122 للاتحاد البرلماني الدولي،

(1) إذ تشير إلى قرارها،

1 - تدعو البرلمانات إلى العمل.`,
  zh: `各国议会联盟
第122届大会及相关会议
曼谷（泰国），2010年3月27日至4月1日

第一常设委员会          C-I/122/DR-Pre
和平与国际安全         2009年12月18日

人人有水
共同报告员提交的决议初稿
玛丽亚·特雷莎·奥尔图尼奥女士（墨西哥）和阿披旺·威里亚猜先生（泰国）

各国议会联盟第122届大会，

(1) 回顾其决议，

1. 邀请各国议会采取行动。`,
};

let project: Project;
beforeEach(() => {
  project = new Project();
});
afterEach(() => project.remove());

test.each(Object.keys(heads))(
  "place and days of a draft are read in the words of its language, %s",
  async (code) => {
    const said = await project
      .write("draft.txt", heads[code] ?? "")
      .run(`import draft.txt --into 122-water --language ${code}`);
    expect(said.code).toBe(0);
    const source = project.read("resolutions/122-water/resolution.yaml").replaceAll("\n", " ");
    expect(source).toMatch(
      /session: +\{? *number: 122,? +place: +\{ city: bangkok, country: TH \},? +from: 2010-03-27,? +to: 2010-04-01/,
    );
    expect(source).toContain("committee: peace-and-security");
    expect(source).toMatch(/symbol: C-I\/122\/DR-Pre,? +date: 2009-12-18/);
    expect(said.err).toBe("");
  },
);

test.each([
  ["fr", "_rappelant et réaffirmant_ sa résolution"],
  ["es", "_Recordando y reafirmando_ su resolución"],
  ["pt", "_Recordando e reafirmando_ a sua resolução"],
])("two opening words that and joins are marked as one phrase, %s", async (code, marked) => {
  await project
    .write("draft.txt", heads[code] ?? "")
    .run(`import draft.txt --into 122-water --language ${code}`);
  expect(project.read("resolutions/122-water/resolution.yaml")).toContain(marked);
});

test("a draft in another language than was said keeps its place and days as they stand", async () => {
  const said = await project.write("draft.txt", heads.fr ?? "").run("import draft.txt --into 122-water");
  expect(said.err).toMatch(/does not say the place of the session .*, the days of the session/);
  expect(project.read("resolutions/122-water/resolution.yaml")).toContain("Bangkok (Thaïlande), 27 mars");
});
