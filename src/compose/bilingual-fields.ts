/** The fields of a document in two languages, beside those that every view has. */
import { blockFields, headFields, viewFields } from "./view-fields.ts";

/** One language: what stands above its paragraphs. */
export const sideFields = {
  lang: { kind: "text", about: "its language" },
  dir: { kind: "text", about: "`ltr` or `rtl`" },
  name: { kind: "text", about: "its own name for itself, such as Français" },
  organization: headFields.organization,
  session: headFields.session,
  place: headFields.place,
  committee: headFields.committee,
  date: headFields.date,
  id: { kind: "text", about: "name of the title" },
  title: { kind: "inline", about: "title, never in capitals, so that it can be translated" },
  remark: { kind: "inline", about: "what is said of a title that is missing or stale; else empty" },
  stageLine: viewFields.stageLine,
  submitters: viewFields.submitters,
  adoption: viewFields.adoption,
  notice: headFields.notice,
  enacting: viewFields.enacting,
} as const;

/** One block in one of two languages. */
export const cellFields = {
  ...blockFields,
  lang: { kind: "text", about: "its language" },
  dir: { kind: "text", about: "`ltr` or `rtl`" },
  heading: { kind: "inline", about: "title of an annex (kind `annex`): Annex I; else empty" },
  remark: { kind: "inline", about: "what is said of a text that is missing or stale; else empty" },
} as const;

/** The view of a document in two languages. */
export const bilingualFields = {
  lang: { kind: "text", about: "language of the document: that of the left column" },
  dir: { kind: "text", about: "`rtl` where both languages run so, else `ltr`" },
  adopted: viewFields.adopted,
  symbol: headFields.symbol,
  left: { kind: "group", about: "the language on the left", fields: sideFields },
  right: { kind: "group", about: "the language on the right", fields: sideFields },
  rows: {
    kind: "list",
    about: "the blocks of the text, each in both languages",
    fields: {
      left: { kind: "group", about: "on the left", fields: cellFields },
      right: { kind: "group", about: "on the right", fields: cellFields },
    },
  },
  notes: {
    kind: "list",
    about: "footnotes in the order of their calls, row by row",
    fields: {
      id: { kind: "text", about: "name that the call uses" },
      label: { kind: "text", about: "printed number, or `*`" },
      lang: { kind: "text", about: "its language" },
      dir: { kind: "text", about: "`ltr` or `rtl`" },
      text: { kind: "inline", about: "the words" },
      remark: { kind: "inline", about: "what is said of a note that is missing or stale; else empty" },
    },
  },
  runningHead: headFields.runningHead,
} as const;
