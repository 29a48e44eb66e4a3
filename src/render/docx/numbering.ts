/** Automatic numbers: one multi-level list per list and language, its levels linked to styles; numbers that Word would not
 * come to by counting are frozen. Longer than most files, because choosing a number and writing it share one state. */
import type { HouseStyle } from "../../document/house.ts";
import type { Document, Item } from "../../document/tree.ts";
import { Counters, type CountingLevel, type Instance } from "../../document/word-counting.ts";
import { advance } from "./balance.ts";
import { type El, el, flag, val } from "./elements.ts";
import { type FullStyle, fullStyle } from "./house-look.ts";
import { type ListLevel, layLevels } from "./list-levels.ts";
import { listKey, type Scan } from "./scan.ts";
import { directionOf, scriptOf } from "./script.ts";
import type { StyleName } from "./style-names.ts";
import { type DerivedStyle, positionOf, type StyleNumber } from "./styles.ts";

/** Where an item stands: its style in Word, and the number to write into the paragraph where its style does not say it. */
export interface Placed {
  styleId: string;
  number?: StyleNumber;
  /** The paragraph's place must be written too, because the list has another one for that level. */
  ownPosition: boolean;
}

interface List {
  /** Number of the `w:abstractNum`. */
  definition: number;
  levels: ListLevel[];
  /** House style whose measures each level has. */
  looks: (string | undefined)[];
  /** Id of the style that each level is linked to. */
  links: (string | undefined)[];
  /** The longest label of an inserted paragraph at each level. */
  longest: (string | undefined)[];
  rtl: boolean;
  current: number;
  base: number;
}

/** A `w:abstractNum`: of a list, or of one frozen number with the look of a style. */
interface Definition {
  levels: CountingLevel[];
  rtl: boolean;
  list?: List;
  look?: string;
}

/** mm between a label and its text, at least. */
const leastGap = 1.3;

interface Num extends Instance {
  numId: number;
}

/** Gives numbers to items in document order, then writes the numbering part. */
export class NumberingWriter {
  readonly #house: HouseStyle;
  readonly #document: Document;
  readonly #names: Map<string, StyleName>;
  readonly #scan: Scan;
  readonly #lists = new Map<string, List>();
  readonly #definitions: Definition[] = [];
  readonly #nums: Num[] = [];
  readonly #counters = new Counters((definition) => this.#definitions[Number(definition)]?.levels ?? []);
  /** What styles carry, by the house's key; read by the styles part after all items are placed. */
  readonly numbers = new Map<string, StyleNumber>();
  readonly derived: DerivedStyle[] = [];

  constructor(house: HouseStyle, document: Document, names: Map<string, StyleName>, scan: Scan) {
    this.#house = house;
    this.#document = document;
    this.#names = names;
    this.#scan = scan;
    for (const { list } of document.numbering) this.#linkUsual(list);
  }

