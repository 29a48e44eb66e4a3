import { afterEach, describe, expect, test } from "vitest";
import { Project } from "./project.ts";

const resolution = `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  committee: peace-and-security
  submitters: { role: co-rapporteur, parties: [{ person: { id: a, honorific: ms, given: A, family: B, country: MX } }] }
  languages: [en, fr]
# The stages of the text.
stages:
  - { id: dr, kind: draft, symbol: C-I/122/DR, date: 2010-01-15 }   # tabled
  - { id: committee, kind: committee-draft, symbol: C-I/122/DR-com, date: 2010-03-31, applies: [] }
title: The small title
preambular:
  - { id: pp01, text: _Aware_ of the old words and of the long night }
  - { id: pp02, text: _Recalling_ everything that was said before }
operative:
  - { id: op01, text: _Urges_ all parliaments to act at once }
  - { id: op02, text: _Invites_ governments to follow }
`;

const french = `language: fr
texts:
  title: { text: Le petit titre }
  pp01: { text: _consciente_ des vieux mots et de la longue nuit }
  pp02: { text: _rappelant_ tout ce qui a été dit auparavant }
  op01: { text: _prie_ tous les parlements d’agir sans tarder }
  op02: { text: _invite_ les gouvernements à suivre }
`;

const list = `# The list of the night.
stage: dr
received: 2010-03-10
amendments:
  - id: am-001   # by fax
    submitters: [CA]
    on: PP1
    amend:
      en: [{ find: old words, put: new words }]
      fr: [{ find: vieux mots, put: nouveaux mots }]
  - { id: am-002, submitters: [IR], on: PP1, delete: yes }
  - { id: am-003, submitters: [MA], add: { after: PP1, text: { en: _Noting_ the day, fr: _notant_ le jour } } }
  - { id: am-004, submitters: [ES, FR], on: OP2, delete: yes }
  - { id: am-005, submitters: [SE], to: am-003, amend: { en: [{ find: day, put: bright day }], fr: [{ find: jour, put: beau jour }] } }
`;

const work = "122-small";
const file = `resolutions/${work}/amendments/list.yaml`;
const source = `resolutions/${work}/resolution.yaml`;
const decided = "--body drafting-committee --date 2010-03-30";

let project: Project;

function open(amendments = list): Project {
  project = new Project()
    .write(source, resolution)
    .write(`resolutions/${work}/translations/fr.yaml`, french)
    .write(file, amendments);
  return project;
}

afterEach(() => project.remove());

/** Gives a command whose words may hold spaces. */
const amend = (words: string) => project.run(`amend ${work} ${words}`);

