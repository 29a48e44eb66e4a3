/** An entry of a list of amendments on its way from the file to an amendment. */
import type { Id } from "../model/resolution.ts";
import type { Diagnostic, Place } from "../report/diagnostic.ts";
import type { ListDefaults, ReadAmendment } from "./amendment.ts";
import type { AmendmentShape } from "./schema-amendments.ts";
import type { YamlFile } from "./yaml.ts";

/** One file of amendments. */
export interface AmendmentList {
  file: string;
  stage: string;
  /** Where it says so. */
  stagePlace: Place;
  /** Of the printed list. */
  symbol?: string;
  date?: string;
  language: string;
  /** Languages that every text is wanted in. */
  languages: string[];
}

/** What is known of an entry; `shape` and `read` are absent where it does not get so far. */
export interface Entry {
  yaml: YamlFile;
  list: ListDefaults & AmendmentList;
  shape?: AmendmentShape;
  id?: Id;
  read?: ReadAmendment;
  /** Why it is broken, where that is said elsewhere. */
  problem?: string;
  /** It is broken for the sake of what it is a sub-amendment to. */
  unfit?: boolean;
  diagnostics: Diagnostic[];
}

/** A finding that breaks the entry. */
export function error(code: Diagnostic["code"], message: string, place: Place, hint: string): Diagnostic {
  return { code, severity: "error", message, place, hint };
}
