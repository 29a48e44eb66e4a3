import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/report/diagnostic.ts";
import {
  countDiagnostics,
  distinctDiagnostics,
  printDiagnostics,
  sortDiagnostics,
} from "../../src/report/print.ts";

function at(file: string, line: number, column: number, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: "wrong-type",
    severity: "error",
    message: "A list is needed here.",
    place: { file, line, column },
    ...more,
  };
}

describe("printing a report", () => {
  test("names file, line and column, the message, its code and how to mend it", () => {
    const text = printDiagnostics([
      at("resolutions/a/resolution.yaml", 12, 7, { hint: "Begin the line with a hyphen." }),
    ]);
    expect(text).toBe(
      "resolutions/a/resolution.yaml:12:7: error: A list is needed here. [wrong-type]\n  hint: Begin the line with a hyphen.\n",
    );
  });

  test("goes by file, line and column, errors before warnings, and ends with what belongs to no file", () => {
    const list = [
      { code: "write-failed", severity: "error", message: "no place" } as const,
      at("b", 1, 1),
      at("a", 10, 1),
      at("a", 9, 5, { severity: "warning" }),
      at("a", 9, 5),
      at("a", 9, 4),
    ];
    const order = sortDiagnostics(list).map((d) =>
      d.place ? `${d.place.file}${d.place.line}.${d.place.column} ${d.severity}` : "none",
    );
    expect(order).toEqual(["a9.4 error", "a9.5 error", "a9.5 warning", "a10.1 error", "b1.1 error", "none"]);
  });

  test("leaves an empty line between two files and none inside one", () => {
    expect(printDiagnostics([at("a", 1, 1), at("a", 2, 1), at("b", 1, 1)]).match(/\n\n/g)).toHaveLength(1);
  });

  test("shows the source line with a caret under the column", () => {
    const text = printDiagnostics([at("a", 2, 5)], { source: () => "one\ntwo three\n" });
    expect(text).toContain("  2 | two three\n    |     ^\n");
  });

  test("puts the caret under the sign, also after wide letters, marks and tabs", () => {
    const caret = (line: string, column: number): string | undefined =>
      printDiagnostics([at("a", 1, column)], { source: () => line }).split("\n")[2];
    expect(caret("第三段x", 4)).toBe("    |       ^");
    expect(caret("e\u0301x", 3)).toBe("    |  ^");
    expect(caret("\tx", 2)).toBe("    | \t^");
  });

  test("cuts a long line around the caret", () => {
    const text = printDiagnostics([at("a", 1, 301)], {
      source: () => `${"a".repeat(300)}X${"b".repeat(300)}`,
    });
    const [, row = "", caret = ""] = text.split("\n");
    expect(row.length).toBeLessThan(140);
    expect(row[caret.indexOf("^")]).toBe("X");
  });

  test("never sends a control or direction sign of a file to the terminal", () => {
    const text = printDiagnostics([at("a", 1, 1, { message: "bad \u001b[31m and \u202e" })], {
      source: () => "\u001b]0;x\u0007",
    });
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(text).toContain("<U+001B>");
  });

  test("does not fail when the place is beyond the end of the file", () => {
    expect(printDiagnostics([at("a", 99, 99)], { source: () => "one" })).toContain("a:99:99");
  });

  test("counts in words at the end", () => {
    expect(countDiagnostics([at("a", 1, 1), at("a", 1, 2), at("a", 1, 1, { severity: "warning" })])).toBe(
      "2 errors, 1 warning",
    );
    expect(countDiagnostics([])).toBe("");
  });

  test("says once what several languages find at one spot", () => {
    expect(distinctDiagnostics([at("a", 1, 1), at("a", 1, 1), at("a", 1, 2)])).toHaveLength(2);
  });
});
