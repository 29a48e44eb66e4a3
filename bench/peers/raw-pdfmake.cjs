/** Peer: stock pdfmake, the texts of the JSON file(s) given, one PDF each into the folder given. Usage: raw-pdfmake.cjs OUT JSON... */
const { readFileSync, writeFileSync } = require("node:fs");
const { join, dirname } = require("node:path");
const pdfmake = require("pdfmake");
const fonts = join(dirname(require.resolve("@expo-google-fonts/arimo/package.json")));
pdfmake.setFonts({
  Arimo: {
    normal: join(fonts, "400Regular/Arimo_400Regular.ttf"),
    bold: join(fonts, "700Bold/Arimo_700Bold.ttf"),
    italics: join(fonts, "400Regular_Italic/Arimo_400Regular_Italic.ttf"),
    bolditalics: join(fonts, "700Bold_Italic/Arimo_700Bold_Italic.ttf"),
  },
});
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setUrlAccessPolicy(() => false);

const numbered = (label, [head, rest], ending) => ({
  columns: [
    { width: 28, text: label },
    { width: "*", text: [{ text: head, italics: true }, ` ${rest}${ending}`] },
  ],
  margin: [0, 0, 0, 6],
});

function definition(text) {
  const last = text.operative.length - 1;
  return {
    pageSize: "A4",
    pageMargins: [70, 70, 70, 70],
    defaultStyle: { font: "Arimo", fontSize: 11 },
    footer: (page) => ({ text: `- ${page} -`, alignment: "center" }),
    content: [
      { text: "INTER-PARLIAMENTARY UNION", bold: true },
      { text: "122nd Assembly and related meetings" },
      { text: "Bangkok (Thailand), 27th March - 1st April 2010", margin: [0, 0, 0, 12] },
      { text: text.title.toUpperCase(), bold: true, alignment: "center", margin: [0, 0, 0, 12] },
      { text: "Preliminary draft resolution submitted by the co-Rapporteurs", alignment: "center" },
      {
        text: "Ms. Maria Teresa Ortuño (Mexico) and Mr. Apiwan Wiriyachai (Thailand)",
        alignment: "center",
        margin: [0, 0, 0, 12],
      },
      { text: "The 122nd Assembly of the Inter-Parliamentary Union,", margin: [0, 0, 0, 8] },
      ...text.preambular.map((p, i) => numbered(`(${i + 1})`, p, ",")),
      ...text.operative.map((p, i) => numbered(`${i + 1}.`, p, i === last ? "." : ";")),
    ],
  };
}

(async () => {
  const [out, ...files] = process.argv.slice(2);
  for (const [i, file] of files.entries()) {
    const bytes = await pdfmake.createPdf(definition(JSON.parse(readFileSync(file, "utf8")))).getBuffer();
    writeFileSync(join(out, `raw-${i}.pdf`), bytes);
  }
})();
