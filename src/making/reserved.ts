/** What became of a paragraph that a reservation names and the adopted text does not have. */
import { stageText } from "../amend/stages.ts";
import { Elsewhere } from "../amend/targets-elsewhere.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import type { Amending } from "./amending.ts";

/** The finding with who took the paragraph out, or what its number is now, where an earlier text had it. */
export function reserved(d: Diagnostic, { work }: Amending): Diagnostic {
  const { resolution, amendments } = work;
  const [field, at, adoption, list, n, scope, i] = d.place?.path ?? [];
  if (d.code !== "dangling-reference" || field !== "stages" || adoption !== "adoption") return d;
  if (list !== "reservations" || scope !== "scope") return d;
  const stage = resolution.stages[Number(at)];
  const named = stage?.adoption?.reservations[Number(n)]?.scope;
  const on = named === "whole" ? undefined : named?.[Number(i)];
  if (!stage || on === undefined) return d;
  const elsewhere = new Elsewhere(
    resolution.stages,
    (one) => stageText(work, one.id, resolution.language)?.clean ?? resolution,
    amendments,
  );
  if (typeof on !== "string") {
    const more = elsewhere.numberHint(on.number, stage);
    return more === undefined ? d : { ...d, hint: [more, d.hint].filter(Boolean).join(" ") };
  }
  const gone = elsewhere.gone(on, stage);
  if (!gone) return d;
  const hint = "Take it out of the scope, or name the paragraph that the reservation is on.";
  return { ...d, message: `A reservation is on \`${on}\`. ${gone.message}`, hint };
}
