/** Puts a row of amendments into a text, in all languages side by side, and keeps what came of each step. */
import type { Amendment, AmendmentId } from "../model/amendment.ts";
import { acceptChanges } from "../model/changes.ts";
import type { Absorbed, Refusal } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { applyAmendment } from "./apply.ts";
import { indexOf } from "./locate.ts";
import { inTextOrder, type Step } from "./sequence.ts";

/** A text with a row of amendments in it. */
export interface Folded {
  tracked: Resolution;
  applied: AmendmentId[];
  refusals: Refusal[];
  notices: Refusal[];
  absorbed: Absorbed[];
}

/** The same while it is being made. */
interface Sheet extends Folded {
  /** The text after each step, refused or not. */
  after: Resolution[];
}

/**
 * Languages are made together step by step, because an amendment that has no words in one language borrows them from another as they
 * are after that very step.
 */
export class Fold {
  private readonly sheets = new Map<string, Sheet>();
  private readonly steps: readonly Step[];
  private readonly cleaned = new Map<string, Resolution>();

  /** `text` gives the text before in a language; `order` is the text that orders the steps; `gone` are ids lost before. */
  constructor(
    private readonly text: (language: string) => Resolution | undefined,
    order: Resolution,
    steps: readonly Step[],
    private readonly gone: ReadonlyMap<Id, AmendmentId>,
  ) {
    this.steps = inTextOrder(order, steps);
  }

  /** The text with all steps made; undefined when there is no text in the language. */
  in(language: string): Folded | undefined {
    return this.advance(language, this.steps.length);
  }

  /** The text after the changes. */
  clean(language: string): Resolution | undefined {
    const known = this.cleaned.get(language);
    if (known) return known;
    const folded = this.in(language);
    if (!folded) return undefined;
    const clean = acceptChanges(folded.tracked);
    this.cleaned.set(language, clean);
    return clean;
  }

  private advance(language: string, to: number): Sheet | undefined {
    const sheet = this.sheets.get(language) ?? this.open(language);
    if (!sheet) return undefined;
    while (sheet.after.length < to) {
      const step = this.steps[sheet.after.length];
      if (!step) break;
      this.make(step, sheet, language);
    }
    return sheet;
  }

  private open(language: string): Sheet | undefined {
    const text = this.text(language);
    if (!text) return undefined;
    const sheet: Sheet = { tracked: text, applied: [], refusals: [], notices: [], absorbed: [], after: [] };
    this.sheets.set(language, sheet);
    return sheet;
  }

  private make({ amendment, operation, notices = [] }: Step, sheet: Sheet, language: string): void {
    const at = sheet.after.length;
    const a: Amendment = operation === amendment.operation ? amendment : { ...amendment, operation };
    const done = applyAmendment(sheet.tracked, a, language, {
      gone: this.lost(sheet),
      // A language that has the words never asks back for this step, so this ends.
      elsewhere: (other) => (other === language ? undefined : this.advance(other, at + 1)?.after[at]),
    });
    if ("refusal" in done) sheet.refusals.push(done.refusal);
    else {
      sheet.tracked = done.value;
      sheet.applied.push(amendment.id);
      sheet.notices.push(...notices.filter((notice) => notice.language === language), ...done.notices);
      sheet.absorbed.push(...done.absorbed);
    }
    sheet.after.push(sheet.tracked);
  }

  /** Ids that are gone: from before, and put in and taken out again in this row. */
  private lost(sheet: Sheet): ReadonlyMap<Id, AmendmentId> {
    if (sheet.absorbed.length === 0) return this.gone;
    const lost = new Map(this.gone);
    for (const { id, by } of sheet.absorbed) lost.set(id, by);
    return lost;
  }

  /** Ids that are gone after this row, with those lost before. */
  goneAfter(language: string): Map<Id, AmendmentId> {
    const gone = new Map(this.gone);
    const sheet = this.in(language);
    if (!sheet) return gone;
    const { live, dead } = indexOf(sheet.tracked);
    for (const [id, { goneBy }] of dead) if (goneBy !== undefined && !live.has(id)) gone.set(id, goneBy);
    for (const { id, by } of sheet.absorbed) if (!live.has(id)) gone.set(id, by);
    return gone;
  }
}
