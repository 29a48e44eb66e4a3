import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** A file of src/: its path from there, its text, the text without comments. */
interface Source {
  path: string;
  text: string;
  code: string;
}

/** The floors of the house: a room may use rooms of lower floors and its own, never one beside it or above. */
const floors: Record<string, { floor: number; beside?: string[] }> = {
  about: { floor: 0 },
  report: { floor: 0 },
  world: { floor: 0, beside: ["report"] },
  text: { floor: 1 },
  document: { floor: 2 },
  model: { floor: 2 },
  language: { floor: 3 },
  read: { floor: 4 },
  write: { floor: 4 },
  amend: { floor: 4 },
  translate: { floor: 4 },
  lint: { floor: 4 },
  compose: { floor: 4 },
  "render/pdf": { floor: 4 },
  "render/docx": { floor: 4 },
  "render/html": { floor: 4 },
  making: { floor: 5 },
  exchange: { floor: 6 },
  index: { floor: 7 },
  cli: { floor: 7 },
};

/** Which rooms may open the door to a package of others. */
const doors: Record<string, string[]> = {
  yaml: ["read", "write"],
  zod: ["read"],
  i18next: ["language"],
  handlebars: ["compose"],
  saxes: ["text/xml.ts"],
  xmlbuilder2: ["write/xml.ts"],
  diff: ["text/hunks.ts"],
  pdfmake: ["render/pdf"],
  pdfkit: ["render/pdf"],
  fontkit: ["render/pdf"],
  "bidi-js": ["render/pdf"],
  hyphen: ["render/pdf"],
  linebreak: ["render/pdf"],
  docx: ["render/docx"],
  fflate: ["text/zip.ts"],
  commander: ["cli"],
  "cli-progress": ["cli"],
};

