/** The typecase of a press: font files parsed once and shared by all its documents, and the choice of a face per character. */
import type { FontFamily, HouseStyle, Script } from "../../document/house.ts";
import { FontFile } from "./font-file.ts";
import type { Face, Fonts, Shape } from "./line.ts";
import { scriptOf } from "./script.ts";

export const scripts: readonly Script[] = ["latin", "cyrillic", "arabic", "han"];

export interface Typecase {
  /** The fonts of a house; files are read and parsed when a character first asks for them. */
  fonts(house: HouseStyle): Fonts;
  /** Families of the scripts of which a file is not there; no font is parsed for it. */
  missing(
    house: HouseStyle,
    wanted?: readonly Script[],
  ): { script: Script; family: FontFamily; file: string }[];
}

/** `font` gives the bytes of a file that a house names, or undefined where it is not installed. */
export function createTypecase(font: (file: string) => Uint8Array | undefined): Typecase {
  const read = new Map<string, Uint8Array | undefined>();
  const bytesOf = (file: string): Uint8Array | undefined => {
    if (!read.has(file)) read.set(file, font(file));
    return read.get(file);
  };
  const files = new Map<string, FontFile | undefined>();
  const open = (file: string): FontFile | undefined => {
    if (!files.has(file)) {
      const bytes = bytesOf(file);
      files.set(file, bytes === undefined ? undefined : new FontFile(file, bytes));
    }
    return files.get(file);
  };
  return {
    fonts: (house) => new HouseFonts(house.fonts, open),
    missing: (house, wanted = scripts) =>
      wanted.flatMap((script) => {
        const family = house.fonts[script];
        const names = [...new Set(Object.values(family.files))].filter((file) => bytesOf(file) === undefined);
        return names.map((file) => ({ script, family, file }));
      }),
  };
}

/** A font file as a family of the house shows it. Two faces of one file differ only in scale. */
export class HouseFace implements Face {
  readonly source: FontFile;
  readonly file: string;
  readonly scale: number;
  readonly leading: number;
  readonly ascent: number;
  readonly descent: number;
  readonly underline: { position: number; thickness: number };
  readonly strike: { position: number; thickness: number };

  constructor(source: FontFile, family: Pick<FontFamily, "scale" | "leading">) {
    const { font, post } = source;
    const em = font.unitsPerEm;
    this.source = source;
    this.file = source.file;
    this.scale = family.scale;
    this.leading = family.leading ?? 1;
    this.ascent = font.ascent / em;
    this.descent = -font.descent / em;
    // Some Naskh faces put their underline below the deepest tail; a line of text has no room for it there.
    this.underline = {
      position: Math.max(post.underline.position / em, -0.16),
      thickness: post.underline.thickness / em,
    };
    const os2 = font["OS/2"];
    this.strike = {
      position: (os2?.yStrikeoutPosition ?? em / 4) / em,
      thickness: (os2?.yStrikeoutSize ?? em / 20) / em,
    };
  }

  has(codePoint: number): boolean {
    return this.source.has(codePoint);
  }

  shape(text: string, level: number): Shape {
    return this.source.shape(text, level);
  }
}

class HouseFonts implements Fonts {
  readonly #families: HouseStyle["fonts"];
  readonly #open: (file: string) => FontFile | undefined;
  readonly #faces = new Map<number, HouseFace | undefined>();
  readonly #found = new Map<number, Face | undefined>();

  constructor(families: HouseStyle["fonts"], open: (file: string) => FontFile | undefined) {
    this.#families = families;
    this.#open = open;
  }

  of(script: Script, bold: boolean, italic: boolean): Face | undefined {
    const key = scripts.indexOf(script) * 4 + (bold ? 2 : 0) + (italic ? 1 : 0);
    if (!this.#faces.has(key)) {
      const family = this.#families[script];
      const { regular, bold: heavy, italic: slanted, boldItalic } = family.files;
      const source = this.#open(bold ? (italic ? boldItalic : heavy) : italic ? slanted : regular);
      this.#faces.set(key, source && new HouseFace(source, family));
    }
    return this.#faces.get(key);
  }

  find(codePoint: number, script: Script, bold: boolean, italic: boolean): Face | undefined {
    const look = (bold ? 2 : 0) + (italic ? 1 : 0);
    const key = (codePoint * 4 + scripts.indexOf(script)) * 4 + look;
    if (!this.#found.has(key)) {
      const asked = new Set<Script>([scriptOf(codePoint) ?? script, script, "latin", ...scripts]);
      let found: Face | undefined;
      for (const one of asked) {
        const face = this.of(one, bold, italic);
        if (face?.has(codePoint)) {
          found = face;
          break;
        }
      }
      this.#found.set(key, found);
    }
    return this.#found.get(key);
  }
}

/** Points from baseline to baseline: size times line height, with what the house says of the script's family. */
export function leading(fonts: Fonts, script: Script, size: number, lineHeight: number): number {
  const face = fonts.of(script, false, false) ?? fonts.of("latin", false, false);
  return size * lineHeight * (face === undefined ? 1 : face.scale * face.leading);
}
