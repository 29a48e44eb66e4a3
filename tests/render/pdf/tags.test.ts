import { describe, expect, it } from "vitest";
import type { Para } from "../../../src/document/tree.ts";
import { lettersOf, open, press, printed, rolesOf } from "./pages-kit.ts";
import { sample, sampleHouse } from "./sample.ts";

const raw = async (document = sample("en")) => {
  const { bytes } = await printed(document, { compress: false });
  return Buffer.from(bytes).toString("latin1");
};

describe("the structure of a file", () => {
  it("tells headings, nested lists, notes, links and tables apart", async () => {
    const { pdf } = await printed(sample("en"));
    const roles = [1, 2, 3].map((page) => rolesOf(pdf, page));
    const [first, second, third] = await Promise.all(roles);
    expect(first).toEqual(
      expect.arrayContaining(["Document", "H1", "P", "L", "LI", "Lbl", "LBody", "Note", "Reference", "Link"]),
    );
    expect(second?.join(" ")).toContain("LBody P L LI Lbl LBody P LI Lbl LBody P L LI");
    expect(third?.join(" ")).toContain("H1 H2 P Table TR TH P TH P TH P TR TH P TD P TD P");
  });

  it("puts a note behind the paragraph that calls it", async () => {
    const { pdf } = await printed(sample("en"));
    expect((await rolesOf(pdf, 1)).join(" ")).toContain("LBody P Reference Link Note Lbl P");
  });

  it("marks changes, foreign words, and where the language changes", async () => {
    const text = await raw();
    expect(text).toContain("/RoleMap <<\n/Ins /Span\n/Del /Span\n>>");
    expect(text).toMatch(/\/S \/Ins/);
    expect(text).toMatch(/\/S \/Del/);
    expect(text).toMatch(/\/S \/Span\n[^>]*\/Lang \(fr\)/);
    expect(text).toContain("/Lang (en-GB)");
  });

  it("leaves nothing on a page outside an element or an artifact", async () => {
    const text = await raw(sample("en", { watermark: "DRAFT", times: 6, rows: 40, notes: true }));
    for (const [, stream = ""] of text.matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
      if (!stream.includes("BDC")) continue;
      let depth = 0;
      for (const line of stream.split("\n")) {
        if (line.endsWith("BDC")) depth++;
        else if (line === "EMC") depth--;
        else if (/ (TJ|Tj|S|f)$/.test(line)) expect(depth, line).toBe(1);
      }
      expect(depth).toBe(0);
    }
  });

  it("says a repeated header row once", async () => {
    const { pdf, pages } = await printed(sample("en", { rows: 90 }));
    let headers = 0;
    for (let page = 1; page <= pages; page++) {
      const roles = (await rolesOf(pdf, page)).join(" ");
      headers += roles.split("TR TH P TH P TH P").length - 1;
    }
    expect(headers).toBe(1);
  });

  it("never skips a heading level", async () => {
    const document = sample("en");
    const body = document.body.map((block) =>
      block.kind === "heading" ? { ...block, level: 3 as const } : block,
    );
    const { pdf } = await printed({ ...document, body });
    const roles = (await Promise.all([1, 2, 3].map((page) => rolesOf(pdf, page)))).flat();
    expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(["H1", "H2", "H3"]);
  });
});

describe("links", () => {
  it("lead to paragraphs and notes inside the file and to the web outside, and never to a script", async () => {
    const { pdf } = await printed(sample("en"));
    const annotations = await (await pdf.getPage(1)).getAnnotations();
    const goals = annotations.map(({ dest, url }) => dest ?? url);
    expect(goals).toEqual(expect.arrayContaining(["note:n1", "op01", "https://www.ipu.org/"]));
    const places = await pdf.getDestinations();
    for (const goal of goals)
      if (!String(goal).startsWith("https:")) expect(places).toHaveProperty([String(goal)]);
  });

  it("are left out where they lead nowhere", async () => {
    const document = sample("en", { plain: true });
    document.body.push({
      kind: "para",
      style: "prose",
      inline: [{ kind: "ref", to: "nowhere", label: "9" }],
    });
    const { pdf, pages } = await printed(document);
    expect(await (await pdf.getPage(pages)).getAnnotations()).toEqual([]);
  });
});

