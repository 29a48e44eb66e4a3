/** The adoption line of an adopted text, with the asterisk and its note of reservations (house-style 1.8). */
import type { Reservation } from "../model/stage.ts";
import type { InlineText } from "../text/inline.ts";
import { inlineMarkup, positionLabel } from "./inline.ts";
import { sessionValues } from "./masthead.ts";
import { starNote } from "./notes.ts";
import type { Setting } from "./setting.ts";
import { paperName, partyName } from "./submitters.ts";
import type { View } from "./view-fields.ts";

export function adoptionView(setting: Setting): View["adoption"] {
  const { locale, stage, resolution } = setting;
  const { adoption } = stage;
  if (stage.kind !== "adopted") return { line: inlineMarkup([], setting), place: inlineMarkup([], setting) };
  if (!adoption) {
    const index = resolution.stages.findIndex(({ id }) => id === stage.id);
    setting.diagnostics.push({
      code: "missing-field",
      severity: "error",
      message: `The stage "${stage.id}" is an adopted text, but does not say how it was adopted.`,
      place: {
        file: `resolutions/${resolution.work}/resolution.yaml`,
        line: 1,
        column: 1,
        path: ["stages", index],
      },
      hint: "Give the stage an `adoption` with mode, date and place.",
    });
    return { line: inlineMarkup([], setting), place: inlineMarkup([], setting) };
  }
  const { body } = resolution.instrument;
  const by = locale.phrase(`by.${body === "assembly" ? "ipu-assembly" : body}`, sessionValues(setting));
  const star: InlineText = adoption.reservations.length > 0 ? [{ kind: "note", id: starNote }] : [];
  const line = locale.phrase(`adoption.${adoption.mode}`, { text: paperName(setting), by, star });
  const place = locale.phrase("adoption.place-and-date", {
    city: locale.city(adoption.place.city),
    date: locale.date(adoption.date),
  });
  return { line: inlineMarkup(line, setting), place: inlineMarkup(place, setting) };
}

/** One sentence a reservation, in the order of the record; nothing when there are none. */
export function reservationsNote(setting: Setting): InlineText {
  const reservations = setting.stage.kind === "adopted" ? (setting.stage.adoption?.reservations ?? []) : [];
  return reservations.flatMap(
    (r, i): InlineText => [
      ...(i > 0 ? [{ kind: "text" as const, text: " " }] : []),
      ...sentence(r, setting),
      ...(r.text ? [{ kind: "text" as const, text: " " }, ...r.text] : []),
    ],
  );
}

function sentence(reservation: Reservation, setting: Setting): InlineText {
  const { locale } = setting;
  const { scope } = reservation;
  const party = partyOf(reservation, setting);
  if (scope === "whole") return locale.phrase("reservation.whole", { party });
  const labels = { preambular: [] as string[], operative: [] as string[] };
  for (const id of scope) {
    const position = setting.positions.get(id);
    if (position)
      labels[position.part === "preambular" ? "preambular" : "operative"].push(
        positionLabel(position, setting),
      );
  }
  const parts = (["preambular", "operative"] as const).flatMap((part) => {
    const count = labels[part].length;
    if (count === 0) return [];
    return [words(locale.phrase(`reservation.${part}`, { count, labels: locale.join(labels[part]) }))];
  });
  if (scope.includes("title")) parts.unshift(words(locale.phrase("reservation.title")));
  return locale.phrase("reservation.parts", { party, parts: locale.join(parts) });
}

function partyOf({ party }: Reservation, setting: Setting): InlineText | string {
  if (party.type !== "country") return partyName(party, setting);
  return setting.locale.phrase("reservation.delegation", {
    of: setting.locale.country(party.country).ofDelegation,
  });
}

function words(text: InlineText): string {
  return text.map((node) => (node.kind === "text" ? node.text : "")).join("");
}
