import { describe, expect, it } from "vitest";
import type { Item } from "../../../src/document/tree.ts";
import { Lists } from "../../../src/render/pdf/lists.ts";
import { child, type Element, isElement, prune } from "../../../src/render/pdf/structure.ts";

const item = (list: string, depth: number, more: Partial<Item> = {}): Item => ({
  kind: "item",
  list,
  depth,
  style: "operative",
  label: "1.",
  number: 1,
  inline: [],
  ...more,
});

/** `L[LI[Lbl LBody[P]]]`: the roles of a tree. */
function outline(element: Element): string {
  const kids = element.kids.filter(isElement).map(outline);
  return kids.length === 0 ? element.role : `${element.role}[${kids.join(" ")}]`;
}

function home(): Element {
  return { role: "Document", kids: [] };
}

describe("lists of the structure", () => {
  it("nest a deeper item into the body of the item before it", () => {
    const root = home();
    const lists = new Lists(root);
    lists.item(item("operative", 1), 28);
    lists.item(item("operative", 2), 56);
    lists.item(item("operative", 2), 56);
    lists.item(item("operative", 1), 28);
    expect(outline(root)).toBe("Document[L[LI[Lbl LBody[L[LI[Lbl LBody] LI[Lbl LBody]]]] LI[Lbl LBody]]]");
  });

  it("begin anew for another list and where counting restarts", () => {
    const root = home();
    const lists = new Lists(root);
    lists.item(item("preambular", 1), 0);
    lists.item(item("operative", 1), 28);
    lists.item(item("operative", 1, { restart: true }), 28);
    expect(outline(root)).toBe("Document[L[LI[Lbl LBody]] L[LI[Lbl LBody]] L[LI[Lbl LBody]]]");
  });

  it("take a tail back to the item whose text it is aligned with", () => {
    const root = home();
    const lists = new Lists(root);
    const outer = lists.item(item("operative", 1), 28);
    lists.item(item("operative", 2), 56);
    expect(lists.continued(28)).toBe(outer.body);
  });

  it("say how they count", () => {
    const root = home();
    const lists = new Lists(root);
    lists.item(item("operative", 1), 28, "decimal");
    lists.item(item("operative", 2), 56, "lowerRoman");
    const [list] = root.kids.filter(isElement);
    const inner = list?.kids.filter(isElement)[0]?.kids.filter(isElement)[1]?.kids.filter(isElement)[0];
    expect([list?.numbering, inner?.numbering]).toEqual(["Decimal", "LowerRoman"]);
  });

  it("open no level for a depth that is skipped", () => {
    const root = home();
    const lists = new Lists(root);
    lists.item(item("operative", 1), 28);
    lists.item(item("operative", 4), 100);
    expect(outline(root)).toBe("Document[L[LI[Lbl LBody[L[LI[Lbl LBody]]]]]]");
  });
});

describe("pruning", () => {
  it("removes what says nothing and keeps cells", () => {
    const root = home();
    child(root, "P");
    child(child(root, "L"), "LI");
    child(child(child(root, "Table"), "TR"), "TD");
    child(root, "P").kids.push({ page: 0, mcid: 0 });
    prune(root);
    expect(outline(root)).toBe("Document[Table[TR[TD]] P]");
  });
});
