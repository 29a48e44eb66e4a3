/**
 * Asks pandoc and LibreOffice whether the redlines in Word give the new text when all changes are accepted and the old one when
 * all are rejected, as the page trees of the two clean texts have them. Part of `npm run oracles`; says loudly what is left out.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, scratchFolder } from "./lib/folders.js";
import {
  bare,
  difference,
  has,
  hemicycle,
  notRun,
  pandocText,
  plainAlef,
  saidIn,
  Tally,
  trees,
} from "./lib/oracle-kit.js";

const tally = new Tally();
const preambular = /^preambular(-plain)?$/;
let notCompared = 0;
const scratch = scratchFolder("redlines");
/** Debian's own Python has the bridge to the office; another one on the path may not. */
const python = ["/usr/bin/python3", "python3"].find(
  (one) => spawnSync(one, ["-c", "import uno"], { stdio: "ignore" }).status === 0,
);
const office = python !== undefined && has("soffice");
if (!has("pandoc")) notRun("pandoc is not installed", "redlines are not settled by it.");
if (!office)
  notRun(
    "LibreOffice with its bridge to Python (Debian packages libreoffice-writer, python3-uno) is not installed",
    "redlines are not settled by it.",
  );

/** The title, and everything from the enacting line to the table of changes: the text that a redline is about. */
function isText(blocks) {
  let inside = false;
  return blocks.map(({ id }) => {
    if (id === "title") return true;
    if (id !== undefined) inside = !id.startsWith("_");
    return inside;
  });
}

/** Blocks of a redline with its text put aside for that of a clean document. */
function settled(redline, clean) {
  const mine = isText(redline);
  const [title, ...text] = clean.filter(
    (
      (kept) => (_, i) =>
        kept[i]
    )(isText(clean)),
  );
  const first = redline.findIndex((block, i) => mine[i] && block.id !== "title");
  return redline.flatMap((block, i) => {
    if (block.id === "title") return [title];
    if (i === first) return text;
    return mine[i] ? [] : [block];
  });
}

/** Paragraphs of blocks, also in tables and columns: `{ label, text, style }`, letters and digits alone. */
function lines(blocks) {
  return blocks.flatMap((block) => {
    if (block.kind === "columns") return block.columns.flatMap((column) => lines(column.blocks));
    if (block.kind === "table")
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => lines(cell.blocks)));
    if (!block.inline) return [];
    const label = block.kind === "item" ? plainAlef(bare(block.label)) : "";
    return [{ label, text: plainAlef(saidIn([block], false, true)), style: block.style }];
  });
}

/**
 * LibreOffice writes automatic numbers and the signs of notes, and leaves the notes themselves out. It gives the number of a
 * paragraph that went to the next one and counts on from there (Word does not), and the preamble of a redline has numbers where
 * the later text has them: such numbers are counted as not compared.
 */
function officeDifference(written, wanted, follows) {
  const found = written.split("\n").map((line) => plainAlef(bare(line)));
  const got = found.filter((line) => line !== "");
  const expected = lines(wanted).filter(({ text }) => text !== "");
  let astray = false;
  for (const [i, { label, text, style }] of expected.entries()) {
    const line = got[i] ?? "";
    astray ||= follows.has(text);
    if (line === label + text) continue;
    const number = line.endsWith(text) ? line.slice(0, line.length - text.length) : undefined;
    if (number === undefined || number.length > 3 || !(astray || preambular.test(style)))
      return difference(line, label + text);
    notCompared++;
  }
  return got.length > expected.length ? `there is more: "${got[expected.length].slice(0, 60)}"` : undefined;
}

/** Texts of the paragraphs that stand after one that goes. */
function followers(blocks, verdict) {
  const gone = verdict === "accept" ? ["del", "move-from"] : ["ins", "move-to"];
  const goes = (block) => gone.includes(block?.mark?.kind);
  const after = blocks.filter((block, i) => goes(blocks[i - 1]) && !goes(block));
  return after.map(({ id }) => id);
}

/** Every pair of neighbouring stages, the first and the last, and those two the other way round. */
function pairsOf(stages) {
  const next = stages.slice(1).map((to, i) => [stages[i], to]);
  const [first, last] = [stages[0], stages.at(-1)];
  return stages.length < 3 ? next : [...next, [first, last], [last, first]];
}

const jobs = [];
const questions = [];
let redlines = 0;
for (const work of readdirSync(join(root, "resolutions"))) {
  const clean = trees(work, "--stage", "all");
  const stages = [...new Set(clean.map((item) => item.stage))];
  if (stages.length < 2) {
    console.log(`${work} has one stage, so it has no redlines.`);
    continue;
  }
  for (const [from, to] of pairsOf(stages)) {
    const out = join(scratch, `${from}-${to}`);
    const words = [work, "--kind", "redline", "--stage", to, "--from", from];
    hemicycle("build", ...words, "--format", "docx", "--out", out);
    const { files } = JSON.parse(readFileSync(join(out, work, "manifest.json"), "utf8"));
    for (const { language, value: tree } of trees(...words)) {
      const entry = files.find((file) => file.language === language);
      const file = join(out, work, entry.name);
      redlines++;
      for (const [verdict, stage] of [
        ["accept", to],
        ["reject", from],
      ]) {
        const other = clean.find((item) => item.stage === stage && item.language === language)?.value;
        if (!other) {
          tally.check(`${entry.name} (${verdict})`, `there is no clean text of ${stage} in ${language}`);
          continue;
        }
        const wanted = settled(tree.body, other.body);
        const what = `${from} to ${to}, ${language}, ${verdict} all`;
        if (has("pandoc"))
          tally.check(
            `${what} (pandoc)`,
            difference(pandocText(file, `--track-changes=${verdict}`), saidIn(wanted, false)),
          );
        const text = join(scratch, `${jobs.length}.txt`);
        jobs.push({ file, verdict, text });
        const after = followers(tree.body, verdict);
        const follows = new Set(
          lines(wanted.filter((block) => after.includes(block.id))).map(({ text }) => text),
        );
        questions.push({ what, text, wanted, follows });
      }
    }
  }
}

/** One office for all files. */
if (office && jobs.length > 0) {
  const list = join(scratch, "jobs.json");
  writeFileSync(list, JSON.stringify(jobs));
  mkdirSync(join(scratch, "profile"));
  const pipe = `hemicycle-${process.pid}`;
  const profile = `-env:UserInstallation=file://${join(scratch, "profile")}`;
  const listening = `--accept=pipe,name=${pipe};urp`;
  const running = spawn("soffice", [profile, "--headless", "--norestore", "--nologo", listening], {
    stdio: "ignore",
  });
  const done = spawnSync(python, [join(root, "scripts", "settle-office.py"), pipe, list], {
    encoding: "utf8",
    timeout: 900_000,
  });
  running.kill();
  tally.check("LibreOffice took in all changes", (done.stdout + done.stderr).trim() || undefined);
  for (const { what, text, wanted, follows } of questions) {
    const found = existsSync(text) ? readFileSync(text, "utf8") : undefined;
    tally.check(
      `${what} (LibreOffice)`,
      found === undefined ? "it did not open the file" : officeDifference(found, wanted, follows),
    );
  }
}

if (notCompared > 0)
  console.log(
    `NOT COMPARED: ${notCompared} numbers in LibreOffice after a paragraph that went; it carries that one's number on.`,
  );
console.log(`${redlines} redlines, ${tally.asked} questions`);
tally.conclude("Redlines");
