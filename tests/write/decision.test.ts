import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Recorded, writeApplies, writeDecision } from "../../src/write/decision.ts";

const accepted: Recorded = { outcome: "accepted", body: "drafting-committee", date: "2010-03-30" };

/** The lines of `after` that `before` does not have, and the other way round. */
function changed(before: string, after: string): { gone: string[]; come: string[] } {
  const a = before.split("\n");
  const b = after.split("\n");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return { gone: a.slice(head, a.length - tail), come: b.slice(head, b.length - tail) };
}

const list = `# The list of the night
stage: dr-rev   # as printed
amendments:
  # first came Canada
  - id: am-001          # by telephone
    submitters: [CA]
    on: PP1
    amend:
      en: [ { find: "illegal arms sales",   put: 'trafficking in arms' } ]  # odd spaces are the author's

  - { id: am-002, submitters: [IR], on: PP1,   delete: yes }   # by letter
  - id: am-003
    submitters: [CU]
    replace:
      en: >-
        _Reaffirming_ its commitment
        to peace

    # still open
    decision:
      outcome: pending   # wait for Havana
      note: { en: "ask again" }
  - {id: am-004, submitters: [MA],
     on: OP3, delete: yes, # two lines
    }
`;

describe("writeDecision", () => {
  test("adds one line to an entry of several lines, after its last one", () => {
    const written = writeDecision(list, "am-001", accepted) ?? "";
    expect(changed(list, written)).toEqual({
      gone: [],
      come: ["    decision: { outcome: accepted, body: drafting-committee, date: 2010-03-30 }"],
    });
    expect(written).toContain("author's\n    decision: {");
  });

  test("stays in the line of an entry in braces, before its comment", () => {
    const written = writeDecision(list, "am-002", {
      outcome: "withdrawn",
      by: [{ type: "country", country: "IR" }],
    });
    expect(changed(list, written ?? "")).toEqual({
      gone: ["  - { id: am-002, submitters: [IR], on: PP1,   delete: yes }   # by letter"],
      come: [
        "  - { id: am-002, submitters: [IR], on: PP1,   delete: yes, decision: { outcome: withdrawn, by: [IR] } }   # by letter",
      ],
    });
  });

  test("puts a decision before the comma and the comment that end an entry in braces", () => {
    const written = writeDecision(list, "am-004", { outcome: "rejected", date: "2010-03-30" }) ?? "";
    expect(written).toContain(
      "delete: yes, decision: { outcome: rejected, date: 2010-03-30 }, # two lines\n    }\n",
    );
    expect(parse(written).amendments[3].decision.outcome).toBe("rejected");
  });

  test("changes the fields of a decision that is there, and keeps its remarks", () => {
    const written = writeDecision(list, "am-003", accepted) ?? "";
    expect(changed(list, written)).toEqual({
      gone: ["      outcome: pending   # wait for Havana", '      note: { en: "ask again" }'],
      come: [
        "      outcome: accepted   # wait for Havana",
        '      note: { en: "ask again" }',
        "      body: drafting-committee",
        "      date: 2010-03-30",
      ],
    });
  });

  test("takes a decision out again when it is reopened, and leaves the file as it was", () => {
    for (const id of ["am-001", "am-002", "am-004"]) {
      const decided = writeDecision(list, id, accepted) ?? "";
      expect(writeDecision(decided, id, { outcome: "pending" })).toBe(list);
    }
  });

  test("does not leave the day and the body of a decision behind that was replaced", () => {
    const decided = writeDecision(list, "am-002", accepted) ?? "";
    const withdrawn = writeDecision(decided, "am-002", { outcome: "withdrawn", date: "2010-03-31" }) ?? "";
    expect(parse(withdrawn).amendments[1].decision).toEqual({ outcome: "withdrawn", date: "2010-03-31" });
  });

  test("keeps a byte order mark and the line ends of other systems", () => {
    const other = `\ufeff${list.replaceAll("\n", "\r\n")}`;
    const written = writeDecision(other, "am-001", accepted) ?? "";
    expect(written.startsWith("\ufeff# The list")).toBe(true);
    expect(written.replaceAll("\r\n", "")).not.toContain("\n");
    expect(writeDecision(written, "am-001", { outcome: "pending" })).toBe(other);
  });

  test("knows nothing of an amendment that is not in the list", () => {
    expect(writeDecision(list, "am-009", accepted)).toBeUndefined();
  });

  const words = fc.constantFrom(
    "one",
    "two # three",
    "l’été",
    "“a: b”",
    "- x",
    "{y}",
    "ثلاثة",
    "a\nb",
    "'",
    '"',
  );
  const decision: fc.Arbitrary<Recorded> = fc.record(
    {
      outcome: fc.constantFrom(
        "accepted",
        "accepted-as-amended",
        "rejected",
        "withdrawn",
        "falls",
        "not-considered",
      ),
      body: fc.constantFrom("drafting-committee", "peace-and-security"),
      date: fc.constantFrom("2010-03-30", "2010-04-01"),
      by: fc.constantFrom(
        [{ type: "country" as const, country: "FR" }],
        [
          { type: "group" as const, name: "Arab Group: all" },
          { type: "body" as const, body: "women" },
          {
            type: "person" as const,
            id: "x",
            honorific: "none",
            given: "",
            family: "O’X",
            country: "SE",
            role: "rapporteur" as const,
          },
        ],
      ),
      note: words.map((text) => ({ language: "en", text })),
    },
    { requiredKeys: ["outcome"] },
  );
  const comment = fc.constantFrom("", "  # a remark", " #");
  const between = fc.constantFrom("", "\n", "  # between\n", "\n# far out\n\n");
  const before = fc.constantFrom(
    undefined,
    "",
    "{ outcome: pending }",
    "\n      outcome: falls  # so it seems\n      # and\n      date: 2010-03-29",
    "\n        outcome: pending\n        note:\n          en: |\n            long\n            story\n",
  );
  const entry = fc
    .tuple(
      fc.boolean(),
      comment,
      between,
      before,
      fc.constantFrom("plain words", ">-\n      folded\n      text\n", '"a: b"', "|+\n      kept\n\n"),
    )
    .map(([flow, remark, gap, decided, text]) => (id: string): string => {
      if (flow)
        return `${gap}  - { id: ${id},  on:  PP1, replace: {en: x}${decided?.startsWith("{") ? `,decision: ${decided}` : ""} }${remark}\n`;
      const own =
        decided === undefined
          ? ""
          : `    decision:${decided.startsWith("{") ? ` ${decided}` : decided}${decided.endsWith("\n") ? "" : `${remark}\n`}`;
      const body = `    reason: ${text}${text.endsWith("\n") ? "" : `${remark}\n`}`;
      return `${gap}  - id: ${id}${remark}\n    on:   PP1\n${own}${body}`;
    });

  test("every other line stays byte for byte, and only the decision changes in what the file says", () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        decision,
        fc.boolean(),
        (entries, pick, decided, dos) => {
          const at = pick % entries.length;
          const end = dos ? "\r\n" : "\n";
          const texts = entries.map((make, i) => make(`am-${i}`).replaceAll("\n", end));
          const head = `stage: dr${end}amendments:${end}`;
          const source = head + texts.join("");
          const written = writeDecision(source, `am-${at}`, decided) ?? "";
          const above = head + texts.slice(0, at).join("");
          const below = texts.slice(at + 1).join("");
          expect(written.startsWith(above)).toBe(true);
          expect(written.endsWith(below)).toBe(true);
          // In the entry itself, whole lines come, or lines change that are about the decision.
          const own = written.slice(above.length, written.length - below.length);
          const lines = (texts[at] ?? "")
            .split(end)
            .filter(
              (line) => !/outcome|date|decision|note|en: \||long|story/.test(line) && line.trim() !== "",
            );
          for (const line of lines) if (!line.includes("{ id:")) expect(own.split(end)).toContain(line);

          const was = parse(source) as { amendments: Record<string, unknown>[] };
          const is = parse(written) as { amendments: Record<string, unknown>[] };
          for (const [i, amendment] of is.amendments.entries()) {
            const { decision: now, ...rest } = amendment;
            const { decision: then, ...others } = was.amendments[i] ?? {};
            // Nothing but white space at the end of a text that keeps its line ends can differ.
            expect(JSON.stringify(rest).replace(/(?:\\n)+"/g, '"')).toEqual(
              JSON.stringify(others).replace(/(?:\\n)+"/g, '"'),
            );
            if (i !== at) expect(now).toEqual(then);
            else {
              const got = now as Record<string, unknown>;
              expect(got.outcome).toBe(decided.outcome);
              if (decided.date) expect(got.date).toBe(decided.date);
              if (decided.body) expect(got.body).toBe(decided.body);
              if (decided.note) expect(got.note).toMatchObject({ en: decided.note.text });
            }
          }
          expect(writeDecision(written, `am-${at}`, decided)).toBe(written);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const work = `stages:
  - { id: dr-pre, kind: preliminary-draft, date: 2009-12-18 }   # first
  - { id: dr-rev, kind: revised-draft, date: 2010-02-15, applies: [am-001] }
  - id: adopted    # the end
    kind: adopted
    date: 2010-04-01
`;

describe("writeApplies", () => {
  test("adds ids to the list that a stage has", () => {
    expect(changed(work, writeApplies(work, "dr-rev", ["am-003", "am-004"]) ?? "").come).toEqual([
      "  - { id: dr-rev, kind: revised-draft, date: 2010-02-15, applies: [am-001, am-003, am-004] }",
    ]);
  });

  test("gives a stage its first list, on one line or one line each", () => {
    expect(changed(work, writeApplies(work, "adopted", ["am-003"]) ?? "")).toEqual({
      gone: [],
      come: ["    applies: [am-003]"],
    });
    const many = Array.from({ length: 30 }, (_, i) => `am-${100 + i}`);
    const written = writeApplies(work, "adopted", many) ?? "";
    expect(parse(written).stages[2].applies).toEqual(many);
    expect(parse(writeApplies(written, "adopted", ["am-999"]) ?? "").stages[2].applies).toEqual([
      ...many,
      "am-999",
    ]);
    expect(written.split("\n").every((line) => line.length <= 110)).toBe(true);
  });

  test("leaves a stage alone that takes in whatever is accepted", () => {
    const all = work.replace("applies: [am-001]", "applies: accepted");
    expect(writeApplies(all, "dr-rev", ["am-003"])).toBe(all);
  });
});
