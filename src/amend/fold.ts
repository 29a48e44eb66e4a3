/** Puts a row of amendments into a text, in all languages side by side, and keeps what came of each step. */
import type { Amendment, AmendmentId, Operation } from "../model/amendment.ts";
import { acceptChanges } from "../model/changes.ts";
import type { Absorbed, Refusal } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { type Applied, applyAmendment } from "./apply.ts";
import { credited } from "./credit.ts";
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
  /** The text after each step, refused or not; the words of its sub-amendments are those of the amendment here. */
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
  /** Languages in which a step is being made. */
  private readonly making = new Set<string>();
  private readonly lead: string;

  /** `text` gives the text before in a language; `order` is the text that orders the steps, in the language of the work; `gone` are ids lost before. */
  constructor(
    private readonly text: (language: string) => Resolution | undefined,
    order: Resolution,
    steps: readonly Step[],
    private readonly gone: ReadonlyMap<Id, AmendmentId>,
  ) {
    this.steps = inTextOrder(order, steps);
    this.lead = order.language;
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

  private make(step: Step, sheet: Sheet, language: string): void {
    const at = sheet.after.length;
    this.making.add(language);
    const done = this.againstLead(step, at, language) ?? this.put(step, sheet, at, language);
    let lent = sheet.tracked;
    if ("refusal" in done) sheet.refusals.push(done.refusal);
    else {
      lent = done.value;
      sheet.tracked = this.withCredits(step, done, sheet, at, language).value;
      sheet.applied.push(step.amendment.id);
      const borrowed = (step.notices ?? []).filter((notice) => notice.language === language);
      sheet.notices.push(...borrowed, ...done.notices);
      sheet.absorbed.push(...done.absorbed);
    }
    this.making.delete(language);
    sheet.after.push(lent);
  }

  /** What is refused in the language of the work is refused in all, so that every language has the same paragraphs. */
  private againstLead(step: Step, at: number, language: string): { refusal: Refusal } | undefined {
    if (language === this.lead || this.making.has(this.lead)) return undefined;
    const refusal = this.advance(this.lead, at + 1)?.refusals.find(
      (one) => one.amendment === step.amendment.id,
    );
    return refusal && { refusal };
  }

  private put(
    { amendment, operation }: Step,
    sheet: Sheet,
    at: number,
    language: string,
  ): Applied | { refusal: Refusal } {
    const options = {
      gone: this.lost(sheet),
      // A language that has the words never asks back for this step, so this ends.
      elsewhere: (other: string) => (other === language ? undefined : this.advance(other, at + 1)?.after[at]),
    };
    const a: Amendment = operation === amendment.operation ? amendment : { ...amendment, operation };
    const done = applyAmendment(sheet.tracked, a, language, options);
    const texts = "refusal" in done && language !== this.lead ? withoutTexts(operation, language) : undefined;
    if (!texts || !("refusal" in done)) return done;
    // A text that does not fit in this language alone must not cost it a paragraph that the others have.
    const again = applyAmendment(sheet.tracked, { ...amendment, operation: texts }, language, options);
    if ("refusal" in again) return done;
    return { ...again, notices: [{ ...done.refusal, language }, ...again.notices] };
  }

  /** What was done, with the words of sub-amendments as theirs. */
  private withCredits(step: Step, done: Applied, sheet: Sheet, at: number, language: string): Applied {
    const { amendment, credits } = step;
    if (!credits) return done;
    const put = (operation: Operation) => this.put({ amendment, operation }, sheet, at, language);
    return credited(done, amendment.operation, credits, put, language);
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
    const { live, dead, struck } = indexOf(sheet.tracked);
    for (const [id, { goneBy }] of dead) if (goneBy !== undefined && !live.has(id)) gone.set(id, goneBy);
    for (const [id, by] of struck) gone.set(id, by);
    for (const { id, by } of sheet.absorbed) if (!live.has(id)) gone.set(id, by);
    return gone;
  }
}

/** An operation on paragraphs without its texts in a language; undefined for one that changes texts only. */
function withoutTexts(op: Operation, language: string): Operation | undefined {
  const less = <T>(texts: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(texts).filter(([code]) => code !== language));
  if (op.kind === "add" || op.kind === "split") return { ...op, texts: less(op.texts) };
  return op.kind === "merge" ? { ...op, text: less(op.text) } : undefined;
}
