import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Project } from "./project.ts";

/** Redlines in a language whose translation waits for a second look: they say so as the clean texts of the same stages do. */

const work = "122-organized-crime-rehearsal";
const folder = `resolutions/${work}`;
const list = `${folder}/amendments/dr-pre.yaml`;
const stale = "[Traduction à revoir]";

let project: Project;
beforeEach(() => {
  project = new Project().copy(folder);
});
afterEach(() => project.remove());

const markup = async (words: string): Promise<string> =>
  (await project.run(`build ${work} --lang fr --emit markup ${words}`)).out;

/** The texts of a document with the changes in it made, or undone: one line a block, tags away. */
function side(out: string, keep: "ins" | "del"): string[] {
  const other = keep === "ins" ? "del" : "ins";
  const blocks = out.matchAll(/<(item|para|heading)\b([^>]*)>(.*?)<\/\1>/gs);
  return [...blocks].flatMap(([, , attributes = "", inner = ""]) => {
    if (new RegExp(`\\b(?:mark|change|moved?)="${other}`).test(attributes)) return [];
    const text = inner
      .replace(new RegExp(`<${other}\\b[^>]*>.*?</${other}>`, "gs"), "")
      .replace(/<[^>]*>/g, "");
    return text.includes(stale) ? [text.replace(/[,;.:]$/, "")] : [];
  });
}

describe("a text whose original has changed since it was translated", () => {
  beforeEach(() => {
    project.edit(`${folder}/resolution.yaml`, "modern form of slavery", "contemporary form of slavery");
  });

  test("stands under its mark in a redline, which is no change", async () => {
    const redline = await markup("--kind redline --stage dr-rev");
    expect(redline).toContain(`<strong>${stale}</strong>`);
    expect(redline).not.toMatch(/<(?:ins|del)[^>]*><strong>\[Traduction/);
    const clean = await markup("--stage dr-rev");
    expect(side(redline, "ins")).toEqual(side(clean, "ins"));
    expect(side(redline, "del")).toEqual(side(await markup("--stage dr-pre"), "ins"));
  });
  test("stands under it where amendments are shown as proposals, and nowhere in the original", async () => {
    expect(await markup("--kind redline --stage dr-pre --from dr-pre")).toContain(stale);
    const english = await project.run(`build ${work} --kind redline --stage dr-rev --lang en --emit markup`);
    expect(english.out).not.toContain("under review");
  });
});

describe("an amendment that has changed since it was translated", () => {
  beforeEach(() => {
    project.edit(list, "put: illicit trafficking in arms", "put: illicit trade in arms");
  });

  test("brings the mark along with its words, and reading back takes it away with them", async () => {
    const redline = await markup("--kind redline --stage dr-rev");
    expect(redline).toMatch(/<ins[^>]*><strong>\[Traduction à revoir\]<\/strong> <\/ins>/);
    const clean = await markup("--stage dr-rev");
    expect(side(clean, "ins").length).toBeGreaterThan(0);
    expect(side(redline, "ins")).toEqual(side(clean, "ins"));
    expect(side(redline, "del")).toEqual([]);
    const back = await markup("--kind redline --stage dr-pre --from dr-rev");
    expect([side(back, "ins"), side(back, "del")]).toEqual([[], side(clean, "ins")]);
  });
  test("keeps it without change from one later stage to the next", async () => {
    const redline = await markup("--kind redline --stage committee --from dr-rev");
    expect(redline).toContain(stale);
    expect(redline).not.toMatch(/<(?:ins|del)[^>]*><strong>\[Traduction/);
  });
});
