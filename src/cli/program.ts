/** Words, options and help of every command; what a command does is loaded only when it is given. */
import { Command, InvalidArgumentError, Option } from "commander";
import { version } from "../about.ts";
import type { Io } from "./io.ts";

/** Options that every command has. */
export interface CommonOptions {
  json?: boolean;
  project?: string;
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

  const command = (words: string, description: string, examples: string[]): Command =>
    program
      .command(words)
      .description(description)
      .option("--project <folder>", "the project folder (the current one when left out)")
      .option("--json", "print one JSON document in place of text")
      .addHelpText("after", `\nExamples:\n${examples.map((line) => `  $ hemicycle ${line}\n`).join("")}`);

  command("init", "Make a new work with comments that guide through it.", ["init 150-water"])
    .argument("<work>", "name of the new work", plainWork)
    .action(async (work: string, options) =>
      finish(await (await import("./init.ts")).init(io, work, options)),
    );

  command("import <file>", "Turn a plain text into a work, and list what was not understood.", [
    "import draft.txt --into 122-organized-crime --symbol C-I/122/DR-Pre --date 2009-12-18",
    "import projet.txt --into 150-eau --language fr --session 150",
  ])
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

  command(
    "check [works...]",
    "Look works over: source, translations, templates, house style, good drafting.",
    ["check", "check 122-organized-crime --review"],
  )
    .option("--review", "also list the phrases that wait for a look by the secretariat")
    .action(async (works: string[], options) =>
      finish(await (await import("./check.ts")).checkWorks(io, works, options)),
    );

  command(
    "build [works...]",
    "Make the documents: every work, complete language and format, unless told otherwise.",
    [
      "build",
      "build 122-organized-crime --lang en,fr --format pdf",
      "build 122-organized-crime --lang en --emit markup",
    ],
  )
    .option("--stage <stage>", "id of the stage (the last one when left out)")
    .option("--lang <codes>", "languages, such as en,fr, or all", listOf("language"))
    .option("--format <formats>", "pdf, docx or both, with a comma", formats)
    .addOption(new Option("--kind <kind>", "kind of document").choices(["clean"]).default("clean"))
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

  command("verify [folder]", "Compare finished files with their manifests; nothing is made again.", [
    "verify out",
    "verify out/122-organized-crime",
  ]).action(async (folder: string | undefined, options) =>
    finish(await (await import("./verify.ts")).verify(io, folder ?? "out", options)),
  );

  return program;
}

function listOf(what: string): (value: string) => string[] {
  return (value) => {
    const items = value.split(",").map((item) => item.trim());
    if (items.some((item) => !/^[A-Za-z0-9-]+$/.test(item))) {
      throw new InvalidArgumentError(`Give each ${what} by its code, with commas and no spaces between.`);
    }
    return [...new Set(items)];
  };
}

function formats(value: string): string[] {
  const items = listOf("format")(value);
  if (items.some((item) => item !== "pdf" && item !== "docx"))
    throw new InvalidArgumentError("Formats are pdf and docx.");
  return items;
}

/** A name that can be a folder anywhere. */
function plainWork(value: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,79}$/.test(value)) return value;
  throw new InvalidArgumentError(
    "Name a work with small letters, digits and hyphens, such as 122-organized-crime.",
  );
}

function isoDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value))
    return value;
  throw new InvalidArgumentError("Write a day as YYYY-MM-DD, such as 2009-12-18.");
}

function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Give the number alone, such as 122.");
}

function every(value: string): number {
  if (/^([1-9]\d?|100)$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Say every how many lines a number stands, from 1 to 100.");
}

function cityAndCountry(value: string): { city: string; country: string } {
  const match = /^([a-z][a-z-]*),([A-Z]{2})$/.exec(value);
  if (match) return { city: match[1] ?? "", country: match[2] ?? "" };
  throw new InvalidArgumentError(
    "Write the city's key, a comma and the country's two letters, such as bangkok,TH.",
  );
}
