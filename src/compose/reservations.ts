/** The note of the asterisk: who reserved on what of an adopted text, a sentence each (house-style 1.8). */
import type { Party } from "../model/instrument.ts";
import type { Position } from "../model/number.ts";
import type { Reservation, ReservedOn } from "../model/stage.ts";
import type { Code } from "../report/codes.ts";
import { nearest } from "../report/nearest.ts";
import { type InlineText, plainText } from "../text/inline.ts";
import { positionLabel } from "./inline.ts";
import type { Setting } from "./setting.ts";
import { personName, submitterBlanks } from "./submitters.ts";

/** In the order of the record; nothing when there are none. */
export function reservationsNote(setting: Setting): InlineText {
  const reservations = setting.stage.kind === "adopted" ? (setting.stage.adoption?.reservations ?? []) : [];
  const sentences = reservations.flatMap((r, i) => sentencesOf(r, new Entry(setting, i)));
  // The full stop of Chinese is as wide as it needs to be.
  const space = setting.locale.script === "han" ? [] : [{ kind: "text", text: " " } as const];
  return sentences.flatMap((sentence, i) => [...(i > 0 ? space : []), ...sentence]);
}

/** Where a reservation is written, for what is found in it. */
class Entry {
  constructor(
    readonly setting: Setting,
    private readonly index: number,
  ) {}

  /** `path`: below the reservation. */
  say(code: Code, path: (string | number)[], message: string, hint: string): void {
    const { resolution, stage, diagnostics } = this.setting;
    const at = resolution.stages.findIndex(({ id }) => id === stage.id);
    const place = {
      file: `resolutions/${resolution.work}/resolution.yaml`,
      line: 1,
      column: 1,
      path: ["stages", at, "adoption", "reservations", this.index, ...path],
    };
    diagnostics.push({ code, severity: "error", message, place, hint });
  }
}

/** Delegations reserve in one sentence, anybody else in another: the verb agrees with whoever it is. */
function sentencesOf(reservation: Reservation, entry: Entry): InlineText[] {
  const { setting } = entry;
  const { scope, wording = false } = reservation;
  const key = `reservation.${scope === "whole" ? (wording ? "wording-whole" : "whole") : wording ? "wording" : "parts"}`;
  const parts = scope === "whole" ? "" : partsOf(scope, wording, entry);
  const made = reserving(reservation.parties, setting).map((words) =>
    setting.locale.phrase(key, { reservation: words, parts }),
  );
  const reason = reasonOf(reservation, entry);
  return reason.length > 0 ? [...made, asSentence(reason, setting)] : made;
}

/** `The delegations of Chile and Sweden expressed reservations`: who reserves, with the verb. */
function reserving(parties: readonly Party[], setting: Setting): InlineText[] {
  const { locale, resolution } = setting;
  const day = resolution.instrument.session.from;
  const countries = parties
    .flatMap((party) => (party.type === "country" ? [locale.country(party.country, day)] : []))
    .sort((a, b) => locale.compare(a.list, b.list));
  const others = parties.filter((party) => party.type !== "country");
  const names = others.map((party) => nameOf(party, setting));
  const [only] = others;
  const feminine = names.length === 1 && only !== undefined && isFeminine(only, setting);
  const sentences: InlineText[] = [];
  if (countries.length > 0)
    sentences.push(
      locale.phrase("reservation.delegation", {
        count: countries.length,
        of: locale.join(countries.map((c) => c.ofDelegation)),
        inSentence: locale.join(countries.map((c) => c.inSentence)),
      }),
    );
  if (names.length > 0)
    sentences.push(
      locale.phrase("reservation.others", {
        count: names.length,
        names: capitalized(locale.join(names), setting),
        ...(feminine ? { gender: "f" } : {}),
      }),
    );
  return sentences;
}

function nameOf(party: Party, setting: Setting): string {
  return party.type === "person" ? personName(party, setting) : submitterBlanks([party], setting).inSentence;
}

/** Groups are feminine in the languages whose verbs show it. */
function isFeminine(party: Party, { locale }: Setting): boolean {
  if (party.type === "person") return locale.isWoman(party.honorific);
  return party.type === "body" ? locale.genderOf(party.body) === "f" : true;
}

/** As it begins a sentence. */
function capitalized(words: string, { locale }: Setting): string {
  const [first = "", ...rest] = words;
  return locale.capitals(first) + rest.join("");
}

