/** The resolution in one of its languages: every text replaced by its translation. */
import type { Resolution } from "../model/resolution.ts";
import { answers } from "../model/translation.ts";
import { mapSegments, type SegmentAt } from "../model/walk.ts";
import type { Checked, Diagnostic, Place } from "../report/diagnostic.ts";
import { textHash } from "../text/hash.ts";
import { plainText } from "../text/inline.ts";
import type { Work } from "./work.ts";

/**
 * The original, or the translated resolution. A text without a translation is an error `translation-missing` at the place
 * of its source, and there is no value; a translation of a text that has changed is a warning `translation-stale`.
 */
export function inLanguage(work: Work, language: string): Checked<Resolution> {
  const { resolution } = work;
  if (language === resolution.original) return { value: resolution, diagnostics: [] };
  const file = `resolutions/${work.name}/translations/${language}.yaml`;
  const translation = Object.hasOwn(work.translations, language) ? work.translations[language] : undefined;
  if (!translation) {
    const there = [resolution.original, ...work.translatedInto].join(", ");
    return {
      diagnostics: [
        noFile(`There is no translation into \`${language}\`.`, file, `The work is there in: ${there}.`),
      ],
    };
  }
  const diagnostics: Diagnostic[] = [];
  let complete = true;
  const translated = mapSegments(resolution, (segment) => {
    const own = Object.hasOwn(translation.texts, segment.id) ? translation.texts[segment.id] : undefined;
    const hash = textHash(segment.text);
    if (!own) {
      complete = false;
      diagnostics.push(missing(segment, hash, file, work.places.get(segment.id)));
      return segment.text;
    }
    if (!answers(segment.id, own.source, hash, work.history)) {
      const place = work.places.get(`${language}:${segment.id}`);
      diagnostics.push(stale(segment, own.source, { work: work.name, language, place }));
    }
    return own.text;
  });
  if (!complete) return { diagnostics };
  const { notice, persons } = translation;
  return {
    value: {
      ...translated,
      language,
      persons,
      ...(notice === undefined ? {} : { notice }),
    },
    diagnostics,
  };
}

function noFile(message: string, file: string, hint: string): Diagnostic {
  return {
    code: "translation-missing",
    severity: "error",
    message,
    place: { file, line: 1, column: 1 },
    hint,
  };
}

/** The first words of a text, to know it by. */
function beginning(segment: SegmentAt): string {
  const words = plainText(segment.text);
  return words.length > 40
    ? `${words.slice(0, words.lastIndexOf(" ", 40)).trim() || words.slice(0, 40)} …`
    : words;
}

function missing(segment: SegmentAt, hash: string, file: string, place: Place | undefined): Diagnostic {
  return {
    code: "translation-missing",
    severity: "error",
    message: `\`${segment.id}\` (“${beginning(segment)}”) has no translation in ${file}.`,
    ...(place ? { place } : {}),
    hint: `Add it under \`texts:\` as \`${segment.id}: { source: "${hash}", text: … }\`.`,
  };
}

function stale(
  segment: SegmentAt,
  was: string,
  { work, language, place }: { work: string; language: string; place: Place | undefined },
): Diagnostic {
  const why = was === "" ? "does not say which text it was made from" : "was made from an earlier text";
  return {
    code: "translation-stale",
    severity: "warning",
    message: `The translation of \`${segment.id}\` ${why}.`,
    ...(place ? { place } : {}),
    hint: `Read it again; when it fits, say so: hemicycle translate ${work} fresh ${segment.id} --lang ${language} --by … --date …`,
  };
}
