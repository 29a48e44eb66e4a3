/** What every part of a view is made from: the text, its stage, its language, its house, and the counts of this document. */
import type { HouseStyle, Period } from "../document/house.ts";
import type { Locale } from "../language/locale.ts";
import type { Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import type { NoteBook } from "./notes.ts";

export interface Setting {
  resolution: Resolution;
  stage: Stage;
  locale: Locale;
  house: HouseStyle;
  period: Period;
  positions: ReadonlyMap<Id, Position>;
  /** For redlines: the counts of the text before; `positions` are those of the text after. */
  before?: ReadonlyMap<Id, Position>;
  /** Counts of the text that reservations are on, where it is not the one that is printed. */
  reserved?: ReadonlyMap<Id, Position>;
  notes: NoteBook;
  /** Whose each tracked change is, by amendment. */
  changes: Readonly<Record<string, Change>>;
  diagnostics: Diagnostic[];
}

/** Author and ISO date of a tracked change. */
export interface Change {
  by: string;
  date: string;
}

/** The period of a work's session, or the one the work names (house-style 1.3). */
export function choosePeriod(resolution: Resolution, house: HouseStyle): Period | Diagnostic {
  const { period: wanted, session } = resolution.instrument;
  const names = house.periods.map((p) => p.name);
  if (wanted !== undefined) {
    const named = house.periods.find((p) => p.name === wanted);
    if (named) return named;
    const near = nearest(wanted, names);
    return complain(
      resolution,
      `The house style "${house.name}" has no period "${wanted}".`,
      near ? `Did you mean "${near}"?` : `Its periods: ${names.join(", ")}.`,
      ["period"],
    );
  }
  const dated = house.periods.find((p) => p.from <= session.from && session.from <= (p.to ?? "9999"));
  if (dated) return dated;
  return complain(
    resolution,
    `The house style "${house.name}" has no period for a session on ${session.from}.`,
    `Look at the day, or name a period with \`period:\` under \`instrument:\`: ${names.join(", ")}.`,
    ["session", "from"],
  );
}

/** `field`: below `instrument`. */
function complain(resolution: Resolution, message: string, hint: string, field: string[]): Diagnostic {
  const place = {
    file: `resolutions/${resolution.work}/resolution.yaml`,
    line: 1,
    column: 1,
    path: ["instrument", ...field],
  };
  return { code: "wrong-type", severity: "error", message, place, hint };
}