describe("amend list", () => {
  test("shows every amendment, what gets in whose way, and an order with its reasons", async () => {
    open();
    const { code, out } = await amend("list");
    expect(code).toBe(0);
    expect(out).toContain("Amendments to dr, C-I/122/DR: 5 (5 pending)\n");
    expect(out).toMatch(/^am-001 {2}PP1 +amend +Canada +pending$/m);
    expect(out).toMatch(/^am-002 {2}PP1 +delete +Iran \(Islamic Republic of\) +pending$/m);
    expect(out).toMatch(/^am-003 {2}after PP1 +new +Morocco +pending$/m);
    expect(out).toMatch(/^am-005 {2}new PP1bis +amend \(to am-003\) +Sweden +pending$/m);
    const conflicts = out.slice(out.indexOf("In each other's way"), out.indexOf("Proposed order"));
    expect(conflicts).toContain("am-002 takes out PP1, and am-001 changes words of it");
    const order = out.slice(out.indexOf("Proposed order"));
    expect([...order.matchAll(/\d\. (am-\d+)/g)].map((m) => m[1])).toEqual([
      "am-002",
      "am-001",
      "am-005",
      "am-003",
      "am-004",
    ]);
    expect(order.split("\n").filter((line) => /^ {2}(PP|OP|new)/.test(line))).toEqual([
      "  PP1",
      "  new PP1bis",
      "  OP2",
    ]);
    expect(order).toContain(
      "1. am-002: Of what is proposed to PP1, to take it out goes furthest from the text, so it is taken first. When it is adopted, am-001 falls.",
    );
    expect(order).toContain(
      "am-001: To change words of PP1 goes less far than to take it out; it changes 2 words.",
    );
    expect(order).toContain("am-003: What is new after PP1 is taken when PP1 is settled.");
    expect(order).toContain("am-004: Nothing else is proposed to OP2.");
  });

  test("--order proposes the order of the list as it was tabled, whatever was decided or withdrawn since", async () => {
    open();
    const asTabled = (out: string) =>
      [...out.slice(out.indexOf("Proposed order")).matchAll(/\d\. (am-.*)/g)].map((m) => m[1]);
    const before = asTabled((await amend("list")).out);
    await amend(`decide am-005 accepted ${decided}`);
    await amend(`decide am-003 accepted ${decided}`);
    await amend(`decide am-002 accepted ${decided}`);
    await amend(`decide am-001 falls ${decided}`);
    await amend("withdraw am-004 --date 2010-03-29");
    const { out } = await amend("list");
    expect(out).toContain(
      "Nothing is pending, so there is no order of consideration to propose; --order shows",
    );
    const ordered = await amend("list --order");
    expect(ordered.out).toContain("Proposed order of consideration, as if nothing were decided\n");
    expect(asTabled(ordered.out)).toEqual(before);
    expect(before).toHaveLength(5);
    const { stages } = JSON.parse((await amend("list --order --json")).out);
    expect(stages[0].order.map((step: { amendment: string }) => step.amendment)).toEqual([
      "am-002",
      "am-001",
      "am-005",
      "am-003",
      "am-004",
    ]);
  });

  test("is what amend does when nothing else is said, and takes the path of the work's folder", async () => {
    open();
    const [a, b, c] = [
      await amend("list"),
      await project.run(`amend ${work}`),
      await project.run(`amend resolutions/${work}/ list`),
    ];
    expect(b).toEqual(a);
    expect(c).toEqual(a);
  });

  test("shows broken ones as broken, at their place, and says so with its code", async () => {
    open(
      `${list}  - { id: am-006, submitters: [DE], on: OP17, delete: yes }
  - { id: am-007, submitters: [DE], on: OP1, replase: x }
  - { id: am-008, submitters: [DE], on: OP1, amend: { en: [{ find: act at wonce, put: act }] } }
`,
    );
    const { code, out, err } = await amend("list");
    expect(code).toBe(1);
    expect(out).toContain("8 (6 pending, 2 broken)");
    expect(out).toMatch(/^am-006 {2}OP17 +broken +Germany +broken$/m);
    expect(out).toMatch(/^am-007 {2}OP1 +broken +Germany +broken$/m);
    expect(out).toMatch(/^am-008 {2}OP1 +amend +Germany +does not fit; pending$/m);
    expect(out.slice(out.indexOf("Broken"))).toContain(
      `am-006, ${file}:15: There is no OP17 in the text of \`dr\`.`,
    );
    expect(err).toContain(`${file}:15:`);
    expect(err).toContain("The operative part has OP1 to OP2.");
    expect(err).toContain("Did you mean `replace`?");
    expect(err).toMatch(/list\.yaml:17:\d+: error: am-008: “act at wonce” does not stand in OP1\./);
    expect(err).toContain("The nearest words there are “act at once”.");
    expect(err).toContain(`The text begins in ${source}, line 17.`);
  });

  test("gives the same as JSON, with places and codes", async () => {
    open(`${list}  - { id: am-006, submitters: [DE], on: OP17, delete: yes }\n`);
    const { code, out } = await amend("list --json");
    expect(code).toBe(1);
    const said = JSON.parse(out);
    expect(said).toMatchObject({ ok: false, command: "amend", work, action: "list" });
    const [stage] = said.stages;
    expect(stage.amendments.map((a: { id: string }) => a.id)).toEqual([
      "am-001",
      "am-002",
      "am-003",
      "am-004",
      "am-005",
    ]);
    expect(stage.amendments[0]).toMatchObject({
      on: "PP1",
      operation: "amend",
      submitters: [{ code: "CA", name: "Canada" }],
      decision: { outcome: "pending" },
      place: { file, line: 5 },
    });
    expect(stage.broken).toMatchObject([{ id: "am-006", on: "OP17", place: { file, line: 15 } }]);
    expect(stage.conflicts[0]).toMatchObject({ a: "am-001", b: "am-002", falls: ["am-001"] });
    expect(stage.order[0]).toMatchObject({ amendment: "am-002", rank: "delete" });
  });

  test("knows of no lists, and of no such stage", async () => {
    open();
    expect((await amend("list --stage committee")).out).toBe("There are no amendments to that stage.\n");
    const wrong = await amend("list --stage comittee");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('Did you mean "committee"?');
    expect((await project.run("amend 122-smal list")).err).toContain("Did you mean `122-small`?");
  });
});

