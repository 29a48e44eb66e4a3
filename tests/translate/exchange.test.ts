import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReturnedUnit } from "../../src/model/packet.ts";
import { noHistory } from "../../src/model/translation.ts";
import { mapSegments, segments } from "../../src/model/walk.ts";
import { listWorks, readWork, type Work } from "../../src/read/work.ts";
import { textHash } from "../../src/text/hash.ts";
import { freshness } from "../../src/translate/freshness.ts";
import { makePacket } from "../../src/translate/packet.ts";
import { anyResolution } from "../fixtures/resolutions.ts";
import { fixtureWorld, folderWorld } from "../fixtures/world.ts";
import {
  anyLanguage,
  edited,
  formats,
  type Language,
  sent,
  take,
  translated,
  withTaken,
  work,
} from "./travel.ts";

const works: [string, Work][] = [folderWorld(), fixtureWorld()].flatMap((world) =>
  listWorks(world).flatMap((name): [string, Work][] => {
    const { value } = readWork(world, name);
    return value ? [[name, value]] : [];
  }),
);

const format = fc.constantFrom(...formats);
const target = fc.constantFrom("copy" as const, "empty" as const);
const someLanguage = anyResolution.chain((r) => anyLanguage(r));
const byId = ({ r, translation, history }: Language) =>
  new Map(freshness(r, translation, history).map((s) => [s.segment.id, s]));

describe.each(works)("the work %s", (_, { resolution: r, translations, history }) => {
  const languages = Object.keys(translations);
  test.each(formats)("comes back from %s as it went, in every language", (how) => {
    for (const language of languages) {
      const own = { r, translation: translations[language], history };
      const packet = makePacket(r, language, own.translation, history, { all: true });
      const { units } = sent(packet, how);
      const { value, diagnostics } = take(own, units);
      expect(diagnostics).toEqual([]);
      expect(value).toMatchObject({ texts: {}, refused: [], replaced: [] });
      expect([...value.unchanged, ...value.open].sort()).toEqual(
        segments(r)
          .map((s) => s.id)
          .sort(),
      );
    }
  });
  test.each(formats)("is translated through %s as a whole, into a language that it was not in", (how) => {
    const packet = makePacket(r, "fr", undefined, noHistory, { target: "copy" });
    expect(packet.units.map((u) => u.id)).toEqual(segments(r).map((s) => s.id));
    const own = { r, translation: undefined, history: noHistory };
    const done = { ...packet, units: packet.units.map((unit) => work(unit, "mot", "final")) };
    const { value, diagnostics } = take(own, sent(done, how).units);
    expect(diagnostics).toEqual([]);
    const after = freshness(r, withTaken(undefined, value), noHistory);
    expect(new Set(after.map((s) => s.state))).toEqual(new Set(["final"]));
  });
});

