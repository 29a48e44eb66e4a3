/** Peer: the docx package as its manual shows it, one DOCX for each JSON file. Usage: raw-docx.cjs OUT JSON... */
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} = require("docx");

const level = (format, text) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 567, hanging: 567 } } },
});
const numbered = (reference, [head, rest], ending) =>
  new Paragraph({
    numbering: { reference, level: 0 },
    spacing: { after: 120 },
    children: [new TextRun({ text: head, italics: true }), new TextRun(` ${rest}${ending}`)],
  });
const centred = (text, bold = false) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [new TextRun({ text, bold })],
  });

function document(text) {
  const last = text.operative.length - 1;
  return new Document({
    styles: { default: { document: { run: { font: "Arial", size: 22 } } } },
    numbering: {
      config: [
        { reference: "preambular", levels: [level(LevelFormat.DECIMAL, "(%1)")] },
        { reference: "operative", levels: [level(LevelFormat.DECIMAL, "%1.")] },
      ],
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: ["- ", PageNumber.CURRENT, " -"] })],
              }),
            ],
          }),
        },
        children: [
          centred("INTER-PARLIAMENTARY UNION", true),
          centred("122nd Assembly and related meetings"),
          centred("Bangkok (Thailand), 27th March - 1st April 2010"),
          centred(text.title.toUpperCase(), true),
          centred("Preliminary draft resolution submitted by the co-Rapporteurs"),
          centred("Ms. Maria Teresa Ortuño (Mexico) and Mr. Apiwan Wiriyachai (Thailand)"),
          new Paragraph("The 122nd Assembly of the Inter-Parliamentary Union,"),
          ...text.preambular.map((p) => numbered("preambular", p, ",")),
          ...text.operative.map((p, i) => numbered("operative", p, i === last ? "." : ";")),
        ],
      },
    ],
  });
}

(async () => {
  const [out, ...files] = process.argv.slice(2);
  for (const [i, file] of files.entries())
    writeFileSync(
      join(out, `raw-${i}.docx`),
      await Packer.toBuffer(document(JSON.parse(readFileSync(file, "utf8")))),
    );
})();