describe("amend decide", () => {
  test("writes one line, and says who falls with it and how to record that", async () => {
    open();
    const { code, out } = await amend(`decide am-002 accepted ${decided}`);
    expect(code).toBe(0);
    expect(project.read(file)).toBe(
      list.replace(
        "on: PP1, delete: yes }",
        "on: PP1, delete: yes, decision: { outcome: accepted, body: drafting-committee, date: 2010-03-30 } }",
      ),
    );
    expect(out).toContain(`am-002: accepted, drafting-committee, 2010-03-30. Written to ${file}, line 11.`);
    expect(out).toContain(`hemicycle amend ${work} decide am-001 falls ${decided}`);
    expect(out).toContain("am-003: ");
  });

  test("keeps comments and order of an entry of several lines", async () => {
    open();
    await amend(`decide am-001 rejected ${decided}`);
    expect(project.read(file)).toBe(
      list.replace(
        "      fr: [{ find: vieux mots, put: nouveaux mots }]\n",
        "      fr: [{ find: vieux mots, put: nouveaux mots }]\n    decision: { outcome: rejected, body: drafting-committee, date: 2010-03-30 }\n",
      ),
    );
    expect((await amend(`decide am-001 rejected ${decided}`)).out).toContain(
      "That was recorded already; nothing was written.",
    );
    expect((await amend("decide am-001 pending")).code).toBe(0);
    expect(project.read(file)).toBe(list);
  });

  test("names the nearest amendment, and writes nothing", async () => {
    open();
    const { code, err } = await amend(`decide am-0O1 accepted ${decided}`);
    expect(code).toBe(1);
    expect(err).toContain('There is no amendment "am-0O1"');
    expect(err).toContain('Did you mean "am-001"?');
    expect(project.read(file)).toBe(list);
  });

  test.each([
    [`am-001 acepted ${decided}`, "'acepted' is no decision. Did you mean accepted?"],
    ["am-001 accepted --date 2010-03-30", "say who decided and when"],
    [`am-001 withdrawn ${decided}`, "use withdraw in place of decide"],
    [`am-001 accepted am-002 ${decided}`, "one amendment at a time"],
    ["am-001 accepted --body x --date 30.3.2010", "Write a day as YYYY-MM-DD"],
    ["", "say which amendment"],
  ])("takes “%s” for a misuse", async (words, said) => {
    open();
    const { code, err } = await amend(`decide ${words}`);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(project.read(file)).toBe(list);
  });

  test("refuses what does not fit the amendment or those around it", async () => {
    open();
    const early = await amend("decide am-001 accepted --body drafting-committee --date 2010-03-09");
    expect(early.code).toBe(1);
    expect(early.err).toContain("am-001 was received on 2010-03-10, after 2010-03-09.");
    const body = await amend("decide am-001 accepted --body draftingcommittee --date 2010-03-30");
    expect(body.err).toContain("Did you mean `drafting-committee`?");
    expect(body.out).toContain("Nothing was written; am-001 stands as it did.");
    await amend(`decide am-003 rejected ${decided}`);
    const before = project.read(file);
    const sub = await amend(`decide am-005 accepted ${decided}`);
    expect(sub.code).toBe(1);
    expect(sub.err).toContain("am-003, to which it is a sub-amendment, was not: rejected.");
    expect(project.read(file)).toBe(before);
  });

  test("says that nothing yet tells what was made of one that was accepted as amended", async () => {
    open();
    const { code, out } = await amend(`decide am-003 accepted-as-amended ${decided}`);
    expect(code).toBe(0);
    expect(out).toContain("neither a result nor an accepted sub-amendment says how");
    expect(out).toContain("Its sub-amendments still wait for a decision:\n  am-005\n");
    expect(out).not.toContain("cannot be put any more");
    expect((await amend(`decide am-005 accepted ${decided}`)).out).not.toContain("neither");
  });

  test("does not turn a decision into another one until it was taken back, and names the one on record with its line", async () => {
    open();
    await amend(`decide am-004 accepted ${decided}`);
    const before = project.read(file);
    const { code, err, out } = await amend(`decide am-004 rejected ${decided}`);
    expect(code).toBe(1);
    expect(err).toContain(
      `${file}:13:73: error: am-004 cannot be made rejected: another decision is on record (accepted, drafting-committee, 2010-03-30).`,
    );
    expect(err).toContain(`first: hemicycle amend ${work} decide am-004 pending`);
    expect(out).toContain("Nothing was written");
    expect(project.read(file)).toBe(before);
    const back = await amend("decide am-004 pending");
    expect(back.out).toContain("Until now: accepted, drafting-committee, 2010-03-30.");
    expect((await amend(`decide am-004 rejected ${decided}`)).code).toBe(0);
  });

  test("takes the same outcome with another body, day or remark for a correction, and says what stood there", async () => {
    open();
    await amend(`decide am-004 accepted ${decided} --note first`);
    const day = await amend("decide am-004 accepted --body peace-and-security --date 2010-03-31");
    expect(day.code).toBe(0);
    expect(day.out).toContain("Until now: accepted, drafting-committee, 2010-03-30.\n");
    const note = await amend(
      "decide am-004 accepted --body peace-and-security --date 2010-03-31 --note second",
    );
    expect(note.out).toContain("Until now: accepted, peace-and-security, 2010-03-31 (“first”).\n");
    expect(project.read(file)).toContain(
      'decision: { outcome: accepted, body: peace-and-security, date: 2010-03-31, note: { en: "second" } }',
    );
  });

  test("says which later texts a decision changes, also when it is taken back", async () => {
    open();
    project.edit(source, "applies: []", "applies: accepted");
    project.edit(
      source,
      "applies: accepted }\n",
      "applies: accepted }\n  - { id: adopted, kind: adopted, date: 2010-04-01, adoption: { mode: consensus, date: 2010-04-01, place: { city: bangkok, country: TH } } }\n",
    );
    const changes = "This changes the text of `committee` and `adopted`.\n";
    expect((await amend(`decide am-004 accepted ${decided}`)).out).toContain(changes);
    expect((await amend("decide am-004 pending")).out).toContain(changes);
    expect((await amend(`decide am-004 rejected ${decided}`)).out).not.toContain("changes the text");
    const { out } = await amend(`decide am-001 accepted ${decided} --json`);
    expect(JSON.parse(out).changes).toEqual(["committee", "adopted"]);
  });

  test("has accepted with an accepted sub-amendment in it listed as accepted as sub-amended", async () => {
    open();
    const parent = await amend(`decide am-003 accepted ${decided}`);
    expect(parent.out).not.toContain("sub-amended");
    const listed = "With its accepted sub-amendments am-003 is listed as accepted as sub-amended.\n";
    expect((await amend(`decide am-005 accepted ${decided}`)).out).toContain(listed);
    const { out } = await amend("list");
    expect(out).toMatch(/am-003 .* accepted as amended, drafting-committee, 2010-03-30\n/);
    const built = await project.run(`build ${work} --kind decisions --stage dr --lang en --emit markup`);
    expect(built.out).toContain("Accepted as sub-amended by the drafting committee");
    await amend("decide am-005 pending");
    expect((await amend("list")).out).toMatch(/am-003 .* accepted, drafting-committee, 2010-03-30\n/);
  });

  test("cannot record anything for a broken one", async () => {
    open(`${list}  - { id: am-006, submitters: [DE], on: OP17, delete: yes }\n`);
    const { code, err } = await amend(`decide am-006 accepted ${decided}`);
    expect(code).toBe(1);
    expect(err).toContain("am-006 is broken, so nothing can be recorded for it");
    expect((await amend(`decide am-001 accepted ${decided}`)).code).toBe(0);
  });

  test("leaves the list as it was when the disk is full", async () => {
    open();
    const full = { mkdir: async () => {}, rename: async () => {}, remove: async () => {} };
    const disk = { ...full, create: () => Promise.reject(Object.assign(new Error(), { code: "ENOSPC" })) };
    const { code, err } = await project.run(`amend ${work} decide am-001 accepted ${decided}`, { disk });
    expect(code).toBe(1);
    expect(err).toContain("the disk is full");
    expect(project.read(file)).toBe(list);
  });

  test("says what it did as JSON", async () => {
    open();
    const { out } = await amend(`decide am-002 accepted ${decided} --json`);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      amendment: "am-002",
      written: true,
      outcome: "accepted",
      falls: [{ amendment: "am-001" }],
    });
  });
});

