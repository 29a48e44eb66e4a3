/** Peer: Typst in Node, the same text as a tagged PDF for each JSON file. Usage: typst.cjs OUT JSON... */
const { readFileSync, writeFileSync } = require("node:fs");
const { join, dirname } = require("node:path");
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const fonts = dirname(require.resolve("@expo-google-fonts/arimo/package.json"));

const escaped = (text) => text.replace(/[\\#$*_`<>@[\]]/g, (c) => `\\${c}`);
const numbered = (list, form, ending, last) =>
  `#set enum(numbering: "${form}")\n${list
    .map(([head, rest], i) => `+ _${escaped(head)}_ ${escaped(rest)}${i === list.length - 1 ? last : ending}`)
    .join("\n\n")}\n`;

const source = (text) => `#set page(paper: "a4", margin: 2.5cm, numbering: "- 1 -")
#set text(font: "Arimo", size: 11pt, lang: "en", hyphenate: true)
#set par(justify: true)
#align(center)[*INTER-PARLIAMENTARY UNION*]
122nd Assembly and related meetings \\
Bangkok (Thailand), 27th March - 1st April 2010
#align(center)[*${escaped(text.title.toUpperCase())}*]
#align(center)[Preliminary draft resolution submitted by the co-Rapporteurs]
#align(center)[Ms. Maria Teresa Ortuño (Mexico) and Mr. Apiwan Wiriyachai (Thailand)]
The 122nd Assembly of the Inter-Parliamentary Union,

${numbered(text.preambular, "(1)", ",", ",")}
${numbered(text.operative, "1.", ";", ".")}`;

const [out, ...files] = process.argv.slice(2);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
for (const [i, file] of files.entries()) {
  const pdf = compiler.pdf({ mainFileContent: source(JSON.parse(readFileSync(file, "utf8"))) });
  writeFileSync(join(out, `typst-${i}.pdf`), pdf);
  compiler.evictCache(10);
}
