/** Measures of tables and columns: shares of a width, gaps, padding and lines, in the form that the kernel asks for. */

/** Points between text and the lines of a table, across. */
const padding = 4;
/** Points between texts side by side in a table without lines. */
const besideGap = 14;
/** Points between columns without lines (masthead, furniture). */
export const columnGap = 12;

/** Points for each part of a width; parts of nothing are equal. */
export function shares(parts: readonly number[], width: number): number[] {
  const sum = parts.reduce((total, part) => total + Math.max(0, part), 0);
  return parts.map((part) => (sum > 0 ? (Math.max(0, part) / sum) * width : width / parts.length));
}

export const columnLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: (i: number) => (i === 0 ? 0 : columnGap),
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** Points on both sides of a column's text: within lines on both, between texts side by side only where they meet. */
function sides(column: number, count: number, lines: number): { left: number; right: number } {
  if (lines > 0) return { left: padding, right: padding };
  return { left: column === 0 ? 0 : besideGap / 2, right: column === count - 1 ? 0 : besideGap / 2 };
}

/** Points for the text of each column of a table. */
export function textWidths(parts: readonly number[], width: number, lines: number): number[] {
  const between = lines > 0 ? 0 : besideGap * (parts.length - 1);
  const around = lines > 0 ? 2 * padding + lines : 0;
  return shares(parts, width - between).map((share) => Math.max(10, share - around));
}

/** Points for text that spans columns, what lies between them included. */
export function spannedWidth(widths: readonly number[], lines: number): number {
  const between = lines > 0 ? 2 * padding + lines : besideGap;
  return widths.reduce((sum, width) => sum + width, between * (widths.length - 1));
}

/** `count` columns; `lines`: their thickness in points, 0 for none. */
export function tableLayout(count: number, lines: number): Record<string, unknown> {
  return {
    hLineWidth: () => lines,
    vLineWidth: () => lines,
    hLineColor: () => "000000",
    vLineColor: () => "000000",
    paddingLeft: (i: number) => sides(i, count, lines).left,
    paddingRight: (i: number) => sides(i, count, lines).right,
    paddingTop: () => (lines > 0 ? 2 : 0),
    paddingBottom: () => (lines > 0 ? 2 : 0),
  };
}
