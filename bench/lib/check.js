/** Says whether a timed process did its work: the words of a text are in the file that it made, in order. */
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Letters alone: hyphenation, spaces, numbers and running heads fall away. */
const letters = (text) =>
  text
    .normalize("NFC")
    .replace(/CIDRPre|C-I\/122\/DR-(Pre|rev|am)/g, "")
    .replace(/[^\p{L}]/gu, "");

/** `{ pages, letters }` of a PDF. */
export async function readPdf(file) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  let text = "";
  for (let n = 1; n <= pdf.numPages; n++) {
    const content = await (await pdf.getPage(n)).getTextContent();
    text += content.items.map((item) => item.str).join("");
  }
  const pages = pdf.numPages;
  await pdf.destroy();
  return { pages, letters: letters(text) };
}

function readDocx(file) {
  const part = new TextDecoder().decode(unzipSync(readFileSync(file))["word/document.xml"]);
  return letters([...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join(""));
}

/** Throws when `words` are not in the file, in order. */
export async function mustSay(file, words) {
  const said = file.endsWith(".docx") ? readDocx(file) : (await readPdf(file)).letters;
  if (!said.includes(letters(words))) throw new Error(`${file} does not say the words it was asked to`);
}

/**
 * Throws when a redline in Word does not give the old words with its insertions left out, and the new ones with its deletions left
 * out, each in order.
 */
export function mustProve(file, before, after) {
  const part = new TextDecoder().decode(unzipSync(readFileSync(file))["word/document.xml"]);
  const without = (...names) => names.reduce((xml, name) => xml.replace(runsIn(name), ""), part);
  const said = (xml) =>
    letters(
      [...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)<\/w:(?:t|delText)>/g)].map((m) => m[1]).join(""),
    );
  for (const [what, xml, words] of [
    ["old", without("ins", "moveTo"), before],
    ["new", without("del", "moveFrom"), after],
  ])
    if (!said(xml).includes(letters(words))) throw new Error(`${file} does not give the ${what} text`);
}

/** Stretches of runs; the marks of whole paragraphs have no end tag of their own and stay. */
const runsIn = (name) => new RegExp(`<w:${name} [^>]*[^/]>.*?</w:${name}>`, "gs");