describe("amend withdraw", () => {
  test("records who withdrew it and when, by codes in any letters", async () => {
    open();
    const { code, out } = await amend("withdraw am-002 --by ir --date 2010-03-29");
    expect(code).toBe(0);
    expect(out).toContain("am-002: withdrawn by Iran (Islamic Republic of), 2010-03-29.");
    expect(project.read(file)).toContain("decision: { outcome: withdrawn, date: 2010-03-29, by: [IR] } }");
    const late = await amend(`decide am-002 accepted ${decided}`);
    expect(late.code).toBe(1);
    expect(late.err).toContain("so there is nothing to decide");
    expect((await amend("decide am-002 pending")).code).toBe(0);
    expect(project.read(file)).toBe(list);
  });

  test("needs all who submitted it, and nobody else", async () => {
    open();
    const one = await amend("withdraw am-004 --by ES");
    expect(one.code).toBe(1);
    expect(one.err).toContain("am-004 is also submitted by FR");
    expect(one.err).toContain("--by ES,FR");
    expect(one.err).toContain(
      "When only ES does, leave the others in `submitters` and a remark behind them for the record: # ES withdrew.",
    );
    const dated = await amend("withdraw am-004 --by FR --date 2010-03-30");
    expect(dated.err).toContain("# FR withdrew on 2010-03-30.");
    const other = await amend("withdraw am-004 --by ES,FR,DE");
    expect(other.err).toContain("DE cannot withdraw it");
    const name = await amend("withdraw am-004 --by Spayn");
    expect(name.err).toContain("Did you mean ES (Spain)?");
    expect(project.read(file)).toBe(list);
    expect((await amend("withdraw am-004 --by ES,FR")).code).toBe(0);
  });

  test("comes too late after a decision", async () => {
    open();
    await amend(`decide am-002 rejected ${decided}`);
    const { code, err } = await amend("withdraw am-002 --by IR");
    expect(code).toBe(1);
    expect(err).toContain(
      "cannot be withdrawn: it was decided already (rejected, drafting-committee, 2010-03-30)",
    );
  });
});

