import { beforeAll, describe, expect, it } from "vitest";
import { printed } from "./pages-kit.ts";
import { sample } from "./sample.ts";
import { checkTags } from "./tag-check.ts";

/** Faults are made by writing others characters over a sound file, so that nothing moves. */
const faults: [string, RegExp, string][] = [
  ["a role that the standard does not know", /\/S \/LBody/, "/S /LBoby"],
  ["a label outside its item", /\/S \/LI\n/, "/S /TD\n"],
  ["content that no element names", /\/K \[0\]/, "/K []  "],
  ["a picture outside every mark", /\/Artifact << \/Type \/Layout >> BDC/, `${" ".repeat(35)}`],
  ["a mark that is not closed", /\nEMC\n/, "\n   \n"],
  ["a heading cell without scope", /\/Scope \/Column/, "/Skope /Column"],
  ["a link that says nothing", /\/Contents \(1\)/, "/Contents () "],
  ["a link without its element", /\/StructParent 1000000/, "/StructParent 1999999"],
  ["a note without a name", /\/ID \(note-0001\)/, "/IX (note-0001)"],
  ["a page without an order of tabs", /\/Tabs \/S/, "/Tabs /R"],
  ["a document without a language", /\/Lang \(en-GB\)/, "/Long (en-GB)"],
  ["a heading that skips a level", /\/S \/H2/, "/S /H3"],
  ["a font without characters", /\/ToUnicode/, "/ToUnikode"],
  ["a list that does not say how it counts", /\/ListNumbering/, "/ListNumberung"],
];

describe("the checker of structure", () => {
  let sound = "";
  beforeAll(async () => {
    sound = Buffer.from((await printed(sample("en", { rows: 3 }), { compress: false })).bytes).toString(
      "latin1",
    );
  });

  it("finds nothing in a sound file", () => {
    expect(checkTags(Buffer.from(sound, "latin1")).faults).toEqual([]);
  });

  it.each(faults)("finds %s", (_, wanted, other) => {
    const spoiled = sound.replace(wanted, () => other);
    expect(spoiled).not.toBe(sound);
    expect(checkTags(Buffer.from(spoiled, "latin1")).faults).not.toEqual([]);
  });
});
