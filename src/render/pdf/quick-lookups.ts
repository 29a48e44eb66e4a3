/**
 * Makes fontkit pass over the rules of a font that cannot apply to a word: which glyphs a rule begins with is read from the
 * font's own tables (OpenType 1.9, GSUB and GPOS, "Coverage table") without decoding it. What does apply is still fontkit's
 * affair, and the outcome the same; a Naskh font has hundreds of rules, of which a word meets a dozen.
 */
import type { FontkitFont, FontkitLookup, FontkitProcessor } from "fontkit";

/** Bits of the glyphs that some subtable of a rule begins with, 32 a number. */
type Digest = Uint32Array;

/** `bytes`: of the font file. Changes the font's own processors, not fontkit. */
export function quickenLookups(font: FontkitFont, bytes: Uint8Array): void {
  const { engine } = font._layoutEngine;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [table, processor] of [
    ["GSUB", engine?.GSUBProcessor],
    ["GPOS", engine?.GPOSProcessor],
  ] as const) {
    const start = font.directory.tables[table]?.offset;
    if (processor && start !== undefined) quicken(processor, digests(view, start, table, font.numGlyphs));
  }
}

function quicken(processor: FontkitProcessor, digest: (lookup: number) => Digest): void {
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
      const bits = digest(lookup.index);
      if (glyphs.some(({ id }) => ((bits[id >>> 5] ?? 0) >>> (id & 31)) & 1))
        apply([lookup], glyphs, positions);
    }
  };
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

/** Digests of a table's lookups by their index, made when first asked for. */
function digests(
  view: DataView,
  start: number,
  table: "GSUB" | "GPOS",
  glyphs: number,
): (lookup: number) => Digest {
  const made: Digest[] = [];
  const list = start + view.getUint16(start + 8);
  return (index) => {
    let digest = made[index];
    if (digest === undefined) {
      digest = new Uint32Array((glyphs + 31) >>> 5);
      const lookup = list + view.getUint16(list + 2 + index * 2);
      for (let i = 0; i < view.getUint16(lookup + 4); i++) {
        let type = view.getUint16(lookup);
        let at = lookup + view.getUint16(lookup + 6 + i * 2);
        // An extension leads to the real subtable with a wider offset.
        if (type === (table === "GSUB" ? 7 : 9)) {
          type = view.getUint16(at + 2);
          at += view.getUint32(at + 4);
        }
        mark(view, coverageOf(view, at, type, table), digest);
      }
      made[index] = digest;
    }
    return digest;
  };
}

/** Where the coverage of the glyph stands that a subtable begins with. */
function coverageOf(view: DataView, at: number, type: number, table: "GSUB" | "GPOS"): number {
  const contexts = table === "GSUB" ? 5 : 7;
  // Third formats of contexts list coverages; a chained one has those of what stands before first.
  if (view.getUint16(at) === 3 && type === contexts) return at + view.getUint16(at + 6);
  if (view.getUint16(at) === 3 && type === contexts + 1)
    return at + view.getUint16(at + 4 + view.getUint16(at + 2) * 2 + 2);
  return at + view.getUint16(at + 2);
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