describe("the words of a sub-amendment in a redline", () => {
  const accepted = "decision: { outcome: accepted, body: drafting-committee, date: 2010-03-30 }";
  const redline = async (entries: readonly string[], language = "en") => {
    const head = list.slice(0, list.indexOf("  - id: am-001"));
    open(head + entries.map((entry) => `  - { ${entry}, ${accepted} }\n`).join(""));
    project.edit(source, "applies: []", "applies: accepted");
    const paper = `build ${work} --stage committee --kind redline --lang ${language}`;
    expect((await project.run(`${paper} --format docx`)).code, "the proof of both sides").toBe(0);
    return (await project.run(`${paper} --emit markup`)).out;
  };

  test("are those of its own submitter, in a new paragraph and among other words", async () => {
    const out = await redline([
      "id: am-003, submitters: [MA], add: { after: PP1, text: { en: _Noting_ the day, fr: _notant_ le jour } }",
      "id: am-005, submitters: [SE], to: am-003, amend: { en: [{ find: day, put: bright day }], fr: [{ find: jour, put: beau jour }] }",
      "id: am-006, submitters: [ES], on: OP1, amend: { en: [{ after: act, put: soon and well }], fr: [{ after: agir, put: vite et bien }] }",
      "id: am-007, submitters: [JP], to: am-006, amend: { en: [{ find: well, put: wisely }], fr: [{ find: bien, put: sagement }] }",
    ]);
    expect(out).toContain('mark-by="Morocco"');
    expect(out).toContain('the <ins by="Sweden" date="2010-03-30">bright </ins>day');
    expect(out).toContain(
      'act<ins by="Spain" date="2010-03-30"> soon and </ins><ins by="Japan" date="2010-03-30">wisely',
    );
    const origins = out.slice(out.indexOf("Origin of the changes"));
    for (const name of ["Morocco", "Sweden", "Spain", "Japan"]) expect(origins).toContain(`>${name}</para>`);
  });

  test("are borrowed with those of the amendment where a language has none", async () => {
    const out = await redline(
      [
        "id: am-006, submitters: [ES], on: OP1, amend: { en: [{ after: act, put: soon }] }",
        "id: am-007, submitters: [JP], to: am-006, amend: { en: [{ find: soon, put: now }] }",
      ],
      "fr",
    );
    expect(out).toContain("to act now at once");
  });
});

