/**
 * Times Hemicycle against its peers in the same run and prints ratios: `npm run bench`, `npm run bench -- --quick`,
 * `npm run bench -- name…`. Goals stand in goals.json. A goal is missed only when wall and CPU medians both exceed it,
 * and after one more try with twice the pairs. A row whose peer is not installed says `skipped`, never `pass`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { bin, root, scratchFolder } from "../scripts/lib/folders.js";
import { writeAmended } from "./lib/amended.js";
import { mustProve, mustSay } from "./lib/check.js";
import { median, runAll, runOnce, runPairs } from "./lib/run.js";
import { asWords, asWork, makeText, seedWords } from "./lib/texts.js";

const here = (path) => join(root, "bench", path);
const goals = JSON.parse(readFileSync(here("goals.json"), "utf8"));
const asked = process.argv.slice(2);
const wanted = (goal) => {
  const names = asked.filter((word) => !word.startsWith("--"));
  if (names.length) return names.includes(goal.name);
  return asked.includes("--quick") ? goal.quick === true : true;
};

const installed = (name) => existsSync(here(`node_modules/${name}/package.json`));
const version = (name) => JSON.parse(readFileSync(here(`node_modules/${name}/package.json`), "utf8")).version;

const scratch = scratchFolder("bench");

const seedFile = join(root, "resolutions/122-organized-crime/resolution.yaml");
const seedSource = readFileSync(seedFile, "utf8");
const words = seedWords(seedSource);

/** A project folder of its own with one work a text; templates and locales are the installed ones. */
function project(name, texts) {
  const folder = join(scratch, name);
  texts.forEach((text, i) => {
    const work = join(folder, "resolutions", `bench-${i}`);
    mkdirSync(work, { recursive: true });
    writeFileSync(join(work, "resolution.yaml"), asWork(text));
  });
  return folder;
}

/** The texts as JSON files for the peers, with a folder for what they make. */
function peerFiles(name, texts) {
  const folder = join(scratch, `${name}-peer`);
  mkdirSync(folder, { recursive: true });
  const files = texts.map((text, i) => {
    const file = join(folder, `${i}.json`);
    writeFileSync(file, JSON.stringify(text));
    return file;
  });
  return { folder, files };
}

const peer = (script, { folder, files }) => ({
  args: [here(`peers/${script}`), folder, ...files],
  cwd: here(""),
});
const ours = (folder, ...args) => ({
  args: [bin, "build", "--out", join(folder, "out"), ...args],
  cwd: folder,
});
const made = (folder, ending) =>
  readdirSync(join(folder, "out"), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => join(folder, "out", file));

/** The seed as the peers' kind of text: opening words parted from the rest. */
function seedText() {
  const source = parse(seedSource);
  const part = (list) =>
    list.map(({ text }) => {
      const [, head, rest] = /^_([^_]+)_\s*(.*)$/s.exec(text.replace(/\s+/g, " ")) ?? [null, "", text];
      return [head, rest.replace(/[*_~]/g, "")];
    });
  return { title: source.title, preambular: part(source.preambular), operative: part(source.operative) };
}

/** Copies of the seed with every translation, so that one process sets the same language many times. */
function seedProject(name, copies) {
  const folder = join(scratch, name);
  for (let i = 0; i < copies; i++) {
    const work = join(folder, "resolutions", `seed-${i}`);
    mkdirSync(join(work, "translations"), { recursive: true });
    writeFileSync(join(work, "resolution.yaml"), seedSource);
    const translations = join(root, "resolutions/122-organized-crime/translations");
    for (const file of readdirSync(translations))
      writeFileSync(join(work, "translations", file), readFileSync(join(translations, file)));
  }
  return folder;
}

