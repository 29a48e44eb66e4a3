import { describe, expect, it } from "vitest";
import { checkHouse } from "../../src/compose/compose.ts";
import { loadTemplates } from "../../src/compose/load-templates.ts";
import { readHouse } from "../../src/read/house.ts";
import { fileText, projectWorld } from "./disk.ts";
import { attributeRows, elementRows, fieldRows } from "./manual.ts";
import { composed, resolution, tryCompose } from "./samples.ts";

const file = "templates/resolution.hbs";

/** Faults after putting `body` into the document of resolution.hbs, whose first line opens it: `line:column code message hint`. */
function faults(body: string, more: Record<string, string> = {}): string[] {
  const text = `<document lang="{{lang}}" dir="{{dir}}">\n${body}\n</document>\n`;
  const world = projectWorld({ [file]: text, ...more });
  const { value, diagnostics } = loadTemplates(world, "ipu");
  const house = readHouse(world, "ipu").value;
  if (!house) throw new Error("no house");
  return [...diagnostics, ...(value ? checkHouse(value, house) : [])].map((d) =>
    `${d.place?.file.split("/").at(-1)}:${d.place?.line}:${d.place?.column} ${d.code} ${d.message} ${d.hint ?? ""}`.trim(),
  );
}
const one = (body: string) => {
  const all = faults(body);
  expect(all.length, all.join("\n")).toBe(1);
  return all[0];
};

describe("the project's own templates", () => {
  it("have no fault, and every style and heading they want is in the house", () => {
    const { value, diagnostics } = loadTemplates(projectWorld(), "ipu");
    expect(diagnostics).toEqual([]);
    const house = readHouse(projectWorld(), "ipu").value;
    expect(value && house && checkHouse(value, house)).toEqual([]);
    expect(value?.headings).toEqual([
      "2004",
      "2005",
      "2006-2010",
      "2011-2013",
      "2014",
      "2015",
      "2016",
      "2022",
      "2023-2024",
    ]);
  });

  it("are explained: the manual has every element, attribute and field, and none that does not exist", () => {
    const manual = fileText("templates/README.md").split("\n");
    const rows = manual
      .filter((l) => /^\| `/.test(l))
      .slice(manual.filter((l) => /^\| `/.test(l)).findIndex((l) => l.startsWith("| `<document>`")));
    expect(rows).toEqual([...elementRows(), ...attributeRows(), ...fieldRows()]);
  });

  it("decide what the document says: an edited template changes the markup", () => {
    const edited = fileText("templates/partials/title.hbs").replace(
      "{{inline title}}",
      '{{inline title}} (<em role="plain">{{symbol}}</em>)',
    );
    const world = projectWorld({ "templates/partials/title.hbs": edited });
    expect(composed(resolution(), { world }).markup).toContain(
      'PEACE</em> (<em role="plain">C-I/122/DR-Pre</em>)'.replace("PEACE</em>", "PEACE"),
    );
  });

  it("give way to a file of the same name in the house's folder", () => {
    const world = projectWorld({
      "templates/houses/ipu/partials/title.hbs": '<para style="title">{{symbol}}</para>\n',
    });
    expect(
      composed(resolution(), { world }).document.body.find((b) => "style" in b && b.style === "title"),
    ).toMatchObject({
      kind: "para",
      inline: [{ kind: "text", text: "C-I/122/DR-Pre" }],
    });
  });

  it("print fixed phrases of the language", () => {
    const world = projectWorld({
      "templates/partials/title.hbs":
        '<para style="title">{{phrase "annex.numbered" number=symbol}}</para>\n',
    });
    expect(composed(resolution(), { world }).markup).toContain("Annex C-I/122/DR-Pre");
    const missing = projectWorld({
      "templates/partials/title.hbs": '<para style="title">{{phrase "annex.nought"}}</para>\n',
    });
    expect(tryCompose(resolution(), { world: missing }).diagnostics[0]).toMatchObject({
      code: "locale-key-missing",
    });
  });
});

