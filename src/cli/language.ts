/** `hemicycle language`: what a language still needs, as a list to be worked off; without a code, how far each language is. */

import { type LanguagePack, languagePack, languagePacks } from "../exchange/language-pack.ts";
import type { Todo } from "../language/todo.ts";
import { visible } from "../report/print.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Io } from "./io.ts";
import { conclude, openProject, table } from "./report.ts";

export function showLanguage(io: Io, code: string | undefined, options: CommonOptions): number {
  const world = openProject(io, options);
  const end = (data: Record<string, unknown>, text: string): number =>
    conclude(io, options, world, { command: "language", diagnostics: [], data, text });
  if (code === undefined) {
    const packs = languagePacks(world);
    return end(
      { languages: packs.map(({ todo, ...pack }) => ({ ...pack, ...counts(todo) })) },
      overview(packs),
    );
  }
  const pack = languagePack(world, code);
  return end({ ...pack, ready: isReady(pack) }, packText(pack));
}

/** Opening words may be fewer than in English; everything else has to be there. */
function isReady({ exists, todo }: LanguagePack): boolean {
  return exists && todo.every(({ state }) => state === "wanted");
}

function counts(todo: readonly Todo[]): Record<Todo["state"], number> {
  const count = (state: Todo["state"]): number => todo.filter((t) => t.state === state).length;
  return { missing: count("missing"), english: count("english"), wanted: count("wanted") };
}

function overview(packs: readonly LanguagePack[]): string {
  const rows = packs.map(({ code, there, of, todo }) => {
    const { missing, english, wanted } = counts(todo);
    return [
      code,
      of === 0 ? "the reference" : `${there} of ${of}`,
      ...[missing, english, wanted].map(String),
    ];
  });
  return table([["language", "there", "missing", "as in English", "opening words to find"], ...rows]);
}

const heads: Record<Todo["state"], string> = {
  missing: "Missing",
  english: "Still as in English",
  wanted: "Opening words to be found, as far as the language has them",
};

function packText(pack: LanguagePack): string {
  const { code, exists, there, of, todo } = pack;
  const name = visible(code);
  if (of === 0) return `${name} is the reference: every language holds what it holds.\n`;
  const start = exists
    ? `${name}: ${there} of ${of} texts are there.\n`
    : `There is no folder locales/${name}. Copy locales/en to it and translate; locales/README.md says how.\n`;
  const lists = (["missing", "english", "wanted"] as const).map((state) => listed(state, todo));
  return `${start}${lists.join("")}${isReady(pack) ? "Documents can be made in it.\n" : ""}`;
}

function listed(state: Todo["state"], todo: readonly Todo[]): string {
  const mine = todo.filter((t) => t.state === state);
  if (mine.length === 0) return "";
  const files = [...new Set(mine.map((t) => t.file))];
  const blocks = files.map((file) => {
    const rows = mine
      .filter((t) => t.file === file)
      .map((t) => [`    ${visible(t.key)}`, visible(t.english)]);
    return `  ${file}\n${table(rows)}`;
  });
  return `\n${heads[state]} (${mine.length}):\n${blocks.join("")}`;
}
