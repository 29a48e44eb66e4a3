/** The adoption line of an adopted text, with the asterisk that calls the note of reservations (house-style 1.8). */
import type { InlineText } from "../text/inline.ts";
import { inlineMarkup } from "./inline.ts";
import { sessionValues } from "./masthead.ts";
import { starNote } from "./notes.ts";
import type { Setting } from "./setting.ts";
import { paperName } from "./submitters.ts";
import type { View } from "./view-fields.ts";

export function adoptionView(setting: Setting): View["adoption"] {
  const { locale, stage, period, resolution } = setting;
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
  const key = body === "assembly" ? (period.adoptedBy ?? "ipu-assembly") : body;
  const by = locale.phrase(`by.${key}`, sessionValues(setting));
  const star: InlineText = adoption.reservations.length > 0 ? [{ kind: "note", id: starNote }] : [];
  const line = locale.phrase(`adoption.${adoption.mode}`, { text: paperName(setting), by, star });
  const place = locale.phrase("adoption.place-and-date", {
    city: locale.city(adoption.place.city),
    date: locale.date(adoption.date),
  });
  return { line: inlineMarkup(line, setting), place: inlineMarkup(place, setting) };
}
