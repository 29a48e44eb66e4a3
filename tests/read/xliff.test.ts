import { describe, expect, test } from "vitest";
import { noHistory } from "../../src/model/translation.ts";
import { readXliff } from "../../src/read/xliff.ts";
import { textHash } from "../../src/text/hash.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { readInline } from "../../src/text/read-inline.ts";
import { takeReturned } from "../../src/translate/take.ts";
import { paragraph, plainResolution, words, written } from "../fixtures/resolutions.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readXliff(bytes(text), "back.xlf");

/** A file of a tool around some units. */
const xliff12 = (units: string, languages = 'source-language="en" target-language="fr"') =>
  `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="o" datatype="x" ${languages}><body>${units}</body></file></xliff>`;
const xliff21 = (units: string) =>
  `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fr"><file id="f">${units}</file></xliff>`;

const source = "_Urges_ the IPU[^n1] to act under [@op1]";
const r = plainResolution({
  operative: [written("op1", source), paragraph("op2", "Invites peace")],
  notes: [{ id: "n1", text: words("A note") }],
});

const from12 =
  '<g id="i1" ctype="italic">Urges</g> the IPU<x id="note-n1" ctype="x-note"/> to act under <x id="ref-op1" ctype="x-ref"/>';
const unit12 = (target: string, state = "translated", from = from12) =>
  `<trans-unit id="op1"><source>${from}</source><target state="${state}">${target}</target></trans-unit>`;
const good12 = '<g id="i1">prie</g> l’UIP<x id="note-n1"/> d’agir selon <x id="ref-op1"/>';

/** What becomes of the one unit of a file. */
function fate(file: string) {
  const { value, diagnostics } = read(file);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const taken = takeReturned(r, "fr", undefined, noHistory, value);
  const text = taken.value.texts.op1;
  return {
    text: text && printInline(text.text),
    state: text?.state,
    refused: taken.value.refused,
    open: taken.value.open,
    said: taken.diagnostics.map((d) => `${d.place?.line}: ${d.code}: ${d.message}`).join("\n"),
  };
}

describe("a file that is refused as a whole, with the reason", () => {
  test.each([
    ["not XML", "dear colleague", "exchange-file"],
    ["XML that is cut off", xliff12("").slice(0, 120), "exchange-file"],
    [
      "a document type",
      `<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xliff12(unit12("&x;"))}`,
      "exchange-file",
    ],
    ["something else", "<html><body/></html>", "exchange-file"],
    ["a version that is not known", xliff12("").replace('"1.2"', '"3.0"'), "exchange-file"],
    [
      "elements nested without end",
      xliff12(`${"<group>".repeat(60)}${"</group>".repeat(60)}`),
      "exchange-file",
    ],
    ["nine megabytes", xliff12(`<note>${"x".repeat(9 * 1024 * 1024)}</note>`), "file-too-large"],
  ])("%s", (_, file, code) => {
    const { value, diagnostics } = read(file);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toContain(code);
    for (const d of diagnostics)
      expect([d.severity, d.place?.file, d.hint?.length]).toEqual(["error", "back.xlf", expect.any(Number)]);
  });
  test("UTF-16", () => {
    expect(readXliff(new Uint8Array([0xff, 0xfe, 0x3c, 0]), "b.xlf").diagnostics[0]?.code).toBe(
      "file-encoding",
    );
  });
  test("texts in several languages", () => {
    const two = `${xliff12("").replace("</xliff>", "")}${/<file.*<\/file>/.exec(xliff12("", 'source-language="en" target-language="es"'))?.[0]}</xliff>`;
    expect(read(two).diagnostics[0]?.message).toContain("several languages");
  });
});

