/** Reads who submits, withdraws or moves an amendment, and holds countries and bodies against those that there are. */
import { countriesMeant, nearestCode } from "../language/country-meant.ts";
import type { KnownNames } from "../language/known.ts";
import { isGroupKey } from "../language/names-used.ts";
import type { Party } from "../model/instrument.ts";
import type { Resolution } from "../model/resolution.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { SubmitterShape } from "./schema-submitters.ts";
import { checkCharacters, takeWords } from "./text.ts";
import type { Path, YamlFile } from "./yaml.ts";

export class Submitters {
  constructor(
    private readonly yaml: YamlFile,
    private readonly resolution: Resolution,
    private readonly known: KnownNames,
    private readonly diagnostics: Diagnostic[],
  ) {}

  /** Each once: who stands there again is warned of, and left out. */
  parties(shape: SubmitterShape | SubmitterShape[], path: Path): Party[] {
    if (!Array.isArray(shape)) return this.party(shape, path);
    const all: Party[] = [];
    for (const [i, one] of shape.entries())
      for (const party of this.party(one, [...path, i])) {
        if (all.some((other) => isSame(other, party))) this.twice(shape[i], [...path, i]);
        else all.push(party);
      }
    return all;
  }

  private twice(shape: SubmitterShape | undefined, path: Path): void {
    this.diagnostics.push({
      code: "submitter-twice",
      severity: "warning",
      message: `${typeof shape === "string" ? shape : "This one"} stands in this list already, and is named once.`,
      place: this.yaml.at(path),
      hint: "Take it out here, or write the code of the delegation that is meant.",
    });
  }

  private party(shape: SubmitterShape, path: Path): Party[] {
    if (typeof shape === "string") return this.country(shape, path);
    if ("country" in shape) {
      const found = this.country(shape.country, [...path, "country"]);
      const { role } = shape;
      return role === undefined ? found : found.map((party) => ({ ...party, role }));
    }
    if ("group" in shape) {
      const name = takeWords(shape.group, [...path, "group"], this.yaml, this.diagnostics);
      const there = !isGroupKey(name) || this.key("group", name, this.known.groups, [...path, "group"]);
      return there ? [{ type: "group", name }] : [];
    }
    if ("body" in shape) {
      const there = this.body(shape.body, [...path, "body"]);
      return there ? [{ type: "body", body: shape.body }] : [];
    }
    const own = [...path, "person"];
    const role = shape.role === undefined ? {} : { role: shape.role };
    if (typeof shape.person === "string") {
      const id = shape.person;
      const people = this.resolution.instrument.submitters.parties.flatMap((p) =>
        p.type === "person" ? [p] : [],
      );
      const found = people.find((p) => p.id === id);
      if (found) return [{ ...found, ...role }];
      const near = nearest(
        id,
        people.map((p) => p.id),
      );
      this.fault(
        "dangling-reference",
        `No person \`${id}\` submits the work.`,
        `${near ? `Did you mean \`${near}\`? Or write` : "Write"} the person out: { id: …, honorific: …, given: …, family: …, country: … }.`,
        own,
      );
      return [];
    }
    const { id, honorific, given, family, country } = shape.person;
    this.country(country, [...own, "country"]);
    const title = honorific ?? "none";
    const titled = this.key("honorific", title, this.known.honorifics, [...own, "honorific"]);
    const words = (value: string, field: string): string =>
      takeWords(value, [...own, field], this.yaml, this.diagnostics);
    return [
      {
        type: "person",
        id,
        honorific: titled ? title : "none",
        given: given === undefined ? "" : words(given, "given"),
        family: words(family, "family"),
        country,
        ...role,
      },
    ];
  }

  private country(code: string, path: Path): Party[] {
    const { countries } = this.known;
    checkCharacters(code, path, this.yaml, this.diagnostics);
    if (/^[A-Z]{2}$/.test(code) && (countries.size === 0 || countries.has(code)))
      return [{ type: "country", country: code }];
    this.fault(
      "country-unknown",
      `There is no country with the code “${code}”.`,
      this.countryHint(code),
      path,
    );
    return [];
  }

  private countryHint(code: string): string {
    const upper = code.toUpperCase();
    if (this.known.countries.has(upper)) return `Write it in capitals: ${upper}.`;
    const meant = countriesMeant(code, this.known);
    if (meant.length > 0) return `Write ${meant.map((one) => `${one.code} for ${one.name}`).join(", or ")}.`;
    const near = nearestCode(code, this.known);
    const asName = near ? `Did you mean ${near.code} (${near.name})? ` : "";
    return `${asName}A delegation is named by two capital letters, such as FR; a group is { group: … }, a body { body: … }.`;
  }

  /** Whether there is such a body; says when there is none. */
  body(body: string, path: Path): boolean {
    if (this.known.bodies.size === 0 || this.known.bodies.has(body)) return true;
    const near = nearest(body, this.known.bodies);
    this.fault(
      "body-unknown",
      `There is no body \`${body}\`.`,
      `${near ? `Did you mean \`${near}\`? ` : ""}The bodies are: ${[...this.known.bodies].join(", ")}.`,
      path,
    );
    return false;
  }

  private key(kind: "honorific" | "group", key: string, known: ReadonlySet<string>, path: Path): boolean {
    if (known.size === 0 || known.has(key)) return true;
    const near = nearest(key, known);
    const words = kind === "group" ? " Or write its name out, such as Arab Group." : "";
    const hint = `${near ? `Did you mean \`${near}\`? ` : ""}There are: ${[...known].join(", ")}.${words}`;
    this.fault("name-unknown", `There is no ${kind} \`${key}\`.`, hint, path);
    return false;
  }

  private fault(code: Diagnostic["code"], message: string, hint: string, path: Path): void {
    this.diagnostics.push({ code, severity: "error", message, place: this.yaml.at(path), hint });
  }
}

/** Whether two are the same delegation, group, body or person, in whatever role. */
export function isSame(a: Party, b: Party): boolean {
  const bare = ({ role: _, ...party }: Party & { role?: unknown }): string => JSON.stringify(party);
  return bare(a) === bare(b);
}
