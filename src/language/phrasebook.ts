/** The fixed phrases of a locale, looked up by i18next: plural form and form for a woman, missing keys said; the one door to i18next. */
import { createInstance, type i18n } from "i18next";
import type { InlineText } from "../text/inline.ts";
import { fill, type Pattern, readPattern, type Value } from "./fill.ts";

export interface Phrasebook {
  /** `key` is a path in `phrases.json`, or `<file>:<path>`. `count` chooses the plural form, `gender: "f"` the form for a woman. */
  phrase(key: string, values: Readonly<Record<string, Value>>): InlineText;
  has(key: string): boolean;
  /** CLDR ordinal category of a number: `one`, `two`, `few`, `many`, `other`. */
  ordinalCategory(n: number): string;
}

const categories = ["zero", "one", "two", "few", "many", "other"];
const categoryEnd = new RegExp(`_(?:${categories.join("|")})$`);

/** The key without its plural category and form for a woman. */
export function baseKey(key: string): string {
  return key.includes("_") ? key.replace(categoryEnd, "").replace(/_f$/, "") : key;
}

/** Every missing plural form takes the words of `_other`. */
function withAllForms(flat: ReadonlyMap<string, string>): Record<string, string> {
  const out: Record<string, string> = Object.create(null);
  for (const [key, text] of flat) {
    out[key] = text;
    if (key.endsWith("_other"))
      for (const category of categories) {
        const form = `${key.slice(0, -"other".length)}${category}`;
        if (!flat.has(form)) out[form] = text;
      }
  }
  return out;
}

/**
 * `files`: flat texts by file name; `plurals`: the language whose CLDR rules are used; `finish`: typography of a phrase;
 * `missing` is told of a key without a phrase (no `blank`) or a blank without a value.
 */
export function createPhrasebook(options: {
  plurals: string;
  files: ReadonlyMap<string, ReadonlyMap<string, string>>;
  finish: (tree: InlineText) => InlineText;
  missing: (key: string, blank?: string) => void;
}): Phrasebook {
  const lng = options.plurals;
  let speaker: i18n | undefined;
  // Made at the first phrase: a locale that is only checked or searched does not need it.
  const instance = (): i18n => {
    if (speaker) return speaker;
    const resources = Object.fromEntries(
      [...options.files].map(([name, flat]) => [name, withAllForms(flat)]),
    );
    speaker = createInstance();
    void speaker.init({
      lng,
      fallbackLng: false,
      ns: [...options.files.keys()],
      defaultNS: "phrases",
      fallbackNS: false,
      resources: { [lng]: resources },
      keySeparator: false,
      nsSeparator: ":",
      initAsync: false,
      load: "currentOnly",
    });
    return speaker;
  };
  const patterns = new Map<string, Pattern>();
  return {
    phrase(key, values) {
      const { count, gender } = values;
      // Blanks are filled by us, so that values are text and never formats or calls of i18next.
      const written = instance().t(key, {
        skipInterpolation: true,
        defaultValue: "",
        ...(typeof count === "number" ? { count } : {}),
        ...(gender === "f" ? { context: "f" } : {}),
      });
      if (written === "") {
        if (!this.has(key)) {
          options.missing(key);
          return [{ kind: "text", text: key }];
        }
        return [];
      }
      let pattern = patterns.get(written);
      if (!pattern) {
        pattern = readPattern(written, options.finish);
        patterns.set(written, pattern);
      }
      return fill(pattern, values, (blank) => options.missing(key, blank));
    },
    has(key) {
      const [file, path] = key.includes(":") ? key.split(":", 2) : ["phrases", key];
      const flat = options.files.get(file ?? "");
      return flat !== undefined && path !== undefined && (flat.has(path) || flat.has(`${path}_other`));
    },
    ordinalCategory(n) {
      return instance()
        .services.pluralResolver.getSuffix(lng, n, { ordinal: true })
        .replace(/^_ordinal_/, "");
    },
  };
}
