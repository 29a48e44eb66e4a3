/** Builds what stands around the text of a resolution: instrument, submitters, stages, adoption. */
import type { Instrument, Party } from "../model/instrument.ts";
import type { Adoption, Stage } from "../model/stage.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { PartyShape, ResolutionShape, StageShape } from "./schema.ts";
import { takeText, takeWords } from "./text.ts";
import type { Path, YamlFile } from "./yaml.ts";

/** Findings are added to `diagnostics`; `claim` notes the ids of persons and stages. */
export class Frame {
  constructor(
    private readonly yaml: YamlFile,
    private readonly diagnostics: Diagnostic[],
    private readonly claim: (id: string, path: Path, space: string) => void,
  ) {}

  private words(value: string, path: Path): string {
    return takeWords(value, path, this.yaml, this.diagnostics);
  }

  instrument({ language, instrument }: ResolutionShape): Instrument {
    const { kind: _, ...shape } = instrument;
    const path = ["instrument"];
    const { from, to } = shape.session;
    if (to < from) {
      this.diagnostics.push({
        code: "wrong-type",
        severity: "error",
        message: `The session ends (${to}) before it begins (${from}).`,
        place: this.yaml.at([...path, "session", "to"]),
        hint: "Exchange the two days, or mend the one that is wrong.",
      });
    }
    const parties = (shape.submitters.parties ?? []).map((party, i) =>
      this.party(party, [...path, "submitters", "parties", i], true),
    );
    return {
      body: shape.body,
      session: shape.session,
      ...(shape.committee === undefined ? {} : { committee: shape.committee }),
      ...(shape.item === undefined ? {} : { item: this.words(shape.item, [...path, "item"]) }),
      submitters: { role: shape.submitters.role, parties },
      languages: [...new Set([language, ...(shape.languages ?? [])])],
      house: shape.house ?? "ipu",
      ...(shape.period === undefined ? {} : { period: shape.period }),
    };
  }

  private party(shape: PartyShape, path: Path, claims: boolean): Party {
    if ("country" in shape) return { type: "country", country: shape.country };
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
    };
  }

  stage(shape: StageShape, path: Path): Stage {
    this.claim(shape.id, [...path, "id"], "stage ");
    const { id, kind, symbol, date, preambularNumbers, applies, adoption } = shape;
    return {
      id,
      kind,
      ...(symbol === undefined ? {} : { symbol: this.words(symbol, [...path, "symbol"]) }),
      date,
      ...(preambularNumbers === undefined ? {} : { preambularNumbers }),
      applies: applies ?? [],
      ...(adoption === undefined ? {} : { adoption: this.adoption(adoption, [...path, "adoption"]) }),
    };
  }

  private adoption(shape: NonNullable<StageShape["adoption"]>, path: Path): Adoption {
    const { mode, date, place } = shape;
    const reservations = (shape.reservations ?? []).map(({ party, scope, text }, i) => {
      const own = [...path, "reservations", i];
      return {
        party: this.party(party, [...own, "party"], false),
        scope,
        ...(text === undefined
          ? {}
          : { text: takeText(text, [...own, "text"], this.yaml, this.diagnostics) }),
      };
    });
    return { mode, date, place, reservations };
  }
}
