/** Looks a Word file over for the faults that break it in Word though the Open XML SDK's validator lets them pass. */
import type { Diagnostic } from "../../report/diagnostic.ts";
import type { XmlElement } from "../../text/xml.ts";
import { checkAnchors } from "./check-anchors.ts";
import { checkChanges } from "./check-changes.ts";
import { checkStyles } from "./check-styles.ts";
import { childOf, elementsOf, openPackage, type PackagePart, walk } from "./open-package.ts";

/** Says one fault at its element. */
export type Tell = (part: PackagePart, at: XmlElement, message: string) => void;

/** A look at all parts that hold text, and at those they lean on. */
export interface Inspection {
  /** Main document first, then notes, headers and footers. */
  stories: PackagePart[];
  styles: PackagePart | undefined;
  numbering: PackagePart | undefined;
  tell: Tell;
}

/** Every fault with the part, line and column; empty for a good file. */
export function checkDocx(bytes: Uint8Array): Diagnostic[] {
  const { parts, problems } = openPackage(bytes);
  const out: Diagnostic[] = problems.map((p) => fault(p.path, p.line, p.column, p.message));
  const main = parts.get("word/document.xml");
  if (!main) {
    out.push(fault("word/document.xml", 1, 1, "The main document is missing."));
    return out;
  }
  const beside = [...parts.values()].filter((p) =>
    /^word\/(footnotes|endnotes|header\d+|footer\d+)\.xml$/.test(p.path),
  );
  const inspection: Inspection = {
    stories: [main, ...beside],
    styles: parts.get("word/styles.xml"),
    numbering: parts.get("word/numbering.xml"),
    tell: (part, at, message) => out.push(fault(part.path, at.line, at.column, message)),
  };
  checkStyles(inspection);
  checkAnchors(inspection);
  checkChanges(inspection);
  checkShape(inspection);
  return out;
}

function fault(file: string, line: number, column: number, message: string): Diagnostic {
  return {
    code: "docx-invalid",
    severity: "error",
    message: `${file}: ${message}`,
    place: { file, line, column },
    hint: "This is a fault of the program, not of your text. Please report it together with the work folder.",
  };
}

/** Cells that do not end in a paragraph, which Word calls corrupt, and fields that do not close. */
function checkShape({ stories, tell }: Inspection): void {
  for (const part of stories) {
    const open: XmlElement[] = [];
    for (const element of walk(part.root)) {
      if (element.name === "w:tc" && elementsOf(element).at(-1)?.name !== "w:p") {
        tell(part, element, "A table cell does not end in a paragraph.");
      }
      if (element.name === "w:tr" && !childOf(element, "w:tc"))
        tell(part, element, "A table row has no cell.");
      if (element.name !== "w:fldChar") continue;
      const type = element.attributes["w:fldCharType"];
      if (type === "begin") open.push(element);
      else if (open.length === 0) tell(part, element, "A field goes on that has not begun.");
      else if (type === "end") open.pop();
    }
    for (const element of open) tell(part, element, "A field begins and does not end.");
  }
}
