/** Words, options and help of `hemicycle translate`. */
import { Argument, InvalidArgumentError, Option } from "commander";
import type { Io } from "./io.ts";
import { isoDay, listOf } from "./option-values.ts";
import type { Describe } from "./program.ts";
import type { TranslateVerb } from "./translate.ts";
import type { TranslateOptions } from "./translate-export.ts";

const verbs: Record<TranslateVerb, string> = {
  status:
    "what is missing, stale, draft and final in each language, and what changed in the sources of stale texts",
  export: "a file for translators' tools: the texts that are stale or missing",
  import: "takes back the file that a tool saved: hemicycle translate <work> import <file>",
  typo: "says that a change of a text was only a typo, so that its translations stay fresh: typo <id>",
  fresh: "says that somebody looked at stale texts, or amendments, and found them still right: fresh <id…>",
  record: "keeps the texts that translations were made from, so that later changes can be shown",
};

export function describeTranslate(command: Describe, io: Io, finish: (code: number) => void): void {
  command(
    "translate",
    "Look after the translations of a work.",
    [
      "translate 122-organized-crime status",
      "translate 122-organized-crime export --lang fr",
      "translate 122-organized-crime import 122-organized-crime-fr.xlf",
      "translate 122-organized-crime import C-I-122-DR-Pre-bilingual-en-fr.docx",
      'translate 122-organized-crime typo op03 --by "A. Editor" --date 2010-02-03',
      'translate 122-organized-crime fresh pp01 pp02 --lang es --by "A. Reader" --date 2010-02-03',
    ],
    Object.entries(verbs),
  )
    .argument("<work>", "the work")
    .addArgument(new Argument("<what>", "what to do").choices(Object.keys(verbs)))
    .argument("[words...]", "a file, or ids of texts")
    .option("--lang <codes>", "language, or languages for status", listOf("language"))
    .option("--stage <stage>", "status: of the text at this stage (the first when left out)")
    .addOption(
      new Option("--format <format>", "export: XLIFF 1.2, XLIFF 2.1, or finished pairs for a memory")
        .choices(["xliff12", "xliff21", "tmx"])
        .default("xliff12"),
    )
    .option("--all", "export: fresh texts too")
    .option(
      "--without-lists",
      "export: leave out texts of amendments that no stage takes in, which only printed lists show",
    )
    .addOption(
      new Option("--target <what>", "export: what stands in the place of a translation that is to be made")
        .choices(["empty", "copy"])
        .default("empty"),
    )
    .option("--out <file>", "export: the file to be written (<work>-<language>.xlf when left out)")
    .option("--force", "export: write over a file; import: take returned texts over those changed meanwhile")
    .option("--by <name>", "typo, fresh: who says so")
    .option("--date <day>", "typo, fresh: when, YYYY-MM-DD", isoDay)
    .option(
      "--from <hash>",
      "typo: the text that was corrected, where translations were made from several",
      hash,
    )
    .action(async (work: string, what: TranslateVerb, words: string[], options: TranslateOptions) =>
      finish(await (await import("./translate.ts")).translate(io, work, what, words, options)),
    );
}

function hash(value: string): string {
  if (/^[0-9a-f]{16}$/.test(value)) return value;
  throw new InvalidArgumentError("A text is named by 16 hex digits, as status --json shows them.");
}
