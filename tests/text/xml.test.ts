import { describe, expect, test } from "vitest";
import { parseXml } from "../../src/text/xml.ts";

describe("parseXml", () => {
  test("gives a tree in which everything has its line and column", () => {
    const { root, problems } = parseXml(
      '<doc lang="en">\n  <para id="a&amp;b">One <em>two</em><!-- x -->three</para>\n</doc>',
    );
    expect(problems).toEqual([]);
    const para = root?.children[1];
    expect(para).toMatchObject({
      kind: "element",
      name: "para",
      attributes: { id: "a&b" },
      offset: 18,
      line: 2,
      column: 3,
    });
    expect(para?.kind === "element" && para.children).toMatchObject([
      { kind: "text", text: "One ", line: 2, column: 22 },
      { kind: "element", name: "em", line: 2, column: 26 },
      { kind: "text", text: "three", line: 2, column: 48 },
    ]);
  });

  test("refuses document types, and so every entity but the five of XML", () => {
    const { root, problems } = parseXml('<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>');
    expect(root).toBeUndefined();
    expect(problems[0]).toEqual({
      message: "A document type (DOCTYPE) is not allowed here.",
      line: 1,
      column: 1,
    });
  });

  test("says where tags cross or are left open", () => {
    expect(parseXml("<a>\n  <b></a>").problems[0]).toMatchObject({ line: 2 });
    expect(parseXml("<a>").problems[0]?.message).toBe("Unclosed tag: a.");
    expect(parseXml("").root).toBeUndefined();
    expect(parseXml("").problems.length).toBe(1);
  });

  test("stops at its limits of size and depth", () => {
    expect(parseXml("<a/>", { size: 3 }).problems[0]?.message).toBe("It is longer than 3 characters.");
    const deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    expect(parseXml(deep).problems).toEqual([
      { message: "Elements are nested more than 64 deep.", line: 1, column: 193 },
    ]);
  });
});

test("a text with more elements than asked for is not read to its end", () => {
  const many = `<r>${"<a/>".repeat(1000)}<unclosed></r>`;
  const { root, problems } = parseXml(many, { elements: 100 });
  expect(root).toBeUndefined();
  expect(problems.map((p) => p.message)).toEqual(["There are more than 100 elements."]);
});
