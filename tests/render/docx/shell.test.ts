import { expect, test } from "vitest";
import { makeShell } from "../../../src/render/docx/shell.ts";
import { fillSlots } from "../../../src/render/docx/shells.ts";
import { sampleHouse } from "./house.ts";

const { page } = sampleHouse();

test("the docx package still gives its parts before they are zipped, each slot in its place once", () => {
  const all = [...makeShell({ page, dir: "ltr", indic: false }).values()].join("");
  for (const slot of ["body", "styles", "firstHeader", "firstFooter", "header", "footer"]) {
    expect(all.split(`<hemicycle-slot-${slot}/>`)).toHaveLength(2);
  }
});

test("a page in Arabic-Indic digits numbers its pages so, and margins follow the side where lines begin", () => {
  const uneven = { ...page, margins: { ...page.margins, start: 30, end: 20 } };
  const rtl = makeShell({ page: uneven, dir: "rtl", indic: true }).get("word/document.xml") ?? "";
  expect(rtl).toContain('<w:pgNumType w:fmt="hindiNumbers"/>');
  expect(rtl).toMatch(/w:right="1701"[^>]* w:left="1134"/);
  expect(makeShell({ page: uneven, dir: "ltr", indic: false }).get("word/document.xml")).toMatch(
    /w:right="1134"[^>]* w:left="1701"/,
  );
});

test("words that look like a replacement pattern stay as they are", () => {
  const content = { body: "$& $1", styles: "", firstHeader: "", firstFooter: "", header: "", footer: "" };
  expect(fillSlots("<a><hemicycle-slot-body/></a>", content)).toBe("<a>$& $1</a>");
});
