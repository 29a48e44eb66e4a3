import { expect, test } from "vitest";
import { translationStatus } from "../../src/exchange/translation-status.ts";
import { prepareAmendments } from "../../src/making/amending.ts";
import { noticesUpTo } from "../../src/making/stage-freshness.ts";
import { readWork } from "../../src/read/work.ts";
import { textHash } from "../../src/text/hash.ts";
import { readInline } from "../../src/text/read-inline.ts";
import type { World } from "../../src/world.ts";
import { memoryWorld } from "../fixtures/world.ts";

const resolution = `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  committee: peace-and-security
  submitters: { role: delegation, parties: [{ country: MX }] }
  languages: [en, fr]
  house: ipu
stages:
  - { id: one, kind: preliminary-draft, symbol: C-I/122/DR-Pre, date: 2009-12-18 }
  - { id: two, kind: revised-draft, symbol: C-I/122/DR-rev, date: 2010-02-15, applies: accepted }
  - { id: three, kind: revised-draft, symbol: C-I/122/DR-rev2, date: 2010-03-15, applies: accepted }
title: Water
preambular: [{ id: pp01, text: _Aware_ of water }]
operative: [{ id: op01, text: _Invites_ all to drink water }, { id: op02, text: _Calls upon_ all to save it }]
`;
const entry = (source: string, text: string) =>
  `{ source: "${textHash(readInline(source).value)}", text: ${text} }`;
const french = `language: fr
texts:
  title: ${entry("Water", "L’eau")}
  pp01: ${entry("_Aware_ of water", "_sachant_ l’eau")}
  op01: ${entry("_Invites_ all to drink water", "_invite_ chacun à boire de l’eau")}
  op02: ${entry("_Calls upon_ all to save it", "_engage_ chacun à l’économiser")}
`;
const decision = "decision: { outcome: accepted, date: 2010-02-10 }";
const first = `stage: one
received: 2010-01-10
languages: [en]
amendments:
  - { id: am-1, submitters: [CA], on: OP1, amend: { en: [{ find: drink, put: enjoy }] }, ${decision} }
  - { id: am-2, submitters: [CA], on: OP2, amend: { en: [{ find: save, put: keep }] }, ${decision} }
`;
const second = `stage: two
received: 2010-02-20
amendments:
  - id: am-3
    submitters: [FR]
    on: OP1
    replace: { en: _Urges_ all to use water, fr: _prie_ chacun d’employer l’eau }
    decision: { outcome: accepted, date: 2010-03-10 }
`;

const folder = "resolutions/water";
const world = (more: Record<string, string> = {}): World =>
  memoryWorld({
    [`${folder}/resolution.yaml`]: resolution,
    [`${folder}/translations/fr.yaml`]: french,
    [`${folder}/amendments/1.yaml`]: first,
    [`${folder}/amendments/2.yaml`]: second,
    ...more,
  });
const toDo = (stage: string, on = world()) =>
  translationStatus(on, "water", { stage, languages: ["fr"] }).value?.languages[0]?.toDo.map(
    ({ id, state, amendments }) => [id, state, amendments],
  );

test("a paragraph that an amendment changed without words in the language is stale", () => {
  expect(toDo("two")).toEqual([
    ["op01", "stale", ["am-1"]],
    ["op02", "stale", ["am-2"]],
  ]);
});

test("one that a later amendment gave as a whole, with words in the language, is fresh again", () => {
  expect(toDo("three")).toEqual([["op02", "stale", ["am-2"]]]);
  const { value } = readWork(world(), "water");
  if (!value) throw new Error("it cannot be read");
  const missing = (stage: string) =>
    noticesUpTo(prepareAmendments(value).work, stage, "fr").map((notice) => notice.amendment);
  expect([missing("two"), missing("three")]).toEqual([["am-1", "am-2"], ["am-2"]]);
});

test("a whole new text is enough even where the first one was never translated", () => {
  const without = french.replace(/ {2}op01: .*\n/, "");
  expect(toDo("three", world({ [`${folder}/translations/fr.yaml`]: without }))).toEqual([
    ["op02", "stale", ["am-2"]],
  ]);
});
