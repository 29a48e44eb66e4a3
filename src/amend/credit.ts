/** Gives the words that a sub-amendment put into an amendment to the sub-amendment, in the text in tracked form. */
import type { AmendmentId, Operation } from "../model/amendment.ts";
import { acceptChanges, rejectChanges } from "../model/changes.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { segments } from "../model/walk.ts";
import { acceptText } from "../text/changes.ts";
import type { InlineText } from "../text/inline.ts";
import { printInline } from "../text/print-inline.ts";
import type { Applied } from "./apply.ts";
import { indexOf, textsOf } from "./locate.ts";
import { withTexts } from "./rebuild.ts";
import { type Editable, replaceText } from "./track.ts";

/** What an amendment reads like after one of its sub-amendments. */
export interface Credit {
  by: AmendmentId;
  operation: Operation;
}

/**
 * `done`: all of it as the words of the amendment; `put` makes a step of the way. The new text and the old stay what they are, or
 * everything remains with the amendment. Words that a sub-amendment took out of the proposal were never in a text.
 */
export function credited(
  done: Applied,
  own: Operation,
  credits: readonly Credit[],
  put: (operation: Operation) => Applied | { refusal: unknown },
  language: string,
): Applied {
  const first = put(own);
  if ("refusal" in first) return done;
  let value = first.value;
  for (const { by, operation } of credits) {
    const aim = put(operation);
    if ("refusal" in aim) return done;
    value = withWords(value, acceptChanges(aim.value), by, language);
  }
  const same =
    isSame(acceptChanges(value), acceptChanges(done.value)) &&
    isSame(rejectChanges(value), rejectChanges(done.value));
  return same ? { ...done, value } : done;
}

/** The text with what differs from another one as the words of `by`. */
function withWords(r: Resolution, aim: Resolution, by: AmendmentId, language: string): Resolution {
  const wanted = new Map(segments(aim).map(({ id, text }) => [id, text]));
  const texts = new Map<Id, InlineText>();
  for (const one of standing(r)) {
    const text = wanted.get(one.id);
    if (!text || printInline(acceptText(one.text)) === printInline(text)) continue;
    const made = replaceText(one, text, { by, language, over: true });
    if (!("problem" in made)) texts.set(one.id, made.text);
  }
  return withTexts(r, texts);
}

function standing(r: Resolution): Editable[] {
  const { heads, live, putIn } = indexOf(r);
  return [
    ...[...heads].map(([id, text]): Editable => ({ id, text })),
    ...[...live.values()].flatMap(({ item, putInBy }) =>
      textsOf(item).map(({ id, text }): Editable => {
        const owner = putInBy ?? putIn.get(id);
        return { id, text, ...(owner === undefined ? {} : { putInBy: owner }) };
      }),
    ),
  ];
}

function isSame(a: Resolution, b: Resolution): boolean {
  const said = (r: Resolution): string =>
    JSON.stringify(segments(r).map(({ id, text }) => [id, printInline(text)]));
  return said(a) === said(b);
}
