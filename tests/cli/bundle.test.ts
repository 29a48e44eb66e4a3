import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { starter } from "../../src/cli/starter.ts";
import { home, Project } from "./project.ts";

/** What the launcher shows to those who load it in place of running it. */
interface Launcher {
  load(chunk: string): unknown;
  loaded: Map<string, { filename: string; script: { cachedDataRejected?: boolean } }>;
}

/** An installed package with a bundle of its own, and a project to use it on. */
const installed = new Project().copy("templates", "locales");
const project = new Project()
  .copy("resolutions")
  .write("resolutions/150-water/resolution.yaml", starter("150-water"));
const program = installed.path("dist/hemicycle.js");

beforeAll(() => {
  execFileSync(process.execPath, [join(home, "scripts/bundle.js"), installed.path("dist")], {
    stdio: "pipe",
  });
}, 180_000);
afterAll(() => {
  installed.remove();
  project.remove();
});

function runs(...words: string[]): string {
  return execFileSync(process.execPath, [program, ...words], {
    cwd: project.root,
    encoding: "utf8",
    stdio: "pipe",
  });
}

/** The code of the chunks that a command loads, run in a process of its own. */
function chunksOf(words: string[]): { text: string; rejected: boolean }[] {
  const script = `
    const launcher = require(${JSON.stringify(program)});
    launcher.optimiseLater();
    const silent = { write() {} };
    const io = { stdout: silent, stderr: silent, cwd: ${JSON.stringify(project.root)}, home: ${JSON.stringify(installed.root)}, isTTY: false };
    launcher.load("main.js").run(${JSON.stringify(words)}, io).then(() => {
      const seen = [...launcher.loaded.values()].map((c) => [c.filename, c.script.cachedDataRejected !== false]);
      console.log(JSON.stringify(seen));
    });`;
  const seen = JSON.parse(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })) as [
    string,
    boolean,
  ][];
  return seen.map(([file, rejected]) => ({ text: readFileSync(file, "utf8"), rejected }));
}

const signs = { pdf: "%PDF-", docx: "word/document.xml", yaml: "YAMLParseError" };

describe("the bundled program", () => {
  test("says the same as the source", async () => {
    expect(runs("--help")).toBe((await project.run("--help")).out);
  });

  test("finds the same in every script", async () => {
    const bundled = JSON.parse(runs("check", "--json"));
    expect(bundled.diagnostics.length).toBeGreaterThan(0);
    expect(bundled).toEqual(JSON.parse((await project.run("check --json")).out));
  });

  test("composes the same as the source, of its own templates and of a project's", async () => {
    const same = async (there: Project, ...words: string[]): Promise<string> => {
      const bundled = execFileSync(process.execPath, [program, ...words], {
        cwd: there.root,
        encoding: "utf8",
      });
      expect(bundled).toBe((await there.run(words.join(" "))).out);
      return bundled;
    };
    expect(await same(project, "build", "--emit", "markup", "--json")).not.toContain("OURS");
    const other = new Project().copy("resolutions", "templates");
    other.edit("templates/partials/title.hbs", "{{inline title}}", "OURS {{inline title}}");
    expect(await same(other, "build", "--emit", "markup", "--json")).toContain("OURS");
    other.remove();
  });

  test("makes the same documents as the source, to the byte", async () => {
    runs("build", "122-organized-crime", "--lang", "en,ar,zh", "--format", "docx", "--out", "bundled");
    await project.run("build 122-organized-crime --lang en,ar,zh --format docx --out plain");
    for (const language of ["en", "ar", "zh"]) {
      const name = `122-organized-crime/C-I-122-DR-Pre-${language}.docx`;
      expect(readFileSync(project.path(`bundled/${name}`))).toEqual(
        readFileSync(project.path(`plain/${name}`)),
      );
    }
  });

  test("loads the back ends only for the formats asked for, and nothing but words for help", () => {
    const loads = (words: string[]): string[] => {
      const chunks = chunksOf(words);
      const present = Object.entries(signs).filter(([, sign]) =>
        chunks.some(({ text }) => text.includes(sign)),
      );
      return present.map(([name]) => name);
    };
    expect(loads(["--help"])).toEqual([]);
    expect(loads(["check"])).toEqual(["yaml"]);
    expect(loads(["build", "150-water", "--format", "docx"])).toEqual(["docx", "yaml"]);
    expect(loads(["build", "150-water", "--format", "pdf"])).toEqual(["pdf", "yaml"]);
  });

  test("starts from compiled code that V8 accepts", () => {
    const chunks = chunksOf(["--help"]);
    expect(chunks.length).toBeGreaterThan(0);
    expect(chunks.filter(({ rejected }) => rejected)).toEqual([]);
  });

  test("gives its interface to programs, by name", async () => {
    const api = (await import(pathToFileURL(installed.path("dist/index.js")).href)) as Record<
      string,
      unknown
    >;
    expect(typeof api.build).toBe("function");
    expect(typeof api.check).toBe("function");
    const required = createRequire(import.meta.url)(program) as Launcher;
    expect(Object.keys(required)).toEqual(["load", "loaded", "optimiseLater"]);
  });

  test("works, if slower, when the compiled code is lost", () => {
    const chunks = installed.path("dist/chunks");
    for (const name of readdirSync(chunks)) if (name.endsWith(".cache")) rmSync(join(chunks, name));
    expect(runs("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
