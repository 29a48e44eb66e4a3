/** The part that holds the texts of footnotes, and the one of endnotes that has to be there. */
import type { Context } from "./context.ts";
import { type El, el, flag, run, textRun, val } from "./elements.ts";
import { paragraph } from "./paragraph.ts";
import { noteWords } from "./scan.ts";
import { ownStyles } from "./style-names.ts";
import { surroundings } from "./surroundings.ts";

/** Root of the footnotes part; call it after the body is written. Notes that nothing calls are said. */
export function footnotesPart(context: Context): El {
  for (const note of context.document.notes) {
    if (context.notes.has(note.id)) continue;
    context.diagnostics.push({
      code: "dangling-reference",
      severity: "warning",
      message: `No place in the text calls the footnote "${noteWords(note).slice(0, 60)}", so that Word will not show it.`,
      hint: `Put [^${note.id}] where the note belongs, or delete the note.`,
      about: note.id,
    });
  }
  const notes = [...context.notes.values()].map(({ note, number, automatic }) => {
    const around = surroundings(context, "note");
    const own = [
      val("w:rStyle", ownStyles.footnoteReference.id),
      ...(around.dir === "rtl" ? [flag("w:rtl")] : []),
    ];
    const mark = automatic ? run(own, [el("w:footnoteRef")]) : textRun(own, note.label, false);
    const blocks = note.blocks.flatMap((block, i) =>
      i > 0
        ? paragraph(context, block, around)
        : paragraph(context, { id: note.id, ...block }, around, { before: [mark, textRun([], " ", false)] }),
    );
    return el("w:footnote", { "w:id": number }, blocks);
  });
  return el("w:footnotes", namespaces, [...separators("w:footnote"), ...notes]);
}

/** Word wants the part of endnotes to be there; ours has none. */
export function endnotesPart(): El {
  return el("w:endnotes", namespaces, separators("w:endnote"));
}

const namespaces = {
  "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
  "xmlns:w15": "http://schemas.microsoft.com/office/word/2012/wordml",
  "mc:Ignorable": "w15",
};

/** The lines between text and notes: only a line, without a number. */
function separators(name: string): El[] {
  const spacing = el("w:spacing", { "w:before": 0, "w:after": 0, "w:line": 240, "w:lineRule": "auto" });
  return (["separator", "continuationSeparator"] as const).map((type, i) =>
    el(name, { "w:type": type, "w:id": i - 1 }, [
      el("w:p", undefined, [el("w:pPr", undefined, [spacing]), run([], [el(`w:${type}`)])]),
    ]),
  );
}