describe("any work, in any state", () => {
  test("comes back from a tool that changed nothing without a change, a loss or a finding", () => {
    fc.assert(
      fc.property(someLanguage, format, target, fc.boolean(), (own, how, empty, all) => {
        const packet = makePacket(own.r, "fr", own.translation, own.history, { all, target: empty });
        const { value, diagnostics } = take(own, sent(packet, how).units);
        expect(diagnostics).toEqual([]);
        expect(value.texts).toEqual({});
        expect([...value.unchanged, ...value.open].sort()).toEqual(packet.units.map((u) => u.id).sort());
      }),
      { numRuns: 60 },
    );
  });

  test("is exported with exactly what is stale or missing, and import makes exactly that fresh", () => {
    fc.assert(
      fc.property(someLanguage, format, target, fc.infiniteStream(fc.boolean()), (own, how, empty, done) => {
        const before = byId(own);
        const packet = makePacket(own.r, "fr", own.translation, own.history, { target: empty });
        const waiting = [...before.values()].filter((s) => s.state === "missing" || s.state === "stale");
        expect(packet.units.map((u) => u.id)).toEqual(waiting.map((s) => s.segment.id));
        const chosen = new Set(packet.units.filter(() => done.next().value).map((u) => u.id));
        const units = packet.units.map((u) => (chosen.has(u.id) ? work(u, "neuf", "draft") : u));
        const { value, diagnostics } = take(own, sent({ ...packet, units }, how).units);
        expect(diagnostics.filter((d) => d.severity !== "info")).toEqual([]);
        expect(new Set(Object.keys(value.texts))).toEqual(chosen);
        const after = byId({ ...own, translation: withTaken(own.translation, value) });
        for (const [id, { state }] of before)
          expect([id, after.get(id)?.state]).toEqual([id, chosen.has(id) ? "draft" : state]);
      }),
      { numRuns: 60 },
    );
  });

  test("takes the files of two translators in either order, and what both made only once", () => {
    fc.assert(
      fc.property(someLanguage, format, fc.infiniteStream(fc.constantFrom(0, 1, 2)), (own, how, who) => {
        const packet = makePacket(own.r, "fr", own.translation, own.history);
        const shares = packet.units.map((u) => [u.id, who.next().value] as const);
        const share = new Map(shares);
        const file = (n: 0 | 1): ReturnedUnit[] =>
          sent(
            {
              ...packet,
              units: packet.units.flatMap((u) =>
                share.get(u.id) === 1 - n ? [] : [work(u, `mot${n}`, "final")],
              ),
            },
            how,
          ).units;
        for (const order of [
          [0, 1],
          [1, 0],
        ] as const) {
          const first = take(own, file(order[0])).value;
          const now = { ...own, translation: withTaken(own.translation, first) };
          const { value, diagnostics } = take(now, file(order[1]));
          const both = shares.filter(([, n]) => n === 2).map(([id]) => id);
          expect([...value.refused].sort()).toEqual([...both].sort());
          expect(diagnostics.filter((d) => d.code === "exchange-conflict")).toHaveLength(both.length);
          const after = byId({ ...now, translation: withTaken(now.translation, value) });
          for (const [id] of shares) expect(after.get(id)?.state).toBe("final");
          for (const id of both) expect(first.texts[id]).toEqual(now.translation.texts[id]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("one word of the source is changed", () => {
  const change = (own: Language, at: number): { own: Language; id: string } => {
    const ids = segments(own.r).map((s) => s.id);
    const id = ids[at % ids.length] ?? "";
    const r = mapSegments(own.r, (s) => (s.id === id ? edited(s.text) : s.text));
    return { own: { ...own, r }, id };
  };
  /** Everything translated and fresh. */
  const complete = anyResolution.map((r): Language => {
    const texts = segments(r).map((s) => [
      s.id,
      { source: textHash(s.text), text: translated(s.text, "mot") },
    ]);
    const translation = { language: "fr", persons: {}, texts: Object.fromEntries(texts) };
    const sources = Object.fromEntries(segments(r).map((s) => [textHash(s.text), s.text]));
    return { r, translation, history: { sources, typos: [] } };
  });

  test("then exactly that text is stale, the export holds exactly it, and import makes it fresh", () => {
    fc.assert(
      fc.property(complete, fc.nat(), format, (before, at, how) => {
        const { own, id } = change(before, at);
        const stale = [...byId(own).values()].filter((s) => s.state !== "draft");
        expect(stale.map((s) => [s.segment.id, s.state])).toEqual([[id, "stale"]]);
        const packet = makePacket(own.r, "fr", own.translation, own.history);
        expect(packet.units.map((u) => u.id)).toEqual([id]);
        expect(packet.units[0]?.previous?.source).toBeDefined();
        const units = packet.units.map((u) => work(u, "neuf", "draft"));
        const { value } = take(own, sent({ ...packet, units }, how).units);
        expect(Object.keys(value.texts)).toEqual([id]);
        const after = byId({ ...own, translation: withTaken(own.translation, value) });
        expect([...after.values()].filter((s) => s.state !== "draft")).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("then a file from before is refused for that text, and taken for all others", () => {
    fc.assert(
      fc.property(complete, fc.nat(), format, (before, at, how) => {
        const packet = makePacket(before.r, "fr", before.translation, before.history, { all: true });
        const done = { ...packet, units: packet.units.map((u) => work(u, "neuf", "final")) };
        const { own, id } = change(before, at);
        const { value, diagnostics } = take(own, sent(done, how).units);
        expect(value.refused).toEqual([id]);
        expect(diagnostics.filter((d) => d.severity === "error").map((d) => d.code)).toEqual([
          "translation-stale",
        ]);
        expect(Object.keys(value.texts)).toHaveLength(packet.units.length - 1);
      }),
      { numRuns: 40 },
    );
  });

  test("then nothing is stale when it was a typo, nor after the next one; a real change in between is", () => {
    fc.assert(
      fc.property(
        complete,
        fc.nat(),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        (start, at, typos) => {
          let own = start;
          let id = "";
          let all = true;
          typos.forEach((typo, n) => {
            const from = segments(own.r).find((s, i, list) => i === at % list.length && s)?.text ?? [];
            const changed = change(own, at);
            id = changed.id;
            const to = segments(changed.own.r).find((s) => s.id === id)?.text ?? [];
            const record = {
              text: id,
              from: textHash(from),
              to: textHash(to),
              by: "A",
              date: `2010-01-0${n + 1}`,
            };
            own = {
              ...changed.own,
              history: { ...own.history, typos: typo ? [...own.history.typos, record] : own.history.typos },
            };
            all &&= typo;
            expect(byId(own).get(id)?.state).toBe(all ? "draft" : "stale");
          });
          expect([...byId(own).values()].filter((s) => s.state !== "draft")).toHaveLength(all ? 0 : 1);
        },
      ),
      { numRuns: 40 },
    );
  });
});
