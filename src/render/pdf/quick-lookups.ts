/**
 * Makes fontkit pass over the rules of a font that cannot apply to a word: which glyphs a rule asks for is read from the
 * font's own tables (OpenType 1.9, GSUB and GPOS, "Coverage table") without decoding it. What does apply is still fontkit's
 * affair, and the outcome the same; a Naskh font has hundreds of rules, of which a word meets a dozen.
 */
import type { FontkitFont, FontkitInfo, FontkitLookup, FontkitProcessor } from "fontkit";

/** Bits of the glyphs that a coverage lists, 32 a number. */
type Digest = Uint32Array;

/** What a subtable of a rule asks for: the glyph that it begins with, and where it is a context, one of each of the others. */
interface Asked {
  first: Digest;
  others: readonly number[];
}

interface Rule {
  /** What any of its subtables begins with. */
  begins: Digest;
  subtables: readonly Asked[];
}

/** `bytes`: of the font file. Changes the font's own processors, not fontkit. */
export function quickenLookups(font: FontkitFont, bytes: Uint8Array): void {
  const { engine } = font._layoutEngine;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [table, processor] of [
    ["GSUB", engine?.GSUBProcessor],
    ["GPOS", engine?.GPOSProcessor],
  ] as const) {
    const start = font.directory.tables[table]?.offset;
    if (processor && start !== undefined) quicken(processor, new Rules(view, start, table, font.numGlyphs));
  }
}

function quicken(processor: FontkitProcessor, rules: Rules): void {
  let asked = "";
  const select = processor.selectScript.bind(processor);
  processor.selectScript = (script, language, direction) => {
    const key = `${String(script)} ${language ?? ""} ${direction ?? ""}`;
    if (key === asked && processor.scriptTag !== null) return processor.scriptTag;
    asked = key;
    return select(script, language, direction);
  };
  const listed = new Map<string, FontkitLookup[]>();
  processor.lookupsForFeatures = (tags = [], exclude) => {
    const key = `${asked}:${tags.join()}:${exclude?.join() ?? ""}`;
    const known = listed.get(key);
    if (known !== undefined) return known;
    const found: FontkitLookup[] = [];
    for (const feature of tags)
      for (const index of processor.features[feature]?.lookupListIndexes ?? [])
        if (!exclude?.includes(index)) found.push(decodedLate(processor, feature, index));
    listed.set(
      key,
      found.sort((a, b) => a.index - b.index),
    );
    return found;
  };
  const apply = processor.applyLookups.bind(processor);
  processor.applyLookups = (lookups, glyphs, positions) => {
    apply([], glyphs, positions);
    for (const lookup of lookups) {
      const rule = rules.at(lookup.index);
      if (meets(glyphs, rule.begins)) applyRule(processor, lookup, rule, rules, glyphs);
    }
  };
}

/** As fontkit goes through a word, but only with the subtables that may apply. */
function applyRule(
  processor: FontkitProcessor,
  { feature, lookup }: FontkitLookup,
  { subtables }: Rule,
  rules: Rules,
  glyphs: readonly FontkitInfo[],
): void {
  const iterator = processor.glyphIterator;
  processor.currentFeature = feature;
  iterator.reset(lookup.flags);
  for (; iterator.index < glyphs.length; iterator.next()) {
    const glyph = glyphs[iterator.index];
    if (glyph === undefined || !(feature in glyph.features)) continue;
    for (let i = 0; i < subtables.length; i++) {
      const asked = subtables[i];
      if (asked === undefined || !holds(asked.first, glyph.id)) continue;
      if (!asked.others.every((coverage) => meets(glyphs, rules.digest(coverage)))) continue;
      if (processor.applyLookup(lookup.lookupType, lookup.subTables[i])) break;
    }
  }
}

function holds(digest: Digest, id: number): boolean {
  return (((digest[id >>> 5] ?? 0) >>> (id & 31)) & 1) === 1;
}

