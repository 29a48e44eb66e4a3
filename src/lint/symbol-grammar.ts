/** Rule: a symbol is built like those found on the organization's documents (house-style 1.2); a remark, never more. */
import type { Rule } from "./rule.ts";

const body = "(?:C-(?:I|II|III|IV)|A|CL|CONF)";
const item = "(?:/\\d+(?:\\([a-z]\\))?)?";
const committee = "DR-Pre|DR-rev|DR|DR-am|DR-am-annotated";
const older = "\\d+-DR\\.\\d+|DR\\.\\d+(?:\\.Rev\\.)?|DR\\.rev\\.\\d+";
const other = "R\\.\\d+|P\\.\\d+(?:-rev(?:\\.\\d+)?)?|C\\.\\d+|A\\.\\d+|Inf-\\d+|SR\\.\\d+|\\d+-DR";
const grammar = new RegExp(`^${body}/\\d+${item}[/-](?:${committee}|${older}|${other})$`);

export const symbolGrammar: Rule = {
  code: "symbol-grammar",
  severity: "info",
  sentence: "A symbol names body, session and type, as in C-I/122/DR-Pre.",
  good: { symbol: "A/127/5(a)-DR.rev.1" },
  bad: { symbol: "C-I-122-DR/Pre" },
  check(r) {
    if (r.language !== r.original) return [];
    return r.stages
      .map(({ symbol }, i) => ({ symbol: symbol ?? "", field: `stages.${i}.symbol` }))
      .filter(({ symbol }) => symbol !== "" && !grammar.test(symbol))
      .map(({ symbol, field }) => ({
        field,
        message: `The symbol "${symbol}" does not look like the organization's others.`,
        hint: "Symbols are built like C-I/122/DR-Pre; leave it if it is meant so. It is printed as it stands.",
      }));
  },
};
