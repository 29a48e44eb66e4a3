import { expect, test } from "vitest";
import { type MadeFrom, textsIn } from "../../src/model/amendment-texts.ts";
import { readWork } from "../../src/read/work.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { editAmendments } from "../../src/write/edit-amendments.ts";
import { folderWorld } from "../fixtures/world.ts";

const name = "122-organized-crime";
const file = `resolutions/${name}/amendments/a.yaml`;
/** The amendments of a list, read with the seed. */
function read(list: string) {
  const disk = folderWorld();
  const { value, diagnostics } = readWork(
    {
      ...disk,
      read: (path) => (path === file ? new TextEncoder().encode(list) : disk.read(path)),
      list: (folder) =>
        folder === `resolutions/${name}/amendments`
          ? ["a.yaml"]
          : [...disk.list(folder), ...(folder === `resolutions/${name}` ? ["amendments/"] : [])],
    },
    name,
  );
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  const [only] = value?.tabled ?? [];
  if (!only) throw new Error("there is no amendment");
  return only;
}

/** Ways to write one amendment, before its translation comes. */
const entries: Record<string, string> = {
  "a text on the line of its field": "on: OP1\n    replace: _Urges_ all # why",
  "a text in quotation marks": 'on: OP1\n    replace: "_Urges_ all: now" # why',
  "a folded text":
    "on: OP1\n    replace: >- # why\n      _Urges_ all\n      and everybody\n    reason: Because",
  "a text with lines of its own": "on: OP1\n    replace:\n      _Urges_ all\n      and everybody # why",
  "a text by language": "on: OP1\n    replace:\n      en: _Urges_ all # why",
  "a text by language in braces": "on: OP1\n    replace: { en: _Urges_ all } # why",
  "an entry in braces": "{ on: OP1, replace: _Urges_ all } # why",
  "changes without a language":
    "on: OP1\n    amend:\n      - find: strong # why\n        put: firm\n      - { delete: clear }",
  "changes on one line":
    "on: OP1\n    amend: [{ find: strong, put: firm }, { after: clear, put: and firm }] # why",
  "changes at the column of their field": "on: OP1\n    amend:\n    - { find: strong, put: firm } # why",
  "several new paragraphs":
    "add:\n      after: OP1\n      text:\n        - _Urges_ all # why\n        - { text: _Asks_ for, children: [one, two] }",
  "two paragraphs for one": "on: OP1\n    split: { text: { en: [_Urges_ all, _Asks_ all] } } # why",
  "what the decision made of it":
    "on: OP1\n    delete: yes # why\n    decision: { outcome: accepted-as-amended, date: 2010-02-12, result: { replace: _Urges_ all }, note: Agreed }",
};
const listOf = (entry: string, end: string): string => {
  const flow = entry.startsWith("{");
  const own = flow
    ? `  - ${entry.replace("{ ", "{ id: am-1, submitters: [CA], ")}\n`
    : `  - id: am-1\n    submitters: [CA]\n    ${entry}\n`;
  return `# kept\nstage: dr-pre\nreceived: 2010-02-01\namendments:\n${own}\n  # after it\n`.replaceAll(
    "\n",
    end,
  );
};

/** Who looked at texts, with names that YAML could take for something else. */
const looks: Record<string, Pick<MadeFrom, "checked">> = {
  "autre: mot": {
    checked: [
      { texts: ["find1", "note-n1"], by: "О: “Читатель”, #1 }", date: "2010-02-03" },
      { texts: ["put1"], by: "No", date: "2010-02-04" },
    ],
  },
};

test.each(
  Object.entries(entries).flatMap(([what, entry]) => [
    [what, entry, "\n"] as const,
    [what, entry, "\r\n"] as const,
  ]),
)("%s gets a translation beside it, and another one later", (_, entry, end) => {
  let source = listOf(entry, end);
  for (const word of ["mot", "autre: mot"]) {
    const before = read(source);
    const texts = new Map(
      [...textsIn(before, "en").keys()].map((key) => [key, readInline(`${word} ${key}`).value]),
    );
    const made = { source: "0123456789012345", ...looks[word] };
    source = editAmendments(source, [{ amendment: before, language: "fr", texts, made }]);
    const after = read(source);
    const written = (own: Map<string, Parameters<typeof printInline>[0]>) =>
      [...own].map(([key, text]) => [key, printInline(text)]);
    expect(written(textsIn(after, "fr"))).toEqual(written(texts));
    expect(written(textsIn(after, "en"))).toEqual(written(textsIn(before, "en")));
    expect(after.sources).toEqual({ fr: made });
    for (const comment of ["# kept", "# why", "# after it"]) expect(source).toContain(comment);
    expect(source.split("\n").every((line) => line === "" || line.endsWith("\r") === (end === "\r\n"))).toBe(
      true,
    );
  }
});
