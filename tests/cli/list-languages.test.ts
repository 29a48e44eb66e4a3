import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Project } from "./project.ts";

/** A language that came to a work after its amendments were typed in two: what lists print in it, and who is told. */

const work = "122-small";
const source = `resolutions/${work}/resolution.yaml`;
const list = `resolutions/${work}/amendments/dr.yaml`;

const resolution = `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  committee: peace-and-security
  submitters: { role: delegation, parties: [{ country: MX }] }
  languages: [en, es]
stages:
  - { id: dr, kind: draft, symbol: C-I/122/DR, date: 2010-01-15 }
  - { id: rev, kind: revised-draft, symbol: C-I/122/DR-rev, date: 2010-03-15, applies: accepted }
title: Water
preambular: [{ id: pp01, text: _Aware_ of the old words }]
operative: [{ id: op01, text: _Urges_ parliaments to act }]
`;
const spanish = `language: es
texts:
  title: { text: Agua }
  pp01: { text: _Consciente_ de las viejas palabras }
  op01: { text: _Insta_ a los parlamentos a actuar }
`;
const decided = (outcome: string) =>
  `decision: { outcome: ${outcome}, body: drafting-committee, date: 2010-03-12 }`;
const amendments = `stage: dr
received: 2010-03-10
language: en
languages: [en]
amendments:
  - id: am-001
    submitters: [MA]
    add: { after: PP1, text: { en: _Noting_ the progress in the Sahel, es: _Observando_ los progresos en el Sahel } }
    ${decided("accepted")}
  - id: am-002
    to: am-001
    submitters: [IR]
    amend: { en: [{ find: the Sahel, put: the Sahel and beyond }] }
    ${decided("rejected")}
  - id: am-003
    submitters: [FR]
    on: PP1
    amend: { en: [{ find: old, put: ancient }] }
    ${decided("falls")}
  - id: am-004
    submitters: [CU]
    on: OP1
    replace: { en: _Requests_ parliaments to wait }
    ${decided("not-considered")}
  - id: am-005
    submitters: [JP]
    on: OP1
    amend: { en: [{ find: to act, put: to act now }], es: [{ find: a actuar, put: a actuar ya }] }
    decision:
      outcome: accepted-as-amended
      body: drafting-committee
      date: 2010-03-12
      result: { amend: { en: [{ find: to act, put: to act soon }], es: [{ find: a actuar, put: a actuar pronto }] } }
`;

let project: Project;
beforeEach(() => {
  project = new Project()
    .write(source, resolution)
    .write(`resolutions/${work}/translations/es.yaml`, spanish)
    .write(list, amendments);
});
afterEach(() => project.remove());

const paper = (kind: string, lang = "es") =>
  project.run(`build ${work} --kind ${kind} --stage dr --lang ${lang} --emit markup`);
/** Which amendments a finding is about, in the order in which they are told. */
const told = (err: string) =>
  [...err.matchAll(/warning: (am-\d+): ([^;\n]*no text in `es`)/g)].map(([, id]) => id);

describe.each(["amendments", "decisions"])(
  "a list in a language that some amendments lack, of %s",
  (kind) => {
    test("warns of each of them at its place, and the exit code says that there is something to mend", async () => {
      const said = await paper(kind);
      expect([said.code, told(said.err)]).toEqual([1, ["am-002", "am-003", "am-004"]]);
      expect(said.err).toMatch(/dr\.yaml:\d+:\d+: warning: am-003:/);
      expect(said.err.match(/does not name `es` under `languages:`/g)).toHaveLength(1);
      expect(await paper(kind, "en")).toMatchObject({ code: 0, err: "" });
    });
    test("warns of them once, and not of the list, where it names the language", async () => {
      project.edit(list, "languages: [en]", "languages: [en, es]");
      const said = await paper(kind);
      expect([said.code, told(said.err), said.err.match(/\[amendment-text-missing\]/g)?.length]).toEqual([
        1,
        ["am-002", "am-003", "am-004"],
        3,
      ]);
      expect(said.err).not.toContain("under `languages:`");
    });
    test("marks words of another language, and puts none into a text that has its own", async () => {
      const { out } = await paper(kind);
      expect(out).toMatch(/\[Pendiente de traducción\]<\/strong> <isolate dir="auto" lang="en">.*to wait/);
      expect(out.match(/no tiene texto en este idioma/g)).toHaveLength(2);
      expect(out).toContain(">the Sahel</del> <ins");
      expect(out).not.toMatch(/<del[^>]*><em[^>]*>Observando|Noting/);
    });
  },
);