describe("the outline", () => {
  it("has the title, its paragraphs with their first words, and the annex", async () => {
    const { pdf } = await printed(sample("en"));
    const outline = await pdf.getOutline();
    expect(outline.map(({ title }) => title.slice(0, 11))).toEqual(["COOPERATION", "ANNEX"]);
    const titles = outline[0]?.items.map(({ title }: { title: string }) => title) ?? [];
    expect(titles[0]).toBe("(1) Cognizant of the fact that while globalization fosters …");
    expect(titles).toHaveLength(8);
    expect(outline[1]?.items).toHaveLength(1);
  });

  it("has an entry for each part, with its paragraphs below it, unnumbered ones too", async () => {
    const document = sample("en");
    const first = (list: string) => document.body.find((b) => b.kind === "item" && b.list === list);
    Object.assign(first("preambular") ?? {}, { part: "Preamble" });
    Object.assign(first("operative") ?? {}, { part: "Operative part" });
    const bare: Para = { kind: "para", style: "prose", bookmark: "Recalling", inline: [] };
    document.body.splice(document.body.indexOf(first("operative") ?? bare), 0, {
      ...bare,
      inline: [{ kind: "text", text: "Recalling" }],
    });
    const { pdf } = await printed(document);
    const outline = await pdf.getOutline();
    const [title, annex] = outline;
    expect(outline).toHaveLength(2);
    expect(title?.items.map((part: { title: string }) => part.title)).toEqual(["Preamble", "Operative part"]);
    const below = (at: number) => title?.items[at]?.items.map((entry: { title: string }) => entry.title);
    expect(below(0)).toEqual([
      expect.stringMatching(/^\(1\) Cognizant/),
      expect.stringMatching(/^\(2\) Aware/),
      expect.stringMatching(/^\(3\) Also aware/),
      "Recalling",
    ]);
    expect(below(1)).toHaveLength(5);
    expect(annex?.title).toBe("ANNEX");
  });
});

describe("what a file says of itself", () => {
  it("shows its title, escapes what XMP must not hold, and is dated by its day of issue", async () => {
    const { pdf } = await printed(sample("en"));
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Language: "en-GB",
      CreationDate: "D:20091218000000Z",
      Keywords: "C-I/122/DR-Pre",
    });
    expect(metadata?.get("dc:description")).toBe(
      "Preliminary draft resolution submitted by the co-Rapporteurs & <drafts>",
    );
    expect(metadata?.get("pdfuaid:part")).toBe("1");
  });

  it("has the same bytes in another press, and another identity for another text", async () => {
    const { createPress } = await import("../../../src/render/pdf/index.ts");
    const { sampleFont } = await import("./sample.ts");
    const once = await press.print(sample("ar"), sampleHouse());
    const again = await createPress(sampleFont).print(sample("ar"), sampleHouse());
    expect(Buffer.compare(once.value?.bytes ?? Buffer.alloc(0), again.value?.bytes ?? Buffer.alloc(1))).toBe(
      0,
    );
    const other = sample("ar");
    other.body.push({ kind: "para", style: "prose", inline: [{ kind: "text", text: "x" }] });
    const changed = await press.print(other, sampleHouse());
    const identity = async (bytes: Uint8Array | undefined) =>
      (await open(bytes ?? new Uint8Array())).fingerprints[0];
    expect(await identity(changed.value?.bytes)).not.toBe(await identity(once.value?.bytes));
  });

  it("carries every word of the document", async () => {
    const { pdf } = await printed(sample("en", { plain: true }));
    const letters = await lettersOf(pdf);
    const source = JSON.stringify(sample("en", { plain: true }).body).matchAll(/"text":"([^"]*)"/g);
    for (const [, text = ""] of source) expect(letters.includes(text.replace(/\s/g, "")), text).toBe(true);
  });
});