/** A text of 60 + 80 paragraphs with so many amendments, and the three builds of a night: list, redline, clean text. */
function night(count) {
  const folder = join(scratch, `amended-${count}`);
  rmSync(folder, { recursive: true, force: true });
  const says = writeAmended(folder, words, count);
  const runs = [
    ["--kind", "amendments"],
    ["--kind", "redline"],
    ["--stage", "dr-rev"],
  ];
  const check = async () => {
    if (made(folder, ".pdf").length !== 6 || made(folder, ".docx").length !== 6)
      throw new Error("not 6 x 2 files");
    for (const language of ["en", "fr"])
      for (const format of ["pdf", "docx"])
        await mustSay(made(folder, `DR-rev-${language}.${format}`)[0], says.after[language]);
    for (const text of [says.added[0], says.added.at(-1)])
      for (const format of ["pdf", "docx"]) await mustSay(made(folder, `DR-am-en.${format}`)[0], text);
    for (const language of ["en", "fr"])
      mustProve(made(folder, `redline-${language}.docx`)[0], says.before[language], says.after[language]);
  };
  return { a: { runs: runs.map((more) => ours(folder, ...more).args), cwd: folder }, folder, check };
}

const pairRows = {
  "amendments-300": () => {
    const { a, folder, check } = night(300);
    return { a, b: ours(folder, "--stage", "dr-pre", "--out", join(folder, "clean")), check };
  },
  "cold-seed-4x2": () => {
    const folder = seedProject("seed", 1);
    const text = seedText();
    const other = peerFiles("seed", [text]);
    return {
      a: ours(folder, "--lang", "en,fr,es,ar", "--format", "pdf,docx"),
      b: peer("raw-pdfmake.cjs", other),
      check: async () => {
        if (made(folder, ".pdf").length !== 4 || made(folder, ".docx").length !== 4)
          throw new Error("not 4 x 2 files");
        await mustSay(made(folder, "-en.pdf")[0], asWords(text));
        await mustSay(made(folder, "-en.docx")[0], asWords(text));
        await mustSay(join(other.folder, "raw-0.pdf"), asWords(text));
      },
    };
  },
  "cold-docx": () => coldOne("docx", "raw-docx.cjs"),
  "cold-pdf": () => coldOne("pdf", "raw-pdfmake.cjs"),
  "start-help": () => ({ a: { args: [bin, "--help"], cwd: root }, b: { args: ["-e", "0"], cwd: root } }),
  "warm-100-pdfmake": () => hundred("raw-pdfmake.cjs", "raw"),
  "warm-100-typst": () => hundred("typst.cjs", "typst", "@myriaddreamin/typst-ts-node-compiler"),
  russian: () => languagePair("ru"),
  arabic: () => languagePair("ar"),
  "memory-2000": () => {
    const text = makeText(words, 2000, 7);
    const folder = project("memory", [text]);
    return {
      a: ours(folder, "--format", "pdf"),
      b: peer("raw-pdfmake.cjs", peerFiles("memory", [text])),
      check: () => mustSay(made(folder, ".pdf")[0], asWords(text)),
    };
  },
};

function coldOne(format, script) {
  const folder = seedProject(`cold-${format}`, 1);
  const text = seedText();
  return {
    a: ours(folder, "--lang", "en", "--format", format),
    b: peer(script, peerFiles(`cold-${format}`, [text])),
    check: () => mustSay(made(folder, `.${format}`)[0], asWords(text)),
  };
}

function hundred(script, prefix, needs) {
  const texts = Array.from({ length: 100 }, (_, i) => makeText(words, 23, i + 1));
  const folder = project(`hundred-${prefix}`, texts);
  const other = peerFiles(`hundred-${prefix}`, texts);
  return {
    needs,
    a: ours(folder, "--format", "pdf"),
    b: peer(script, other),
    check: async () => {
      for (const i of [0, 57, 99]) {
        const file = made(folder, ".pdf").find((name) => name.includes(`bench-${i}/`));
        await mustSay(file, asWords(texts[i]));
        await mustSay(join(other.folder, `${prefix}-${i}.pdf`), asWords(texts[i]));
      }
    },
  };
}

function languagePair(language) {
  const folder = seedProject(`pair-${language}`, 40);
  return {
    a: ours(folder, "--lang", language, "--format", "pdf"),
    b: ours(folder, "--lang", "en", "--format", "pdf"),
    check: () => {
      for (const code of [language, "en"])
        if (made(folder, `-${code}.pdf`).length !== 40) throw new Error(`not 40 PDFs in ${code}`);
    },
  };
}

