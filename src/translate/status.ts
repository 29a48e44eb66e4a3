/** What is to be done in each language, as plain data: counts, and the texts that are stale or missing with what changed. */
import type { Id, Resolution } from "../model/resolution.ts";
import type { Freshness, History, Translation } from "../model/translation.ts";
import type { SegmentAt } from "../model/walk.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { printInline } from "../text/print-inline.ts";
import { diffWords } from "../text/word-diff.ts";
import { names } from "./context.ts";
import { freshness, type SegmentState, states, toDo, type UnitState } from "./freshness.ts";

export interface LanguageStatus {
  language: string;
  /** How many texts are in each state. */
  counts: Record<Freshness, number>;
  /** The stale and missing ones, in the order of the text. */
  toDo: ToDo[];
}

export interface ToDo {
  id: Id;
  /** `Operative paragraph 2(a)`. */
  name: string;
  state: "missing" | "stale";
  /** The text to be translated. */
  source: string;
  /** What changed in it since it was translated; absent where the earlier text is not on record. */
  changes?: Change[];
  /** The amendments that changed it, when these did. */
  amendments?: string[];
  /** For missing ones: its opening words, with what they may be in the language, the likeliest first. */
  openings?: ProposedOpening[];
}

export interface ProposedOpening {
  words: string;
  proposed: string[];
}

/** What the opening words of a text may be in another language; none where the lexicons do not know them. */
export type Propose = (text: InlineText, part: SegmentAt["part"]) => ProposedOpening[];

/** Words in the small writing, with the spaces around them. */
export interface Change {
  kind: "keep" | "del" | "ins";
  text: string;
}

export function languageStatus(
  r: Resolution,
  language: string,
  translation: Translation | undefined,
  history: History,
): LanguageStatus {
  return summary(language, r, freshness(r, translation, history));
}

/** The same from states that were found in another way. */
export function summary(
  language: string,
  r: Resolution,
  all: readonly SegmentState[],
  propose: Propose = () => [],
): LanguageStatus {
  const named = names(r);
  return summaryOf(language, all, {
    original: () => r.language,
    name: ({ segment }) => named.get(segment.id) ?? "",
    propose: ({ segment }) => propose(segment.text, segment.part),
  });
}

/** What is to be known of texts of any kind: the language of each, what people call it, what its opening words may be. */
export interface Described<T> {
  original: (state: T) => string;
  name: (state: T) => string;
  propose?: (state: T) => ProposedOpening[];
}

/** The same for texts of any kind. */
export function summaryOf<T extends UnitState>(
  language: string,
  all: readonly T[],
  { original, name, propose = () => [] }: Described<T>,
): LanguageStatus {
  const counts = Object.fromEntries(
    states.map((state) => [state, all.filter((s) => s.state === state).length]),
  ) as Record<Freshness, number>;
  return {
    language,
    counts,
    toDo: toDo(all).map((one) => {
      const { segment, state, before, amendments, outdated } = one;
      return {
        id: segment.id,
        name: name(one),
        state: state === "missing" ? "missing" : "stale",
        source: printInline(segment.text),
        ...(before ? { changes: changesBetween(before, segment.text, original(one)) } : {}),
        ...((amendments ?? outdated) ? { amendments: amendments ?? outdated } : {}),
        ...proposed(state === "missing" ? propose(one) : []),
      };
    }),
  };
}

function proposed(openings: ProposedOpening[]): { openings?: ProposedOpening[] } {
  return openings.length > 0 ? { openings } : {};
}

/** The word differences of two texts, also those that no page shows: why a text is stale has to be seen. */
export function changesBetween(before: InlineText, now: InlineText, language: string): Change[] {
  return diffWords(before, now, language, { exact: true }).map(({ kind, text }) => ({
    kind,
    text: spaced(text),
  }));
}

/** The small writing of a stretch, which keeps the spaces at its ends. */
function spaced(text: InlineText): string {
  const plain = plainText(text);
  const written = printInline(text);
  if (written === "") return plain;
  return `${/^\s/.test(plain) ? " " : ""}${written}${/\s$/.test(plain) ? " " : ""}`;
}

/**
 * The changes on one line that can be read without colour: `[-struck-]`, `{+put in+}`. Of what stays, `reach` letters are shown on
 * each side of a change.
 */
export function showChanges(changes: readonly Change[], reach = 40): string {
  return changes
    .map(({ kind, text }, i) => {
      if (kind === "del") return marked("[-", text, "-]");
      if (kind === "ins") return marked("{+", text, "+}");
      return shortened(text, i > 0 ? reach : 0, i < changes.length - 1 ? reach : 0);
    })
    .join("");
}

function marked(open: string, text: string, close: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return words === "" ? `${open}${text}${close}` : `${before}${open}${words}${close}${after}`;
}

/** The first and last letters of a text, cut at spaces. */
function shortened(text: string, first: number, last: number): string {
  const letters = [...text];
  if (letters.length <= first + last + 5) return text;
  const head = letters.slice(0, first).join("").replace(/\S*$/, "");
  const tail = letters
    .slice(letters.length - last)
    .join("")
    .replace(/^\S*/, "");
  return `${head}…${tail}`;
}