describe("a fault in a template is said at its own line and column, before there is any data", () => {
  it("crossed tags", () => {
    expect(one('<para style="title"><strong>{{inline title}}</para></strong>')).toBe(
      "resolution.hbs:2:45 template-syntax </para> stands where </strong> is due: <strong> at 2:21 is still open. Close <strong> first.",
    );
  });

  it("a tag that is not closed, or closed without being open", () => {
    expect(one('  <columns><column width="1">\n  </column>')).toMatch(
      /^resolution.hbs:4:1 template-syntax <\/document> stands where <\/columns> is due/,
    );
    expect(one("</para>")).toMatch(
      /^resolution.hbs:2:1 template-syntax <\/para> stands where <\/document> is due|closes nothing/,
    );
  });

  it("a tag opened in one block and closed in another", () => {
    expect(faults("{{#if adopted}}<columns>{{/if}}\n{{#if adopted}}</columns>{{/if}}")).toEqual([
      "resolution.hbs:2:16 template-syntax <columns> is not closed in the same {{#if}}. Write </columns> where it ends.",
      "resolution.hbs:3:16 template-syntax </columns> closes nothing that was opened in the same {{#if}}. Open it before, in the same part of the template.",
    ]);
  });

  it("an unknown element, attribute, value, or place", () => {
    expect(one('<pra style="title">x</pra>')).toBe(
      "resolution.hbs:2:1 template-element There is no element <pra>. Did you mean <para>?",
    );
    expect(one('{{#if adopted}}<para stle="title" style="title">x</para>{{/if}}')).toBe(
      "resolution.hbs:2:22 template-element <para> has no attribute `stle`. Did you mean `style`?",
    );
    expect(one('<heading level="5" style="title">x</heading>')).toContain(
      'resolution.hbs:2:10 template-element The value "5" of `level`',
    );
    expect(one("just words")).toContain(
      'resolution.hbs:2:1 template-element The text "just words" stands directly in <document>.',
    );
  });

  it("an unknown style, in a partial on its first line too", () => {
    expect(one('<para style="titel">x</para>')).toBe(
      "resolution.hbs:2:7 style-unknown The house has no style `titel`. Did you mean `title`?",
    );
    expect(faults("{{> notes}}", { "templates/partials/notes.hbs": '<para style="titel">x</para>' })).toEqual(
      ["notes.hbs:1:7 style-unknown The house has no style `titel`. Did you mean `title`?"],
    );
  });

  it("an unknown field, with the nearest, or where it is", () => {
    expect(one('<para style="title">{{inline titel}}</para>')).toBe(
      "resolution.hbs:2:30 template-field The view has no field `titel`. Did you mean `title`?",
    );
    expect(one('<para style="title">{{inline session.ip}}</para>')).toContain("Did you mean `session.ipu`?");
    expect(one('{{#each submitters}}<para style="title">{{symbol}}</para>{{/each}}')).toBe(
      "resolution.hbs:2:43 template-field The view has no field `symbol`. It is outside: write `../symbol`.",
    );
  });

  it("a field of an entry used where a partial is included without it", () => {
    expect(one("{{> paragraphs}}")).toMatch(
      /^paragraphs.hbs:2:9 template-field The view has no field `blocks`. Fields here: kind, stage,/,
    );
  });

  it("words with marks printed as plain text, and the other way round", () => {
    expect(one('<para style="title">{{title}}</para>')).toContain("Write {{inline title}}.");
    expect(one('<para style="title">{{inline symbol}}</para>')).toContain("Write {{symbol}}.");
    expect(one('<para style="title">{{submitters}}</para>')).toContain(
      "Write {{#each submitters}} … {{/each}}.",
    );
    expect(one("{{#each symbol}}x{{/each}}".replace("x", '<rule style="rule"/>'))).toContain(
      "wants a list; `symbol` is plain text",
    );
  });

  it("an unknown helper, also the library's own that are not ours", () => {
    expect(one('<para style="title">{{inlin title}}</para>')).toBe(
      "resolution.hbs:2:23 template-helper There is no helper `inlin`. Did you mean `inline`?",
    );
    expect(one('<para style="title">{{lookup this "x"}}</para>')).toContain("There is no helper `lookup`");
    expect(one('{{#log "x"}}{{/log}}')).toContain("There is no helper `log`");
  });

  it("triple braces, inline partials, block parameters and partials that are not there", () => {
    expect(one('<para style="title">{{{title}}}</para>')).toContain(
      "resolution.hbs:2:21 template-syntax Triple braces",
    );
    expect(one('<para style="title">{{&symbol}}</para>')).toContain("template-syntax Triple braces");
    expect(one('{{#*inline "x"}}{{/inline}}')).toContain("template-syntax Inline partials");
    expect(one("{{#each notes as |n|}}{{/each}}")).toContain("template-syntax Block parameters");
    expect(one("{{> note}}")).toBe(
      "resolution.hbs:2:5 template-syntax There is no partial `note`. Did you mean {{> notes}}?",
    );
    expect(one('{{> (inline "x")}}')).toContain("Partials are called by their name");
  });

  it("a block that is not closed, closed wrongly, or braces that cannot be read", () => {
    expect(one("{{#if adopted}}\n")).toContain(
      "resolution.hbs:2:1 template-syntax The block {{#if}} is not closed.",
    );
    expect(one("{{#if adopted}}{{/each}}")).toContain("The block {{#if}} is closed by {{/each}}.");
    expect(one("\n  {{inline title title(}}")).toMatch(
      /^resolution.hbs:3:\d+ template-syntax The {{…}} here cannot be read/,
    );
  });

  it("values outside quotation marks in a tag, and words with marks in an attribute", () => {
    expect(one('<para style="title" {{symbol}}>x</para>')).toContain(
      "resolution.hbs:2:21 template-syntax A value stands among the attributes",
    );
    expect(one('<para style="title" id="{{inline title}}">x</para>')).toContain(
      "resolution.hbs:2:25 template-field Words with marks cannot stand in an attribute.",
    );
  });

  it("reaches no prototype and runs no code of the data", () => {
    expect(one('<para style="title">{{constructor}}</para>')).toContain("has no field `constructor`");
    expect(one('<para style="title">{{session.__proto__}}</para>')).toContain(
      "has no field `session.__proto__`",
    );
  });

  it("several at once, in several files", () => {
    const found = faults('<para style="titl">{{x}}</para>', { "templates/partials/notes.hbs": "<b/>" });
    expect(found.map((f) => f.split(" ").slice(0, 2).join(" "))).toEqual([
      "notes.hbs:1:1 template-element",
      "resolution.hbs:2:22 template-field",
    ]);
  });
});

describe("a house", () => {
  it("that lacks a style or a heading is told so", () => {
    const yaml = fileText("templates/houses/ipu/house.yaml");
    const world = projectWorld({
      "templates/houses/ipu/house.yaml": yaml
        .replace(/ {2}enacting: .*\n/, "")
        .replace("heading: 2006-2010", "heading: 2006-2011"),
    });
    const codes = tryCompose(resolution(), { world }).diagnostics.map(
      (d) => `${d.code} ${d.place?.file} ${d.hint}`,
    );
    expect(codes).toEqual([
      expect.stringContaining("style-unknown templates/resolution.hbs"),
      "file-missing templates/houses/ipu/headings/2006-2011.hbs Did you mean `2006-2010`?",
    ]);
  });

  it("that does not exist has no templates", () => {
    expect(loadTemplates(projectWorld(), "ipo").diagnostics[0]).toMatchObject({ code: "house-unknown" });
    expect(loadTemplates(projectWorld(), "../..").diagnostics[0]).toMatchObject({ code: "house-unknown" });
  });
});
