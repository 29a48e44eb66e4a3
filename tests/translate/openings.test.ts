import { expect, test } from "vitest";
import { noHistory } from "../../src/model/translation.ts";
import { textHash } from "../../src/text/hash.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { freshness } from "../../src/translate/freshness.ts";
import { proposer } from "../../src/translate/openings.ts";
import { makePacket } from "../../src/translate/packet.ts";
import { summary } from "../../src/translate/status.ts";
import { plainResolution, written } from "../fixtures/resolutions.ts";
import { formats, print, sent } from "./travel.ts";
import { localeOf } from "./word.ts";

const text = (source: string) => readInline(source).value;
const r = plainResolution({
  preambular: [
    written("pp01", "_Recalling_ this, and _underscoring_ that"),
    written("pp02", "_Aware_ of it"),
  ],
  operative: [written("op01", "_Invites_ all"), written("op02", "invites all without a mark")],
});

test("what is still to be translated comes with proposals for its opening words, also those inside", () => {
  const texts = { pp02: { source: textHash(text("_Aware_ of it")), text: text("_sachant_ cela") } };
  const states = freshness(r, { language: "fr", persons: {}, texts }, noHistory);
  const propose = proposer(localeOf("en"), localeOf("fr"), "assembly");
  const { toDo } = summary("fr", r, states, propose);
  const proposed = Object.fromEntries(toDo.map(({ id, openings }) => [id, openings]));
  expect(Object.keys(proposed)).toEqual(["title", "pp01", "op01", "op02"]);
  expect(proposed.pp01).toMatchObject([
    { words: "Recalling", proposed: expect.arrayContaining(["rappelant", "ayant à l’esprit"]) },
    { words: "underscoring", proposed: expect.arrayContaining(["soulignant"]) },
  ]);
  expect(proposed.op01).toMatchObject([{ words: "Invites", proposed: expect.arrayContaining(["invite"]) }]);
  expect(proposed.op02).toBeUndefined();
});

test("a text on its way to a translator has them in a note of its own, fresh or not, and comes back as it went", () => {
  const texts = { pp02: { source: textHash(text("_Aware_ of it")), text: text("_sachant_ cela") } };
  const propose = proposer(localeOf("en"), localeOf("fr"), "assembly");
  const translation = { language: "fr", persons: {}, texts };
  const packet = makePacket(r, "fr", translation, noHistory, { all: true }, propose);
  const terms = Object.fromEntries(packet.units.map((unit) => [unit.id, unit.terms]));
  expect(terms.pp01).toMatch(
    /^Opening words as the house puts them\. “Recalling”: “rappelant”, .*; “underscoring”: .*“soulignant”\.$/,
  );
  expect(terms.pp02).toContain("“Aware”: “sachant”");
  expect([terms.title, terms.op02]).toEqual([undefined, undefined]);
  for (const format of formats) {
    const notes = [...print(packet, format).matchAll(/<note [^>]*>Opening words[^<]*<\/note>/g)];
    expect(notes.map(([note]) => note.includes('="target"'))).toEqual([true, true, true]);
    expect(sent(packet, format).units).toHaveLength(packet.units.length);
  }
});

test("without a lexicon of the language nothing is proposed", () => {
  const { toDo } = summary("sw", r, freshness(r, undefined, noHistory));
  expect(toDo.every(({ openings }) => openings === undefined)).toBe(true);
});
