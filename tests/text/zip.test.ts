import { strToU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { isProblem, openZip, usualLimits, type Zip, type ZipProblem } from "../../src/text/unzip.ts";
import { zip } from "../../src/text/zip.ts";
import { forgedSize, patched, rawZip } from "../fixtures/hostile-zip.ts";

const text = (value: string): Uint8Array => strToU8(value);
const good = zip({ "a.xml": text("one"), "b/c.xml": text("two ".repeat(500)) });

function opened(bytes: Uint8Array): Zip {
  const value = openZip(bytes);
  if ("kind" in value) throw new Error(value.message);
  return value;
}

function refusal(bytes: Uint8Array): ZipProblem {
  const value = openZip(bytes);
  if (!("kind" in value)) throw new Error("it was opened");
  return value;
}

describe("an ordinary zip file", () => {
  test("gives its entries back, packed by us or by others", () => {
    const ours = opened(good);
    expect(ours.names).toEqual(["a.xml", "b/c.xml"]);
    expect(new TextDecoder().decode(ours.read("a.xml") as Uint8Array)).toBe("one");
    expect((ours.read("b/c.xml") as Uint8Array).length).toBe(2000);
    expect(ours.read("d.xml")).toBeUndefined();
    const stored = opened(rawZip([{ name: "x.xml", data: text("plain") }]));
    expect(new TextDecoder().decode(stored.read("x.xml") as Uint8Array)).toBe("plain");
  });
  test("is the same bytes each time, and readable for the packer", () => {
    expect(zip({ "a.xml": text("one"), "b/c.xml": text("two ".repeat(500)) })).toEqual(good);
    expect(Object.keys(unzipSync(good))).toEqual(["a.xml", "b/c.xml"]);
  });
});

describe("a trap ends in its own words before anything is unpacked", () => {
  test("a file that is no zip file, or is cut off", () => {
    expect(refusal(text("no zip at all"))).toMatchObject({ kind: "not-zip" });
    expect(refusal(good.subarray(0, good.length - 5))).toMatchObject({ kind: "not-zip" });
    expect(refusal(new Uint8Array())).toMatchObject({ kind: "not-zip" });
  });
  test("a file over the limit", () => {
    expect(refusal(new Uint8Array(usualLimits.file + 1))).toMatchObject({ kind: "too-large" });
  });
  test("too many entries", () => {
    const many = Array.from({ length: usualLimits.entries + 1 }, (_, i) => ({
      name: `${i}`,
      data: text(""),
    }));
    expect(refusal(rawZip(many)).message).toContain("2001 entries");
  });
  test("an entry that unpacks to far more than it is", () => {
    const bomb = zip({ "a.xml": new Uint8Array(50 * 1024 * 1024) });
    expect(refusal(bomb).message).toContain("200 times");
  });
  test("an entry over the limit, or all together over it", () => {
    const noise = (n: number) => ({
      name: `${n}.xml`,
      data: text("x"),
      size: 59 * 1024 * 1024,
      packed: 310_000,
    });
    expect(refusal(rawZip([{ ...noise(1), size: 61 * 1024 * 1024, packed: 400_000 }])).message).toContain(
      "60 MB",
    );
    expect(refusal(rawZip([1, 2, 3, 4].map(noise))).message).toContain("200 MB");
  });
  test("an entry that lies about its size is stopped at the size that it says", () => {
    const lying = forgedSize(zip({ "a.xml": new Uint8Array(40 * 1024 * 1024) }), 1000);
    const read = opened(lying).read("a.xml");
    expect(read && isProblem(read) ? read.message : "").toContain("more than it says");
  });
  test.each(["../up.xml", "/etc/passwd", "C:/a.xml", "a\\b.xml", "a/../../b", "a\u0000.xml", "./a"])(
    "a name that leads out: %j",
    (name) => {
      expect(refusal(rawZip([{ name, data: text("x") }]))).toMatchObject({ kind: "unsafe-name" });
    },
  );
  test("two entries of one name, letter case apart", () => {
    const twice = rawZip([
      { name: "word/document.xml", data: text("a") },
      { name: "Word/Document.xml", data: text("b") },
    ]);
    expect(refusal(twice)).toMatchObject({ kind: "duplicate" });
  });
  test("an encrypted entry, and one of a packing that is not known", () => {
    expect(refusal(rawZip([{ name: "a", data: text("x"), flags: 1 }]))).toMatchObject({ kind: "encrypted" });
    expect(refusal(rawZip([{ name: "a", data: text("x"), method: 12 }]))).toMatchObject({
      kind: "unsupported",
    });
  });
  test("entries that share their bytes, or have another name inside", () => {
    const shared = rawZip([
      { name: "a", data: text("same") },
      { name: "b", data: text("same"), at: 0 },
    ]);
    expect(refusal(shared)).toMatchObject({ kind: "damaged" });
    expect(refusal(rawZip([{ name: "a", data: text("x"), inner: "b" }])).message).toContain("two names");
  });
  test("damaged bytes are noticed when they are read", () => {
    const wrong = patched(good, (b) => {
      b[40] = (b[40] ?? 0) ^ 0xff;
    });
    const zipFile = openZip(wrong);
    const read = "kind" in zipFile ? zipFile : zipFile.read("a.xml");
    expect(read instanceof Uint8Array ? "" : read?.kind).toBe("damaged");
  });
});
