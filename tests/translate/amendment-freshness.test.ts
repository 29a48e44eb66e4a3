import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOfTextId } from "../../src/model/amendment-texts.ts";
import { printInline } from "../../src/text/print-inline.ts";
import { Desk, ids, keys, needed, type State, said } from "./amendment-desk.ts";
import { formats } from "./travel.ts";

const languages = ["fr", "es"];
const by = { by: "Reader", date: "2010-02-03" };

/** What is to be said of a translation: the text that it was made from, where that is known, and whether it is final. */
interface Translated {
  from?: string;
  final: boolean;
}

/** What must be said of every text after all that was done, in the plainest words. */
class Model {
  now: Record<string, string> = Object.fromEntries(ids.map((id) => [id, said(id, "one")]));
  made: Record<string, Record<string, Translated>> = { fr: {}, es: {} };
  typos: { id: string; from: string; to: string }[] = [];

  of(language: string, id: string): Translated | undefined {
    return this.made[language]?.[id];
  }

  state(language: string, id: string): State {
    const own = this.of(language, id);
    if (!own) return "missing";
    if (own.from === undefined) return "unknown";
    const reached = new Set([own.from]);
    for (const text of reached)
      for (const typo of this.typos) if (typo.id === id && typo.from === text) reached.add(typo.to);
    if (!reached.has(this.now[id] ?? "")) return "stale";
    return own.final ? "final" : "draft";
  }

  states(language: string): Record<string, State> {
    return Object.fromEntries(ids.map((id) => [id, this.state(language, id)]));
  }

  set(language: string, id: string, made: Translated): void {
    const own = this.made[language];
    if (own) own[id] = made;
  }
}

type Step = (desk: Desk, model: Model) => void;
const language = fc.constantFrom(...languages);
const anyId = fc.constantFrom(...ids);
const amendmentOf = (id: string): string => partsOfTextId(id)?.amendment ?? id;
const textsOf = (id: string): string[] =>
  id.includes(":") ? [id] : (keys[id] ?? []).map((key) => `${id}:${key}`);

const edit = fc
  .record({ id: anyId, text: fc.constantFrom("one", "two", "three") })
  .map(({ id, text }): Step => {
    return (desk, model) => {
      model.now[id] = said(id, text);
      desk.type("en", { [id]: said(id, text) });
    };
  });

const typo = anyId.map((id): Step => {
  return (desk, model) => {
    const stale = languages.filter((l) => model.state(l, id) === "stale");
    const from = [...new Set(stale.map((l) => model.of(l, id)?.from))];
    const [only] = from;
    const clear = from.length === 1 && only !== undefined;
    expect(desk.typo(id, by)).toEqual(clear ? [...stale].sort() : undefined);
    if (clear) model.typos.push({ id, from: only, to: model.now[id] ?? "" });
  };
});

const translate = fc
  .record({
    code: language,
    some: fc.subarray(ids, { minLength: 1 }),
    final: fc.boolean(),
    format: fc.constantFrom(...formats),
  })
  .map(({ code, some, final, format }): Step => {
    return (desk, model) => {
      // What an amendment cannot do without comes whole when it comes for the first time.
      const whole = ids.filter(
        (id) =>
          some.includes(id) ||
          (needed(partsOfTextId(id)?.key ?? "") &&
            model.state(code, id) === "missing" &&
            some.some((other) => amendmentOf(other) === amendmentOf(id))),
      );
      desk.translate(code, whole, final ? "final" : "draft", format);
      for (const id of whole) model.set(code, id, { from: model.now[id] ?? "", final });
    };
  });

const fresh = fc
  .record({
    code: language,
    some: fc.subarray([...ids, ...Object.keys(keys)], { minLength: 1, maxLength: 3 }),
  })
  .map(({ code, some }): Step => {
    return (desk, model) => {
      const isOpen = (id: string): boolean => ["stale", "unknown"].includes(model.state(code, id));
      const isWrong = (word: string): boolean =>
        !textsOf(word).some(isOpen) && textsOf(word).some((id) => model.state(code, id) === "missing");
      const found = desk.fresh(code, some, by);
      expect(found.some((d) => d.severity === "error")).toBe(some.some(isWrong));
      if (some.some(isWrong)) return;
      for (const id of some.flatMap(textsOf).filter(isOpen))
        model.set(code, id, { from: model.now[id] ?? "", final: model.of(code, id)?.final ?? false });
    };
  });

const record = fc.constant<Step>((desk, model) => {
  desk.record();
  for (const code of languages)
    for (const id of ids)
      if (model.state(code, id) === "unknown")
        model.set(code, id, { from: model.now[id] ?? "", final: false });
});

/** A translation typed into the list by hand says nothing of what it was made from. */
const typed = fc
  .record({ code: language, amendment: fc.constantFrom(...Object.keys(keys)) })
  .map(({ code, amendment }): Step => {
    return (desk, model) => {
      const own = textsOf(amendment);
      desk.type(code, Object.fromEntries(own.map((id) => [id, desk.newWords()])));
      for (const id of own) if (model.state(code, id) === "missing") model.set(code, id, { final: false });
    };
  });

const forgotten = fc.constantFrom(...Object.keys(keys)).map((amendment): Step => {
  return (desk, model) => {
    desk.forget(amendment);
    for (const code of languages)
      for (const id of textsOf(amendment))
        if (model.state(code, id) !== "missing") model.set(code, id, { final: false });
  };
});

const steps = fc.array(fc.oneof(edit, edit, typo, translate, translate, fresh, record, typed, forgotten), {
  maxLength: 12,
});

function done(all: readonly Step[]): { desk: Desk; model: Model } {
  const desk = new Desk();
  const model = new Model();
  for (const step of all) {
    step(desk, model);
    for (const code of languages) expect(desk.states(code)).toEqual(model.states(code));
  }
  return { desk, model };
}

test("whatever is done with texts of amendments, each is as fresh as its last translation or look makes it", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { desk } = done(all);
      for (const comment of ["# The first.", "# words", "# new ones"]) expect(desk.list).toContain(comment);
    }),
    { numRuns: 60 },
  );
});

test("a change of one text makes exactly that one stale, in every language that has it", () => {
  fc.assert(
    fc.property(steps, anyId, (all, id) => {
      const { desk } = done(all);
      desk.record();
      const before = languages.map((code) => desk.states(code));
      desk.type("en", { [id]: "quite another" });
      const after = languages.map((code) => desk.states(code));
      expect(after).toEqual(
        before.map((states) => ({ ...states, ...(states[id] === "missing" ? {} : { [id]: "stale" }) })),
      );
    }),
    { numRuns: 30 },
  );
});

test("what is sent to translators and comes back is fresh, in their words", () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(...formats), (all, format) => {
      const { desk } = done(all);
      for (const code of languages) {
        const open = ids.filter((id) => ["missing", "stale"].includes(desk.states(code)[id] ?? ""));
        const before = desk.texts(code);
        desk.translate(code, open, "final", format);
        const [states, texts] = [desk.states(code), desk.texts(code)];
        for (const id of open) {
          expect([id, states[id]]).toEqual([id, "final"]);
          expect(printInline(texts[id] ?? [])).toMatch(/^word\d+x$/);
        }
        for (const id of ids.filter((one) => !open.includes(one))) expect(texts[id]).toEqual(before[id]);
        expect(Object.values(states)).not.toContain("stale");
        expect(Object.values(states)).not.toContain("missing");
      }
    }),
    { numRuns: 30 },
  );
});
