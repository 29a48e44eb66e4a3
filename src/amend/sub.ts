/** Sub-amendments: changes of the text that an amendment proposes, made before that amendment is applied (house-style 2.7). */
import type { Amendment, AmendmentId, Operation, Target, WordChange } from "../model/amendment.ts";
import type { Refusal } from "../model/findings.ts";
import type { Id } from "../model/resolution.ts";
import { acceptText, hasChanges } from "../text/changes.ts";
import type { InlineText } from "../text/inline.ts";
import { normalise } from "../text/normalise.ts";
import type { Credit } from "./credit.ts";
import { missingText, standInText } from "./missing-text.ts";
import { inOtherLanguage } from "./rebuild.ts";
import { attempt, reasonOf, refusalOf, refuse } from "./refuse.ts";
import { editTexts } from "./track.ts";

/** One text that an amendment proposes, in one language. */
export interface ProposedText {
  /** Id of the new paragraph, or a number where the text belongs to none. */
  id: Id;
  text: InlineText;
}

/** The texts that an operation proposes in a language, in order: new paragraphs, a new text, or words put in. */
export function proposedTexts(op: Operation, language: string): ProposedText[] {
  const one = (text: InlineText | undefined): ProposedText[] => (text ? [{ id: "0", text }] : []);
  switch (op.kind) {
    case "add":
      return (op.texts[language] ?? []).map((text, i) => ({ id: op.ids[i] ?? String(i), text }));
    case "split":
      return (op.texts[language] ?? []).map((text, i) => ({
        id: i === 0 ? "0" : (op.ids[i - 1] ?? String(i)),
        text,
      }));
    case "replace":
    case "merge":
      return one(op.text[language]);
    case "retitle":
      return op.text ? one(op.text[language]) : putTexts(op.changes?.[language]);
    case "amend":
      return putTexts(op.changes[language]);
    default:
      return [];
  }
}

function putTexts(changes: readonly WordChange[] | undefined): ProposedText[] {
  return (changes ?? []).flatMap(({ put }, i) => (put.length > 0 ? [{ id: String(i), text: put }] : []));
}

/** Languages in which an operation says something. */
export function languagesOf(op: Operation): string[] {
  const texts =
    op.kind === "amend"
      ? op.changes
      : op.kind === "retitle"
        ? { ...op.text, ...op.changes }
        : op.kind === "replace" || op.kind === "merge"
          ? op.text
          : op.kind === "add" || op.kind === "split"
            ? op.texts
            : {};
  return Object.keys(texts).sort();
}

/** Whether an operation says something, but not in this language. */
export function lacksText(op: Operation, language: string): boolean {
  const own = languagesOf(op);
  return own.length > 0 && !own.includes(language);
}

/** The operation with other texts in a language; those that `f` leaves out stay. */
function withTexts(op: Operation, language: string, texts: ReadonlyMap<Id, InlineText>): Operation {
  const row = (own: Record<string, InlineText[]>, ids: readonly Id[]): Record<string, InlineText[]> => ({
    ...own,
    [language]: (own[language] ?? []).map((text, i) => texts.get(ids[i] ?? String(i)) ?? text),
  });
  const one = (own: Record<string, InlineText>): Record<string, InlineText> => {
    const text = texts.get("0");
    return text ? { ...own, [language]: text } : own;
  };
  const puts = (own: Record<string, WordChange[]>): Record<string, WordChange[]> => ({
    ...own,
    [language]: (own[language] ?? []).map((change, i) => ({
      ...change,
      put: texts.get(String(i)) ?? change.put,
    })),
  });
  switch (op.kind) {
    case "add":
      return { ...op, texts: row(op.texts, op.ids) };
    case "split":
      return { ...op, texts: row(op.texts, ["0", ...op.ids]) };
    case "replace":
    case "merge":
      return { ...op, text: one(op.text) };
    case "retitle":
      return op.text ? { ...op, text: one(op.text) } : { ...op, changes: puts(op.changes ?? {}) };
    case "amend":
      return { ...op, changes: puts(op.changes) };
    default:
      return op;
  }
}

/** Which of the proposed texts a sub-amendment means: the new paragraph it names, or the only one. */
function meant(sub: Amendment, target: Target | undefined, texts: readonly ProposedText[]): ProposedText[] {
  const named = target?.kind === "paragraph" ? texts.filter((text) => text.id === target.id) : [];
  if (named.length > 0 || texts.length <= 1) return named.length > 0 ? named : [...texts];
  return sub.operation.kind === "amend" || sub.operation.kind === "retitle" ? [...texts] : [];
}

