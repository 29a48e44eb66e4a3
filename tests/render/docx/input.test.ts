import { expect, test } from "vitest";
import type { Block, Inline } from "../../../src/document/tree.ts";
import { renderDocx } from "../../../src/render/docx/index.ts";
import { sampleHouse } from "./house.ts";
import { item, sample, t } from "./sample.ts";

const house = sampleHouse();
const withBody = (...body: Block[]) => ({ ...sample("en"), body, notes: [] });
const para = (...inline: Inline[]): Block => ({ kind: "para", style: "prose", inline });

test("an unknown kind of node is our fault and throws", async () => {
  await expect(renderDocx(withBody(para({ kind: "smile" } as unknown as Inline)), house)).rejects.toThrow(
    "smile",
  );
  await expect(renderDocx(withBody({ kind: "box" } as unknown as Block), house)).rejects.toThrow("box");
});

test("an item of a list that the document does not have throws, and so does a call of a missing note", async () => {
  await expect(renderDocx(withBody(item("gone", 1, "1.", 1, [t("x")])), house)).rejects.toThrow("gone");
  await expect(renderDocx(withBody(para({ kind: "call", id: "gone", label: "1" })), house)).rejects.toThrow(
    "gone",
  );
});

test("what an author wrote wrong is said all at once, and no file is made", async () => {
  const { value, diagnostics } = await renderDocx(
    withBody(
      para(t("a\u0001b")),
      para(t("half \ud800 of one")),
      para({ kind: "link", href: "javascript:alert(1)", children: [t("here")] }),
      { kind: "para", style: "no-such", inline: [] },
    ),
    house,
  );
  expect(value).toBeUndefined();
  expect(diagnostics.map((d) => d.code)).toEqual([
    "control-character",
    "lone-surrogate",
    "link-refused",
    "style-unknown",
  ]);
  expect(diagnostics.every((d) => d.hint)).toBe(true);
});

test("a footnote that nothing calls is said, because Word will not show it", async () => {
  const document = { ...withBody(para(t("text"))), notes: sample("en").notes };
  const { value, diagnostics } = await renderDocx(document, house);
  expect(value).toBeDefined();
  expect(diagnostics).toHaveLength(3);
  expect(diagnostics[0]?.message).toContain("The delegation of India");
});

test("a reference to a block of another document prints its label", async () => {
  const { value, diagnostics } = await renderDocx(
    withBody(para({ kind: "ref", to: "elsewhere", label: "7" })),
    house,
  );
  expect(value).toBeDefined();
  expect(diagnostics).toEqual([]);
});

test("a finding on a text names the block that it stands in", async () => {
  const { diagnostics } = await renderDocx(
    withBody({ kind: "para", style: "prose", id: "op01", inline: [t("half \ud800 of one")] }),
    house,
  );
  expect(diagnostics).toMatchObject([{ code: "lone-surrogate", about: "op01" }]);
});