describe("amend apply", () => {
  test("adds what was accepted to the stage, and says what waits and how it reads now", async () => {
    open();
    await amend(`decide am-002 accepted ${decided}`);
    await amend(`decide am-001 falls ${decided}`);
    const { code, out, err } = await amend("apply");
    expect(code).toBe(0);
    expect(project.read(source)).toBe(resolution.replace("applies: []", "applies: [am-002]"));
    expect(err, "that the stage did not name it before").not.toContain("am-002");
    expect(out).toContain(`The stage committee takes in 1 more (am-002), 1 in all. Written to ${source}.`);
    expect(out).toContain("Still pending, reads differently now: am-003");
    expect(out).toContain("Still pending, as they stand: am-004");
    expect((await amend("apply")).out).toContain("there is nothing to add");
  });

  test("leaves out what cannot be placed beside the others, and says why", async () => {
    open(
      `${list}  - { id: am-006, submitters: [DE], on: PP1, amend: { en: [{ find: old words, put: good words }], fr: [{ find: vieux mots, put: bons mots }] } }\n`,
    );
    await amend(`decide am-001 accepted ${decided}`);
    await amend(`decide am-006 accepted ${decided}`);
    const { code, out, err } = await amend("apply --stage committee");
    expect(code).toBe(1);
    expect(project.read(source)).toContain("applies: [am-001]");
    expect(out).toContain("Not placed: am-006: ");
    expect(err).toContain("changed by am-001 already");
  });

  test("has nothing to write where a stage takes in whatever is accepted", async () => {
    open();
    project.edit(source, "applies: []", "applies: accepted");
    await amend(`decide am-004 accepted ${decided}`);
    const before = project.snapshot();
    const { code, out } = await amend("apply");
    expect(code).toBe(0);
    expect(out).toContain("takes in whatever is accepted to dr (applies: accepted): 1 amendment.");
    expect(project.snapshot()).toEqual(before);
  });

  test("has no stage to put anything into, when there is only the first", async () => {
    open();
    const { code, err } = await amend("apply --stage dr");
    expect(code).toBe(1);
    expect(err).toContain('"dr" is the first stage');
  });
});

