/** Applies one amendment to a text in tracked form, all of it or nothing. */
import type { Amendment, Operation, Target, WordChange } from "../model/amendment.ts";
import type { Absorbed, Refusal } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { acceptText } from "../text/changes.ts";
import type { InlineText } from "../text/inline.ts";
import { printedName } from "./label.ts";
import { indexOf, textsWithin } from "./locate.ts";
import { missingText, standInText } from "./missing-text.ts";
import { newNotes } from "./new-notes.ts";
import { addToList, removePart, struckWith } from "./part-of-paragraph.ts";
import {
  arrangement,
  changedTexts,
  checkDepths,
  inOtherLanguage,
  isRow,
  nest,
  withTexts,
} from "./rebuild.ts";
import { attempt, type Reason, reasonOf, refusalOf, refuse } from "./refuse.ts";
import {
  checkNewIds,
  idsWithin,
  insertItems,
  liveItem,
  marked,
  moveItem,
  type Named,
  newParagraph,
  removeItem,
  type Surroundings,
  unfit,
} from "./structure.ts";
import { type Editable, editTexts, type Lost, replaceText } from "./track.ts";

/** A text with the amendment in it, as tracked changes that name it. */
export interface Applied {
  value: Resolution;
  /** Words of other amendments that this one took out again. */
  absorbed: Absorbed[];
  /** `text-missing` where the words of the original stand in for those of this language. */
  notices: Refusal[];
}

export interface ApplyOptions extends Surroundings {
  /** The text in another language after this very amendment, for words that it does not have in this one. */
  elsewhere?: (language: string) => Resolution | undefined;
}

/**
 * `r` may carry the tracked changes of other amendments of the same list; words are looked for in the text before those
 * (so amendments to different words do not disturb each other), then in the text as it reads now. The operation is taken as
 * it stands: what a decision or sub-amendments make of it, `effectiveOperation` says. The text is `r` itself on a refusal, and
 * where the amendment is about other language versions only.
 */
export function applyAmendment(
  r: Resolution,
  a: Amendment,
  language: string,
  options: ApplyOptions = {},
): Applied | { refusal: Refusal } {
  return attempt(() => new Application(r, a, language, options).run());
}

type Op<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** One amendment on its way into one text. Stops with `Refused`, and then nothing of it is used. */
class Application {
  private readonly absorbed: Absorbed[] = [];
  private readonly notices: Refusal[] = [];

  constructor(
    private r: Resolution,
    private readonly a: Amendment,
    private readonly language: string,
    private readonly options: ApplyOptions,
  ) {}

  run(): Applied {
    if (this.a.only?.includes(this.language) !== false) {
      this.apply(this.a.operation);
      this.addNotes();
    }
    return { value: this.r, absorbed: this.absorbed, notices: this.notices };
  }

  private apply(op: Operation): void {
    if (op.kind === "amend") this.amend(op.target, op.changes, "amend");
    else if (op.kind === "replace") this.replace(op.target, op.text, "replace");
    else if (op.kind === "retitle") this.retitle(op);
    else if (op.kind === "add") this.add(op);
    else if (op.kind === "delete") this.remove(this.paragraphId(op.target, "delete"));
    else if (op.kind === "move") this.move(op);
    else if (op.kind === "merge") this.merge(op);
    else this.split(op);
  }

  private retitle({ text, changes }: Op<"retitle">): void {
    if (text) this.replace({ kind: "title" }, text, "retitle");
    else this.amend({ kind: "title" }, changes ?? {}, "retitle");
  }

  /** The words in this language, or those of the original, marked as such and said. */
  private words<T extends InlineText | InlineText[]>(texts: Record<string, T>, field: string): T {
    const own = Object.hasOwn(texts, this.language) ? texts[this.language] : undefined;
    if (own) return own;
    const lang = Object.hasOwn(texts, this.a.original) ? this.a.original : Object.keys(texts).sort()[0];
    const other = lang === undefined ? undefined : texts[lang];
    if (lang === undefined || !other) return refuse(this.a, this.missing(field));
    this.notices.push(this.standIn(field, lang));
    const wrap = (text: InlineText): InlineText => inOtherLanguage(text, lang);
    // A row of texts is wrapped one by one, a text as a whole.
    return (isRow(other) ? other.map(wrap) : wrap(other)) as T;
  }

