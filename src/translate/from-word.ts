/** Makes of an edited Word file in two languages what a translators' tool would have given back, so that the same checks hold. */
import type { Locale } from "../language/locale.ts";
import type { ReturnedUnit } from "../model/packet.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { History, Translation } from "../model/translation.ts";
import { paragraphs, type SegmentAt, segments } from "../model/walk.ts";
import type { CopiedText, Made, WordCopy } from "../model/word-copy.ts";
import { encode } from "../text/codes.ts";
import { textHash } from "../text/hash.ts";
import type { Inline, InlineText } from "../text/inline.ts";
import { plainText } from "../text/inline.ts";
import { normalise } from "../text/normalise.ts";
import { printInline } from "../text/print-inline.ts";

/**
 * The texts of the copy as units. A text that stands as it was printed comes back exactly as the translation has it; in an
 * edited one the house's punctuation is taken off and what Word cannot hold (directions, references) is put back.
 * `r` holds the texts in the original language.
 */
export function unitsFromWord(
  copy: WordCopy,
  r: Resolution,
  translation: Translation | undefined,
  history: History,
  locale: Locale,
): ReturnedUnit[] {
  const sources = new Map(segments(r).map((s) => [s.id, s]));
  const parents = parentsOf(r);
  return copy.texts.map((copied): ReturnedUnit => {
    const { id, place, problem } = copied;
    const made = copy.made.get(id);
    const source = sources.get(id);
    const before =
      translation && Object.hasOwn(translation.texts, id) ? translation.texts[id]?.text : undefined;
    const coded = source ? encode(source.text) : [];
    const was = source && sourceThen(source, made, history);
    return {
      id,
      place,
      source: was ? encode(was) : [],
      target: encode(targetOf(copied, made, source, before, { locale, parents }), coded),
      ...(made ? { hash: made.source, targetHash: made.target } : {}),
      ...(problem === undefined ? {} : { problem }),
    };
  });
}

/** The text that the file was made from, where it is known: as it is now, or as the history keeps it. */
function sourceThen(
  { text }: SegmentAt,
  made: Made | undefined,
  { sources }: History,
): InlineText | undefined {
  if (!made) return undefined;
  if (textHash(text) === made.source) return text;
  return Object.hasOwn(sources, made.source) ? sources[made.source] : undefined;
}

interface Tools {
  locale: Locale;
  /** Paragraph that each sub-paragraph stands in. */
  parents: ReadonlyMap<Id, Id>;
}

function targetOf(
  { text }: CopiedText,
  made: Made | undefined,
  source: SegmentAt | undefined,
  before: InlineText | undefined,
  { locale, parents }: Tools,
): InlineText {
  const words = wholeReferences(withoutSigns(text, made?.signs ?? 0), parents);
  // The calls that stood in an empty cell to begin with are no translation.
  if (!hasWords(words)) return [];
  if (before && inWord(locale.typography(before), parents) === inWord(words, parents)) return before;
  const patterns = [...(before ?? []), ...(source?.text ?? [])];
  return normalise(plainSpaces(withRoles(withIsolates(words, patterns), patterns), locale));
}

function hasWords(text: InlineText): boolean {
  return text.some((node) => ("children" in node ? hasWords(node.children) : /\S/.test(wordsOf(node))));
}

function wordsOf(node: Inline): string {
  return node.kind === "text" ? node.text : "";
}

/** A text as a Word file shows it: directions are not marks there, and a sub-paragraph's reference begins with its paragraph's. */
function inWord(text: InlineText, parents: ReadonlyMap<Id, Id>): string {
  const flat = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (node.kind === "isolate") return flat(node.children);
      return "children" in node ? [{ ...node, children: flat(node.children) }] : [node];
    });
  return printInline(normalise(wholeReferences(flat(text), parents)));
}

