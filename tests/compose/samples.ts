/** Resolutions and a composer for tests, with the project's own locales, house and templates. */

import type { Comparison } from "../../src/compose/comparison.ts";
import {
  type Composition,
  compose,
  composeBoth,
  type Frame,
  type Wanted,
} from "../../src/compose/compose.ts";
import { loadTemplates } from "../../src/compose/load-templates.ts";
import type { View } from "../../src/compose/view-fields.ts";
import { loadLocale } from "../../src/language/load.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import type { Stage } from "../../src/model/stage.ts";
import { readHouse } from "../../src/read/house.ts";
import type { Checked } from "../../src/report/diagnostic.ts";
import { readInline } from "../../src/text/read-inline.ts";
import type { World } from "../../src/world.ts";
import { plainResolution, written } from "../fixtures/resolutions.ts";
import { projectWorld } from "./disk.ts";

export const small = (text: string) => readInline(text).value;

export { written as paragraph } from "../fixtures/resolutions.ts";

export const draft: Stage = {
  id: "dr-pre",
  kind: "preliminary-draft",
  symbol: "C-I/122/DR-Pre",
  date: "2009-12-18",
  applies: [],
};

export function resolution(
  more: Partial<Resolution> = {},
  instrument: Partial<Resolution["instrument"]> = {},
): Resolution {
  const plain = plainResolution({ work: "sample", title: small("Sharing the *work* of peace") });
  return {
    ...plain,
    instrument: {
      ...plain.instrument,
      submitters: {
        role: "co-rapporteur",
        parties: [
          {
            type: "person",
            id: "ortuno",
            honorific: "ms",
            given: "Maria Teresa",
            family: "Ortuño",
            country: "MX",
          },
          {
            type: "person",
            id: "wiriyachai",
            honorific: "mr",
            given: "Apiwan",
            family: "Wiriyachai",
            country: "TH",
          },
        ],
      },
      ...instrument,
    },
    stages: [draft],
    preambular: [written("pp01", "_Noting_ this"), written("pp02", "_Also noting_ that")],
    operative: [written("op01", "_Calls on_ all"), written("op02", "_Invites_ some")],
    ...more,
  };
}

export interface Options {
  language?: string;
  stage?: Stage;
  world?: World;
  wanted?: Wanted;
  more?: Pick<Frame, "amendments" | "changes" | "positions">;
}

const own = projectWorld();
const kept = new Map<string, unknown>();

/** The project's own files are read once for all tests. */
function once<T>(key: string, world: World, make: () => T): T {
  if (world !== own) return make();
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}

export function tryCompose(r: Resolution, options: Options = {}): Checked<Composition> {
  const { value, diagnostics } = frameOf(r, options);
  return value ? compose({ ...value, ...(options.wanted ?? { kind: "clean" }) }) : { diagnostics };
}

function frameOf(r: Resolution, options: Options): Checked<Frame> {
  const world = options.world ?? own;
  const language = options.language ?? "en";
  const templates = once("templates", world, () => loadTemplates(world, "ipu"));
  const house = once("house", world, () => readHouse(world, "ipu"));
  const locale = once(language, world, () => loadLocale(world, language));
  const diagnostics = [...templates.diagnostics, ...house.diagnostics];
  if (!templates.value || !house.value || !locale.value) return { diagnostics };
  const value: Frame = {
    resolution: r,
    stage: options.stage ?? draft,
    locale: locale.value,
    house: house.value,
    templates: templates.value,
    sourceHash: "0".repeat(64),
    ...options.more,
  };
  return { value, diagnostics };
}

/** Both clean documents of a redline; throws on any finding. */
export function composedBoth(r: Resolution, comparison: Comparison, options: Options = {}) {
  const frame = frameOf(r, options).value;
  const both = frame && composeBoth({ ...frame, comparison });
  if (!both?.value) throw new Error(JSON.stringify(both?.diagnostics, null, 1));
  return both.value;
}

export function composed(r: Resolution, options: Options = {}): Composition & { view: View } {
  const { value, diagnostics } = tryCompose(r, options);
  if (!value) throw new Error(JSON.stringify(diagnostics, null, 1));
  return value as Composition & { view: View };
}

/** `label words ending` of every block of a part, marks taken off. */
export function lines(blocks: View["operative"]): string[] {
  return blocks.map((b) => `${b.label ? `${b.label} ` : ""}${b.text.replace(/<[^>]*>/g, "")}${b.ending}`);
}
