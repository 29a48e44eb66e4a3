import { describe, expect, it } from "vitest";
import type { Paragraph } from "../../src/model/resolution.ts";
import { composed, draft, lines, paragraph, resolution, small, tryCompose } from "./samples.ts";

/** The operative part of one paragraph, and a last one after it. */
function operative(p: Paragraph, language = "en"): string[] {
  return lines(
    composed(resolution({ operative: [p, paragraph("last", "Ends")] }), { language }).view.operative,
  ).slice(0, -1);
}
const item = (id: string, text: string) => ({ id, text: small(text) });

describe("the blocks of a part", () => {
  it("end by their place: commas in the preamble, also the last; semicolons and a full stop in the operative part", () => {
    const { view } = composed(resolution());
    expect(lines(view.preambular)).toEqual(["(1) Noting this,", "(2) Also noting that,"]);
    expect(lines(view.operative)).toEqual(["1. Calls on all;", "2. Invites some."]);
  });

  it("end in each language's own signs", () => {
    const r = resolution();
    expect(lines(composed(r, { language: "ar" }).view.operative).map((l) => l.slice(-1))).toEqual(["؛", "."]);
    expect(lines(composed(r, { language: "ar" }).view.preambular).map((l) => l.slice(-1))).toEqual([
      "،",
      "،",
    ]);
    expect(lines(composed(r, { language: "fr" }).view.operative)).toEqual([
      "1. Calls on all;",
      "2. Invites some.",
    ]);
  });

  it("announce sub-paragraphs with a colon and give the last one the end of the whole", () => {
    const children = [paragraph("a", "one"), paragraph("b", "two"), paragraph("c", "three")];
    expect(operative(paragraph("op01", "Invites", { children }))).toEqual([
      "1. Invites:",
      "(a) one;",
      "(b) two; and",
      "(c) three;",
    ]);
  });

  it("put the unbreakable space of French before that colon", () => {
    const children = [paragraph("a", "un"), paragraph("b", "deux")];
    expect(operative(paragraph("op01", "invite", { children }), "fr")[0]).toBe("1. invite\u00a0:");
  });

  it("close after the tail when there is one, and the sub-paragraphs before it with semicolons", () => {
    const children = [paragraph("a", "one"), paragraph("b", "two")];
    const p = paragraph("op01", "Invites", { children, tail: item("op01.tail", "and to report") });
    const { view } = composed(resolution({ operative: [p] }));
    expect(lines(view.operative)).toEqual(["1. Invites:", "(a) one; and", "(b) two;", "and to report."]);
    expect(view.operative[3]).toMatchObject({ kind: "para", style: "continued" });
  });

  it("nest to four levels of sub-paragraphs, each with label and style of its depth", () => {
    const deep = paragraph("d", "four", {});
    const p = paragraph("op01", "Top", {
      children: [
        paragraph("a", "one", {
          children: [paragraph("b", "two", { children: [paragraph("c", "three", { children: [deep] })] })],
        }),
      ],
    });
    const { view } = composed(resolution({ operative: [p] }));
    expect(lines(view.operative)).toEqual(["1. Top:", "(a) one:", "(i) two:", "a. three:", "i. four."]);
    expect(view.operative.map((b) => b.style)).toEqual([
      "operative",
      "operative-2",
      "operative-3",
      "operative-4",
      "operative-5",
    ]);
    const deeper = { ...p, children: [paragraph("x", "x", { children: [{ ...p, id: "y" }] })] };
    expect(tryCompose(resolution({ operative: [deeper] })).diagnostics[0]).toMatchObject({
      code: "nesting-too-deep",
    });
  });

  it("carry bulleted lists whose last item takes the end of the paragraph (house-style 6, 1)", () => {
    const p = paragraph("pp01", "_Recalling_", {
      blocks: [
        { type: "text", id: "pp01", text: small("_Recalling_") },
        { type: "list", items: [item("pp01.1", "first"), item("pp01.2", "second"), item("pp01.3", "third")] },
      ],
    });
    const { view, document } = composed(resolution({ preambular: [p] }));
    expect(lines(view.preambular)).toEqual(["(1) Recalling:", "• first;", "• second;", "• third,"]);
    expect(
      document.body
        .filter((b) => b.kind === "item" && b.list === "bullet")
        .map((b) => "style" in b && b.style),
    ).toEqual(["bullet", "bullet", "bullet"]);
  });

  it("announce a quotation and close after it", () => {
    const p = paragraph("op01", "Recalls", {
      blocks: [
        { type: "text", id: "op01", text: small("Recalls") },
        { type: "quote", id: "op01.q", text: small("“the words”") },
        { type: "text", id: "op01.b", text: small("and agrees") },
      ],
    });
    expect(operative(p)).toEqual(["1. Recalls:", "“the words”", "and agrees;"]);
  });

  it("take the author's own ending, also none", () => {
    expect(operative(paragraph("op01", "Asks", { ending: "?" }))).toEqual(["1. Asks?"]);
    expect(operative(paragraph("op01", "Asks", { ending: "" }))).toEqual(["1. Asks"]);
    const children = [paragraph("a", "one"), paragraph("b", "two", { ending: "!" })];
    expect(operative(paragraph("op01", "Invites", { children }))).toEqual([
      "1. Invites:",
      "(a) one; and",
      "(b) two!",
    ]);
  });

  it("keep headings and prose between paragraphs without counting them", () => {
    const { view } = composed(
      resolution({
        operative: [
          paragraph("op01", "One"),
          { type: "heading", id: "h1", level: 1, text: small("Follow-up") },
          { type: "prose", id: "d1", text: small("We agree.") },
          paragraph("op02", "Two"),
        ],
      }),
    );
    expect(lines(view.operative)).toEqual(["1. One;", "Follow-up", "We agree.", "2. Two."]);
    expect(view.operative[1]).toMatchObject({ kind: "heading", level: 2, style: "heading-1" });
  });

  it("have no numbers in the preamble of an adopted text, unless the stage asks for them (house-style 1.7)", () => {
    const adoption = {
      mode: "consensus" as const,
      date: "2010-04-01",
      place: { city: "bangkok", country: "TH" },
      reservations: [],
    };
    const adopted = { ...draft, kind: "adopted" as const, adoption };
    const plain = composed(resolution(), { stage: adopted });
    expect(plain.view.preambular.map((b) => [b.kind, b.style])).toEqual([
      ["para", "preambular-plain"],
      ["para", "preambular-plain"],
    ]);
    expect(
      lines(composed(resolution(), { stage: { ...adopted, preambularNumbers: true } }).view.preambular)[0],
    ).toBe("(1) Noting this,");
  });

  it("restart lettering below an unnumbered preambular paragraph and numbering in each annex", () => {
    const p = paragraph("pp01", "Noting", { children: [paragraph("a", "one"), paragraph("b", "two")] });
    const { view } = composed(
      resolution({
        preambular: [p],
        annexes: [1, 2].map((n) => ({
          id: `annex${n}`,
          title: small("Plan"),
          items: [paragraph(`x${n}`, "Do"), paragraph(`y${n}`, "Go")],
        })),
      }),
      { stage: { ...draft, preambularNumbers: false } },
    );
    expect(view.preambular.map((b) => b.restart)).toEqual([false, true, false]);
    expect(view.annexes.map((a) => a.heading)).toEqual(["Annex I", "Annex II"]);
    expect(view.annexes.map((a) => lines(a.blocks))).toEqual([
      ["1. Do;", "2. Go."],
      ["1. Do;", "2. Go."],
    ]);
    expect(view.annexes[1]?.blocks.map((b) => b.restart)).toEqual([true, false]);
  });

  it("number footnotes in the order of their calls, and print only those called", () => {
    const { view, document } = composed(
      resolution({
        preambular: [paragraph("pp01", "One[^b] and two[^a]"), paragraph("pp02", "again[^b]")],
        notes: [
          { id: "a", text: small("first written") },
          { id: "unused", text: small("nobody calls") },
          { id: "b", text: small("first called, see [@op02]") },
        ],
      }),
    );
    expect(view.notes.map((n) => [n.label, n.id])).toEqual([
      ["1", "b"],
      ["2", "a"],
    ]);
    expect(view.preambular[1]?.text).toBe('again<call id="b" label="1"/>');
    expect(document.notes[0]?.blocks[0]?.inline.at(-1)).toEqual({ kind: "ref", to: "op02", label: "2" });
  });

  it("say so when a footnote is called that is not there", () => {
    const { diagnostics } = tryCompose(resolution({ preambular: [paragraph("pp01", "One[^b]")] }));
    expect(diagnostics[0]).toMatchObject({ code: "dangling-reference" });
  });

  it("refer to paragraphs by their bare numbers and to sub-paragraphs in brackets", () => {
    const op01 = paragraph("op01", "See [@pp02], [@op02] and [@op02.b]");
    const op02 = paragraph("op02", "Invites", {
      children: [paragraph("op02.a", "one"), paragraph("op02.b", "two")],
    });
    expect(lines(composed(resolution({ operative: [op01, op02] })).view.operative)[0]).toBe(
      "1. See ,  and ;",
    );
    const text = composed(resolution({ operative: [op01, op02] })).view.operative[0]?.text;
    expect(text).toContain('<ref to="pp02" label="2"/>');
    expect(text).toContain('<ref to="op02.b" label="2 (b)"/>');
  });

  it("let every special character through, in words, titles and symbols", () => {
    const wild = 'Tom & "Jerry" <b>it\'s</b> {{title}} ]]> &amp; 50 % — ﬁ 𝔘';
    const { document, markup } = composed(
      resolution({
        operative: [
          paragraph("op01", "x", {
            blocks: [{ type: "text", id: "op01", text: [{ kind: "text", text: wild }] }],
          }),
        ],
      }),
      {
        stage: { ...draft, symbol: 'C-I/<&">' },
      },
    );
    const printed = document.body.find((b) => b.kind === "item" && b.id === "op01");
    expect(printed?.kind === "item" && printed.inline).toEqual([
      { kind: "text", text: `${wild.replace('"Jerry"', "“Jerry”").replace("it's", "it’s")}.` },
    ]);
    expect(document.meta.symbol).toBe('C-I/<&">');
    expect(markup).toContain("C-I/&lt;&amp;&quot;&gt;");
  });

  it("begin each part of the outline at its first block, where there are both parts", () => {
    const parts = (r: ReturnType<typeof resolution>) =>
      composed(r).document.body.flatMap((b) => ("part" in b ? [[b.id, b.part]] : []));
    expect(parts(resolution())).toEqual([
      ["pp01", "Preamble"],
      ["op01", "Operative part"],
    ]);
    expect(parts(resolution({ preambular: [] }))).toEqual([]);
  });
});
