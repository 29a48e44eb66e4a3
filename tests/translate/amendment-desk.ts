/** A desk for tests: one small work in memory with amendments, and all that people do with the texts of these. */

import { exportUnits, importUnits, type NewFile } from "../../src/exchange/translating.ts";
import { recordFresh, recordSources, recordTypo } from "../../src/exchange/vouching.ts";
import { type TextKey, textId, textsIn } from "../../src/model/amendment-texts.ts";
import type { Vouched } from "../../src/model/translation.ts";
import { readWork, type Work } from "../../src/read/work.ts";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import type { InlineText } from "../../src/text/inline.ts";
import { amendmentStates } from "../../src/translate/amendment-states.ts";
import type { World } from "../../src/world.ts";
import { editAmendments } from "../../src/write/edit-amendments.ts";
import { memoryWorld } from "../fixtures/world.ts";
import type { Format } from "./travel.ts";

const folder = "resolutions/water";
const list = `${folder}/amendments/1.yaml`;

/** Words that changes of words may find: each stands in the paragraph once, in every language. */
const words = Array.from({ length: 400 }, (_, i) => `word${i}x`);

const resolution = `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  committee: peace-and-security
  submitters: { role: delegation, parties: [{ country: MX }] }
  languages: [en, fr, es]
  house: ipu
stages:
  - { id: one, kind: preliminary-draft, symbol: C-I/122/DR-Pre, date: 2009-12-18 }
title: Water
operative: [{ id: op01, text: ${words.join(" ")} }]
`;
const translation = (language: string): string =>
  `language: ${language}\ntexts: { op01: { source: "0123456789abcdef", text: ${words.join(" ")} } }\n`;
const amendments = `stage: one
received: 2010-01-10
languages: [en, fr, es]
amendments:
  # The first.
  - id: am-1
    submitters: [CA]
    on: OP1
    amend:
      en: [{ find: find1 one, put: put1 one }] # words
    decision: { outcome: accepted, date: 2010-02-10, note: { en: decision-note one } }

  - id: am-2
    submitters: [FR]
    add: { after: OP1, text: { en: [text one, text2 one] } } # new ones
`;

/** Every text of the amendments, and those without which an amendment cannot be written in a language. */
export const keys: Record<string, TextKey[]> = {
  "am-1": ["find1", "put1", "decision-note"],
  "am-2": ["text", "text2"],
};
export const needed = (key: TextKey): boolean => key !== "decision-note";
export const ids = Object.entries(keys).flatMap(([a, own]) => own.map((key) => textId(a, key)));

/** What a text says in English, in one of several wordings; to begin with, the wording `one`. */
export const said = (id: string, wording: string): string => `${id.replace(/^.*:/, "")} ${wording}`;

/** How a text stands; `unknown`: translated, but nobody knows from what. */
export type State = "missing" | "unknown" | "stale" | "draft" | "final";

const plain = (text: string): InlineText => [{ kind: "text", text }];

export class Desk {
  private files: Record<string, string> = {
    [`${folder}/resolution.yaml`]: resolution,
    [`${folder}/translations/fr.yaml`]: translation("fr"),
    [`${folder}/translations/es.yaml`]: translation("es"),
    [list]: amendments,
  };
  private used = 0;

  get list(): string {
    return this.files[list] ?? "";
  }

  /** How every text stands in a language, by id. */
  states(language: string): Record<string, State> {
    const { tabled, history } = this.work();
    const found = tabled.flatMap((t) => amendmentStates(t, language, history));
    return Object.fromEntries(
      found.map(({ segment, state, recorded }) => [segment.id, recorded ? state : "unknown"]),
    );
  }

  /** Somebody changes texts in the list, in any language, and nothing else. */
  type(language: string, texts: Readonly<Record<string, string>>): void {
    const edits = this.work().tabled.map((amendment) => ({
      amendment,
      language,
      texts: new Map(
        Object.entries(texts).flatMap(([id, text]): [TextKey, InlineText][] =>
          id.startsWith(`${amendment.id}:`) ? [[id.slice(amendment.id.length + 1), plain(text)]] : [],
        ),
      ),
    }));
    this.files[list] = editAmendments(this.list, edits);
  }

  /** Words that were not there before. */
  newWords(): string {
    this.used += 1;
    return words[this.used] ?? "";
  }

  /** All texts go to a translator, who translates some; the rest comes back as it went. */
  translate(language: string, wanted: readonly string[], state: "draft" | "final", format: Format): void {
    let file = exportUnits(this.world(), "water", { language, format, all: true }).value?.text ?? "";
    for (const id of wanted) file = translatedUnit(file, id, this.newWords(), state);
    const back = importUnits(this.world(), "water", new TextEncoder().encode(file), { file: "t.xlf" });
    const refused = back.diagnostics.filter((d) => d.severity === "error");
    if (!back.value || refused.length > 0) throw new Error(JSON.stringify(refused));
    this.take(back.value.files);
  }

  fresh(language: string, found: readonly string[], by: Vouched): Diagnostic[] {
    const { value, diagnostics } = recordFresh(this.world(), "water", language, found, by);
    this.take(value?.files ?? []);
    return diagnostics;
  }

  /** The languages in which the translation is fresh again; undefined where the typo is refused. */
  typo(id: string, by: Vouched): string[] | undefined {
    const { value } = recordTypo(this.world(), "water", id, by);
    this.take(value?.files ?? []);
    return value?.languages;
  }

  record(): void {
    this.take(recordSources(this.world(), "water").value?.files ?? []);
  }

  /** Somebody takes out of the list what an amendment was translated from. */
  forget(amendment: string): void {
    const [before, own = "", ...rest] = this.list.split(/(?=\n {2}- id: )/);
    const entries = [own, ...rest].map((entry) =>
      entry.startsWith(`\n  - id: ${amendment}\n`) ? entry.replace(/\n {4}sources: .*/, "") : entry,
    );
    this.files[list] = [before, ...entries].join("");
  }

  /** What an amendment says in a language. */
  texts(language: string): Record<string, InlineText> {
    return Object.fromEntries(
      this.work().tabled.flatMap((t) =>
        [...textsIn(t, language)].map(([key, text]) => [textId(t.id, key), text]),
      ),
    );
  }

  private world(): World {
    return memoryWorld(this.files);
  }

  private work(): Work {
    const { value, diagnostics } = readWork(this.world(), "water");
    const errors = diagnostics.filter((d) => d.severity === "error");
    if (!value || errors.length > 0) throw new Error(JSON.stringify(errors));
    return value;
  }

  private take(files: readonly NewFile[]): void {
    for (const { path, text } of files) this.files[path] = text;
  }
}

/** A file in which one unit has another translation, in the state that a tool would give it. */
function translatedUnit(file: string, id: string, text: string, state: "draft" | "final"): string {
  const start = file.search(new RegExp(`<(?:trans-)?unit id="${id}"`));
  if (start < 0) throw new Error(`there is no unit ${id}`);
  const tool = state === "final" ? "final" : "translated";
  const rest = file.slice(start);
  const made = rest.startsWith("<unit")
    ? rest
        .replace(/(<segment id="s1" state=)"\w+"/, `$1"${tool}"`)
        .replace(
          /<\/source>(?:\s*<target[^>]*>[^<]*<\/target>)?\s*<\/segment>/,
          `</source><target xml:space="preserve">${text}</target></segment>`,
        )
    : rest.replace(
        /<target[^>]*\/>|<target[^>]*>[^<]*<\/target>/,
        `<target state="${tool}">${text}</target>`,
      );
  return file.slice(0, start) + made;
}
