/** The footnotes that an amendment brings, as insertions. */
import type { Amendment } from "../model/amendment.ts";
import type { Note, Resolution } from "../model/resolution.ts";
import type { InlineText } from "../text/inline.ts";
import { indexOf, isTaken } from "./locate.ts";
import { refuse } from "./refuse.ts";

/** In the order of their ids; `words` gives the text for the language of `r`. Refuses an id that is taken (`id-taken`). */
export function newNotes(
  r: Resolution,
  a: Amendment,
  words: (texts: Record<string, InlineText>, field: string) => InlineText,
): Note[] {
  const notes = a.notes ?? {};
  const ids = new Set(Object.values(notes).flatMap((own) => Object.keys(own)));
  const known = new Set(r.notes.map((note) => note.id));
  const index = indexOf(r);
  return [...ids].sort().map((id): Note => {
    if (known.has(id) || isTaken(index, id))
      return refuse(a, {
        code: "id-taken",
        message: `The footnote \`${id}\` has the id of something that is in the text already.`,
        hint: "Give the new footnote another id.",
        field: `notes.${id}`,
      });
    const texts = Object.fromEntries(
      Object.entries(notes).flatMap(([language, own]): [string, InlineText][] => {
        const text = Object.hasOwn(own, id) ? own[id] : undefined;
        return text ? [[language, text]] : [];
      }),
    );
    return { id, text: words(texts, `notes.${id}`), mark: { kind: "ins", change: a.id } };
  });
}
