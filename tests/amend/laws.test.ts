import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyAmendment } from "../../src/amend/apply.ts";
import { indexOf } from "../../src/amend/locate.ts";
import { touchedIds } from "../../src/amend/sequence.ts";
import { newIds } from "../../src/amend/source.ts";
import type { Amendment } from "../../src/model/amendment.ts";
import { acceptChanges, isTracked, rejectChanges, reverseChanges } from "../../src/model/changes.ts";
import { composeChanges } from "../../src/model/compose-changes.ts";
import type { ChangeMark, PartItem, Resolution } from "../../src/model/resolution.ts";
import { putStruckFirst } from "../../src/model/struck-first.ts";
import { segments } from "../../src/model/walk.ts";
import { flatten, type Run } from "../../src/text/runs.ts";
import { paragraph, plainResolution } from "../fixtures/resolutions.ts";
import { amendment, anyAmendments, anyText, change, lines, on, settled, stretches } from "./made.ts";

const runs = 500;

/** Whether an amendment moves something that another one had moved or put in: both then show as one. */
function moves(r: Resolution, { operation: op }: Amendment): boolean {
  if (op.kind !== "move" || op.target.kind === "title") return false;
  const mark = indexOf(r).live.get(op.target.id);
  return mark?.putInBy !== undefined || mark?.item.mark !== undefined;
}

/** All amendments of a list put into a text, the refused ones left out. */
function all(r: Resolution, list: readonly Amendment[]): Resolution {
  let now = r;
  for (const a of list) {
    const done = applyAmendment(now, a, "en");
    if (!("refusal" in done)) now = done.value;
  }
  return now;
}

/** Places where something new stands right before something struck; a stretch with its own direction is not cut for it. */
function outOfOrder(r: Resolution): string[] {
  const isNew = (kind: string | undefined): boolean => kind === "ins" || kind === "move-to";
  const isStruck = (kind: string | undefined): boolean => kind === "del" || kind === "move-from";
  const isolates = (run: Run | undefined): unknown[] =>
    (run?.marks ?? []).filter((mark) => mark.kind === "isolate");
  const out = segments(r).flatMap(({ id, text }) => {
    const row = flatten(text);
    return row.flatMap((run, i) => {
      const next = row[i + 1];
      const turned = isNew(run.change?.kind) && isStruck(next?.change?.kind);
      return turned && isDeepStrictEqual(isolates(run), isolates(next)) ? [id] : [];
    });
  });
  const pairs = (row: readonly { id: string; mark?: ChangeMark }[]): void => {
    row.forEach((one, i) => {
      if (isNew(one.mark?.kind) && isStruck(row[i + 1]?.mark?.kind)) out.push(one.id);
    });
  };
  const visit = (items: readonly PartItem[]): void => {
    pairs(items);
    items.forEach((item) => {
      if (item.type !== "paragraph") return;
      for (const block of item.blocks) if (block.type === "list") pairs(block.items);
      visit(item.children);
    });
  };
  visit(r.preambular);
  visit(r.operative);
  for (const annex of r.annexes) visit(annex.items);
  return out;
}

/** Every text with its changes and whose they are, marks left out. */
function story(r: Resolution): string[] {
  return segments(r).map(({ text }) => {
    const parts = flatten(text).map(({ text: words, change: c }) => [c ? `${c.kind} ${c.by}` : "", words]);
    return parts
      .map(([whose, words], i) => (whose === parts[i - 1]?.[0] ? words : `|${whose}|${words}`))
      .join("");
  });
}

/** Ids that an operation on a resolution takes hold of, as far as the text before goes. */
const hold = (r: Resolution, a: Amendment): Set<string> => touchedIds(r, a.operation);