  private missing(field: string): Reason {
    return missingText(this.language, `${field}.${this.language}`);
  }

  private standIn(field: string, from: string): Refusal {
    return refusalOf(this.a, standInText(this.language, from, `${field}.${this.language}`));
  }

  private named(id: Id): Named {
    return { id, name: printedName(this.options.numbered ?? this.r, id) };
  }

  private lose = ({ id, change, words }: Lost): void => {
    if (change !== this.a.id) this.absorbed.push({ change, by: this.a.id, id, words });
  };

  private paragraphId(target: Target, field: string): Id {
    return target.kind === "title"
      ? unfit(this.a, field, this.named("title"), "can only be given other words")
      : target.id;
  }

  /** The texts that a target has, with its sub-paragraphs; the one text when the target is the id of a text. */
  private texts(target: Target, field: string): Editable[] {
    const id = target.kind === "title" ? "title" : target.id;
    const head = indexOf(this.r).heads.get(id);
    if (head) return [{ id, text: head }];
    const found = liveItem(this.r, id, this.a, field, this.options);
    const index = indexOf(this.r);
    return textsWithin(found.item)
      .filter((text) => id === found.item.id || text.id === id)
      .map(({ id: own, text, holder }): Editable => {
        const by = index.live.get(holder)?.putInBy ?? index.putIn.get(own);
        return { id: own, text, ...(by === undefined ? {} : { putInBy: by }) };
      });
  }

  private amend(target: Target, changes: Record<string, WordChange[]>, field: string): void {
    const id = target.kind === "title" ? "title" : target.id;
    const editable = this.texts(target, "on");
    const own = Object.hasOwn(changes, this.language) ? changes[this.language] : undefined;
    if (!own) {
      this.fromElsewhere(editable, changes, field);
      return;
    }
    const edited = editTexts(editable, own, { by: this.a.id, language: this.language });
    if ("problem" in edited) {
      const { problem } = edited;
      const place = `${field}.${this.language}.${problem.change}`;
      const find = own[problem.change]?.find ?? "";
      // Words of a part that another amendment has taken out are gone with it.
      const struck = problem.code === "words-not-found" && struckWith(this.r, id, find);
      if (struck) liveItem(this.r, struck, this.a, place, this.options);
      refuse(this.a, reasonOf(problem, find, this.named(id).name, place, this.language));
    }
    for (const one of edited.lost) this.lose(one);
    this.r = withTexts(this.r, edited.texts);
  }

  /** Words changed in another language only: the paragraph says in that language what it says there now. */
  private fromElsewhere(
    editable: readonly Editable[],
    changes: Record<string, WordChange[]>,
    field: string,
  ): void {
    const lang = Object.hasOwn(changes, this.a.original) ? this.a.original : Object.keys(changes).sort()[0];
    const other = lang === undefined ? undefined : this.options.elsewhere?.(lang);
    if (lang === undefined || !other) refuse(this.a, this.missing(field));
    const there = changedTexts(other, this.a.id);
    const texts = new Map<Id, InlineText>();
    for (const one of editable) {
      const text = there.get(one.id);
      if (text) texts.set(one.id, this.newText(one, inOtherLanguage(acceptText(text), lang), field, true));
    }
    if (texts.size === 0) refuse(this.a, this.missing(field));
    this.notices.push(this.standIn(field, lang));
    this.r = withTexts(this.r, texts);
  }

  private newText(one: Editable, text: InlineText, field: string, over = false): InlineText {
    const done = replaceText(one, text, { by: this.a.id, language: this.language, over });
    if ("problem" in done) {
      return refuse(this.a, reasonOf(done.problem, "", this.named(one.id).name, field, this.language));
    }
    for (const lost of done.lost) this.lose(lost);
    return done.text;
  }

  private replace(target: Target, texts: Record<string, InlineText>, field: string): void {
    this.put(target, this.words(texts, field), field, this.borrows(texts));
  }