describe("amendments that meet in French only", () => {
  const meeting = `${list}  - { id: am-006, submitters: [FR], only: [fr], language: fr, on: OP1, amend: { fr: [{ find: sans tarder, put: sans délai }] } }
  - { id: am-007, submitters: [CH], on: OP1, amend: { en: [{ find: at once, put: now }], fr: [{ find: d’agir sans tarder, put: d’agir }] } }
`;
  const sentence = (end: string) =>
    `am-006 changes words of OP1 inside those that am-007 changes (“tarder”), in French only; ${end}`;

  test("are in the list, and in its JSON with the language", async () => {
    open(meeting);
    expect((await amend("list")).out).toContain(sentence("when am-007 is adopted, am-006 falls.\n"));
    const [stage] = JSON.parse((await amend("list --json")).out).stages;
    const found = stage.conflicts.filter(({ a }: { a: string }) => a === "am-006");
    expect(found).toMatchObject([{ b: "am-007", languages: ["fr"], falls: ["am-006"] }]);
  });

  test("are told of with the decision on the second, with the list, by apply, by the check, with both places", async () => {
    open(meeting);
    const first = await amend(`decide am-007 accepted ${decided}`);
    expect(first.out).toContain(sentence("am-007 is accepted, so am-006 falls.\n"));
    expect(first.out).toContain(`hemicycle amend ${work} decide am-006 falls ${decided}`);
    const second = await amend(`decide am-006 accepted ${decided}`);
    const both = sentence("both are recorded as accepted, but only one of them can stand.\n");
    expect(second.out).toContain(`It meets others that are accepted already:\n  ${both}`);
    expect((await amend("list")).out).toContain(both);
    const { code, out, err } = await amend("apply --stage committee");
    expect(code).toBe(1);
    expect(project.read(source)).toContain("applies: [am-006, am-007]");
    expect(out).toContain("Placed, but not in French, where the text has to be mended first: am-007: ");
    expect(err).toContain(`am-006 stands in ${file}, line 15.`);
    expect(err).toContain(`The text begins in resolutions/${work}/translations/fr.yaml, line 6.`);
    const checked = await project.run("check");
    expect(checked.code).toBe(1);
    expect(checked.err).toContain("am-007: The words of OP1 that it changes");
  });

  test("are not printed as if nothing were the matter, in the stage that takes them in nor in later ones", async () => {
    open(meeting);
    await amend(`decide am-006 accepted ${decided}`);
    await amend(`decide am-007 accepted ${decided}`);
    await amend("apply --stage committee");
    project.edit(
      source,
      "applies: [am-006, am-007] }\n",
      "applies: [am-006, am-007] }\n  - { id: final, kind: draft, symbol: C-I/122/DR-fin, date: 2010-04-01, applies: [] }\n",
    );
    for (const stage of ["committee", "final"]) {
      const { code, err } = await project.run(`build --stage ${stage} --lang fr --format docx`);
      expect(code).toBe(1);
      expect(err).toContain("am-007: The words of OP1 that it changes");
    }
    expect((await project.run("build --stage final --lang en --format docx")).code).toBe(0);
  });
});

describe("amend", () => {
  test("names the nearest action", async () => {
    open();
    const { code, err } = await amend("aply");
    expect(code).toBe(2);
    expect(err).toContain("amend knows no action 'aply'. Did you mean apply?");
    expect((await amend("list am-001")).code).toBe(2);
  });
});
