/** Styles that every document has whatever the house: Word's defaults, character styles for emphasis, tables. */
import type { HouseStyle, Look } from "../../document/house.ts";
import { type El, el, flag, val } from "./elements.ts";
import { styleElement } from "./style-element.ts";
import { ownStyles, type StyleName } from "./style-names.ts";

/** The defaults of each type, which other styles and other programs lean on; a dangling base loses formatting elsewhere. */
export function baseStyles(names: Map<string, StyleName>): El[] {
  const note = names.get("footnote");
  return [
    el("w:style", { "w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont" }, [
      val("w:name", "Default Paragraph Font"),
      val("w:uiPriority", 1),
      flag("w:semiHidden"),
      flag("w:unhideWhenUsed"),
    ]),
    el("w:style", { "w:type": "table", "w:default": 1, "w:styleId": "TableNormal" }, [
      val("w:name", "Normal Table"),
      val("w:uiPriority", 99),
      flag("w:semiHidden"),
      flag("w:unhideWhenUsed"),
      el("w:tblPr", undefined, [
        el("w:tblInd", { "w:w": 0, "w:type": "dxa" }),
        el("w:tblCellMar", undefined, cellMargins(0, 108)),
      ]),
    ]),
    el("w:style", { "w:type": "numbering", "w:default": 1, "w:styleId": "NoList" }, [
      val("w:name", "No List"),
      val("w:uiPriority", 99),
      flag("w:semiHidden"),
      flag("w:unhideWhenUsed"),
    ]),
    ...(note
      ? []
      : [
          styleElement(
            "paragraph",
            { id: "FootnoteText", name: "footnote text", custom: false },
            { basedOn: "Normal" },
          ),
        ]),
  ];
}

const underlines = { single: "single", double: "double", dotted: "dotted" } as const;

/**
 * Emphasis by role. Word keeps weight and slant of complex scripts apart, so one style looks right in an Arabic stretch
 * of an English text and the other way round.
 */
function emphasisRun(own: Look, complex: Look): El[] {
  const out: El[] = [];
  if (own.bold) out.push(flag("w:b"));
  if (complex.bold) out.push(flag("w:bCs"));
  if (own.italic) out.push(flag("w:i"));
  if (complex.italic) out.push(flag("w:iCs"));
  if (own.strike) out.push(flag("w:strike"));
  if (own.colour) out.push(val("w:color", own.colour));
  if (own.underline) out.push(val("w:u", underlines[own.underline]));
  return out;
}

export function characterStyles(house: HouseStyle, script: keyof HouseStyle["emphasis"]): El[] {
  const complex = house.emphasis.arabic;
  const left = house.emphasis[script === "arabic" ? "latin" : script];
  const character = (name: StyleName, run: El[], quick = true): El =>
    styleElement("character", name, { basedOn: "DefaultParagraphFont", quick, run });
  const bold = [flag("w:b"), flag("w:bCs")];
  return [
    ...(["opening", "title", "plain"] as const).map((role) =>
      character(ownStyles[role], emphasisRun(left[role], complex[role])),
    ),
    character(ownStyles.strong, bold),
    character(ownStyles.superscript, [val("w:vertAlign", "superscript")]),
    character(ownStyles.footnoteReference, [val("w:vertAlign", "superscript")], false),
    character(ownStyles.hyperlink, [val("w:color", "0563C1"), val("w:u", "single")], false),
    styleElement("paragraph", ownStyles.tableSpacer, {
      basedOn: "Normal",
      paragraph: [el("w:spacing", { "w:before": 0, "w:after": 0, "w:line": 20, "w:lineRule": "exact" })],
      run: [val("w:sz", 2), val("w:szCs", 2)],
    }),
  ];
}

function cellMargins(vertical: number, horizontal: number): El[] {
  const side = (name: string, width: number): El => el(name, { "w:w": width, "w:type": "dxa" });
  return [
    side("w:top", vertical),
    side("w:left", horizontal),
    side("w:bottom", vertical),
    side("w:right", horizontal),
  ];
}

export function tableStyles(): El[] {
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const lines = sides.map((side) =>
    el(`w:${side}`, { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "auto" }),
  );
  const table = ({ id, name, custom }: StyleName, properties: El[]): El =>
    el("w:style", { "w:type": "table", ...(custom ? { "w:customStyle": 1 } : {}), "w:styleId": id }, [
      val("w:name", name),
      val("w:basedOn", "TableNormal"),
      el("w:tblPr", undefined, properties),
    ]);
  return [
    table(ownStyles.tableGrid, [el("w:tblBorders", undefined, lines)]),
    table(ownStyles.layoutTable, [el("w:tblCellMar", undefined, cellMargins(0, 0))]),
  ];
}
