/** Elements of WordprocessingML as plain data, with the few shapes that are used everywhere: text, fields, anchors, controls. */
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

/** The element as XML. What no XML file may hold is left out; texts of authors have been looked over before. */
export function toXml({ name, attributes, children }: El): string {
  let out = `<${name}`;
  for (const key in attributes) out += ` ${key}="${escapeXml(String(attributes[key]))}"`;
  if (!children?.length) return `${out}/>`;
  out += ">";
  for (const child of children) out += typeof child === "string" ? escapeXml(child) : toXml(child);
  return `${out}</${name}>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (c) => entities[c] ?? "");
}
