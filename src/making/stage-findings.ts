/** What good drafting finds in the texts of stages: said where the text is written, or at the amendment that made it so. */
import { newIds } from "../amend/source.ts";
import { cleanStage, stageText } from "../amend/stages.ts";
import type { Locale } from "../language/locale.ts";
import { lint, lintLanguages, rules } from "../lint/index.ts";
import type { Amendment, AmendmentId } from "../model/amendment.ts";
import { acceptChanges, rejectChanges } from "../model/changes.ts";
import type { Id } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { Plan, PlannedText } from "./plan.ts";
import { targetOf, wordsPlace } from "./text-places.ts";

type Made = Pick<Plan, "work" | "amending" | "texts">;

/**
 * A text of the first stage is mended in the source; what later stages have that the stage before did not comes of an amendment, and
 * is said there with the name of the stage. `only`: the rules that are looked at; absent: all.
 */
export function stageFindings(plan: Made, only = rules): Diagnostic[] {
  const stages = [...new Set(plan.texts.map(({ stage }) => stage))];
  return stages.flatMap((stage) => new Look(plan, stage, only).findings());
}

/** In an amendment no text can have an end of its own. */
export function hintFor({ code, hint }: Diagnostic): string | undefined {
  return code === "closing-punctuation" ? "Take it out." : hint;
}

/** The texts of one stage in all languages. */
class Look {
  private readonly texts: readonly PlannedText[];
  private readonly found = new Map<string, ReadonlySet<string>>();
  /** By language and stage: what is found when one amendment is left out of the stage. */
  private readonly without = new Map<string, Map<AmendmentId, ReadonlySet<string>>>();

  constructor(
    private readonly plan: Made,
    private readonly stage: Stage,
    private readonly only: typeof rules,
  ) {
    this.texts = plan.texts.filter((text) => text.stage === stage);
  }

  findings(): Diagnostic[] {
    const { work } = this.plan;
    const { stages } = work.resolution;
    const at = stages.findIndex(({ id }) => id === this.stage.id);
    return lintLanguages(this.texts, work.places, this.only).map((d): Diagnostic => {
      const { about, ...said } = d;
      if (about === undefined) return said;
      let risen = at;
      for (let before = stages[risen - 1]; before; before = stages[risen - 1]) {
        if (!this.foundIn(before).has(keyOf(d))) break;
        risen -= 1;
      }
      const stage = stages[risen];
      return risen === 0 || !stage ? said : this.attributed(said, about, stage);
    });
  }

  private foundIn(stage: Stage): ReadonlySet<string> {
    const known = this.found.get(stage.id);
    if (known) return known;
    const { work } = this.plan.amending;
    const texts = this.texts.flatMap(({ resolution: { language }, locale }) => {
      const resolution = cleanStage(work, stage.id, language);
      return resolution ? [{ resolution, locale }] : [];
    });
    const found = new Set(lintLanguages(texts, new Map(), this.only).map(keyOf));
    this.found.set(stage.id, found);
    return found;
  }

  /** At the amendment without which it would not be so. */
  private attributed(d: Diagnostic, about: string, stage: Stage): Diagnostic {
    const { work } = this.plan;
    const { original, stages } = work.resolution;
    const colon = about.indexOf(":");
    const language = colon < 0 ? original : about.slice(0, colon);
    const id = about.slice(colon + 1);
    const makers = this.makers({ ...d, about }, stage, language);
    const own = makers.find((a) => speaksOf(a, id));
    const maker = own ?? makers[0];
    const tabled = work.tabled.find((t) => t.id === maker?.id);
    const at = stages.findIndex((one) => one.id === stage.id);
    const place = tabled
      ? own
        ? wordsPlace(tabled, language)
        : tabled.place
      : (work.places.get(`field:stages.${at}.id`) ?? work.places.get(`field:stages.${at}`) ?? d.place);
    const { place: _, hint: __, ...rest } = d;
    const names = makers.map((a) => a.id).join(" and ");
    const because = own
      ? ""
      : `${names === "" ? "" : ` That comes of ${names}.`} Leave the text of \`${stages[0]?.id ?? ""}\` as it is; an amendment mends this.`;
    return {
      ...rest,
      message: `In \`${stage.id}\`, ${d.message}`,
      ...(place ? { place } : {}),
      hint: `${(own ? hintFor(d) : d.hint) ?? ""}${because}`.trim(),
    };
  }

  private makers(d: Diagnostic, stage: Stage, language: string): Amendment[] {
    const key = `${language} ${stage.id}`;
    const known = this.without.get(key) ?? this.leaveOut(stage, language);
    this.without.set(key, known);
    return this.plan.amending.work.amendments.filter(({ id }) => known.get(id)?.has(keyOf(d)) === false);
  }

  private leaveOut(stage: Stage, language: string): Map<AmendmentId, ReadonlySet<string>> {
    const made = stageText(this.plan.amending.work, stage.id, language);
    const locale = this.texts.find((text) => text.resolution.language === language)?.locale;
    const out = new Map<AmendmentId, ReadonlySet<string>>();
    if (!made || !locale) return out;
    for (const id of made.applied) {
      const text = acceptChanges(rejectChanges(made.tracked, id));
      out.set(id, new Set(keysIn(text, locale, this.only)));
    }
    return out;
  }
}

function keysIn(text: PlannedText["resolution"], locale: Locale, only: typeof rules): string[] {
  return lint(text, locale, new Map(), only).map(keyOf);
}

/** The same in every stage; which languages say it too is not part of it. */
function keyOf({ code, about, message }: Diagnostic): string {
  return `${code} ${about} ${message.replace(/ The same in [^.]*\.$/, "")}`;
}

/** Whether the text, or the paragraph that it is a part of, has words of an amendment. */
function speaksOf(a: Amendment, id: Id): boolean {
  if (a.operation.kind === "move" || a.operation.kind === "delete") return false;
  const ids = [...newIds(a), targetOf(a)];
  for (let part = id; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf("."))))
    if (ids.includes(part)) return true;
  return false;
}