describe("a text that came back", () => {
  test("is taken with its codes where the translator put them", () => {
    expect(fate(xliff12(unit12(good12)))).toMatchObject({
      text: "_prie_ l’UIP[^n1] d’agir selon [@op1]",
      state: "draft",
      said: "",
    });
  });
  test.each([
    ["final", "final"],
    ["signed-off", "final"],
    ["translated", "draft"],
    ["needs-review-translation", "draft"],
    ["needs-translation", "draft"],
  ])("in the state %s is %s", (said, state) => {
    expect(fate(xliff12(unit12(good12, said))).state).toBe(state);
  });
  test("may have wrappings of the tool around its words", () => {
    expect(fate(xliff12(unit12(`<mrk mtype="seg" mid="0">${good12}</mrk>`))).text).toBe(
      "_prie_ l’UIP[^n1] d’agir selon [@op1]",
    );
  });
  test.each([
    ["without the footnote", good12.replace('<x id="note-n1"/>', ""), "note-n1 is missing"],
    [
      "with the footnote twice",
      good12.replace("l’UIP", 'l’<x id="note-n1"/>UIP'),
      "note-n1 stands in it twice",
    ],
    ["with another footnote", good12.replace("note-n1", "note-n2"), "note-n1 is missing"],
    [
      "with a reference that its source has not",
      `${good12}<x id="ref-op2"/>`,
      "ref-op2 is not in its source",
    ],
    [
      "without its opening words",
      good12.replace(/<\/?g[^>]*>/g, ""),
      "i1 around the opening words is missing",
    ],
    [
      "with opening words that hold none",
      good12.replace("prie", ""),
      "i1 of the opening words holds no words",
    ],
    ["with a code of the tool", `${good12}<bx id="9"/>`, "only the tool understands"],
    [
      "with words inside a footnote call",
      good12.replace('<x id="note-n1"/>', '<x id="note-n1">oh</x>'),
      "words stand inside",
    ],
    ["with a mark that nobody knows", `${good12}<g id="q7" ctype="x-blink">!</g>`, "not known"],
  ])("%s is refused, by its id and place, with the reason", (_, target, reason) => {
    const { text, refused, said } = fate(`\n${xliff12(`\n${unit12(target)}`)}`.trimStart());
    expect([text, refused]).toEqual([undefined, ["op1"]]);
    expect(said).toMatch(/^2: exchange-unit: `op1`/);
    expect(said).toContain(reason);
  });
  test("empty but marked as translated is refused; empty and open waits", () => {
    expect(fate(xliff12(unit12("", "final"))).said).toContain("marked as translated, but is empty");
    expect(fate(xliff12(unit12("  ", "new")))).toMatchObject({ open: ["op1"], said: "" });
    expect(fate(xliff12(unit12(from12, "needs-translation")))).toMatchObject({ open: ["op1"], said: "" });
  });
  test("the same as its source is taken when somebody says so", () => {
    expect(fate(xliff12(unit12(from12, "final")))).toMatchObject({ text: source, state: "final" });
  });
  test("under an id that is not there is refused, with the one that was probably meant", () => {
    const { value } = read(xliff12(unit12(good12).replace('"op1"', '"op01"')));
    const taken = takeReturned(r, "fr", undefined, noHistory, value ?? { units: [] });
    expect(taken.diagnostics[0]?.message).toContain("There is no text `op01`");
    expect(taken.diagnostics[0]?.hint).toContain("`op1`");
  });
  test("twice in one file is refused both times, and the others are taken", () => {
    const other =
      "<trans-unit id='op2'><source>Invites peace</source><target>invite la paix</target></trans-unit>";
    const { value } = read(xliff12(unit12(good12) + unit12(good12) + other));
    const taken = takeReturned(r, "fr", undefined, noHistory, value ?? { units: [] });
    expect([taken.value.refused, Object.keys(taken.value.texts)]).toEqual([["op1", "op1"], ["op2"]]);
  });
  test("of another source is refused, also when the tool kept the old hash", () => {
    const changed = unit12(good12).replace("the IPU", "the UN");
    expect(fate(xliff12(changed)).said).toContain("translation-stale");
    expect(
      fate(
        xliff12(
          unit12(good12).replace("<trans-unit", '<trans-unit extradata="source-hash=0123456789abcdef"'),
        ),
      ).said,
    ).toContain("translation-stale");
  });
  test("over one that was changed here meanwhile is a conflict, unless it is forced", () => {
    const mine = {
      source: textHash(readInline(source).value),
      text: readInline("_prie_ autrement[^n1] [@op1]").value,
    };
    const translation = { language: "fr", persons: {}, texts: { op1: mine } };
    const { value } = read(xliff12(unit12(good12)));
    const kept = takeReturned(r, "fr", translation, noHistory, value ?? { units: [] });
    expect([kept.value.texts, kept.diagnostics[0]?.code]).toEqual([{}, "exchange-conflict"]);
    const forced = takeReturned(r, "fr", translation, noHistory, value ?? { units: [] }, { force: true });
    expect([Object.keys(forced.value.texts), forced.value.replaced]).toEqual([["op1"], ["op1"]]);
    expect(forced.diagnostics.map((d) => d.code)).toEqual(["translation-replaced"]);
  });
});

describe("XLIFF 2.1", () => {
  const from = '<pc id="i1">Urges</pc> the IPU<ph id="note-n1"/> to act under <ph id="ref-op1"/>';
  const unit = (segments: string) => xliff21(`<unit id="op1">${segments}</unit>`);
  const to = '<pc id="i1">prie</pc> l’UIP<ph id="note-n1"/> d’agir selon <ph id="ref-op1"/>';
  test("is taken with nothing but the ids of codes", () => {
    const file = unit(`<segment state="final"><source>${from}</source><target>${to}</target></segment>`);
    expect(fate(file)).toMatchObject({ text: "_prie_ l’UIP[^n1] d’agir selon [@op1]", state: "final" });
  });
  test("that a tool cut into segments is one text again, in the least of their states", () => {
    const file = unit(
      '<segment state="final"><source><pc id="i1">Urges</pc> the</source><target><pc id="i1">prie</pc></target></segment>' +
        "<ignorable><source> </source></ignorable>" +
        '<segment state="translated"><source>IPU<ph id="note-n1"/> to act under <ph id="ref-op1"/></source><target>l’UIP<ph id="note-n1"/><ph id="ref-op1"/></target></segment>',
    );
    expect(fate(file)).toMatchObject({ text: "_prie_ l’UIP[^n1][@op1]", state: "draft" });
  });
  test("of which only a part is translated is refused", () => {
    const file = unit(
      '<segment><source><pc id="i1">Urges</pc> the IPU</source><target>prie</target></segment>' +
        '<segment><source><ph id="note-n1"/> to act under <ph id="ref-op1"/></source></segment>',
    );
    expect(fate(file).said).toContain("only a part of it is translated");
  });
  test("with a control character written as a number is refused", () => {
    const file = unit(
      `<segment state="final"><source>${from}</source><target>${to}<cp hex="001b"/></target></segment>`,
    );
    expect(fate(file).refused).toEqual(["op1"]);
  });
});
