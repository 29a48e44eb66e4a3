import { createHash } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { made, partsOf } from "./parts.ts";
import { sample } from "./sample.ts";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

async function sum(language: "en" | "ar", timeZone: string): Promise<string> {
  process.env.TZ = timeZone;
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(timeZone);
  return createHash("sha256")
    .update(await made(sample(language, "DRAFT")))
    .digest("hex");
}

test.each(["en", "ar"] as const)(
  "the file in %s has the same bytes in every time zone and run",
  async (language) => {
    const first = await sum(language, "Asia/Tokyo");
    expect(await sum(language, "America/Anchorage")).toBe(first);
    expect(await sum(language, "Pacific/Kiritimati")).toBe(first);
  },
);

test("parts stand in a fixed order and hold no day but the one of issue", async () => {
  const parts = partsOf(await made(sample("en")));
  const paths = [...parts.keys()];
  expect(paths.slice(0, 2)).toEqual(["[Content_Types].xml", "_rels/.rels"]);
  expect(paths.slice(2)).toEqual([...paths.slice(2)].sort());
  expect([...parts.values()].join("")).not.toMatch(
    new RegExp(`${new Date().getUTCFullYear()}-\\d\\d-\\d\\dT`),
  );
});
