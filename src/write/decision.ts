/** Writes a decision into a list of amendments, and amendments into a stage, as their author would: nothing else changes. */
import { stringify } from "yaml";
import type { AmendmentId, Outcome } from "../model/amendment.ts";
import type { IsoDate, Party } from "../model/instrument.ts";
import {
  addItems,
  fieldSource,
  indentOf,
  isFlow,
  isMapField,
  type Path,
  removeField,
  setField,
} from "./yaml-edit.ts";
import { entryOf, withoutMark } from "./yaml-entries.ts";

/** What is to be recorded. `by` and `note` are left as they are written when absent here, unless the outcome is another. */
export interface Recorded {
  outcome: Outcome;
  body?: string;
  date?: IsoDate;
  by?: readonly Party[];
  /** In the small writing; a note that is there in another language stays. */
  note?: { language: string; text: string };
}

const width = 110;
/** The list with the decision on an amendment; undefined when the amendment is not in it. */
export function writeDecision(source: string, id: AmendmentId, decision: Recorded): string | undefined {
  return withoutMark(source, (text) => {
    const at = entryOf(text, "amendments", id);
    return at < 0 ? undefined : record(text, ["amendments", at], decision);
  });
}

/** `resolution.yaml` with amendments among those that a stage takes in; undefined when there is no such stage. */
export function writeApplies(source: string, stage: string, ids: readonly AmendmentId[]): string | undefined {
  return withoutMark(source, (text) => {
    const at = entryOf(text, "stages", stage);
    if (at < 0) return undefined;
    const path: Path = ["stages", at];
    const there = fieldSource(text, path, "applies");
    if (there === "accepted") return text;
    if (there?.startsWith("[") || there?.startsWith("- ")) return addItems(text, path, "applies", ids);
    return setField(
      text,
      path,
      "applies",
      idList(ids, isFlow(text, path) ? undefined : indentOf(text, path)),
    );
  });
}

/** One line where it fits, else a line each where the map allows lines. */
function idList(ids: readonly string[], indent: number | undefined): string {
  const line = `[${ids.join(", ")}]`;
  if (indent === undefined || indent + "applies: ".length + line.length <= width) return line;
  return `\n${ids.map((id) => `${" ".repeat(indent + 2)}- ${id}`).join("\n")}`;
}

function record(source: string, entry: Path, decision: Recorded): string {
  const there = fieldSource(source, entry, "decision");
  const fields = fieldsOf(decision);
  if (there === undefined || there.trim() === "") {
    if (decision.outcome === "pending" && decision.note === undefined) return source;
    return setField(source, entry, "decision", written(source, entry, fields));
  }
  const path = [...entry, "decision"];
  const has = (key: string): boolean => fieldSource(source, path, key) !== undefined;
  const bare = !/(?:^|\s)#/.test(there) && !has("note") && !has("result");
  if (decision.outcome === "pending" && decision.note === undefined && bare)
    return removeField(source, entry, "decision");
  const same = fieldSource(source, path, "outcome") === decision.outcome;
  let out = source;
  const { note } = decision;
  const byLanguage = note !== undefined && isMapField(source, path, "note");
  for (const [key, text] of fields)
    out =
      key === "note" && note && byLanguage
        ? setField(out, [...path, "note"], note.language, quoted(note.text))
        : setField(out, path, key, text);
  for (const key of ["body", "date", "by"]) {
    const given = fields.some(([name]) => name === key);
    if (!given && !same) out = removeField(out, path, key);
  }
  return out;
}

function fieldsOf({ outcome, body, date, by, note }: Recorded): [key: string, text: string][] {
  const fields: [string, string | undefined][] = [
    ["outcome", outcome],
    ["body", body],
    ["date", date],
    ["by", by && `[${by.map(partyText).join(", ")}]`],
    ["note", note && `{ ${note.language}: ${quoted(note.text)} }`],
  ];
  return fields.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]]));
}

/** One line in braces where it fits, else a line a field. */
function written(source: string, entry: Path, fields: readonly [string, string][]): string {
  const line = `{ ${fields.map(([key, text]) => `${key}: ${text}`).join(", ")} }`;
  if (isFlow(source, entry)) return line;
  const indent = indentOf(source, entry);
  if (indent + "decision: ".length + line.length <= width) return line;
  return `\n${fields.map(([key, text]) => `${" ".repeat(indent + 2)}${key}: ${text}`).join("\n")}`;
}

function partyText(party: Party): string {
  const role = "role" in party && party.role !== undefined ? `, role: ${party.role}` : "";
  switch (party.type) {
    case "country":
      return role === "" ? party.country : `{ country: ${party.country}${role} }`;
    case "group":
      return `{ group: ${quoted(party.name)} }`;
    case "body":
      return `{ body: ${party.body} }`;
    case "person": {
      const { id, honorific, given, family, country } = party;
      const name = given === "" ? "" : `given: ${quoted(given)}, `;
      return `{ person: { id: ${id}, honorific: ${honorific}, ${name}family: ${quoted(family)}, country: ${country} }${role} }`;
    }
  }
}

/** Between quotation marks, which is never wrong. */
function quoted(text: string): string {
  return stringify(text, { defaultStringType: "QUOTE_DOUBLE", lineWidth: 0 }).trimEnd();
}
