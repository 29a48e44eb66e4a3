/** Words, options and help of every command; what a command does is loaded only when it is given. */
import { Command, Option } from "commander";
import { version } from "../about.ts";
import { documentKinds } from "../making/manifest.ts";
import { exit, type Io } from "./io.ts";
import {
  cityAndCountry,
  every,
  formats,
  isoDay,
  languageCode,
  listOf,
  plainWork,
  wholeNumber,
} from "./option-values.ts";
import { describeTranslate } from "./translate-words.ts";

/** What a command can do: the words that say so, and what they mean. */
type Actions = readonly (readonly [words: string, meaning: string])[];

/** A command with the options and the form of help that every one has. */
export type Describe = (
  name: string,
  description: string,
  examples: readonly string[],
  actions?: Actions,
) => Command;

/** What stands below the options. */
function endOfHelp(examples: readonly string[], actions: Actions): string {
  const width = Math.max(0, ...actions.map(([words]) => words.length)) + 2;
  const rows = actions.map(([words, meaning]) => `  ${words.padEnd(width)}${meaning}\n`).join("");
  const lines = examples.map((line) => `  $ hemicycle ${line}\n`).join("");
  return `${rows && `\nActions:\n${rows}`}\nExamples:\n${lines}`;
}

/** `finish` is told the exit code of the command that ran. */
export function describeProgram(io: Io, finish: (code: number) => void): Command {
  const program = new Command("hemicycle")
    .description(
      "One source of a parliamentary resolution in, numbered PDF and Word in house style out, in every language.",
    )
    .version(version, "-V, --version", "print the version")
    .helpCommand("help [command]", "show the help of a command")
    .helpOption("-h, --help", "show this help")
    .showHelpAfterError("(hemicycle --help shows what can be said)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });

  const command: Describe = (words, description, examples, actions = []) =>
    program
      .command(words)
      .description(description)
      .option("--project <folder>", "the project folder (the current one when left out)")
      .option("--json", "print one JSON document in place of text")
      .addHelpText("after", endOfHelp(examples, actions));

  command("init", "Make a new work with comments that guide through it.", ["init 150-water"])
    .argument("<work>", "name of the new work", plainWork)
    .action(async (work: string, options) =>
      finish(await (await import("./init.ts")).init(io, work, options)),
    );

  command("import", "Turn a plain text or a Word file into a work, and list what was not understood.", [
    "import draft.txt --into 150-sanitation --symbol C-I/150/DR-Pre --date 2024-12-18",
    "import draft.docx --into 150-water --session 150",
    "import projet.txt --into 150-eau --language fr --session 150",
  ])
    .argument("<file>", "the plain text or the Word file")
    .requiredOption("--into <work>", "name of the new work", plainWork)
    .option("--language <code>", "language of the text", "en")
    .option("--symbol <symbol>", "symbol of the document, such as C-I/122/DR-Pre")
    .option("--date <day>", "date of issue, YYYY-MM-DD", isoDay)
    .option("--session <number>", "number of the session", wholeNumber)
    .option("--place <city,country>", "where the session is held, such as bangkok,TH", cityAndCountry)
    .option("--from <day>", "first day of the session, YYYY-MM-DD", isoDay)
    .option("--to <day>", "last day of the session, YYYY-MM-DD", isoDay)
    .option("--committee <key>", "committee, such as peace-and-security")
    .action(async (file: string, options) =>
      finish(await (await import("./import.ts")).importText(io, file, options)),
    );

  command("language", "Say what a language still needs: every key, name, label, opening word and font.", [
    "language",
    "language pt",
    "language sw --json",
  ])
    .argument("[code]", "code of the language (how far each one is, when left out)", languageCode)
    .action(async (code: string | undefined, options) =>
      finish((await import("./language.ts")).showLanguage(io, code, options)),
    );

  command("check", "Look works over: source, translations, templates, house style, good drafting.", [
    "check",
    "check 122-organized-crime --review",
  ])
    .argument("[works...]", "the works (all when left out)")
    .option("--review", "also list the phrases of ours that documents print, for a native speaker to look at")
    .option("--review-all", "the same with the phrases that no document printed")
    .action(async (works: string[], options) =>
      finish(await (await import("./check.ts")).checkWorks(io, works, options)),
    );

  command("build", "Make the documents: every work, complete language and format, unless told otherwise.", [
    "build",
    "build 122-organized-crime --lang en,fr --format pdf",
    "build 122-organized-crime --lang en --emit markup",
    "build 122-organized-crime --kind bilingual --lang en,fr",
    "build 122-organized-crime-rehearsal --stage dr-rev --kind amendments",
    "build 122-organized-crime-rehearsal --stage adopted --kind redline --from dr-pre",
  ])
    .argument("[works...]", "the works (all when left out)")
    .option("--stage <stage>", "id of the stage, or all (the last one when left out)")
    .option("--lang <codes>", "languages, such as en,fr, or all", listOf("language"))
    .option("--format <formats>", "pdf, docx or both, with a comma", formats)
    .addOption(
      new Option(
        "--kind <kind>",
        "kind of document; amendments and decisions are of the last stage with a list when no stage is named",
      )
        .choices(documentKinds)
        .default("clean"),
    )
    .option(
      "--from <stage>",
      "redline, renumbering: the stage to compare with (the one before when left out; the stage itself: what is proposed to it)",
    )
    .option(
      "--draft",
      "put the word for a draft across every page (in any case; else as stage and house say)",
    )
    .option(
      "--line-numbers [every]",
      "number lines in the margin of the PDF, every fifth or as you say",
      every,
    )
    .option("--renumber-lines", "count lines anew, though those of the issued document are on record")
    .option("--out <folder>", "folder that the documents go to", "out")
    .addOption(
      new Option("--emit <step>", "print a step on the way in place of making documents").choices([
        "view",
        "markup",
        "tree",
      ]),
    )
    .action(async (works: string[], options) =>
      finish(await (await import("./build.ts")).buildWorks(io, works, options)),
    );

  describeTranslate(command, io, finish);

  command(
    "amend",
    "List the amendments of a work, record what became of them, take them into a stage.",
    [
      "amend 122-organized-crime start --stage dr-pre",
      "amend 122-organized-crime-rehearsal list",
      "amend 122-organized-crime-rehearsal list --stage dr-rev --order",
      "amend 122-organized-crime-rehearsal decide am-142 pending",
      "amend 122-organized-crime-rehearsal decide am-142 rejected --body drafting-committee --date 2010-03-30",
      "amend 122-organized-crime-rehearsal withdraw am-137 --by CA --date 2010-03-30",
      "amend 122-organized-crime-rehearsal apply --stage committee",
    ],
    [
      ["start", "makes a list to type amendments into, with an example of each kind"],
      ["list", "all amendments, conflicts, an order of consideration"],
      [
        "decide <id> <outcome>",
        "accepted, accepted-as-amended, rejected, falls, not-considered or pending (takes a decision back, before another one)",
      ],
      ["withdraw <id>", "withdrawn by its submitters, or those named with --by"],
      ["apply", "adds what was accepted to the stage that takes it in"],
    ],
  )
    .usage("[options] <work> start|list|decide|withdraw|apply …")
    .argument("<work>", "the work")
    .argument("[action]", "what to do (list when left out)")
    .argument("[words...]", "which amendment, and what became of it")
    .option(
      "--stage <stage>",
      "start: the stage that is amended; list: only this one; apply: the one that takes them in (the last one when left out)",
    )
    .option("--order", "list: conflicts and order as the list was tabled, also of what is decided by now")
    .option("--body <key>", "decide: the deciding body, such as drafting-committee or peace-and-security")
    .option("--date <day>", "decide, withdraw: the day, YYYY-MM-DD", isoDay)
    .option("--by <who>", "withdraw, decide: by whom, codes with commas, such as ES,FR")
    .option("--note <text>", "decide, withdraw: a remark, in the language of the amendment")
    .action(async (work: string, action: string | undefined, words: string[], options, own: Command) =>
      finish(
        await (await import("./amend.ts")).amend(
          io,
          [work, ...(action === undefined ? [] : [action]), ...words],
          options,
          (message) => own.error(message, { exitCode: exit.usage }),
        ),
      ),
    );

  command("diff", "Show what changed between two stages, word by word.", [
    "diff 122-organized-crime-rehearsal dr-pre dr-rev",
    "diff 122-organized-crime-rehearsal dr-pre adopted --lang fr",
  ])
    .argument("<work>", "the work")
    .argument("<from>", "the stage to begin with")
    .argument("<to>", "the stage to compare it with")
    .option("--lang <code>", "language (the original when left out)")
    .action(async (work: string, from: string, to: string, options) =>
      finish(await (await import("./diff.ts")).diff(io, work, [from, to], options)),
    );

  command("verify", "Compare finished files with their manifests; nothing is made again.", [
    "verify out",
    "verify out/122-organized-crime",
  ])
    .argument("[folder]", "folder with a manifest, or with such folders in it (out when left out)")
    .action(async (folder: string | undefined, options) =>
      finish(await (await import("./verify.ts")).verify(io, folder ?? "out", options)),
    );

  return program;
}