  /**
   * Links every level to the style that is named after list and depth (`operative`, `operative-2`), used or not, so that
   * someone who writes on in Word finds them.
   */
  #linkUsual(name: string): void {
    const list = this.#list(name, this.#document.lang);
    list.levels.forEach(({ depth, suffix }, level) => {
      const key = depth === 1 ? name : `${name}-${depth}`;
      const id = this.#names.get(key)?.id;
      if (suffix > 0 || id === undefined || this.numbers.has(key)) return;
      list.looks[level] = key;
      list.links[level] = id;
      this.numbers.set(key, { numId: list.base, level });
    });
  }

  /** Throws when the item names a list or a depth that the document does not have: that is our fault, not an author's. */
  place(item: Item, lang: string): Placed {
    const list = this.#list(item.list, lang);
    const level = list.levels.findIndex((l) => l.depth === item.depth && l.suffix === (item.suffix ?? 0));
    const base = list.levels.findIndex((l) => l.depth === item.depth && l.suffix === 0);
    if (base < 0) throw new Error(`list ${item.list} has no depth ${item.depth}`);
    if (level >= 0 && item.suffix && item.label.length > (list.longest[level]?.length ?? 0))
      list.longest[level] = item.label;
    const styleId = this.#link(list, level, item, lang);
    const linked = level >= 0 && list.links[level] === styleId;
    const numId = this.#choose(list, level, base, item);
    const frozen = this.#nums[numId - 1]?.definition !== String(list.definition);
    const at = frozen ? 0 : level;
    const carried = linked && numId === list.base && at === level;
    return {
      styleId,
      ...(carried ? {} : { number: { numId, level: at } }),
      ownPosition: !carried && !frozen && list.looks[level] !== item.style,
    };
  }

  #list(name: string, lang: string): List {
    const key = listKey(name, lang);
    const known = this.#lists.get(key);
    if (known) return known;
    const numbering = this.#document.numbering.find((n) => n.list === name);
    if (!numbering) throw new Error(`no numbering of the name ${name}`);
    const levels = layLevels(numbering, this.#scan.suffixes.get(key) ?? new Map());
    const rtl = directionOf(lang) === "rtl";
    const definition = this.#definitions.length;
    const list: List = { definition, levels, looks: [], links: [], longest: [], rtl, current: 0, base: 0 };
    this.#definitions.push({ levels, list, rtl });
    list.base = list.current = this.#num(definition);
    this.#lists.set(key, list);
    return list;
  }

  #num(definition: number, starts = new Map<number, number>()): number {
    const numId = this.#nums.length + 1;
    this.#nums.push({ numId, definition: String(definition), starts });
    return numId;
  }

  /** Links a level to the style of its first item, as long as that style is not taken by another level. */
  #link(list: List, level: number, item: Item, lang: string): string {
    const own = this.#names.get(item.style)?.id ?? "Normal";
    if (level < 0) return own;
    list.looks[level] ??= item.style;
    const suffix = list.levels[level]?.suffix ?? 0;
    if (lang !== this.#document.lang) return own;
    if (suffix > 0) {
      list.links[level] ??= this.#derive(list, level, item.style);
      return list.looks[level] === item.style ? (list.links[level] ?? own) : own;
    }
    if (list.links[level] === undefined && !this.numbers.has(item.style)) {
      list.links[level] = own;
      this.numbers.set(item.style, { numId: list.base, level });
    }
    return own;
  }

  /** A style of its own for inserted paragraphs, because a style can carry only one level's number. */
  #derive(list: List, level: number, style: string): string {
    const base = this.#names.get(style);
    const word = list.levels[level]?.text.replace(/%[1-9]|[().\s\u00a0]/g, "") ?? "";
    const suffix = list.levels[level]?.suffix ?? 0;
    const id = `${base?.id ?? "Normal"}Inserted${suffix}`;
    const name = `${base?.name ?? "Normal"} ${word || suffix + 1}`;
    this.derived.push({ id, name, custom: true, basedOn: style, number: { numId: list.base, level } });
    return id;
  }

  /**
   * The instance under which Word's count gives the printed label: the list as it runs, else a new instance that starts
   * at the item's number, else a list of its own with the label as fixed text.
   */
  #choose(list: List, level: number, base: number, item: Item): number {
    const keep = item.mark?.kind === "del" || item.mark?.kind === "move-from";
    if (level >= 0) {
      if (item.restart) list.current = this.#num(list.definition, this.#restartAt(list, base, item.number));
      if (this.#label(list.current, level, true) === item.label) {
        this.#label(list.current, level, keep);
        return list.current;
      }
      if (!item.suffix && list.levels[level]?.format !== "bullet") {
        const numId = this.#num(list.definition, new Map([[level, item.number]]));
        if (this.#label(numId, level, true) === item.label) {
          this.#label(numId, level, keep);
          if (!keep) list.current = numId;
          return numId;
        }
        this.#nums.pop();
      }
    }
    const definition = this.#definitions.length;
    const fixed = { start: 1, format: "decimal", text: item.label };
    this.#definitions.push({ levels: [fixed], rtl: list.rtl, look: item.style });
    return this.#num(definition);
  }

  #restartAt(list: List, level: number, number: number): Map<number, number> {
    const starts = new Map<number, number>();
    list.levels.forEach((l, n) => {
      if (l.suffix === 0) starts.set(n, n === level ? number : 1);
    });
    return starts;
  }

  #label(numId: number, level: number, keep: boolean): string {
    const num = this.#nums[numId - 1];
    if (!num) throw new Error(`no list instance ${numId}`);
    return this.#counters.next(String(numId), num, level, keep);
  }

  /** The root element of the numbering part. */
  part(): El {
    const namespace = { "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main" };
    return el("w:numbering", namespace, [
      ...this.#definitions.map((d, id) => this.#abstract(d, id)),
      ...this.#nums.map((num) => this.#instance(num)),
    ]);
  }

  #abstract({ levels, list, rtl, look }: Definition, id: number): El {
    return el("w:abstractNum", { "w:abstractNumId": id }, [
      val("w:nsid", (0x48430000 + id).toString(16).toUpperCase().padStart(8, "0")),
      val("w:multiLevelType", "multilevel"),
      val("w:tmpl", (0x48440000 + id).toString(16).toUpperCase().padStart(8, "0")),
      ...levels.map((level, n) => {
        const label = list ? list.longest[n] : level.text;
        return this.#level(level, n, list?.looks[n] ?? look, list?.links[n], rtl, label);
      }),
    ]);
  }

  /** Right-to-left lists have no `w:lvlJc`: absent, it means the start side of the paragraph (17.9.8). */
  #level(
    level: CountingLevel,
    n: number,
    look: string | undefined,
    link: string | undefined,
    rtl: boolean,
    label: string | undefined,
  ): El {
    const style = look === undefined ? undefined : fullStyle(this.#house, look);
    const fills = style?.label !== undefined && label !== undefined && this.#fills(label, style);
    return el("w:lvl", { "w:ilvl": n }, [
      val("w:start", level.start),
      val("w:numFmt", level.format),
      ...(link === undefined ? [] : [val("w:pStyle", link)]),
      ...(style && (!style.label || fills) ? [val("w:suff", "space")] : []),
      val("w:lvlText", level.text),
      ...(rtl ? [] : [val("w:lvlJc", "left")]),
      ...(style ? [el("w:pPr", undefined, positionOf(style, style))] : []),
      ...(rtl ? [el("w:rPr", undefined, [flag("w:rtl")])] : []),
    ]);
  }

  /** Whether a label leaves no gap before the tab, which Word then lets begin where the label ends: a space parts them better. */
  #fills(label: string, { label: room, size }: FullStyle): boolean {
    const scale = this.#house.fonts[scriptOf(this.#document.lang)].scale;
    return advance(label, size * scale, false) + leastGap > (room?.width ?? 0);
  }

  #instance(num: Num): El {
    return el("w:num", { "w:numId": num.numId }, [
      val("w:abstractNumId", num.definition),
      ...[...num.starts].map(([level, start]) =>
        el("w:lvlOverride", { "w:ilvl": level }, [val("w:startOverride", start)]),
      ),
    ]);
  }
}