/** Takes the house's closing punctuation off the end, as many characters as were put there, if it still stands there. */
function withoutSigns(text: InlineText, signs: number): InlineText {
  if (signs === 0) return text;
  const last = text.at(-1);
  if (last?.kind !== "text") return text;
  const end = last.text.slice(-signs);
  // The word for "and" before the last item of a series belongs to the signs.
  if (!/^\s*[,;.:،؛。，；：](?:\s*\p{L}{1,3})?$/u.test(end)) return text;
  return [...text.slice(0, -1), { kind: "text", text: last.text.slice(0, -signs) }];
}

/** `4 (a)` is two references in Word; the text has one, to the sub-paragraph. */
function wholeReferences(text: InlineText, parents: ReadonlyMap<Id, Id>): InlineText {
  const out: Inline[] = [];
  for (const node of text) {
    const own: Inline =
      "children" in node ? { ...node, children: wholeReferences(node.children, parents) } : node;
    if (own.kind === "ref") {
      const gap = out.at(-1);
      const first = out.at(-2);
      const parent = parents.get(own.to);
      if (gap?.kind === "text" && gap.text === " " && first?.kind === "ref" && first.to === parent) {
        out.splice(-2);
      }
    }
    out.push(own);
  }
  return out;
}

function parentsOf(r: Resolution): Map<Id, Id> {
  const out = new Map<Id, Id>();
  for (const { paragraph } of paragraphs(r))
    for (const child of paragraph.children) out.set(child.id, paragraph.id);
  return out;
}

type Isolate = Extract<Inline, { kind: "isolate" }>;

function nodesOf(text: readonly Inline[]): Inline[] {
  return text.flatMap((node) => ("children" in node ? [node, ...nodesOf(node.children)] : [node]));
}

/** Puts stretches with a direction or language of their own back around the words that they stood around. */
function withIsolates(text: InlineText, patterns: InlineText): InlineText {
  const isolates = new Map<string, Isolate>();
  for (const node of nodesOf(patterns)) {
    const words = node.kind === "isolate" ? plainText(node.children).trim() : "";
    if (node.kind === "isolate" && words !== "" && !isolates.has(words)) isolates.set(words, node);
  }
  if (isolates.size === 0) return text;
  const longest = [...isolates.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const visit = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (node.kind === "text") return isolated(node.text, longest, isolates);
      if (node.kind === "isolate" || !("children" in node)) return [node];
      return [{ ...node, children: visit(node.children) }];
    });
  return visit(text);
}

function isolated(text: string, words: readonly string[], isolates: ReadonlyMap<string, Isolate>): Inline[] {
  for (const word of words) {
    const at = text.indexOf(word);
    const isolate = isolates.get(word);
    if (at < 0 || !isolate) continue;
    return [
      ...isolated(text.slice(0, at), words, isolates),
      isolate,
      ...isolated(text.slice(at + word.length), words, isolates),
    ].filter((n) => n.kind !== "text" || n.text !== "");
  }
  return text === "" ? [] : [{ kind: "text", text }];
}

/** Emphasized words that were emphasized before keep the reason that they had. */
function withRoles(text: InlineText, patterns: InlineText): InlineText {
  const roles = new Map<string, Extract<Inline, { kind: "emphasis" }>["role"]>();
  for (const node of nodesOf(patterns)) {
    if (node.kind === "emphasis" && node.role !== "opening") roles.set(plainText(node.children), node.role);
  }
  return text.map((node) => {
    if (node.kind !== "emphasis" || node.role === "opening") return node;
    return { ...node, role: roles.get(plainText(node.children)) ?? node.role };
  });
}

/** No-break spaces that typography put in go out again: it will put them in at the next printing. */
function plainSpaces(text: InlineText, locale: Locale): InlineText {
  const spaced = (nodes: readonly Inline[]): Inline[] =>
    nodes.map((node): Inline => {
      if (node.kind === "text") return { kind: "text", text: node.text.replace(/[\u00a0\u202f]/g, " ") };
      return "children" in node ? { ...node, children: spaced(node.children) } : node;
    });
  const plain = normalise(spaced(text));
  const set = (t: InlineText): string => printInline(normalise(locale.typography(t)));
  return set(plain) === set(text) ? plain : text;
}
