/** Footnotes as they are printed, in the order of their numbers. */
import type { Note } from "../model/resolution.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { acceptText, rejectText } from "../text/changes.ts";
import type { InlineText } from "../text/inline.ts";
import { inlineMarkup } from "./inline.ts";
import { type CalledNote, starNote } from "./notes.ts";
import { reservationsNote } from "./reservations.ts";
import type { Setting } from "./setting.ts";
import type { HeadView, InlineMarkup } from "./view-fields.ts";

/** The notes of a text: the asterisk first, then the called notes; a note called from a note comes after it. */
export function noteViews(setting: Setting): HeadView["notes"] {
  const reservations = reservationsNote(setting);
  const star =
    reservations.length > 0 ? [{ id: starNote, label: "*", text: inlineMarkup(reservations, setting) }] : [];
  return [...star, ...calledNotes(setting, setting.resolution.notes)];
}

/** The called notes; `notes` are all that there are, of several with one id the first. */
export function calledNotes(setting: Setting, notes: readonly Note[]): HeadView["notes"] {
  const views: HeadView["notes"] = [];
  const texts = new Map([...notes].reverse().map((n) => [n.id, n.text]));
  for (const note of setting.notes.called()) {
    const text = texts.get(note.id);
    if (text) views.push({ id: note.name, label: note.label, text: noteText(text, note, setting) });
    else setting.diagnostics.push(dangling(note.id, setting));
  }
  return views;
}

/** The words of a note that comes or goes with its call come and go with it. */
function noteText(text: InlineText, { side, change }: CalledNote, setting: Setting): InlineMarkup {
  if (side === "both") return inlineMarkup(text, setting);
  const children = side === "after" ? acceptText(text) : rejectText(text);
  const named = change === undefined ? {} : { change };
  return inlineMarkup([{ kind: side === "after" ? "ins" : "del", ...named, children }], setting);
}

function dangling(id: string, { resolution }: Setting): Diagnostic {
  return {
    code: "dangling-reference",
    severity: "error",
    message: `A footnote "${id}" is called, but there is no note with this name.`,
    place: { file: `resolutions/${resolution.work}/resolution.yaml`, line: 1, column: 1, path: ["notes"] },
    hint: `Add it below "notes:", or take the call [^${id}] out.`,
  };
}