  /** Whether words of the original stand in: they go over what was changed there, for every language has the same paragraphs. */
  private borrows(texts: Record<string, unknown>): boolean {
    return this.language !== this.r.original && !Object.hasOwn(texts, this.language);
  }

  private put(target: Target, text: InlineText, field: string, over: boolean): void {
    const id = target.kind === "title" ? "title" : target.id;
    const one = this.texts(target, "on").find((candidate) => candidate.id === id);
    if (!one) unfit(this.a, field, this.named(id), "has no text of its own that could be replaced");
    this.r = withTexts(this.r, new Map([[id, this.newText(one, text, field, over)]]));
  }

  private add(op: Op<"add">): void {
    const texts = this.words(op.texts, "add");
    checkNewIds(this.r, op.ids, texts.length, this.a, "add", this.options);
    const flat = op.ids.map((id, i) => newParagraph(id, texts[i] ?? []));
    checkDepths(op, this.a);
    const items = nest(flat, op.depths ?? flat.map(() => 1)).map((item) => marked(item, "ins", this.a.id));
    this.r =
      addToList(this.r, op, texts, this.a, (id) => this.named(id)) ??
      insertItems(this.r, op.place, items, this.a, "add", this.options);
  }

  private remove(id: Id): void {
    const found = liveItem(this.r, id, this.a, "on", this.options);
    this.r =
      found.item.id === id
        ? removeItem(this.r, found, this.a.id, this.lose)
        : removePart(this.r, found, this.named(id), this.a, this.lose);
  }

  private move(op: Op<"move">): void {
    const id = this.paragraphId(op.target, "move");
    const found = liveItem(this.r, id, this.a, "on", this.options);
    if (found.item.id !== id)
      unfit(this.a, "move", this.named(id), "is a part of a paragraph and cannot be moved");
    const moved = moveItem(this.r, found, op.place, this.a, this.options);
    // To where it stands already: nothing to show.
    if (arrangement(moved) !== arrangement(this.r)) this.r = moved;
  }

  private merge(op: Op<"merge">): void {
    const id = this.paragraphId(op.target, "merge");
    const target = liveItem(this.r, id, this.a, "on", this.options);
    const above = new Set([id, ...target.above.map((item) => item.id)]);
    const others = new Set(op.others);
    for (const other of others)
      if (above.has(other))
        refuse(this.a, {
          code: "into-itself",
          message: "A paragraph cannot be merged with itself or with the paragraph that it stands in.",
          hint: "Name the paragraphs that go into it.",
          field: "merge",
          places: [{ in: "text", id: other }],
        });
    this.replace(op.target, op.text, "merge");
    const gone = new Set<Id>();
    for (const other of others) {
      // A sub-paragraph of one that went just now went with it.
      if (gone.has(other)) continue;
      const found = liveItem(this.r, other, this.a, "merge", this.options);
      if (found.item.id !== other)
        unfit(
          this.a,
          "merge",
          this.named(other),
          "is a part of a paragraph and cannot be merged with another",
        );
      for (const inner of idsWithin(found.item)) gone.add(inner);
      this.remove(other);
    }
  }

  private split(op: Op<"split">): void {
    const id = this.paragraphId(op.target, "split");
    const texts = this.words(op.texts, "split");
    checkNewIds(this.r, op.ids, texts.length - 1, this.a, "split", this.options);
    const found = liveItem(this.r, id, this.a, "on", this.options);
    if (found.item.type !== "paragraph" || found.item.id !== id)
      unfit(this.a, "split", this.named(id), "is no paragraph and cannot be split");
    this.put(op.target, texts[0] ?? [], "split", this.borrows(op.texts));
    const items = op.ids.map((one, i) => marked(newParagraph(one, texts[i + 1] ?? []), "ins", this.a.id));
    this.r = insertItems(this.r, { at: "after", id }, items, this.a, "split", this.options);
  }

  private addNotes(): void {
    const fresh = newNotes(this.r, this.a, (texts, field) => this.words(texts, field));
    if (fresh.length > 0) this.r = { ...this.r, notes: [...this.r.notes, ...fresh] };
  }
}
