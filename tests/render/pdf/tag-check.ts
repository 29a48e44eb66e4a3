/**
 * A checker of structure, independent of the renderer: what a screen reader must be able to rely on (ISO 14289-1, 7; ISO
 * 32000-1, 14.7-14.8). It also says what such a reader hears, in order.
 */
import { Dictionary, Name, PdfFile, Ref, type Value } from "./pdf-file.ts";

const standard = new Set(
  "Document Part H1 H2 H3 P L LI Lbl LBody Table TR TH TD Note Reference Link Span".split(" "),
);
const inside: Record<string, RegExp> = {
  L: /^(LI|L)$/,
  LI: /^(Lbl|LBody)$/,
  Table: /^TR$/,
  TR: /^(TH|TD)$/,
};

export interface Heard {
  /** Roles from the root down, with what is said there; artifacts are never said. */
  path: string;
  text: string;
  lang: string | undefined;
}

export interface TagReport {
  faults: string[];
  heard: Heard[];
}

/** Looks through an uncompressed file. */
export function checkTags(bytes: Uint8Array): TagReport {
  return new Checker(new PdfFile(bytes)).run();
}

class Checker {
  readonly #faults: string[] = [];
  readonly #heard: Heard[] = [];
  /** Marked content of each page (number of its object) by its id: the text, once the tree has asked for it. */
  readonly #content = new Map<number, Map<number, { text: string; asked: number; owner?: Ref }>>();
  readonly #parents = new Map<number, Value>();
  readonly #ids = new Set<string>();
  readonly #named = new Set<string>();
  #level = 0;

  constructor(private readonly file: PdfFile) {}

