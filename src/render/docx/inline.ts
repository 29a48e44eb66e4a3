/** Inline nodes to runs: one handler a kind in a table; a kind without a handler throws. */
import type { Inline } from "../../document/tree.ts";
import { cleanText } from "./clean-text.ts";
import type { Context, Surroundings } from "./context.ts";
import { bookmarked, type El, el, field, flag, run, textRun, val } from "./elements.ts";
import { callNumber } from "./note-numbers.ts";
import { orderRun } from "./properties-order.ts";
import { references } from "./references.ts";
import { plain } from "./scan.ts";
import { firstStrong, languageSlot, scriptOf, stretches, wordLanguage } from "./script.ts";
import { ownStyles } from "./style-names.ts";
import { type Change, type TrackedRun, wrapChanges } from "./tracked.ts";

/** What the nodes around a run say about it. */
interface Around extends Surroundings {
  em?: "opening" | "title" | "plain";
  strong?: boolean;
  sup?: boolean;
  link?: boolean;
  inserted?: Change;
  deleted?: Change;
}

type Kind = Inline["kind"];
type Handler<K extends Kind> = (node: Extract<Inline, { kind: K }>, around: Around, to: Writer) => void;

class Writer {
  readonly runs: TrackedRun[] = [];
  constructor(readonly context: Context) {}

  add(around: Around, ...elements: El[]): void {
    const { inserted, deleted } = around;
    for (const element of elements) {
      this.runs.push({ element, ...(inserted ? { inserted } : {}), ...(deleted ? { deleted } : {}) });
    }
  }

  all(nodes: readonly Inline[], around: Around): void {
    for (const node of nodes) {
      const handler = handlers[node.kind] as Handler<Kind> | undefined;
      if (!handler) throw new Error(`no way to write an inline node of the kind ${node.kind}`);
      handler(node, around, this);
    }
  }
}

/** The runs of a paragraph. `change` is what happened to the paragraph as a whole. */
export function inlineRuns(
  context: Context,
  nodes: readonly Inline[],
  around: Surroundings,
  change?: Change,
): El[] {
  const writer = new Writer(context);
  const gone = change?.kind === "del" || change?.kind === "move-from";
  writer.all(nodes, { ...around, ...(change ? (gone ? { deleted: change } : { inserted: change }) : {}) });
  return wrapChanges(context, writer.runs);
}

