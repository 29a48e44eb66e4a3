/** Builds what stands around the text of a resolution: instrument, submitters, stages, adoption. */
import type { Instrument, Party, RapporteurRole, Session, SubmitterLine } from "../model/instrument.ts";
import type { Adoption, Reservation, ReservedOn, Stage } from "../model/stage.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { InlineText } from "../text/inline.ts";
import type { PartyShape, ResolutionShape, StageShape } from "./schema.ts";
import { readSpot } from "./spot.ts";
import { takeText, takeWords } from "./text.ts";
import type { Path, YamlFile } from "./yaml.ts";

type SubmittersShape = ResolutionShape["instrument"]["submitters"];
type AdoptionShape = NonNullable<StageShape["adoption"]>;
type ReservationShape = NonNullable<AdoptionShape["reservations"]>[number];

const roleOf = (role: RapporteurRole | undefined): { role?: RapporteurRole } =>
  role === undefined ? {} : { role };

/** Findings are added to `diagnostics`; `language` is that of the work, `claim` notes the ids of persons and stages. */
export class Frame {
  constructor(
    private readonly yaml: YamlFile,
    private readonly diagnostics: Diagnostic[],
    private readonly language: string,
    private readonly claim: (id: string, path: Path, space: string) => void,
  ) {}

  private words(value: string, path: Path): string {
    return takeWords(value, path, this.yaml, this.diagnostics);
  }

  instrument({ language, instrument }: ResolutionShape): Instrument {
    const { kind: _, ...shape } = instrument;
    const path = ["instrument"];
    return {
      body: shape.body,
      session: this.session(shape.session, [...path, "session"]),
      ...(shape.committee === undefined ? {} : { committee: shape.committee }),
      ...(shape.item === undefined ? {} : { item: this.words(shape.item, [...path, "item"]) }),
      submitters: this.submitters(shape.submitters, [...path, "submitters"], true),
      languages: [...new Set([language, ...(shape.languages ?? [])])],
      house: shape.house ?? "ipu",
      ...(shape.period === undefined ? {} : { period: shape.period }),
    };
  }

  private session(shape: Session, path: Path): Session {
    const { from, to } = shape;
    if (to < from) {
      this.diagnostics.push({
        code: "wrong-type",
        severity: "error",
        message: `The session ends (${to}) before it begins (${from}).`,
        place: this.yaml.at([...path, "to"]),
        hint: "Exchange the two days, or mend the one that is wrong.",
      });
    }
    return shape;
  }

  /** `claims`: whether the ids of persons are given here for the first time. */
  private submitters(shape: SubmittersShape, path: Path, claims: boolean): SubmitterLine {
    const parties = (shape.parties ?? []).map((party, i) =>
      this.party(party, [...path, "parties", i], claims),
    );
    return { role: shape.role, parties };
  }

  private party(shape: PartyShape, path: Path, claims: boolean): Party {
    if ("country" in shape) return { type: "country", country: shape.country, ...roleOf(shape.role) };
    if ("group" in shape) return { type: "group", name: this.words(shape.group, [...path, "group"]) };
    if ("body" in shape) return { type: "body", body: shape.body };
    const own = [...path, "person"];
    const { id, honorific, given, family, country } = shape.person;
    if (claims) this.claim(id, [...own, "id"], "person ");
    return {
      type: "person",
      id,
      honorific: honorific ?? "none",
      given: given === undefined ? "" : this.words(given, [...own, "given"]),
      family: this.words(family, [...own, "family"]),
      country,
      ...roleOf(shape.role),
    };
  }

  stage(shape: StageShape, path: Path): Stage {
    this.claim(shape.id, [...path, "id"], "stage ");
    const { id, kind, symbol, date, preambularNumbers, watermark, lineNumbers, applies } = shape;
    const { carriesOver, final, session, submitters, adoption } = shape;
    return {
      id,
      kind,
      ...(symbol === undefined ? {} : { symbol: this.words(symbol, [...path, "symbol"]) }),
      date,
      ...(preambularNumbers === undefined ? {} : { preambularNumbers }),
      ...(watermark === undefined ? {} : { watermark }),
      ...(lineNumbers === undefined ? {} : { lineNumbers }),
      applies: applies ?? [],
      ...(carriesOver === undefined ? {} : { carriesOver }),
      ...(final === undefined ? {} : { final }),
      ...(session === undefined ? {} : { session: this.session(session, [...path, "session"]) }),
      ...(submitters === undefined
        ? {}
        : { submitters: this.submitters(submitters, [...path, "submitters"], false) }),
      ...(adoption === undefined ? {} : { adoption: this.adoption(adoption, [...path, "adoption"]) }),
    };
  }

  private adoption(shape: AdoptionShape, path: Path): Adoption {
    const { mode, date, place } = shape;
    const reservations = (shape.reservations ?? []).map((reservation, i) =>
      this.reservation(reservation, [...path, "reservations", i]),
    );
    return { mode, date, place, reservations };
  }

  private reservation(shape: ReservationShape, path: Path): Reservation {
    const { party, parties, scope, wording, text } = shape;
    if ((party === undefined) === (parties === undefined)) this.notOne(party !== undefined, path);
    const all = [
      ...(party === undefined ? [] : [this.party(party, [...path, "party"], false)]),
      ...(parties ?? []).map((p, i) => this.party(p, [...path, "parties", i], false)),
    ];
    const on =
      scope === "whole" ? scope : scope.map((written, i) => this.reservedOn(written, [...path, "scope", i]));
    return {
      parties: all,
      scope: on,
      ...(wording ? { wording } : {}),
      ...(text === undefined ? {} : { text: this.byLanguage(text, [...path, "text"]) }),
    };
  }

  private notOne(both: boolean, path: Path): void {
    this.diagnostics.push({
      code: both ? "wrong-type" : "missing-field",
      severity: "error",
      message: both
        ? "This reservation has both `party` and `parties`."
        : "This reservation does not say whose it is.",
      place: this.yaml.at(path),
      hint: both
        ? "Put all of them under `parties:`, and take `party:` out."
        : "Add `party: { country: CL }`, or `parties:` with a list of them.",
    });
  }

  private reservedOn(written: string, path: Path): ReservedOn {
    // Ids are small letters only, and win: `op3` is an id, `OP3` a number.
    const plain = written.trim();
    if (/^[a-z][a-z0-9.-]*$/.test(plain)) return plain;
    const spot = readSpot(plain, this.yaml.at(path));
    if (spot?.kind === "title") return "title";
    if (spot?.spot.number) return { written: plain, number: spot.spot.number };
    this.diagnostics.push({
      code: "dangling-reference",
      severity: "error",
      message: `“${plain}” is not understood as a paragraph.`,
      place: this.yaml.at(path),
      hint: "Write the id of a paragraph, its number in the adopted text (PP2, OP15, OP3(a)), or title.",
    });
    return plain;
  }

  /** A text alone is in the language of the work. */
  private byLanguage(shape: string | Record<string, string>, path: Path): Record<string, InlineText> {
    const read = (text: string, at: Path) => takeText(text, at, this.yaml, this.diagnostics);
    if (typeof shape === "string") return { [this.language]: read(shape, path) };
    return Object.fromEntries(
      Object.entries(shape).map(([lang, text]) => [lang, read(text, [...path, lang])]),
    );
  }
}