/** With a capital and a full stop, where its author left them out as texts do. */
function asSentence(text: InlineText, setting: Setting): InlineText {
  const [first, ...rest] = text;
  const begun: InlineText =
    first?.kind === "text" ? [{ kind: "text", text: capitalized(first.text, setting) }, ...rest] : text;
  const ends = /[.!?…。！？؟]["”»’')\]]*$/u.test(plainText(text).trimEnd());
  return ends ? begun : [...begun, { kind: "text", text: setting.locale.endings.last }];
}

/** The counts of the text that reservations are on. */
function reservedIn({ reserved, positions }: Setting): ReadonlyMap<string, Position> {
  return reserved ?? positions;
}

/** The title, then paragraphs part by part, in the order of the text. */
function partsOf(scope: readonly ReservedOn[], wording: boolean, entry: Entry): string {
  const { setting } = entry;
  const { locale, resolution } = setting;
  const positions = reservedIn(setting);
  const say = (key: string, values?: { [name: string]: string | number }): string =>
    plainText(locale.phrase(`reservation.${wording ? "wording-" : ""}${key}`, values));
  const meant = new Set(scope.flatMap((on, i) => positionOf(on, i, entry) ?? []));
  const labels = new Map<string, string[]>();
  for (const position of positions.values()) {
    if (!meant.has(position)) continue;
    labels.set(position.part, [...(labels.get(position.part) ?? []), positionLabel(position, setting)]);
  }
  const parts = [...labels].map(([part, own]) => {
    const values = { count: own.length, labels: locale.join(own) };
    if (part === "preambular" || part === "operative") return say(part, values);
    if (resolution.annexes.length === 1) return say("only-annex", values);
    const at = resolution.annexes.findIndex(({ id }) => id === part);
    return say("annex", { ...values, number: locale.annexNumber(at + 1) });
  });
  return locale.join([...(scope.includes("title") ? [say("title")] : []), ...parts]);
}

/** The position of a paragraph; what is none is said. */
function positionOf(on: ReservedOn, index: number, entry: Entry): Position | undefined {
  const { stage } = entry.setting;
  const positions = reservedIn(entry.setting);
  if (on === "title") return undefined;
  if (typeof on === "string") {
    const position = positions.get(on);
    if (position) return position;
    const near = slipOf(on, positions.keys());
    entry.say(
      "dangling-reference",
      ["scope", index],
      `A reservation is on \`${on}\`, but the text of the stage \`${stage.id}\` has no such paragraph with a number.`,
      near
        ? `Did you mean \`${near}\`?`
        : `Write the id of a paragraph, its number in this text, or title. ${numbersOf(positions)}`,
    );
    return undefined;
  }
  const { part, path } = on.number;
  const found = [...positions.values()].find(
    (p) =>
      p.part === part &&
      p.path.length === path.length &&
      path.every((step, i) => step.number === p.path[i] && (step.suffix ?? 0) === suffixAt(p, i)),
  );
  if (found) return found;
  const count = countIn(part, positions);
  const named = part === "preambular" ? "preamble" : "operative part";
  entry.say(
    "dangling-reference",
    ["scope", index],
    `A reservation is on ${on.written}, but there is no such paragraph in the text of the stage \`${stage.id}\`.`,
    `Its ${named} has ${count === 0 ? "no numbered paragraphs" : count === 1 ? "one paragraph" : `${count} paragraphs`}; numbers are those of this text.`,
  );
  return undefined;
}

/** The id that was probably meant: other letters are a slip of the pen, another number is another paragraph. */
function slipOf(written: string, ids: Iterable<string>): string | undefined {
  const digits = (id: string): string => (id.match(/\d+/g) ?? []).map(Number).join(".");
  return nearest(
    written,
    [...ids].filter((id) => digits(id) === digits(written)),
  );
}

function countIn(part: Position["part"], positions: ReadonlyMap<string, Position>): number {
  return [...positions.values()].filter((p) => p.part === part && p.depth === 1).length;
}

/** `It has PP1 to PP6 and OP1 to OP9.` */
function numbersOf(positions: ReadonlyMap<string, Position>): string {
  const rows = (["preambular", "operative"] as const).flatMap((part) => {
    const count = countIn(part, positions);
    const letters = part === "preambular" ? "PP" : "OP";
    return count === 0 ? [] : [count === 1 ? `${letters}1` : `${letters}1 to ${letters}${count}`];
  });
  return rows.length === 0 ? "It has no numbered paragraphs." : `It has ${rows.join(" and ")}.`;
}

function suffixAt({ path, suffix, suffixes }: Position, i: number): number {
  return suffixes?.[i] ?? (i === path.length - 1 ? (suffix ?? 0) : 0);
}

/** The reason in the language of the document. */
function reasonOf({ text }: Reservation, entry: Entry): InlineText {
  if (!text) return [];
  const { language } = entry.setting.resolution;
  const own = Object.hasOwn(text, language) ? text[language] : undefined;
  if (own) return own;
  entry.say(
    "translation-missing",
    ["text"],
    `The reason of this reservation has no text in \`${language}\`.`,
    `Write it in every language: text: { ${[...Object.keys(text), language].map((l) => `${l}: …`).join(", ")} }.`,
  );
  return [];
}
