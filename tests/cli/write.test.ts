import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Disk, realDisk, writeAll } from "../../src/cli/write.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "hemicycle-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A disk on which one call fails with `code` the `nth` time. */
function failing(call: keyof Disk, code: string, nth = 1): Disk {
  let n = 0;
  const fail = async (): Promise<void> => {
    n++;
    if (n === nth) throw Object.assign(new Error(code), { code });
  };
  return {
    mkdir: async (path) => {
      if (call === "mkdir") await fail();
      await realDisk.mkdir(path);
    },
    create: async (path, data) => {
      if (call === "create") {
        try {
          await fail();
        } catch (fault) {
          writeFileSync(path, data.slice(0, 1));
          throw fault;
        }
      }
      await realDisk.create(path, data);
    },
    rename: async (from, to) => {
      if (call === "rename") await fail();
      await realDisk.rename(from, to);
    },
    remove: realDisk.remove,
  };
}

describe("writing all or nothing", () => {
  test("writes every file, makes the folders and leaves nothing beside them", async () => {
    const out = join(root, "out");
    expect(
      await writeAll(out, [
        { path: "w/a", bytes: bytes("A") },
        { path: "w/b", bytes: bytes("B") },
      ]),
    ).toEqual([]);
    expect(readdirSync(join(out, "w"))).toEqual(["a", "b"]);
    expect(readFileSync(join(out, "w/a"), "utf8")).toBe("A");
  });

  test("replaces what was there", async () => {
    writeFileSync(join(root, "a"), "old");
    expect(await writeAll(root, [{ path: "a", bytes: bytes("new") }])).toEqual([]);
    expect(readFileSync(join(root, "a"), "utf8")).toBe("new");
    expect(readdirSync(root)).toEqual(["a"]);
  });

  for (const [call, nth] of [
    ["create", 1],
    ["create", 2],
    ["rename", 1],
    ["rename", 2],
    ["rename", 3],
  ] as const) {
    test(`keeps the old files and leaves no half ones when the disk is full at ${call} ${nth}`, async () => {
      writeFileSync(join(root, "a"), "old a");
      const files = [
        { path: "a", bytes: bytes("new a") },
        { path: "b", bytes: bytes("new b") },
      ];
      const found = await writeAll(root, files, { disk: failing(call, "ENOSPC", nth) });
      expect(found).toMatchObject([{ code: "write-failed", severity: "error" }]);
      expect(found[0]?.message).toContain("the disk is full");
      expect(readdirSync(root)).toEqual(["a"]);
      expect(readFileSync(join(root, "a"), "utf8")).toBe("old a");
    });
  }

  test("puts everything back before it passes on a fault that is not the disk's", async () => {
    writeFileSync(join(root, "a"), "old a");
    const files = [
      { path: "a", bytes: bytes("new a") },
      { path: "b", bytes: bytes("new b") },
    ];
    const broken: Disk = {
      ...realDisk,
      rename: async (from, to) => (to.endsWith("b") ? fail() : realDisk.rename(from, to)),
    };
    await expect(writeAll(root, files, { disk: broken })).rejects.toThrow("a fault of ours");
    expect(readdirSync(root)).toEqual(["a"]);
    expect(readFileSync(join(root, "a"), "utf8")).toBe("old a");
  });

  test("takes away the folders it made when writing fails", async () => {
    const found = await writeAll(join(root, "out"), [{ path: "w/a", bytes: bytes("A") }], {
      disk: failing("create", "ENOSPC"),
    });
    expect(found).toHaveLength(1);
    expect(existsSync(join(root, "out"))).toBe(false);
  });

  test("says that a folder may not be written to", async () => {
    const found = await writeAll(join(root, "out"), [{ path: "a", bytes: bytes("A") }], {
      disk: failing("mkdir", "EACCES"),
    });
    expect(found).toMatchObject([{ code: "output-not-writable" }]);
    expect(found[0]?.hint).toContain("--out");
  });

  test("says so when the output folder is a file", async () => {
    writeFileSync(join(root, "out"), "a file");
    const found = await writeAll(join(root, "out"), [{ path: "w/a", bytes: bytes("A") }]);
    expect(found).toMatchObject([{ code: "output-not-writable" }]);
    expect(readFileSync(join(root, "out"), "utf8")).toBe("a file");
  });

  test("does not move a folder away that has the name of a file", async () => {
    mkdirSync(join(root, "a"));
    expect(await writeAll(root, [{ path: "a", bytes: bytes("A") }])).toMatchObject([
      { code: "output-not-writable" },
    ]);
    expect(readdirSync(root)).toEqual(["a"]);
  });

  test("refuses a folder that a link leads out of the output folder", async () => {
    mkdirSync(join(root, "elsewhere"));
    mkdirSync(join(root, "out"));
    symlinkSync(join(root, "elsewhere"), join(root, "out/w"));
    expect(await writeAll(join(root, "out"), [{ path: "w/a", bytes: bytes("A") }])).toMatchObject([
      { code: "path-outside" },
    ]);
    expect(readdirSync(join(root, "elsewhere"))).toEqual([]);
  });

  test("refuses an output folder that a link leads out of the project", async () => {
    mkdirSync(join(root, "elsewhere"));
    mkdirSync(join(root, "project"));
    symlinkSync(join(root, "elsewhere"), join(root, "project/out"));
    const project = join(root, "project");
    const found = await writeAll(join(project, "out"), [{ path: "a", bytes: bytes("A") }], {
      within: project,
    });
    expect(found).toMatchObject([{ code: "path-outside" }]);
    expect(readdirSync(join(root, "elsewhere"))).toEqual([]);
  });

  test("replaces a link that stands in a file's place and leaves what it pointed to", async () => {
    writeFileSync(join(root, "secret"), "secret");
    mkdirSync(join(root, "out"));
    symlinkSync(join(root, "secret"), join(root, "out/a"));
    expect(await writeAll(join(root, "out"), [{ path: "a", bytes: bytes("A") }])).toEqual([]);
    expect(readFileSync(join(root, "secret"), "utf8")).toBe("secret");
    expect(readFileSync(join(root, "out/a"), "utf8")).toBe("A");
  });

  for (const path of ["../a", "/etc/a", "w/../../a", "C:\\a", "w//a", ""]) {
    test(`refuses the path "${path}"`, async () => {
      expect(await writeAll(join(root, "out"), [{ path, bytes: bytes("A") }])).toMatchObject([
        { code: "path-outside" },
      ]);
      expect(existsSync(join(root, "out"))).toBe(false);
    });
  }
});

async function fail(): Promise<void> {
  throw new Error("a fault of ours");
}