/** What the core does not have: it would make two builds differ, or reach outside. */
const outside: [RegExp, string][] = [
  [/\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/, "asks the clock"],
  [/\bMath\.random\(|\brandomBytes\(|\brandomUUID\(/, "uses chance"],
  [/\bIntl\.|\.toLocale[A-Z]|\.localeCompare\(/, "formats or sorts as the runtime likes"],
  [/\bprocess\.|\bconsole\./, "touches the process or the terminal"],
  [
    /\bfetch\(|\brequire\(|\bcreateRequire\b|\beval\(|\bnew Function\(/,
    "reaches for the network or for code",
  ],
];
const pure = new Set(["node:crypto", "node:zlib"]);

function sources(): Source[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => source(path.replaceAll("\\", "/"), readFileSync(join(src, path), "utf8")));
}

function source(path: string, text: string): Source {
  return { path, text, code: text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "") };
}

function importsOf({ code }: Source): string[] {
  const statement =
    /^(?:import|export)\b[^"';]*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
  return [...code.matchAll(statement)].map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? "");
}

/** `render/pdf` of `render/pdf/fonts/face.ts`; `world` of `world.ts`. */
function roomOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  if (first === "render") return `render/${second}`;
  if (path.includes("/")) return first;
  return path.replace(/\.ts$/, "");
}

function wrongImports(file: Source): string[] {
  const room = roomOf(file.path);
  const here = floors[room];
  if (!here) return [`src/${file.path} is in "${room}", which has no floor in the plan of the house.`];
  return importsOf(file)
    .filter((name) => name.startsWith("."))
    .flatMap((name): string[] => {
      const path = relative(src, join(src, dirname(file.path), name)).replaceAll("\\", "/");
      if (path.startsWith(".."))
        return path === "../package.json" && file.path === "about.ts"
          ? []
          : [`src/${file.path} imports "${name}" from outside src/.`];
      if (!name.endsWith(".ts")) return [`src/${file.path} imports "${name}" without its ending .ts.`];
      const other = roomOf(path);
      const there = floors[other];
      if (other === room || here.beside?.includes(other) || (there && there.floor < here.floor)) return [];
      const why =
        there && there.floor === here.floor
          ? "rooms of one floor do not know each other"
          : "imports go down only";
      return [`src/${file.path} imports ${path}, but ${why} (${room} -> ${other}).`];
    });
}

function wrongPackages(file: Source): string[] {
  const room = roomOf(file.path);
  return importsOf(file)
    .filter((name) => !name.startsWith("."))
    .flatMap((name): string[] => {
      if (name.startsWith("node:")) {
        if (room === "cli" || pure.has(name)) return [];
        return [`src/${file.path} imports ${name}, but only cli/ touches the outside.`];
      }
      const pkg = name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/");
      const allowed = doors[pkg];
      if (!allowed) return [`src/${file.path} imports ${pkg}, for which the house has no door.`];
      if (allowed.some((door) => door === room || door === file.path)) return [];
      return [`src/${file.path} imports ${pkg}, whose only door is ${allowed.join(" and ")}.`];
    });
}

/** Finding words in Arabic or Chinese needs the runtime's dictionary; it decides how fine a redline is, never what a text says. */
const words = "text/words.ts";

function outsideWords(file: Source): string[] {
  if (roomOf(file.path) === "cli" || file.path === words) return [];
  return outside.flatMap(([sign, what]) => {
    const match = sign.exec(file.code);
    return match ? [`src/${file.path} ${what} (${match[0]}); only cli/ may.`] : [];
  });
}

function firstSentence({ text }: Source): string | undefined {
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(text)?.[1];
  return comment?.replace(/^\s*\* ?/gm, "").trim();
}

function wordlessFiles(file: Source): string[] {
  const sentence = firstSentence(file);
  if (!sentence) return [`src/${file.path} does not begin with a /** sentence */ that says what it is for.`];
  if (!/[.:](\s|$)/.test(sentence)) return [`src/${file.path}: its first comment is not a sentence.`];
  return [];
}

function longFiles(file: Source): string[] {
  const lines = file.text.split("\n").length - 1;
  if (lines <= 300 || /\bbecause\b/.test(firstSentence(file) ?? "")) return [];
  return [
    `src/${file.path} has ${lines} lines; over 300, its first comment has to say why ("…, because …").`,
  ];
}

/** Rooms and single files that src/README.md names, against those that are there. */
function planAgainstHouse(readme: string, paths: readonly string[]): string[] {
  const named = new Set([...readme.matchAll(/^\| `([^`]+)\/` \|/gm)].map(([, room]) => room ?? ""));
  const rooms = new Set(paths.filter((path) => path.includes("/")).map(roomOf));
  const files = paths.filter((path) => !path.includes("/"));
  return [
    ...[...rooms]
      .filter((room) => !named.has(room))
      .map((room) => `src/${room}/ is not in the table of rooms of src/README.md.`),
    ...[...named]
      .filter((room) => !rooms.has(room))
      .map((room) => `src/README.md names the room ${room}/, which does not exist.`),
    ...files
      .filter((file) => !readme.includes(`\`${file}\``))
      .map((file) => `src/README.md does not say what ${file} is.`),
  ];
}

describe("the house stands as planned", () => {
  const files = sources();
  const every = (law: (file: Source) => string[]): string[] => files.flatMap(law);

  test("imports go down only, and rooms of one floor do not know each other", () => {
    expect(every(wrongImports)).toEqual([]);
  });
  test("every package has one door, and only the porch touches the outside", () => {
    expect(every(wrongPackages)).toEqual([]);
  });
  test("no clock, no chance, no habits of the runtime in the core", () => {
    expect(every(outsideWords)).toEqual([]);
  });
  test("every file begins with a sentence that says what it is for", () => {
    expect(every(wordlessFiles)).toEqual([]);
  });
  test("files are small, and a long one says why", () => {
    expect(every(longFiles)).toEqual([]);
    const lengths = files.map((f) => f.text.split("\n").length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(110);
  });
  test("the table of rooms and the folders agree", () => {
    const readme = readFileSync(join(src, "README.md"), "utf8");
    expect(
      planAgainstHouse(
        readme,
        files.map((f) => f.path),
      ),
    ).toEqual([]);
  });
});

describe("these laws can be broken", () => {
  const complaint = (law: (file: Source) => string[], path: string, text: string): string =>
    law(source(path, text)).join("\n");

  test("by importing upwards or sideways, also through types and lazily", () => {
    expect(complaint(wrongImports, "model/walk.ts", 'import { x } from "../read/work.ts";')).toContain(
      "imports go down only",
    );
    expect(
      complaint(wrongImports, "read/work.ts", 'import type { X } from "../compose/compose.ts";'),
    ).toContain("do not know each other");
    expect(
      complaint(wrongImports, "render/docx/a.ts", 'const x = await import("../pdf/index.ts");'),
    ).toContain("do not know each other");
    expect(
      complaint(wrongImports, "text/a.ts", 'export * from "./b.ts";\nimport x from "../report/codes.ts";'),
    ).toBe("");
  });
  test("by a package at the wrong door, or the disk", () => {
    expect(complaint(wrongPackages, "lint/a.ts", 'import { z } from "zod/mini";')).toContain(
      "only door is read",
    );
    expect(complaint(wrongPackages, "lint/a.ts", 'import fs from "node:fs";')).toContain("only cli/");
    expect(complaint(wrongPackages, "read/a.ts", 'import x from "left-pad";')).toContain("no door");
  });
  test("by the clock, but not by speaking of it in a comment", () => {
    expect(complaint(outsideWords, "model/a.ts", "const x = new Date();")).toContain("clock");
    expect(complaint(outsideWords, "model/a.ts", "// not Date.now()\n/* Math.random() */")).toBe("");
  });
  test("by a file without a sentence, or a long one without a reason", () => {
    expect(complaint(wordlessFiles, "a.ts", "export const a = 1;\n")).toContain("does not begin");
    expect(complaint(longFiles, "a.ts", `/** A table. */\n${"x\n".repeat(301)}`)).toContain("302 lines");
    expect(
      complaint(longFiles, "a.ts", `/** A table in one file, because it is one. */\n${"x\n".repeat(301)}`),
    ).toBe("");
  });
  test("by a room or a file that the plan does not name, or names in vain", () => {
    expect(planAgainstHouse("| `text/` | … |", ["read/a.ts", "b.ts"])).toHaveLength(3);
  });
});
