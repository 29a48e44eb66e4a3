/** The tables of templates/README.md, as the code knows them. */
import { bilingualFields, cellFields, sideFields } from "../../src/compose/bilingual-fields.ts";
import {
  amendmentFields,
  amendmentsFields,
  blockFields,
  decisionsFields,
  type Fields,
  headFields,
  renumberingFields,
  viewFields,
} from "../../src/compose/view-fields.ts";
import { type AttributeRule, elements } from "../../src/document/elements.ts";

export function elementRows(): string[] {
  return Object.entries(elements).map(([name, rule]) => {
    const attributes = Object.entries(rule.attributes).map(([a, r]) => `\`${a}\`${r.needed ? "*" : ""}`);
    const inside = [...(rule.text ? ["text"] : []), ...groupNames(rule.children)].join(", ");
    return `| \`<${name}>\` | ${rule.about} | ${attributes.join(" ") || "–"} | ${inside || "nothing"} |`;
  });
}

const blocks = elements.column?.children ?? [];
const inlines = elements.para?.children ?? [];

/** Long lists of children by what the manual calls them. */
function groupNames(children: readonly string[]): string[] {
  const has = (group: readonly string[]) => group.length > 0 && group.every((c) => children.includes(c));
  const rest = children.filter(
    (c) => !(has(blocks) && blocks.includes(c)) && !(has(inlines) && inlines.includes(c)),
  );
  return [
    ...rest.map((c) => `\`<${c}>\``),
    ...(has(blocks) ? ["blocks"] : []),
    ...(has(inlines) ? ["marks"] : []),
  ];
}

export function attributeRows(): string[] {
  const byName = new Map<string, { rule: AttributeRule; on: string[] }[]>();
  for (const [element, { attributes }] of Object.entries(elements)) {
    for (const [name, rule] of Object.entries(attributes)) {
      const known = byName.get(name) ?? [];
      const same = known.find((k) => k.rule.about === rule.about);
      if (same) same.on.push(element);
      else known.push({ rule, on: [element] });
      byName.set(name, known);
    }
  }
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, uses]) =>
      uses.map(
        ({ rule, on }) =>
          `| \`${name}\` | ${on.map((e) => `\`<${e}>\``).join(" ")} | ${rule.about} | ${valueWords(rule)} |`,
      ),
    );
}

function valueWords({ value }: AttributeRule): string {
  if (typeof value !== "string") return value.map((v) => `\`${v}\``).join(" ");
  const words = {
    text: "text",
    style: "style",
    id: "name",
    flag: "`true` `false`",
    count: "whole number",
    number: "number",
    numbers: "numbers",
    date: "YYYY-MM-DD",
  };
  return words[value];
}

/** Tables in the order of the manual: of every paper, of texts, of blocks, of lists, of amendments, of annotated lists, of numbers. */
export function fieldRows(): string[] {
  return [
    ...rows(headFields, ""),
    ...rows(ownFields(viewFields), ""),
    ...rows(blockFields, ""),
    ...rows(ownFields(amendmentsFields), ""),
    ...rows(amendmentFields, ""),
    ...rows(ownFields(decisionsFields), ""),
    ...rows(ownFields(renumberingFields), ""),
    ...rows(bilingualFields, ""),
    ...rows(others(sideFields, { ...headFields, ...viewFields }), ""),
    ...rows(others(cellFields, blockFields), ""),
  ];
}

/** Fields that are not those of the same name elsewhere. */
function others(fields: Fields, elsewhere: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name, field]) => elsewhere[name] !== field));
}

function ownFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(headFields, name)));
}

function rows(fields: Fields, before: string): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    const known = "fields" in field ? ownTable(field.kind, field.fields) : undefined;
    const own = `| \`${path}\` | ${known ?? field.kind} | ${field.about} |`;
    if (!("fields" in field) || known) return [own];
    return [own, ...rows(field.fields, `${path}${field.kind === "list" ? "[]" : ""}.`)];
  });
}

/** Fields that have a table of their own. */
function ownTable(kind: string, fields: Fields): string | undefined {
  if (fields === blockFields) return "list of blocks";
  if (fields === sideFields) return "one language";
  if (fields === cellFields) return "cell";
  if (fields === amendmentFields) return kind === "list" ? "list of amendments" : "amendment";
  return undefined;
}