  run(): TagReport {
    const { file } = this;
    const { catalog } = file;
    const root = file.get(catalog, "StructTreeRoot");
    this.#must(
      file.get(file.get(catalog, "MarkInfo"), "Marked") === true,
      "the catalog does not say that it is marked",
    );
    this.#must(typeof file.get(catalog, "Lang") === "string", "the document has no language");
    this.#must(
      file.get(file.get(catalog, "ViewerPreferences"), "DisplayDocTitle") === true,
      "the title is not shown in the window",
    );
    this.#must(file.get(catalog, "Metadata") !== undefined, "there is no metadata");
    const numbers = file.list(file.get(root, "ParentTree"), "Nums");
    for (let i = 0; i < numbers.length; i += 2) this.#parents.set(Number(numbers[i]), numbers[i + 1] ?? null);
    const names = file.list(file.get(root, "IDTree"), "Names");
    for (let i = 0; i < names.length; i += 2) this.#named.add(String(names[i]));
    this.#must([...this.#named].sort().join() === [...this.#named].join(), "the IDs are not in order");
    for (const page of file.pages()) this.#page(page);
    const kids = file.list(root, "K");
    for (const kid of kids) this.#element(kid, undefined, [], String(file.get(catalog, "Lang")));
    for (const [page, contents] of this.#content)
      for (const [mcid, { asked }] of contents)
        this.#must(asked === 1, `content ${mcid} of page object ${page} is in the tree ${asked} times`);
    this.#annotations();
    this.#fonts();
    this.#must([...this.#ids].sort().join() === [...this.#named].join(), "the IDTree does not name every ID");
    return { faults: this.#faults, heard: this.#heard };
  }

  #must(right: boolean, fault: string): void {
    if (!right) this.#faults.push(fault);
  }

  /** Every mark on the page belongs to an element or is an artifact, one level deep. */
  #page({ id, page, content }: { id: number; page: Dictionary; content: string }): void {
    const { file } = this;
    this.#must(file.plain(page, "Tabs") === "S", `page object ${id} has no order of tabs`);
    const key = file.plain(page, "StructParents");
    const owners = file.at(this.#parents.get(Number(key)));
    this.#must(Array.isArray(owners), `page object ${id} is not in the parent tree`);
    const contents = new Map<number, { text: string; asked: number; owner?: Ref }>();
    this.#content.set(id, contents);
    const fonts = file.get(file.get(page, "Resources"), "Font");
    let open: "artifact" | number | undefined;
    let unicode = new Map<string, string>();
    for (const line of content.split("\n")) {
      if (line.endsWith("BDC")) {
        this.#must(open === undefined, `marked content inside marked content on page object ${id}`);
        const mcid = /\/MCID (\d+)/.exec(line)?.[1];
        open = mcid === undefined ? "artifact" : Number(mcid);
        if (mcid !== undefined) {
          const owner = Array.isArray(owners) ? owners[Number(mcid)] : undefined;
          this.#must(owner instanceof Ref, `content ${mcid} of page object ${id} belongs to nobody`);
          this.#must(!contents.has(Number(mcid)), `content ${mcid} of page object ${id} stands twice`);
          contents.set(Number(mcid), { text: "", asked: 0, ...(owner instanceof Ref ? { owner } : {}) });
        }
      } else if (line === "EMC") {
        this.#must(open !== undefined, `marked content ends unopened on page object ${id}`);
        open = undefined;
      } else if (/ Tf$/.test(line)) {
        unicode = this.#unicode(file.get(fonts, /\/(\S+)/.exec(line)?.[1] ?? ""));
      } else if (/(?:^|\s)(?:TJ|Tj|S|s|f|F|B|Do|sh)$/.test(line)) {
        this.#must(
          open !== undefined,
          `something is drawn outside every mark on page object ${id}: ${line.slice(0, 40)}`,
        );
        const piece = typeof open === "number" ? contents.get(open) : undefined;
        if (piece !== undefined && line.endsWith("TJ")) piece.text += spoken(line, unicode);
      }
    }
    this.#must(open === undefined, `marked content of page object ${id} does not end`);
  }

  readonly #maps = new Map<Value, Map<string, string>>();

  #unicode(font: Value | undefined): Map<string, string> {
    const known = this.#maps.get(font ?? null);
    if (known !== undefined) return known;
    const stream = this.file.get(font, "ToUnicode");
    const made = new Map<string, string>();
    const text = stream instanceof Dictionary ? (stream.stream ?? "") : "";
    for (const [, code = "", units = ""] of text.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/g))
      made.set(
        code,
        (units.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join(""),
      );
    this.#maps.set(font ?? null, made);
    return made;
  }

  #element(kid: Value, parent: Ref | undefined, path: readonly string[], lang: string): void {
    const { file } = this;
    if (!(kid instanceof Ref)) {
      this.#must(false, "an element that is no object of its own");
      return;
    }
    const role = String(file.plain(kid, "S"));
    const map = file.get(file.get(file.catalog, "StructTreeRoot"), "RoleMap");
    const mapped = standard.has(role) ? role : String(file.plain(map, role));
    this.#must(standard.has(mapped), `the role ${role} is none of the standard`);
    const wanted = inside[path.at(-1) ?? ""];
    this.#must(wanted === undefined || wanted.test(role), `${role} stands inside ${path.at(-1)}`);
    const up =
      this.file.at(kid) instanceof Dictionary ? (file.at(kid) as Dictionary).entries.get("P") : undefined;
    this.#must(
      up instanceof Ref && (parent === undefined || up.id === parent.id),
      `${role} does not know its parent`,
    );
    this.#rules(kid, role, path);
    const own = file.plain(kid, "Lang");
    const spokenIn = typeof own === "string" ? own : lang;
    const page =
      file.at(kid) instanceof Dictionary ? (file.at(kid) as Dictionary).entries.get("Pg") : undefined;
    const kids = file.list(kid, "K");
    this.#must(kids.length > 0 || role === "TD" || role === "TH" || role === "Document", `${role} is empty`);
    for (const one of kids) {
      if (typeof one === "number") this.#say(page, one, kid, [...path, role], spokenIn);
      else if (one instanceof Ref) this.#element(one, kid, [...path, role], spokenIn);
      else if (file.plain(one, "Type") === "MCR")
        this.#say(
          (one as Dictionary).entries.get("Pg"),
          Number(file.plain(one, "MCID")),
          kid,
          [...path, role],
          spokenIn,
        );
      else this.#must(file.plain(one, "Type") === "OBJR", `${role} holds something unknown`);
    }
  }

  #say(page: Value | undefined, mcid: number, owner: Ref, path: string[], lang: string): void {
    const piece = page instanceof Ref ? this.#content.get(page.id)?.get(mcid) : undefined;
    if (piece === undefined) {
      this.#must(false, `${path.at(-1)} names content ${mcid} that is on no page`);
      return;
    }
    piece.asked++;
    this.#must(piece.owner?.id === owner.id, `content ${mcid} has another owner in the parent tree`);
    this.#heard.push({ path: path.join(" "), text: piece.text, lang });
  }

  #rules(element: Ref, role: string, path: readonly string[]): void {
    const { file } = this;
    if (/^H\d$/.test(role)) {
      const level = Number(role.charAt(1));
      this.#must(level <= this.#level + 1, `${role} skips a level`);
      this.#level = level;
    }
    if (role === "Note") {
      const id = file.get(element, "ID");
      this.#must(typeof id === "string" && !this.#ids.has(id), "a note has no ID of its own");
      this.#ids.add(String(id));
    }
    const attributes = file.get(element, "A");
    if (role === "TH")
      this.#must(file.get(attributes, "Scope") instanceof Name, "a heading cell has no scope");
    if (role === "L")
      this.#must(file.get(attributes, "ListNumbering") instanceof Name, "a list does not say how it counts");
    if (role === "Link")
      this.#must(
        file.list(element, "K").some((kid) => file.plain(kid, "Type") === "OBJR") || path.includes("Link"),
        "a link leads nowhere",
      );
    if (role === "Table") {
      const widths = file
        .list(element, "K")
        .map((row) =>
          file
            .list(row, "K")
            .reduce((sum: number, cell) => sum + Number(file.plain(file.get(cell, "A"), "ColSpan") ?? 1), 0),
        );
      this.#must(
        new Set(widths).size <= 1,
        `the rows of a table have ${[...new Set(widths)].join(", ")} cells`,
      );
    }
  }

  #annotations(): void {
    const { file } = this;
    for (const { page } of file.pages())
      for (const annotation of file.list(page, "Annots")) {
        const owner = this.#parents.get(Number(file.plain(annotation, "StructParent")));
        const back = file
          .list(owner, "K")
          .some(
            (kid) =>
              kid instanceof Dictionary &&
              annotation instanceof Ref &&
              (kid.entries.get("Obj") as Ref)?.id === annotation.id,
          );
        this.#must(back, "an annotation has no element that holds it");
        this.#must(file.plain(owner, "S") === "Link", "an annotation belongs to no link");
        this.#must(String(file.get(annotation, "Contents") ?? "") !== "", "an annotation says nothing");
        this.#must(file.get(annotation, "F") === 4, "an annotation is not printed");
      }
  }

  #fonts(): void {
    const { file } = this;
    for (const object of file.objects.values()) {
      if (!(object instanceof Dictionary) || file.plain(object, "Type") !== "Font") continue;
      if (file.plain(object, "Subtype") === "Type0")
        this.#must(file.get(object, "ToUnicode") instanceof Dictionary, "a font does not say its characters");
      else {
        const program = file.get(file.get(object, "FontDescriptor"), "FontFile2");
        this.#must(program instanceof Dictionary, "a font is not embedded");
      }
    }
  }
}

/** The characters of one row of shown text, in the order of the file; glyphs of right-to-left stretches come turned round. */
function spoken(line: string, unicode: ReadonlyMap<string, string>): string {
  let out = "";
  for (const [, codes = ""] of line.matchAll(/<([0-9a-f]*)>/g))
    for (const code of codes.match(/.{4}/g) ?? []) out += unicode.get(code) ?? "\ufffd";
  return out;
}
