import { expect, test } from "vitest";
import { createPress } from "../../../src/render/pdf/index.ts";
import { sample, sampleFont, sampleHouse } from "./sample.ts";

const asked: string[] = [];
const press = createPress((file) => {
  asked.push(file);
  return file.includes("noto-sans-sc") ? undefined : sampleFont(file);
});

test("a document in Chinese says once that its font is not installed, and how to get it", async () => {
  const made = await press.print({ ...sample("en"), lang: "zh-Hans" }, sampleHouse());
  expect(made.value).toBeUndefined();
  expect(made.diagnostics).toEqual([
    {
      code: "font-missing",
      severity: "error",
      message: expect.stringMatching(
        /^The font for Chinese letters, Noto Sans SC, is not installed \(.*400Regular\.ttf\)\.$/,
      ),
      hint: 'Run "npm install @expo-google-fonts/noto-sans-sc".',
    },
  ]);
});

test("other documents neither miss it nor ask for it", async () => {
  asked.length = 0;
  const made = await press.print(sample("ar"), sampleHouse());
  expect(made.diagnostics).toEqual([]);
  expect(asked.filter((file) => file.includes("noto"))).toEqual([]);
});