test("a sub-amendment to a paragraph that is there in another language marks its own words in it alone", async () => {
  project.edit(list, ", es: _Observando_ los progresos en el Sahel", "");
  const { out } = await paper("amendments");
  expect(out).toContain("no tiene texto en este idioma");
  expect(out).not.toMatch(/<del[^>]*><isolate/);
  project.edit(list, "the Sahel and beyond }] }", "the Sahel and beyond }], es: [{ find: x, put: y }] }");
  expect((await paper("amendments")).out).toMatch(
    /\[Pendiente de traducción\]<\/strong> <isolate dir="auto" lang="en"><em role="opening">Noting<\/em> the progress in the Sahel<ins[^>]*> and beyond<\/ins><\/isolate>/,
  );
});

test("what the body made of an amendment is warned of in the annotated list where it lacks the language", async () => {
  project.edit(list, ", es: [{ find: a actuar, put: a actuar pronto }]", "");
  expect((await paper("decisions")).err).toContain("am-005: What was made of it has no text in `es`");
  expect((await paper("amendments")).err).not.toContain("am-005");
});

describe("translate", () => {
  /** As a translator leaves the file: every target in Spanish words of its own, and the file taken back. */
  const goesOut = async (more = "") => {
    const said = await project.run(`translate ${work} export --lang es --out es.xlf --force ${more}`);
    return {
      ...said,
      ids: [...project.read("es.xlf").matchAll(/<trans-unit id="([^"]*)"/g)].map(([, id]) => id),
    };
  };
  const inLists = ["am-002:find1", "am-002:put1", "am-003:find1", "am-003:put1", "am-004:text"];

  test("says in a line of its own what only printed lists lack, with what the list does not name", async () => {
    await project.run(`translate ${work} record`);
    const { out } = await project.run(`translate ${work} status`);
    expect(out).toMatch(/^es +0 +0 +5 +0 +complete; 5 more for lists$/m);
    expect(out).toContain(
      'es, dr.yaml: printed lists lack 5 texts of amendments that no stage takes in: am-002, am-003, am-004. dr.yaml does not name es under "languages:"',
    );
    const named = project.edit(list, "languages: [en]", "languages: [en, es]");
    const now = await named.run(`translate ${work} status`);
    expect(now.out).toMatch(/^es +5 +0 +5 +0 +5 to do$/m);
    expect(now.out).not.toContain("for lists");
  });
  test("takes it along last, unless told otherwise, and the lists are whole when it comes back", async () => {
    await project.run(`translate ${work} record`);
    project.edit(list, "put: a actuar pronto", "put: a actuar ahora").edit(list, "act soon", "act at once");
    const { ids } = await goesOut();
    const ofStages = ["title", "pp01", "op01", "am-005:result-put1"];
    expect(ids).toEqual([...ofStages, ...inLists]);
    expect((await goesOut("--without-lists")).ids).toEqual(ofStages);
    await goesOut();
    const words: Record<string, string> = {
      "am-002:find1": "el Sahel",
      "am-002:put1": "el Sahel y más allá",
      "am-003:find1": "viejas",
      "am-003:put1": "antiguas",
      "am-004:text": '<g id="i1">Pide</g> a los parlamentos que esperen',
    };
    for (const [id, target] of Object.entries(words))
      project.edit(
        "es.xlf",
        new RegExp(`(?<=<trans-unit id="${id}"[\\s\\S]*?)<target state="needs-translation"/>`),
        `<target state="translated">${target}</target>`,
      );
    const back = await project.run(`translate ${work} import es.xlf`);
    expect([back.code, back.out]).toEqual([0, expect.stringContaining("taken: 5 (am-002:find1")]);
    expect(await paper("decisions")).toMatchObject({ code: 0 });
    expect((await project.run(`translate ${work} status`)).out).not.toContain("for lists");
  });
});
