/** Opens a Word file that a stranger may have made: within limits, by its relationships only; what is not taken in is said. */
import type { Diagnostic } from "../../report/diagnostic.ts";
import { isProblem, openZip, type Zip, type ZipProblem } from "../../text/unzip.ts";
import { parseXml, type XmlElement } from "../../text/xml.ts";
import { nameUsually } from "./names.ts";
import { elementsOf } from "./tree.ts";

/** The parts that are read, each at most once. */
export interface Package {
  main: XmlElement;
  /** The part of a kind that the main document leads to: `styles`, `numbering`, `footnotes`, `endnotes`. */
  related(kind: string): XmlElement | undefined;
  /** Custom properties by name. */
  properties: ReadonlyMap<string, string>;
  diagnostics: Diagnostic[];
}

/** Longest text of a part in UTF-16 units, deepest nesting, most elements: some fifty thousand paragraphs. */
const limits = { size: 40_000_000, depth: 120, elements: 1_500_000 };

interface Relation {
  id: string;
  kind: string;
  target: string;
  external: boolean;
}

class Opener {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly zip: Zip,
    private readonly file: string,
  ) {}

  say(code: Diagnostic["code"], severity: Diagnostic["severity"], message: string, hint: string): undefined {
    this.diagnostics.push({ code, severity, message, place: { file: this.file, line: 1, column: 1 }, hint });
    return undefined;
  }

  refuse(message: string, hint: string): undefined {
    return this.say("word-refused", "error", message, hint);
  }

  /** A part as a tree; `undefined` where it is not there, or where it cannot be trusted, which is said. */
  part(path: string): XmlElement | undefined {
    const bytes = this.zip.read(path);
    if (!bytes) return undefined;
    if (isProblem(bytes)) return this.refuse(bytes.message, hintOf(bytes));
    const source = decode(bytes);
    if (source === undefined) return this.refuse(`A part of the Word file (${path}) is not text.`, saveAgain);
    const { root, problems } = parseXml(source, limits);
    const [problem] = problems;
    if (problem) {
      const hint = /DOCTYPE/.test(problem.message)
        ? "No word processor writes that; ask who made the file."
        : saveAgain;
      return this.refuse(`A part of the Word file (${path}) cannot be read: ${problem.message}`, hint);
    }
    if (root) nameUsually(root);
    return root;
  }

  /** Where the relations of a part lead; paths are those of the package. */
  relations(path: string): Relation[] {
    const at = path.lastIndexOf("/") + 1;
    const root = this.part(`${path.slice(0, at)}_rels/${path.slice(at)}.rels`);
    return elementsOf(root).flatMap((e): Relation[] => {
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = e.attributes;
      if (e.name !== "rel:Relationship") return [];
      const external = mode === "External";
      return [
        {
          id,
          kind: type.slice(type.lastIndexOf("/") + 1),
          target: external ? target : resolve(path.slice(0, at), target),
          external,
        },
      ];
    });
  }
}

const saveAgain = "Open it in your word processor and save it again as .docx.";

/** The path that a target means from a folder; no step leads above the package. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : `${folder}${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function decode(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No value when the file cannot be trusted or is no Word document; the diagnostics say which and why. */
export function openPackage(bytes: Uint8Array, file: string): { value?: Package; diagnostics: Diagnostic[] } {
  const zip = openZip(bytes);
  if ("kind" in zip) return { diagnostics: [notOpened(zip, bytes, file)] };
  const opener = new Opener(zip, file);
  const roots = opener.relations("");
  const path = roots.find((r) => r.kind === "officeDocument" && !r.external)?.target;
  const main = path === undefined ? undefined : opener.part(path);
  const { diagnostics } = opener;
  if (main?.name !== "w:document") {
    if (diagnostics.length === 0)
      opener.refuse(
        "The file is not a Word document.",
        "Give a .docx file; other files can be saved as .docx by your word processor.",
      );
    return { diagnostics };
  }
  const relations = opener.relations(path ?? "");
  sayUntouched(opener, zip, [...roots, ...relations]);
  const parts = new Map<string, XmlElement | undefined>();
  for (const kind of ["styles", "numbering", "footnotes", "endnotes"]) {
    const target = relations.find((r) => r.kind === kind && !r.external)?.target;
    if (target !== undefined) parts.set(kind, opener.part(target));
  }
  const custom = roots.find((r) => r.kind === "custom-properties" && !r.external)?.target;
  const properties = propertiesIn(custom === undefined ? undefined : opener.part(custom));
  if (diagnostics.some((d) => d.severity === "error")) return { diagnostics };
  return { value: { main, related: (kind) => parts.get(kind), properties, diagnostics }, diagnostics };
}

/** What a Word file can carry beside words, and what is done with it: nothing. */
const untouched: Readonly<Record<string, string>> = {
  vbaProject: "macros",
  attachedTemplate: "a link to a template elsewhere",
  aFChunk: "another document inside it",
  oleObject: "an embedded object",
  package: "an embedded file",
  control: "a control",
  frame: "a frame with another document",
  subDocument: "a link to another document",
  image: "pictures",
  chart: "a chart",
  diagramData: "a diagram",
};

function sayUntouched(opener: Opener, zip: Zip, relations: readonly Relation[]): void {
  const found = new Set<string>();
  for (const { kind, external } of relations) {
    const what = Object.hasOwn(untouched, kind) ? untouched[kind] : undefined;
    if (what !== undefined) found.add(external && kind === "image" ? "a link to a picture elsewhere" : what);
  }
  if (zip.names.some((name) => /vbaProject/i.test(name))) found.add("macros");
  for (const what of found) {
    opener.say(
      "word-left-out",
      "warning",
      `The file holds ${what}; it was not opened and not taken over.`,
      "Only words, numbers, marks and footnotes are taken over.",
    );
  }
}

function propertiesIn(root: XmlElement | undefined): Map<string, string> {
  const out = new Map<string, string>();
  for (const property of elementsOf(root)) {
    const [value] = elementsOf(property);
    const name = property.attributes.name;
    if (name === undefined || value === undefined) continue;
    out.set(name, value.children.map((c) => (c.kind === "text" ? c.text : "")).join(""));
  }
  return out;
}

function notOpened(problem: ZipProblem, bytes: Uint8Array, file: string): Diagnostic {
  // Files with a password, and the format before 2007, are of the older kind of container.
  const older = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
  return {
    code: "word-refused",
    severity: "error",
    message: older
      ? "The file is protected by a password, or it is of the format that Word used until 2007."
      : problem.message,
    place: { file, line: 1, column: 1 },
    hint: older
      ? "Open it in your word processor, take the password away, and save it as .docx."
      : hintOf(problem),
  };
}

function hintOf({ kind }: ZipProblem): string {
  switch (kind) {
    case "not-zip":
      return "Give a .docx file; other files can be saved as .docx by your word processor.";
    case "encrypted":
      return "Take the password away in your word processor and save the file again.";
    case "too-large":
      return "A text of this size is no resolution; if it is one, save it without pictures.";
    case "damaged":
    case "unsupported":
      return saveAgain;
    case "unsafe-name":
    case "duplicate":
      return "No word processor writes that; ask who made the file.";
  }
}