describe("laws of amending", () => {
  test("an amendment that is refused leaves the very same text, and says why in words, at its own place first", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 5), ({ r, list }) => {
        let now = r;
        for (const a of list) {
          const before = JSON.stringify(now);
          const done = applyAmendment(now, a, "en");
          expect(JSON.stringify(now)).toBe(before);
          if (!("refusal" in done)) {
            now = done.value;
            continue;
          }
          const { refusal } = done;
          expect(refusal.message).toMatch(/\.$/);
          expect(refusal.hint).toMatch(/\p{L}{2}/u);
          expect(refusal.places[0]).toMatchObject({ in: "amendment", amendment: a.id });
          if (/gone|changed/.test(refusal.code)) expect(refusal.by).toMatch(/^[a-z]/);
        }
      }),
      { numRuns: runs },
    );
  });

  test("amendments on different paragraphs can be taken in either order", () => {
    let met = 0;
    fc.assert(
      fc.property(anyAmendments(anyText, 2), ({ r, list }) => {
        const [a, b] = list;
        if (!a || !b || [...hold(r, a)].some((id) => hold(r, b).has(id))) return;
        // Two things put beside each other stand in the order in which they come; one on the other's paragraph needs it first.
        const puts = [a, b].every(({ operation: op }) => "place" in op || op.kind === "split");
        if (puts || [...hold(r, b)].some((id) => newIds(a).includes(id))) return;
        met += 1;
        const one = all(r, [a, b]);
        const other = all(r, [b, a]);
        expect(lines(settled(acceptChanges(one)))).toEqual(lines(settled(acceptChanges(other))));
      }),
      { numRuns: runs * 2 },
    );
    expect(met).toBeGreaterThan(runs / 2);
  });

  test("changes of different words of one paragraph can be taken in either order", () => {
    const vocabulary = ["peace", "arms", "trade", "law", "States", "rights"].flatMap((w) => [
      `${w}-a`,
      `${w}-b`,
      `${w}-c`,
    ]);
    const put = fc
      .array(fc.constantFrom(...vocabulary, "and", ","), { maxLength: 4 })
      .map((w) => w.join(" "));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(vocabulary, { minLength: 8 }),
        fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 }), put, fc.constantFrom("", "after", "before")),
        fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 }), put, fc.constantFrom("", "after", "before")),
        (text, first, second) => {
          const r = plainResolution({ operative: [paragraph("op1", text.join(" "))] });
          const make = (id: string, [from, extra, words, side]: typeof first, at: number): Amendment =>
            amendment(id, {
              kind: "amend",
              target: on("op1"),
              changes: {
                en: [
                  change(
                    text.slice(at + from, at + from + 1 + extra).join(" "),
                    words,
                    side === "" ? {} : { beside: side as "after" },
                  ),
                ],
              },
            });
          const a = make("am-1", first, 0);
          const b = make("am-2", second, 0);
          const [a0, a1] = [first[0], first[0] + first[1] + 1];
          const [b0, b1] = [second[0], second[0] + second[1] + 1];
          // A word between them: not even the space beside is common.
          if (a1 >= b0 && b1 >= a0) return;
          const one = all(r, [a, b]);
          const other = all(r, [b, a]);
          expect(lines(settled(acceptChanges(one)))).toEqual(lines(settled(acceptChanges(other))));
          expect(lines(settled(rejectChanges(one)))).toEqual(lines(settled(r)));
        },
      ),
      { numRuns: runs * 2 },
    );
  });

  test("the last amendment taken out again leaves the text as it was, unless it took out what others had put in", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 5), ({ r, list }) => {
        let now = r;
        for (const a of list) {
          const done = applyAmendment(now, a, "en");
          if ("refusal" in done) continue;
          const lost = done.absorbed.length > 0 || moves(now, a);
          if (!lost) expect(lines(rejectChanges(done.value, a.id), stretches)).toEqual(lines(now, stretches));
          now = done.value;
        }
      }),
      { numRuns: runs },
    );
  });

  test("no paragraph is lost: each old one stands or is struck, each new one stands or is said to have been taken out", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 6), ({ r, list }) => {
        let now = r;
        const out = new Set<string>();
        const put: string[] = [];
        for (const a of list) {
          const done = applyAmendment(now, a, "en");
          if ("refusal" in done) continue;
          now = done.value;
          put.push(...newIds(a));
          for (const { id } of done.absorbed) out.add(id);
        }
        const { live, dead, putIn, holders } = indexOf(now);
        const before = indexOf(r);
        for (const id of before.live.keys()) expect(live.has(id) || dead.has(id)).toBe(true);
        for (const id of before.holders.keys()) expect(holders.has(id)).toBe(true);
        for (const id of put) expect(live.has(id) || putIn.has(id) || out.has(id)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  test("rejecting every change gives back the text before, whatever was done to it", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 8), ({ r, list }) => {
        expect(settled(rejectChanges(all(r, list)))).toEqual(settled(r));
      }),
      { numRuns: runs },
    );
  });

  test("accepting changes one amendment after the other gives the same as accepting all at once", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 6), ({ r, list }) => {
        const tracked = all(r, list);
        let now = tracked;
        for (const a of list) now = acceptChanges(now, a.id);
        expect(isTracked(now)).toBe(false);
        expect(lines(settled(now))).toEqual(lines(settled(acceptChanges(tracked))));
      }),
      { numRuns: runs },
    );
  });

  test("what is done can be undone: the reversed changes lead from the new text back to the old", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 6), ({ r, list }) => {
        const tracked = all(r, list);
        const back = reverseChanges(tracked);
        expect(lines(settled(acceptChanges(back)))).toEqual(lines(settled(r)));
        expect(lines(settled(rejectChanges(back)))).toEqual(lines(settled(acceptChanges(tracked))));
        expect(outOfOrder(back)).toEqual([]);
        // And back again: the same changes, each under its own amendment.
        const again = reverseChanges(back);
        expect(lines(settled(acceptChanges(again)))).toEqual(lines(settled(acceptChanges(tracked))));
        expect(lines(settled(rejectChanges(again)))).toEqual(lines(settled(r)));
        expect(story(reverseChanges(again))).toEqual(story(back));
      }),
      { numRuns: runs },
    );
  });

  test("at one spot a redline shows what is struck before what is new, and says what it said", () => {
    let turned = 0;
    fc.assert(
      fc.property(anyAmendments(anyText, 8), ({ r, list }) => {
        const tracked = all(r, list);
        const ordered = putStruckFirst(tracked);
        turned += outOfOrder(tracked).length;
        expect(outOfOrder(ordered)).toEqual([]);
        expect(lines(settled(acceptChanges(ordered)))).toEqual(lines(settled(acceptChanges(tracked))));
        expect(lines(settled(rejectChanges(ordered)))).toEqual(lines(settled(r)));
        expect(putStruckFirst(ordered)).toBe(ordered);
      }),
      { numRuns: runs },
    );
    expect(turned).toBeGreaterThan(0);
  });

  test("the changes of two stages joined lead from before the first to after the second", () => {
    fc.assert(
      fc.property(anyAmendments(anyText, 8), fc.nat({ max: 8 }), ({ r, list }, cut) => {
        const first = all(r, list.slice(0, cut));
        const second = all(acceptChanges(first), list.slice(cut));
        const joined = composeChanges(first, second);
        expect(lines(settled(rejectChanges(joined)))).toEqual(lines(settled(r)));
        expect(lines(settled(acceptChanges(joined)))).toEqual(lines(settled(acceptChanges(second))));
        expect(outOfOrder(joined)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
