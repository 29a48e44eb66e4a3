/** Reads who submits, withdraws or moves an amendment, and holds countries and bodies against those that there are. */
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

  parties(shape: SubmitterShape | SubmitterShape[], path: Path): Party[] {
    const list = Array.isArray(shape) ? shape : [shape];
    return list.flatMap((one, i) => this.party(one, Array.isArray(shape) ? [...path, i] : path));
  }

  private party(shape: SubmitterShape, path: Path): Party[] {
    if (typeof shape === "string") return this.country(shape, path);
    if ("country" in shape) {
      const found = this.country(shape.country, [...path, "country"]);
      return shape.role === undefined
        ? found
        : [{ type: "country", country: shape.country, role: shape.role }];
    }
    if ("group" in shape) {
      const name = takeWords(shape.group, [...path, "group"], this.yaml, this.diagnostics);
      if (isGroupKey(name)) this.key("group", name, this.known.groups, [...path, "group"]);
      return [{ type: "group", name }];
    }
    if ("body" in shape) {
      this.body(shape.body, [...path, "body"]);
      return [{ type: "body", body: shape.body }];
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
    this.key("honorific", honorific ?? "none", this.known.honorifics, [...own, "honorific"]);
    const words = (value: string, field: string): string =>
      takeWords(value, [...own, field], this.yaml, this.diagnostics);
    return [
      {
        type: "person",
        id,
        honorific: honorific ?? "none",
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

  /** By code first, then by name in any language. */
  private countryHint(code: string): string {
    const names = this.known.countryNames();
    const upper = code.toUpperCase();
    const wanted = code.length > 3 ? nearest(code, names.keys()) : undefined;
    const byName = wanted === undefined ? undefined : names.get(wanted);
    if (byName !== undefined) return `Write ${byName} for ${wanted}.`;
    if (this.known.countries.has(upper)) return `Write it in capitals: ${upper}.`;
    const near = nearest(upper, this.known.countries);
    const name = [...names].find(([, c]) => c === near)?.[0];
    const asName = near && name ? `Did you mean ${near} (${name})? ` : "";
    return `${asName}A delegation is named by two capital letters, such as FR; a group is { group: … }, a body { body: … }.`;
  }

  /** Says when there is no such body. */
  body(body: string, path: Path): void {
    if (this.known.bodies.size === 0 || this.known.bodies.has(body)) return;
    const near = nearest(body, this.known.bodies);
    this.fault(
      "body-unknown",
      `There is no body \`${body}\`.`,
      `${near ? `Did you mean \`${near}\`? ` : ""}The bodies are: ${[...this.known.bodies].join(", ")}.`,
      path,
    );
  }

  private key(kind: "honorific" | "group", key: string, known: ReadonlySet<string>, path: Path): void {
    if (known.size === 0 || known.has(key)) return;
    const near = nearest(key, known);
    const words = kind === "group" ? " Or write its name out, such as Arab Group." : "";
    const hint = `${near ? `Did you mean \`${near}\`? ` : ""}There are: ${[...known].join(", ")}.${words}`;
    this.fault("name-unknown", `There is no ${kind} \`${key}\`.`, hint, path);
  }

  private fault(code: Diagnostic["code"], message: string, hint: string, path: Path): void {
    this.diagnostics.push({ code, severity: "error", message, place: this.yaml.at(path), hint });
  }
}