/** Changes that one sub-amendment makes in one language, in tracked form, by id of the proposed text. */
export function subChanges(
  sub: Amendment,
  op: Operation,
  language: string,
): { texts: Map<Id, InlineText> } | { refusal: Refusal } {
  return attempt(() => {
    const so = sub.operation;
    const target = "target" in so ? so.target : undefined;
    const texts = meant(sub, target, proposedTexts(op, language));
    if (so.kind === "replace" || (so.kind === "retitle" && so.text)) {
      const [one] = texts;
      const text = so.text?.[language];
      if (!one || texts.length > 1)
        return unfit(sub, "replaces a text, but does not say which of those proposed");
      if (!text) return missing(sub, language);
      return { texts: new Map([[one.id, text]]) };
    }
    if (so.kind !== "amend" && so.kind !== "retitle")
      return unfit(sub, "does something that cannot be done to a proposal");
    const changes = so.changes?.[language];
    if (!changes) return missing(sub, language);
    const edited = editTexts(texts, changes, { by: sub.id, language });
    if ("problem" in edited) {
      const { problem } = edited;
      const find = changes[problem.change]?.find ?? "";
      return refuse(
        sub,
        reasonOf(
          problem,
          find,
          `the text of ${sub.parent ?? ""}`,
          `amend.${language}.${problem.change}`,
          language,
          `the text that ${sub.parent ?? "the amendment"} proposes`,
        ),
      );
    }
    return { texts: edited.texts };
  });
}

function unfit(sub: Amendment, why: string): never {
  return refuse(sub, {
    code: "parent-unfit",
    message: `It ${why}; it is a sub-amendment to ${sub.parent ?? ""}.`,
    hint: "Change words of the proposed text, or give it another text.",
    field: "to",
  });
}

function missing(sub: Amendment, language: string): never {
  return refuse(sub, missingText(language, language, `, in which ${sub.parent ?? "its parent"} has one`));
}

/** An operation with what sub-amendments made of it, and the languages in which their words are borrowed. */
export interface SubAmended {
  operation: Operation;
  notices: Refusal[];
  /** What it reads like after each sub-amendment; none where a sub-amendment takes out a whole paragraph. */
  credits?: Credit[];
}

/**
 * An operation with sub-amendments in it, in every language that it has, one after the other; all of them or none. Each looks for its
 * words in the text as it was proposed, as amendments do in that of the stage. Where a sub-amendment has no words in a language, the
 * text that it leads to in its own stands there, marked as such; a language version that it is not about stays as it is.
 */
export function subAmended(op: Operation, subs: readonly Amendment[]): SubAmended | { refusal: Refusal } {
  let now = op;
  const notices: Refusal[] = [];
  const credits: Credit[] = [];
  for (const sub of subs) {
    const so = sub.operation;
    if (so.kind === "delete") {
      const less = withoutParagraph(now, so.target);
      if (!less) return attempt(() => unfit(sub, "takes out a paragraph that is not proposed there"));
      now = less;
      continue;
    }
    const own = new Set(languagesOf(so));
    const lender = own.has(sub.original) ? sub.original : [...own].sort()[0];
    // The lender first, so that the others can borrow; versions that it does not correct stay as they are.
    const languages = languagesOf(op)
      .filter((language) => sub.only?.includes(language) !== false)
      .sort((a, b) => Number(b === lender) - Number(a === lender));
    let lent: Map<Id, InlineText> | undefined;
    for (const language of languages) {
      const borrows = !own.has(language) && lent !== undefined;
      const changed = borrows ? { texts: borrowed(lent, lender ?? "") } : subChanges(sub, now, language);
      if ("refusal" in changed) return changed;
      if (borrows) notices.push(refusalOf(sub, standInText(language, lender ?? "", language)));
      const settled = new Map([...changed.texts].map(([id, text]) => [id, normalise(acceptText(text))]));
      if (language === lender) lent = settled;
      now = withTexts(now, language, changed.texts);
    }
    credits.push({ by: sub.id, operation: accepted(now) });
  }
  const told = credits.length > 0 && credits.length === subs.length ? { credits } : {};
  return { operation: accepted(now), notices, ...told };
}

/** An operation with the changes in its texts made. */
function accepted(op: Operation): Operation {
  let now = op;
  for (const language of languagesOf(op)) {
    const changed = proposedTexts(op, language).filter(({ text }) => hasChanges(text));
    const texts = new Map(changed.map(({ id, text }) => [id, normalise(acceptText(text))]));
    if (texts.size > 0) now = withTexts(now, language, texts);
  }
  return now;
}

function borrowed(texts: ReadonlyMap<Id, InlineText> | undefined, from: string): Map<Id, InlineText> {
  return new Map([...(texts ?? [])].map(([id, text]) => [id, inOtherLanguage(text, from)]));
}

/** An addition of several paragraphs without one of them. */
function withoutParagraph(op: Operation, target: Target): Operation | undefined {
  if (op.kind !== "add" || target.kind !== "paragraph" || op.ids.length < 2) return undefined;
  const at = op.ids.indexOf(target.id);
  if (at < 0) return undefined;
  const drop = <T>(row: readonly T[]): T[] => row.filter((_, i) => i !== at);
  const texts = Object.fromEntries(Object.entries(op.texts).map(([language, row]) => [language, drop(row)]));
  return { ...op, ids: drop(op.ids), texts, ...(op.depths ? { depths: drop(op.depths) } : {}) };
}

/** Sub-amendments of an amendment, in list order. */
export function subsOf(id: AmendmentId, all: readonly Amendment[]): Amendment[] {
  return all.filter((other) => other.parent === id);
}
