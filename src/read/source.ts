/** Takes a source file from the world as text: size limited, UTF-8 only, a byte order mark taken off. */
import type { Checked } from "../report/diagnostic.ts";
import type { World } from "../world.ts";

/** Largest source that is read, in bytes: some 25,000 paragraphs. */
export const maxBytes = 8 * 1024 * 1024;

/** The text of a file, `\r\n` as it stands; undefined and no finding when there is no such file. */
export function readSource(world: World, file: string): Checked<string> {
  const bytes = world.read(file);
  return bytes === undefined ? { diagnostics: [] } : decodeSource(bytes, file);
}

/** The text of some bytes, or why it cannot be read. */
export function decodeSource(bytes: Uint8Array, file: string): Checked<string> {
  if (bytes.length > maxBytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return fault(
      "file-too-large",
      `The file has ${size} MB; at most ${maxBytes / 1024 / 1024} MB are read.`,
      "Check that this is the text of one resolution and nothing else.",
      { file, line: 1, column: 1 },
    );
  }
  try {
    // The decoder takes off the byte order mark that some editors write.
    return { value: new TextDecoder("utf-8", { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return fault(
      "file-encoding",
      utf16 ? "The file is in UTF-16, not in UTF-8." : "The file is not text in UTF-8.",
      "Save it again with the encoding UTF-8.",
      { file, ...firstBadByte(bytes) },
    );
  }
}

function fault(
  code: "file-too-large" | "file-encoding",
  message: string,
  hint: string,
  place: { file: string; line: number; column: number },
): Checked<string> {
  return { diagnostics: [{ code, severity: "error", message, place, hint }] };
}

/** Line and column of the first byte that is no part of a UTF-8 character. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  // Everything before the bad byte decodes the same when faults become U+FFFD, so the first difference is the place.
  const text = new TextDecoder("utf-8").decode(bytes);
  const back = new TextEncoder().encode(text);
  const shift = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = 0;
  while (at + shift < bytes.length && back[at] === bytes[at + shift]) at += 1;
  const before = new TextDecoder("utf-8").decode(back.slice(0, at)).replace(/\ufffd$/, "");
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
