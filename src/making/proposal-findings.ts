/** What good drafting finds in amendments, each put alone into the text that it speaks of, and those that mix the parts of a text. */
import { applyAmendment } from "../amend/apply.ts";
import { crossings } from "../amend/crossing.ts";
import { effectiveOperation, isPending, parentFault } from "../amend/decided.ts";
import { byId } from "../amend/source.ts";
import { cleanStage } from "../amend/stages.ts";
import { languagesOf } from "../amend/sub.ts";
import type { Locale } from "../language/locale.ts";
import { lint, textRules } from "../lint/index.ts";
import type { Amendment } from "../model/amendment.ts";
import { acceptChanges } from "../model/changes.ts";
import type { Resolution } from "../model/resolution.ts";
import type { Work } from "../read/work.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { Amending } from "./amending.ts";
import { hintFor } from "./stage-findings.ts";
import { wordsPlace } from "./text-places.ts";

export interface Looked {
  work: Work;
  amending: Amending;
  /** Those whose words are looked at; a language without one is passed over. */
  languages: readonly string[];
  locale(code: string): Locale | undefined;
  /** The amendments that are meant; absent: what is pending. */
  which?: (amendment: Amendment) => boolean;
  /** The rules that are looked at; absent: those for the words of one text. */
  only?: typeof textRules;
}

/** What the words of amendments bring into the text, at the words. */
export function proposalFindings(looked: Looked): Diagnostic[] {
  const { work, amending, languages, locale, which = isPending, only = textRules } = looked;
  const { original } = work.resolution;
  const locales = new Map(languages.map((language) => [language, locale(language)]));
  const before = new Map<Resolution, Set<string>>();
  const found = amending.work.amendments.filter(which).flatMap((a) =>
    languages.flatMap((language): Diagnostic[] => {
      const words = locales.get(language);
      const sides = words && sidesOf(a, amending, language);
      const tabled = work.tabled.find((t) => t.id === a.id);
      if (!words || !sides || !tabled) return [];
      const known =
        before.get(sides.before) ?? new Set(lint(sides.before, words, new Map(), only).map(keyOf));
      before.set(sides.before, known);
      return lint(changedOnly(sides), words, new Map(), only)
        .filter((d) => !known.has(keyOf(d)))
        .map((d): Diagnostic => {
          const { about = "", hint: _, ...rest } = d;
          const said = d.message.slice(about.slice(about.indexOf(":") + 1).length + 2);
          const hint = hintFor(d);
          return {
            ...rest,
            message: `${a.id}${language === original ? "" : ` (${language})`}: ${said}`,
            place: wordsPlace(tabled, language),
            ...(hint === undefined ? {} : { hint }),
          };
        });
    }),
  );
  return found;
}

/** A warning for each amendment that takes a paragraph into another part. */
export function crossingFindings(work: Work, amending: Amending): Diagnostic[] {
  return crossings(amending.work).map(({ amendment, field, message, hint }): Diagnostic => {
    const tabled = work.tabled.find((t) => t.id === amendment.id);
    const place =
      tabled && (tabled.places[field] ?? tabled.places[field.split(".")[0] ?? ""] ?? tabled.place);
    return {
      code: "amendment-target",
      severity: "warning",
      message: `${amendment.id}: ${message}`,
      ...(place ? { place } : {}),
      hint,
    };
  });
}

/** The text without the amendment and with it; of a sub-amendment, with what it is to. Undefined for one that does not fit. */
function sidesOf(
  a: Amendment,
  { work }: Amending,
  language: string,
): { before: Resolution; after: Resolution } | undefined {
  const text = cleanStage(work, a.base, language);
  // Borrowed words are looked at in their own language.
  if (!text || !languagesOf(a.operation).includes(language)) return undefined;
  const known = byId(work.amendments);
  if (parentFault(a, known)) return undefined;
  const parent = a.parent === undefined ? undefined : known.get(a.parent);
  if (!parent) {
    const after = applied(text, a, language);
    return after && { before: text, after };
  }
  const open: Amendment = { ...parent, decision: { outcome: "pending" } };
  const made = effectiveOperation(open, work.amendments, (sub) => sub.id === a.id);
  if ("refusal" in made) return undefined;
  const before = applied(text, open, language);
  const after = applied(text, { ...open, operation: made.operation }, language);
  return before && after && { before, after };
}

/** The text after without what stands in it as before: the rules look at each text by itself. */
function changedOnly({ before, after }: { before: Resolution; after: Resolution }): Resolution {
  const old = new Set<unknown>([
    ...before.preambular,
    ...before.operative,
    ...before.annexes,
    ...before.notes,
  ]);
  const fresh = <T>(row: T[]): T[] => row.filter((one) => !old.has(one));
  const { preambular, operative, annexes, notes } = after;
  return {
    ...after,
    preambular: fresh(preambular),
    operative: fresh(operative),
    annexes: fresh(annexes),
    notes: fresh(notes),
  };
}

function applied(text: Resolution, a: Amendment, language: string): Resolution | undefined {
  const made = applyAmendment(text, a, language);
  return "refusal" in made ? undefined : acceptChanges(made.value);
}

function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
