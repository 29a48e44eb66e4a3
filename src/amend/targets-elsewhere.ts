/** What a paragraph that is not in the text of a stage is in the texts of others: for those who took one stage for another. */
import type { Amendment, AmendmentId, Spot } from "../model/amendment.ts";
import { numberParagraphs, type Position } from "../model/number.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import type { Stage } from "../model/stage.ts";
import { isAccepted } from "./decided.ts";
import { positionName } from "./label.ts";

export type PrintedNumber = NonNullable<Spot["number"]>;

/** Equal for equal numbers of one part. */
export function keyOf(part: string, path: readonly number[]): string {
  return `${part} ${path.join(".")}`;
}

interface Numbers {
  byId: Map<Id, Position>;
  byKey: Map<string, Id>;
}

export class Elsewhere {
  private readonly known = new Map<string, Numbers>();

  /** `text`: of a stage, in the language of the work. */
  constructor(
    private readonly stages: readonly Stage[],
    private readonly text: (stage: Stage) => Resolution,
    private readonly amendments: readonly Amendment[],
  ) {}

  /** What became of a number of an earlier stage, or which later one has it; one sentence in English. */
  numberHint({ part, path }: PrintedNumber, stage: Stage): string | undefined {
    if (path.some((step) => step.suffix !== undefined)) return undefined;
    const numbers = path.map((step) => step.number);
    const key = keyOf(part, numbers);
    const name = positionName({ part, depth: numbers.length, number: numbers.at(-1) ?? 1, path: numbers });
    const at = this.stages.findIndex((one) => one.id === stage.id);
    for (const earlier of this.stages.slice(0, Math.max(at, 0)).reverse()) {
      const id = this.numbers(earlier).byKey.get(key);
      if (id === undefined) continue;
      const now = this.numbers(stage).byId.get(id);
      if (now) return `The ${name} of \`${earlier.id}\` is ${positionName(now)} in \`${stage.id}\`.`;
      const by = this.remover(id, earlier);
      return `The ${name} of \`${earlier.id}\` ${by ? `was taken out by ${by}` : "is not there any more"}.`;
    }
    const later = this.stages.slice(at + 1).find((one) => this.numbers(one).byKey.has(key));
    return (
      later &&
      `The text of \`${later.id}\` has ${name}; amendments to it stand in a list with \`stage: ${later.id}\`.`
    );
  }

  /** Of a paragraph that was in the text of a stage before: its number there, and who took it out. */
  gone(id: Id, stage: Stage): { message: string; hint: string } | undefined {
    const at = this.stages.findIndex((one) => one.id === stage.id);
    for (const earlier of this.stages.slice(0, Math.max(at, 0)).reverse()) {
      const position = this.numbers(earlier).byId.get(id);
      if (!position) continue;
      const by = this.remover(id, earlier);
      return {
        message: `${positionName(position)} of \`${earlier.id}\` (\`${id}\`) is not in the text of \`${stage.id}\` any more${by ? `: ${by} took it out` : ""}.`,
        hint: "Name another paragraph, or put the amendment into a list that speaks of an earlier stage.",
      };
    }
    return undefined;
  }

  private numbers(stage: Stage): Numbers {
    let found = this.known.get(stage.id);
    if (!found) {
      const byId = numberParagraphs(this.text(stage));
      found = { byId, byKey: new Map([...byId].map(([id, { part, path }]) => [keyOf(part, path), id])) };
      this.known.set(stage.id, found);
    }
    return found;
  }

  /** The amendment that took out a paragraph, or one that it stood in. */
  private remover(id: Id, stage: Stage): AmendmentId | undefined {
    const { byId, byKey } = this.numbers(stage);
    const own = byId.get(id);
    const ids = new Set(
      own ? own.path.map((_, i) => byKey.get(keyOf(own.part, own.path.slice(0, i + 1)))) : [id],
    );
    return this.amendments.find((a) => {
      const op = a.operation;
      if (!isAccepted(a)) return false;
      if (op.kind === "merge") return op.others.some((other) => ids.has(other));
      return op.kind === "delete" && op.target.kind === "paragraph" && ids.has(op.target.id);
    })?.id;
  }
}