function meets(glyphs: readonly FontkitInfo[], digest: Digest): boolean {
  for (const { id } of glyphs) if (holds(digest, id)) return true;
  return false;
}

function decodedLate(processor: FontkitProcessor, feature: string, index: number): FontkitLookup {
  return {
    feature,
    index,
    get lookup() {
      return processor.table.lookupList.get(index);
    },
  };
}

/** The rules of a table by their index, read when first asked for. */
class Rules {
  readonly #view: DataView;
  readonly #start: number;
  readonly #table: "GSUB" | "GPOS";
  readonly #numbers: number;
  readonly #rules: Rule[] = [];
  readonly #digests = new Map<number, Digest>();

  constructor(view: DataView, start: number, table: "GSUB" | "GPOS", glyphs: number) {
    this.#view = view;
    this.#start = start;
    this.#table = table;
    this.#numbers = (glyphs + 31) >>> 5;
  }

  at(index: number): Rule {
    let rule = this.#rules[index];
    if (rule === undefined) {
      rule = this.#read(index);
      this.#rules[index] = rule;
    }
    return rule;
  }

  /** Bits of the glyphs of the coverage at an offset. */
  digest(coverage: number): Digest {
    let digest = this.#digests.get(coverage);
    if (digest === undefined) {
      digest = new Uint32Array(this.#numbers);
      mark(this.#view, coverage, digest);
      this.#digests.set(coverage, digest);
    }
    return digest;
  }

  #read(index: number): Rule {
    const view = this.#view;
    const list = this.#start + view.getUint16(this.#start + 8);
    const lookup = list + view.getUint16(list + 2 + index * 2);
    const begins = new Uint32Array(this.#numbers);
    const subtables: Asked[] = [];
    for (let i = 0; i < view.getUint16(lookup + 4); i++) {
      let type = view.getUint16(lookup);
      let at = lookup + view.getUint16(lookup + 6 + i * 2);
      // An extension leads to the real subtable with a wider offset.
      if (type === (this.#table === "GSUB" ? 7 : 9)) {
        type = view.getUint16(at + 2);
        at += view.getUint32(at + 4);
      }
      const [coverage = 0, ...others] = coveragesOf(view, at, type, this.#table);
      const first = this.digest(coverage);
      first.forEach((bits, word) => {
        begins[word] = (begins[word] ?? 0) | bits;
      });
      subtables.push({ first, others });
    }
    return { begins, subtables };
  }
}

/** Where the coverages stand that a subtable asks for, that of the glyph that it begins with first. */
function coveragesOf(view: DataView, at: number, type: number, table: "GSUB" | "GPOS"): number[] {
  const context = table === "GSUB" ? 5 : 7;
  const listed = (pen: number, count: number) =>
    Array.from({ length: count }, (_, i) => at + view.getUint16(pen + i * 2));
  // Third formats of contexts list coverages; a chained one has those of what stands before first, those after it last.
  if (view.getUint16(at) === 3 && type === context) return listed(at + 6, view.getUint16(at + 2));
  if (view.getUint16(at) === 3 && type === context + 1) {
    const input = at + 4 + view.getUint16(at + 2) * 2;
    const after = input + 2 + view.getUint16(input) * 2;
    return [
      ...listed(input + 2, view.getUint16(input)),
      ...listed(at + 4, view.getUint16(at + 2)),
      ...listed(after + 2, view.getUint16(after)),
    ];
  }
  return [at + view.getUint16(at + 2)];
}

function mark(view: DataView, coverage: number, digest: Digest): void {
  const ranges = view.getUint16(coverage) === 2;
  for (let i = 0; i < view.getUint16(coverage + 2); i++) {
    const entry = coverage + 4 + i * (ranges ? 6 : 2);
    const from = view.getUint16(entry);
    const to = ranges ? view.getUint16(entry + 2) : from;
    for (let id = from; id <= to; id++) digest[id >>> 5] = (digest[id >>> 5] ?? 0) | (1 << (id & 31));
  }
}
