import { describe, expect, it } from "vitest";
import { languagePack } from "../../src/exchange/language-pack.ts";
import { listLocales, loadLocale, localeFiles } from "../../src/language/load.ts";
import { languageTodo, type Todo } from "../../src/language/todo.ts";
import type { World } from "../../src/world.ts";
import { folderWorld } from "../fixtures/world.ts";
import { change, copyOf, inMemory, project } from "./worlds.ts";

/** English files under another code, as someone copies them to begin with. */
function copied(): Map<string, string> {
  const texts = copyOf("en");
  for (const [path, text] of [...texts]) texts.set(path.replace("/en/", "/tok/"), text);
  return texts;
}

/** Every text of a file in other letters; what stands in blanks and all other values stay. */
function translate(texts: Map<string, string>, file: string): void {
  const path = `locales/tok/${file}.json`;
  const visit = (value: unknown): unknown => {
    if (typeof value === "string")
      return value.replace(/\{\{.*?\}\}|<.*?>|\p{L}+/gu, (w) => (/^[{<]/.test(w) ? w : "toki"));
    if (Array.isArray(value)) return value.map(visit);
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, visit(v)]));
    return value;
  };
  texts.set(path, JSON.stringify(visit(JSON.parse(texts.get(path) ?? "{}"))));
}

const todoOf = (texts: ReadonlyMap<string, string>, code = "tok"): Todo[] =>
  languageTodo(inMemory(texts), code).todo;
const states = (todo: readonly Todo[]): string[] => [...new Set(todo.map((t) => t.state))].sort();
const keys = (todo: readonly Todo[]): string[] => todo.map((t) => `${t.file.split("/").at(-1)} ${t.key}`);

describe("what a language still needs", () => {
  it("is everything, with the English words, for a language that nobody has begun", () => {
    const { there, of, todo } = languageTodo(project, "sw");
    expect([there, todo.length]).toEqual([0, of]);
    const find = (key: string): Todo | undefined => todo.find((t) => t.key === key);
    expect(find("session.assembly")).toMatchObject({
      kind: "phrase",
      file: "locales/sw/phrases.json",
      english: "{{ordinal}} Assembly",
      state: "missing",
    });
    expect(find("names.TH")).toMatchObject({ kind: "country", english: "Thailand" });
    expect(find("bodies.assembly.running")).toMatchObject({ kind: "name" });
    expect(find("labels.suffixWords")).toMatchObject({ kind: "label", state: "missing" });
    expect(find("months")).toMatchObject({ kind: "calendar" });
    expect(find("preambular.*.recall")).toMatchObject({ kind: "opening-words", state: "wanted" });
    expect(find("preambular.*.recall")?.english).toContain("_Recalling_");
    expect(new Set(todo.map((t) => t.kind)).size).toBe(7);
  });
  it("is all that still reads as in English, for one that was copied just now", () => {
    const todo = todoOf(copied());
    expect(states(todo)).toEqual(["english"]);
    expect(keys(todo)).toContain("countries.json names.TH");
    expect(keys(todo)).toContain("language.json name");
    expect(keys(todo)).not.toContain("language.json dir");
    expect(keys(todo)).not.toContain("phrases.json page.running-head");
  });
  it("grows shorter file by file, and is nothing in the end", () => {
    const texts = copied();
    let before = todoOf(texts).length;
    for (const file of localeFiles) {
      translate(texts, file);
      const now = todoOf(texts).length;
      expect(now).toBeLessThan(before);
      before = now;
    }
    expect(before).toBe(0);
  });
  it("is single keys, wherever they are taken out, in any plural form", () => {
    const texts = copied();
    for (const file of localeFiles) translate(texts, file);
    const phrases = JSON.parse(texts.get("locales/tok/phrases.json") ?? "{}");
    phrases.draft = {};
    delete phrases.reservation.preambular_one;
    texts.set("locales/tok/phrases.json", JSON.stringify(phrases));
    change(texts, "locales/tok/countries.json", '"TH":', '"TX":');
    expect(keys(todoOf(texts))).toEqual(["countries.json names.TH", "phrases.json draft.watermark"]);
  });
  it("holds the phrases that a house has added to English", () => {
    const texts = copied();
    texts.set("locales/en/courtesy.json", '{ "thanks": "Thank you" }');
    expect(keys(todoOf(texts))).toContain("courtesy.json thanks");
  });
  it("does not take two languages for one because some names are alike", () => {
    const spanish = languageTodo(project, "es").todo;
    expect(spanish.filter((t) => t.state === "english")).toEqual([]);
  });
  it.each(listLocales(project))("leaves %s nothing that keeps documents from being made", (code) => {
    expect(languageTodo(project, code).todo.filter((t) => t.state !== "wanted")).toEqual([]);
    expect(loadLocale(project, code).diagnostics).toEqual([]);
  });
});

describe("fonts", () => {
  it("that the houses name for the script of the language, and that are not installed, are missing too", () => {
    const whole = folderWorld();
    const without: World = {
      ...whole,
      font: (file) => (file.includes("noto-sans-sc") ? undefined : whole.font(file)),
    };
    expect(languagePack(without, "fr").todo.filter((t) => t.kind === "font")).toEqual([]);
    const han = languagePack(without, "zh").todo.filter((t) => t.kind === "font");
    expect(han.map((t) => t.key)).toContain("fonts.han.files.bold");
    expect(han[0]).toMatchObject({ file: "templates/houses/ipu/house.yaml", state: "missing" });
    expect(han[0]?.english).toContain("npm install @expo-google-fonts/noto-sans-sc");
  });
});
