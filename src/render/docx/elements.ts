/** Elements of WordprocessingML as plain data, with the few shapes that are used everywhere: text, fields, anchors, controls. */
import { FileChild, type IContext, type IXmlableObject } from "docx";

/** One XML element; the order of `children` is the order in the file. */
export interface El {
  name: string;
  attributes?: Attributes;
  children?: readonly (El | string)[];
}

export type Attributes = Record<string, string | number>;

export function el(name: string, attributes?: Attributes, children?: readonly (El | string)[]): El {
  return {
    name,
    ...(attributes === undefined ? {} : { attributes }),
    ...(children === undefined ? {} : { children }),
  };
}

/** An element with the one attribute `w:val`. */
export function val(name: string, value: string | number): El {
  return { name, attributes: { "w:val": value } };
}

/** An on/off property; the value is only written when it is off. */
export function flag(name: string, on = true): El {
  return on ? { name } : { name, attributes: { "w:val": 0 } };
}

/** A run of text, `properties` being the content of its `w:rPr`. `deleted` text has an element of its own (17.3.3.7). */
export function textRun(properties: readonly El[], text: string, deleted: boolean): El {
  return run(properties, [el(deleted ? "w:delText" : "w:t", { "xml:space": "preserve" }, [text])]);
}

export function run(properties: readonly El[], children: readonly El[]): El {
  return {
    name: "w:r",
    children: properties.length > 0 ? [{ name: "w:rPr", children: properties }, ...children] : children,
  };
}

/**
 * A complex field (ECMA-376 part 1, 17.16.18): code, then the result that readers show until they compute it anew.
 * Simple fields are not used because several readers drop their text.
 */
export function field(code: string, result: readonly El[], properties: readonly El[], deleted = false): El[] {
  const sign = (type: string): El => run(properties, [el("w:fldChar", { "w:fldCharType": type })]);
  const instruction = deleted ? "w:delInstrText" : "w:instrText";
  return [
    sign("begin"),
    run(properties, [el(instruction, { "xml:space": "preserve" }, [` ${code} `])]),
    sign("separate"),
    ...result,
    sign("end"),
  ];
}

/** Wraps `children` in a bookmark. `id` is unique among all annotations of the document. */
export function bookmarked(name: string, id: number, children: readonly El[]): El[] {
  return [
    el("w:bookmarkStart", { "w:id": id, "w:name": name }),
    ...children,
    el("w:bookmarkEnd", { "w:id": id }),
  ];
}

/**
 * A content control inside a paragraph that carries `tag`. It cannot be deleted, its text stays free (a locked text would
 * also refuse comments), and it does not show.
 */
export function contentControl(tag: string, id: number, children: readonly El[]): El {
  return el("w:sdt", undefined, [
    el("w:sdtPr", undefined, [
      val("w:alias", tag),
      val("w:tag", tag),
      val("w:id", id),
      val("w:lock", "sdtLocked"),
      el("w15:appearance", { "w15:val": "hidden" }),
    ]),
    el("w:sdtContent", undefined, children),
  ]);
}

/** The element as the XML of a part that the docx package does not write itself. */
export function toXml(element: El): string {
  let out = `<${element.name}`;
  for (const [name, value] of Object.entries(element.attributes ?? {}))
    out += ` ${name}="${escapeXml(String(value))}"`;
  if (!element.children?.length) return `${out}/>`;
  out += ">";
  for (const child of element.children) out += typeof child === "string" ? escapeXml(child) : toXml(child);
  return `${out}</${element.name}>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => entities[c] ?? c);
}

/** Hands an element to the docx package, which takes it wherever it takes blocks, styles or headers. */
export class Part extends FileChild {
  readonly #element: El;

  constructor(element: El) {
    super(element.name);
    this.#element = element;
  }

  override prepForXml(_: IContext): IXmlableObject {
    return xmlable(this.#element);
  }
}

/** The object shape that the docx package turns into XML. */
function xmlable({ name, attributes, children }: El): IXmlableObject {
  if (!children?.length) return { [name]: attributes ? { _attr: attributes } : {} };
  const content: (IXmlableObject | string)[] = attributes ? [{ _attr: attributes }] : [];
  for (const child of children) content.push(typeof child === "string" ? child : xmlable(child));
  return { [name]: content };
}
