/** Measures of tables and columns: shares of a width, gaps, padding and lines, in the form that the kernel asks for. */

/** Points between text and the lines of a table, across. */
export const padding = 4;
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

/** `lines`: their thickness in points, 0 for none. */
export function tableLayout(lines: number): Record<string, unknown> {
  return {
    hLineWidth: () => lines,
    vLineWidth: () => lines,
    hLineColor: () => "000000",
    vLineColor: () => "000000",
    paddingLeft: () => padding,
    paddingRight: () => padding,
    paddingTop: () => (lines > 0 ? 2 : 0),
    paddingBottom: () => (lines > 0 ? 2 : 0),
  };
}