/** Slope of log time against log size between 2,000 and 10,000 paragraphs, the time of 20 paragraphs taken off. */
async function growth(format) {
  const time = {};
  const peak = {};
  for (const count of [20, 200, 2000, 10000]) {
    const text = makeText(words, count, count);
    const folder = project(`growth-${format}-${count}`, [text]);
    const runs = [];
    for (let i = 0; i < (count > 2000 ? 1 : 3); i++)
      runs.push(runOnce(ours(folder, "--format", format).args, folder));
    await mustSay(made(folder, `.${format}`)[0], asWords(text));
    time[count] = median(runs.map((run) => run.wall));
    peak[count] = median(runs.map((run) => run.peak));
  }
  const above = (count) => time[count] - time[20];
  return { exponent: Math.log(above(10000) / above(2000)) / Math.log(5), time, peak };
}

/** Slope of log time against log size between 75 and 300 amendments, the time with 8 taken off. */
async function amendmentsGrowth() {
  const time = {};
  const peak = {};
  for (const count of [8, 75, 300]) {
    const { a, check } = night(count);
    const runs = [runAll(a), runAll(a), runAll(a)];
    await check();
    time[count] = median(runs.map((run) => run.cpu));
    peak[count] = median(runs.map((run) => run.peak));
  }
  const above = (count) => time[count] - time[8];
  return { exponent: Math.log(above(300) / above(75)) / Math.log(4), time, peak };
}

const fixed = (n, digits = 2) => n.toFixed(digits);
const spread = ({ min, median: middle, max }) => `${fixed(middle)} (${fixed(min)}-${fixed(max)})`;

async function row(goal) {
  if (goal.metric === "exponent") {
    const what = goal.name.slice("growth-".length);
    const { exponent, time, peak } = await (what === "amendments" ? amendmentsGrowth() : growth(what));
    const sizes = Object.keys(time).map((n) => `${n}: ${fixed(time[n])} s ${Math.round(peak[n])} MiB`);
    return { pass: exponent <= goal.bound, says: `exponent ${fixed(exponent)}; ${sizes.join(", ")}` };
  }
  const { a, b, check, needs } = pairRows[goal.name]();
  if (needs && !installed(needs)) return { pass: undefined, says: `skipped: ${needs} is not installed` };
  let checked;
  let result = runPairs(a, b, goal.pairs, () => (checked = check?.()));
  await checked;
  const missed = () =>
    goal.metric === "peak"
      ? result.peak.median > goal.bound
      : result.wall.median > goal.bound && result.cpu.median > goal.bound;
  if (missed()) result = runPairs(a, b, goal.pairs * 2);
  const says = `wall ${spread(result.wall)}  CPU ${spread(result.cpu)}  peak ${spread(result.peak)}; ours ${fixed(result.a.wall.median, 3)} s ${Math.round(result.a.peak.median)} MiB, peer ${fixed(result.b.wall.median, 3)} s`;
  return { pass: !missed(), says };
}

for (const name of ["pdfmake", "docx", "@expo-google-fonts/arimo"])
  if (!installed(name)) {
    console.error("The peers are not installed. Run: npm ci --prefix bench");
    process.exit(2);
  }
if (!existsSync(bin)) {
  console.error("dist/ is missing. Run: npm ci");
  process.exit(2);
}
const load = () =>
  loadavg()
    .map((n) => fixed(n))
    .join(" ");
console.log(
  `node ${process.version}, ${cpus().length} cores, load ${load()}; peers: pdfmake ${version("pdfmake")}, docx ${version("docx")}${installed("@myriaddreamin/typst-ts-node-compiler") ? `, typst-ts-node-compiler ${version("@myriaddreamin/typst-ts-node-compiler")}` : ""}`,
);
let missed = 0;
for (const goal of goals.filter(wanted)) {
  try {
    const { pass, says } = await row(goal);
    if (pass === false) missed++;
    const verdict = pass === undefined ? "skipped" : pass ? "pass" : "MISSED";
    console.log(`${verdict.padEnd(8)}${goal.name.padEnd(18)}goal <= ${String(goal.bound).padEnd(6)}${says}`);
  } catch (error) {
    missed++;
    console.log(`FAILED  ${goal.name.padEnd(18)}${error.message}`);
  }
}
console.log(
  `load afterwards ${load()}${loadavg()[0] > cpus().length ? " (noisy run: more load than cores)" : ""}`,
);
process.exitCode = missed ? 1 : 0;
