/** What a file says of itself: document information, XMP with the standards it keeps, colour, identity. */

import { createHash } from "node:crypto";
import type { Document } from "../../document/tree.ts";
import type { PdfDocument } from "./deep.ts";
import { srgbProfile } from "./icc.ts";
import { textString } from "./tags.ts";

const producer = "Hemicycle";

/** The entries of the document information; the date is midnight UTC of the day of issue. */
export function infoOf(document: Document): Record<string, string | Date> {
  const { meta } = document;
  const info: Record<string, string | Date> = { Title: meta.title, Producer: producer, Creator: producer };
  if (meta.author !== "") info.Author = meta.author;
  if (meta.subject !== "") info.Subject = meta.subject;
  if (meta.keywords !== "") info.Keywords = meta.keywords;
  info.CreationDate = dayOf(meta.date);
  return info;
}

/** An unreadable date is the beginning of time rather than today. */
function dayOf(date: string): Date {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? new Date(0) : day;
}

/** The identity of a file is the hash of all that it shows and of the house it shows it in. */
export function identify(doc: PdfDocument, content: string): void {
  doc._id = createHash("sha256").update(content).digest().subarray(0, 16);
}

/** Takes over XMP and output intent from pdfkit, which escapes nothing and reads its profile from disk. */
export function writeMetadata(doc: PdfDocument, document: Document): void {
  // XMP stays readable to archives: never compressed (ISO 19005-2, 6.6.2.1).
  const metadata = doc.ref({ Type: "Metadata", Subtype: "XML" });
  metadata.compress = false;
  metadata.end(new TextEncoder().encode(xmp(document)));
  doc.endMetadata = () => {
    doc._root.data.Metadata = metadata;
  };
  const profile = doc.ref({ N: 3 });
  profile.end(srgbProfile());
  const intent = doc.ref({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: textString("sRGB"),
    Info: textString("sRGB IEC61966-2.1"),
    DestOutputProfile: profile,
  });
  intent.end();
  doc._root.data.OutputIntents = [intent];
}

function xmp(document: Document): string {
  const { meta } = document;
  const date = `${dayOf(meta.date).toISOString().slice(0, 19)}Z`;
  const alternative = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
  const parts = [
    `<dc:title>${alternative(meta.title)}</dc:title>`,
    meta.author === ""
      ? ""
      : `<dc:creator><rdf:Seq><rdf:li>${escaped(meta.author)}</rdf:li></rdf:Seq></dc:creator>`,
    meta.subject === "" ? "" : `<dc:description>${alternative(meta.subject)}</dc:description>`,
    `<dc:language><rdf:Bag><rdf:li>${escaped(document.lang)}</rdf:li></rdf:Bag></dc:language>`,
    "<dc:format>application/pdf</dc:format>",
    `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:CreatorTool>${producer}</xmp:CreatorTool>`,
    `<pdf:Producer>${producer}</pdf:Producer>`,
    meta.keywords === "" ? "" : `<pdf:Keywords>${escaped(meta.keywords)}</pdf:Keywords>`,
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
    "<pdfuaid:part>1</pdfuaid:part>",
    uaExtension,
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
${parts.filter((part) => part !== "").join("\n")}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** PDF/A wants the schema of the PDF/UA claim described (ISO 19005-2, 6.6.2.3). */
const uaExtension = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>`;

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