const handlers: { [K in Kind]: Handler<K> } = {
  text: ({ text }, around, to) => {
    for (const part of cleanText(to.context, text)
      .split("\t")
      .flatMap((t, i) => (i === 0 ? [t] : ["\t", t]))) {
      if (part === "\t") to.add(around, run(properties(to.context, around), [el("w:tab")]));
      else if (part !== "") addText(part, around, to);
    }
  },
  em: ({ role, children }, around, to) => to.all(children, { ...around, em: role }),
  strong: ({ children }, around, to) => to.all(children, { ...around, strong: true }),
  sup: ({ children }, around, to) => to.all(children, { ...around, sup: true }),
  ins: ({ by, date, children }, around, to) => {
    to.all(children, { ...around, inserted: { kind: "ins", by, date } });
  },
  del: ({ by, date, children }, around, to) => {
    to.all(children, { ...around, deleted: { kind: "del", by, date } });
  },
  call: (node, around, to) => addCall(node.id, node.label, around, to),
  ref: ({ to: id, label }, around, to) => {
    const fields = references(to.context, id, label);
    if (fields.length === 0) to.all([{ kind: "text", text: label }], around);
    for (const { before, code, shows } of fields) {
      if (before !== "") addText(before, around, to);
      const result = inner(to, [{ kind: "text", text: shows }], around);
      to.add(around, ...field(code, result, properties(to.context, around), isDeleted(around)));
    }
  },
  link: ({ href, children }, around, to) => {
    if (!/^(https?|mailto):/i.test(href)) {
      to.context.diagnostics.push({
        code: "link-refused",
        severity: "error",
        message: `The address "${href}" cannot be a link in a document.`,
        hint: "Use an address that begins with https://, http:// or mailto:.",
      });
      return to.all(children, around);
    }
    const linked = { ...around, link: true };
    const address = href.replace(/\\/g, "%5C").replace(/"/g, "%22").replace(/\s/g, "%20");
    const result = inner(to, children, linked);
    to.add(
      around,
      ...field(`HYPERLINK "${address}"`, result, properties(to.context, around), isDeleted(around)),
    );
  },
  isolate: ({ dir, lang, children }, around, to) => {
    const own = dir === "auto" ? firstStrong(plain(children), around.dir) : dir;
    to.all(children, { ...around, dir: own, lang: lang ?? around.lang });
  },
  page: (_, around, to) => addPageField("PAGE", around, to),
  pages: (_, around, to) => addPageField("NUMPAGES", around, to),
  br: (_, around, to) => to.add(around, run(properties(to.context, around), [el("w:br")])),
  tab: (_, around, to) => to.add(around, run(properties(to.context, around), [el("w:tab")])),
};

/** Runs that become the result of a field: changes are wrapped around the field as a whole. */
function inner(to: Writer, nodes: readonly Inline[], around: Around): El[] {
  const writer = new Writer(to.context);
  writer.all(nodes, around);
  return writer.runs.map((r) => r.element);
}

function isDeleted(around: Around): boolean {
  return around.deleted?.kind === "del";
}

function addText(text: string, around: Around, to: Writer): void {
  for (const { text: words, rtl } of stretches(text, around.dir)) {
    to.add(around, textRun(properties(to.context, around, { rtl, words }), words, isDeleted(around)));
  }
}

function addPageField(code: string, around: Around, to: Writer): void {
  const own = properties(to.context, around);
  to.add(around, ...field(code, [textRun(own, "1", isDeleted(around))], own, isDeleted(around)));
}

/** The first call of a note makes Word's footnote; later ones repeat its mark by a field. */
function addCall(id: string, label: string, around: Around, to: Writer): void {
  const { context } = to;
  if (around.part !== "body") throw new Error(`footnote ${id} is called outside the body of the document`);
  const own = orderRun([
    val("w:rStyle", ownStyles.footnoteReference.id),
    ...(around.dir === "rtl" ? [flag("w:rtl")] : []),
  ]);
  const note = callNumber(context, id);
  const mark = context.anchors.name(`fn ${id}`);
  if (note.repeated) {
    const code = `NOTEREF ${mark} \\f \\h`;
    to.add(around, ...field(code, [textRun(own, label, isDeleted(around))], own, isDeleted(around)));
    return;
  }
  const custom = note.automatic ? {} : { "w:customMarkFollows": 1 };
  const reference = run(own, [
    el("w:footnoteReference", { ...custom, "w:id": note.number }),
    ...(note.automatic
      ? []
      : [el(isDeleted(around) ? "w:delText" : "w:t", { "xml:space": "preserve" }, [label])]),
  ]);
  const several = (context.scan.calls.get(id) ?? 0) > 1;
  to.add(around, ...(several ? bookmarked(mark, context.anchors.next(), [reference]) : [reference]));
}

/** Signs that Latin and Chinese typesetting share; a hint tells Word which face they have (17.3.2.26). */
const sharedSigns = /[\u2018\u2019\u201c\u201d\u2026\u2014\u00b7\u2460-\u24ff]/;

/**
 * Run properties in the schema's order. One character style says the outermost reason for emphasis; what remains, and
 * what the paragraph's style would switch off again (toggle properties, 17.7.3), is said directly.
 */
function properties(
  context: Context,
  around: Around,
  of: { rtl: boolean; words: string } | undefined = undefined,
): El[] {
  const out: El[] = [];
  const rtl = of?.rtl ?? around.dir === "rtl";
  const script = rtl ? "arabic" : scriptOf(around.lang);
  const look = around.em ? context.house.emphasis[script][around.em] : {};
  if (around.em) out.push(val("w:rStyle", ownStyles[around.em].id));
  else if (around.strong) out.push(val("w:rStyle", ownStyles.strong.id));
  else if (around.sup) out.push(val("w:rStyle", ownStyles.superscript.id));
  else if (around.link) out.push(val("w:rStyle", ownStyles.hyperlink.id));
  if (around.em && around.strong) out.push(flag("w:b"), flag("w:bCs"));
  else if (around.bold && (look.bold || around.strong)) out.push(flag("w:b"), flag("w:bCs"));
  if (around.italic && look.italic) out.push(flag("w:i"), flag("w:iCs"));
  if (around.sup && (around.em || around.strong)) out.push(val("w:vertAlign", "superscript"));
  if (script === "han" && of && sharedSigns.test(of.words))
    out.push(el("w:rFonts", { "w:hint": "eastAsia" }));
  if (rtl) out.push(flag("w:rtl"));
  const language = languageOf(context, around, rtl);
  if (language) out.push(language);
  return out.length > 1 ? orderRun(out) : out;
}

/** `w:lang` where the language is not what the document says for that script. */
function languageOf(context: Context, around: Around, rtl: boolean): El | undefined {
  const slot = languageSlot(around.lang);
  // Latin words in an Arabic text, or Arabic ones in a Latin text, have the document's language of that script.
  if ((slot === "w:bidi") !== rtl) return undefined;
  const language = wordLanguage(around.lang);
  return context.languages[slot] === language ? undefined : el("w:lang", { [slot]: language });
}
