import { expect, test } from "vitest";
import { instrumentAt } from "../../src/model/at-stage.ts";
import type { Stage } from "../../src/model/stage.ts";
import { plainResolution } from "../fixtures/resolutions.ts";

const stage = (id: string, more: Partial<Stage> = {}): Stage => ({
  id,
  kind: "draft",
  date: "2014-09-01",
  applies: [],
  ...more,
});

test("a text that was carried over belongs to the Assembly that its latest stage names, and to who submits it then", () => {
  const hanoi = {
    number: 132,
    place: { city: "hanoi", country: "VN" },
    from: "2015-03-28",
    to: "2015-04-01",
  };
  const committee = { role: "committee", parties: [] } as const;
  const r = plainResolution({
    stages: [
      stage("dr"),
      stage("revised", { session: hanoi }),
      stage("committee", { submitters: { ...committee, parties: [] } }),
    ],
  });
  expect(instrumentAt(r, "dr")).toEqual(r.instrument);
  expect(instrumentAt(r, "revised")).toEqual({ ...r.instrument, session: hanoi });
  expect(instrumentAt(r, "committee")).toEqual({ ...r.instrument, session: hanoi, submitters: committee });
  expect(instrumentAt(r, "unknown")).toEqual(r.instrument);
});
