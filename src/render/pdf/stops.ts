/** The places where the lines of a paragraph may end, with everything before each of them added up. */
import type { Itemized } from "./itemize.ts";
import type { ParagraphSpec } from "./line.ts";
import type { LineEnd } from "./line-maker.ts";
import { graphemeEnds } from "./script.ts";

/** Points that a line may be wide: the first, and each of the others. */
export interface Widths {
  first: number;
  rest: number;
}

/** A place where a line may end, with everything before it added up. Points. */
export interface Stop {
  end: LineEnd;
  /** Width from the paragraph's start to here without the spaces before it, and with them. */
  trimmed: number;
  full: number;
  /** Spaces and Chinese characters that may stretch, counted likewise. */
  trimmedGaps: number;
  fullGaps: number;
  /** Chinese characters before here: lines that hold some never shrink. */
  han: number;
  /** Added when a line ends here. */
  hyphen: number;
  penalty: number;
  forced: boolean;
}

/** What it costs to end a line: at a hyphen, and in need inside a word that fits no line. */
const penalties = { normal: 0, soft: 250, emergency: 1_000_000 };

/** Words that patterns may cut: letters alone, no part of a compound, a symbol or an address. */
const cuttable =
  /(?<![\p{L}\p{M}\p{N}\-\u2010\u2011/@._])[\p{L}\p{M}]{6,}(?![\p{L}\p{M}\p{N}\-\u2010\u2011/@_])/gu;

/** Every place where a line may end, in order; the last is the paragraph's end. `cutting`: at hyphens too. */
export function stopsOf(items: Itemized, spec: ParagraphSpec, widths: Widths, cutting: boolean): Stop[] {
  const { atoms, endings, text } = items;
  const stops: Stop[] = [];
  let full = 0;
  let trimmed = 0;
  let fullGaps = 0;
  let trimmedGaps = 0;
  let han = 0;
  /** Where the word at hand (all that stands between two opportunities) starts. */
  let word = { atom: 0, full: 0, gaps: 0 };

  const inside = (atom: number, at: number, before: number, gaps: number, kind: "hyphen" | "cut") => {
    const one = atoms[atom];
    if (one === undefined) return;
    const hyphen = kind === "hyphen" ? (one.face.shape("-", 0).width * one.size) / 1000 : 0;
    stops.push({
      end: { atom, at, kind },
      trimmed: before,
      full: before,
      trimmedGaps: gaps,
      fullGaps: gaps,
      han,
      hyphen,
      penalty: kind === "hyphen" ? penalties.soft : penalties.emergency,
      forced: false,
    });
  };

  /** Adds the places inside the word that ends before atom `to`. */
  const cutWord = (to: number) => {
    const emergency =
      trimmed - word.full > (word.atom === 0 ? Math.min(widths.first, widths.rest) : widths.rest);
    if (!emergency && !cutting) return;
    const first = atoms[word.atom];
    const last = atoms[to - 1];
    if (first === undefined || last === undefined) return;
    const points = new Map<number, "hyphen" | "cut">();
    let end = last.end;
    while (end > first.start && /\s/.test(text.charAt(end - 1))) end -= 1;
    if (emergency) for (const at of graphemeEnds(text, first.start, end)) points.set(at, "cut");
    if ((cutting || emergency) && spec.hyphens !== undefined) {
      for (const found of text.slice(first.start, last.end).matchAll(cuttable)) {
        // What fits no line has to be cut somewhere, names too.
        const letters = emergency ? found[0].toLowerCase() : found[0];
        if (letters.length !== found[0].length) continue;
        for (const point of spec.hyphens.points(letters, first.run.lang)) {
          points.set(first.start + found.index + point, "hyphen");
        }
      }
    }
    if (points.size === 0) return;
    const places = [...points].sort(([a], [b]) => a - b);
    let before = word.full;
    let gaps = word.gaps;
    let next = 0;
    for (let i = word.atom; i < to; i++) {
      const atom = atoms[i];
      if (atom === undefined) continue;
      for (let place = places[next]; place !== undefined && place[0] <= atom.end; place = places[++next]) {
        const [at, kind] = place;
        if (at === last.end || at <= atom.start) continue;
        inside(i, at, before + widthUpTo(atom, at), gaps, kind);
      }
      before += atom.width;
      if (atom.kind === "space" || atom.han) gaps += 1;
    }
  };

  atoms.forEach((atom, i) => {
    full += atom.width;
    if (atom.kind === "space" || atom.han) fullGaps += 1;
    if (atom.han) han += 1;
    if (atom.kind !== "space" && atom.kind !== "none") {
      trimmed = full;
      trimmedGaps = fullGaps - (atom.han ? 1 : 0);
    }
    const ending = endings[i] ?? "none";
    const last = i === atoms.length - 1;
    if (ending === "none" && !last) return;
    cutWord(i + 1);
    const hyphen = ending === "soft" && !last ? (atom.face.shape("-", 0).width * atom.size) / 1000 : 0;
    stops.push({
      end: { atom: i, at: atom.end, kind: last ? "end" : ending === "none" ? "normal" : ending },
      trimmed,
      full,
      trimmedGaps,
      fullGaps,
      han,
      hyphen,
      penalty: ending === "soft" && !last ? penalties.soft : penalties.normal,
      forced: last || ending === "forced",
    });
    word = { atom: i + 1, full, gaps: fullGaps };
  });
  if (stops.length === 0 || text.endsWith("\n")) {
    const at = text.length;
    const atom = atoms.length - 1;
    const last = stops.at(-1);
    if (last !== undefined) last.end = { ...last.end, kind: "forced" };
    stops.push({
      end: { atom, at, kind: "end" },
      trimmed: full,
      full,
      trimmedGaps: fullGaps,
      fullGaps,
      han,
      hyphen: 0,
      penalty: 0,
      forced: true,
    });
  }
  return stops;
}

/** Width of an atom's characters before `at`, read off its glyphs. */
function widthUpTo(atom: Itemized["atoms"][number], at: number): number {
  const { glyphs } = atom.shape;
  const wanted = at - atom.start;
  let seen = 0;
  let width = 0;
  const logical = atom.level % 2 === 1 ? [...glyphs].reverse() : glyphs;
  for (const glyph of logical) {
    if (seen >= wanted) break;
    seen += glyph.text.length;
    width += glyph.advance;
  }
  return (width * atom.size) / 1000;
}
