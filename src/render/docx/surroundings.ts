/** What is in force where words stand: direction, language and the weight of the paragraph's style. */
import type { TextBlock } from "../../document/tree.ts";
import type { Context, Surroundings } from "./context.ts";
import { fullStyle } from "./house-look.ts";
import { directionOf } from "./script.ts";

/** At the outermost of a part: what the document says. */
export function surroundings(context: Context, part: Surroundings["part"]): Surroundings {
  return { part, dir: context.document.dir, lang: context.document.lang, bold: false, italic: false };
}

/** Inside something that may have a language or direction of its own. A language alone brings its direction along. */
export function within(around: Surroundings, own: { lang?: string; dir?: "ltr" | "rtl" }): Surroundings {
  const lang = own.lang ?? around.lang;
  const dir = own.dir ?? (own.lang === undefined ? around.dir : directionOf(own.lang));
  return lang === around.lang && dir === around.dir ? around : { ...around, lang, dir };
}

export function withStyle(context: Context, around: Surroundings, block: TextBlock): Surroundings {
  const style = fullStyle(context.house, block.style);
  return { ...within(around, block), bold: style?.bold ?? false, italic: style?.italic ?? false };
}
