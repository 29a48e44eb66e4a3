/**
 * Asks programs that know nothing of Hemicycle whether its files for translators are right: the OASIS schemas through xmllint,
 * OmegaT and the translate-toolkit by reading and returning them. Part of `npm run oracles`; says loudly what is not installed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bin, root, scratchFolder } from "./lib/folders.js";
import { has, notRun, Tally } from "./lib/oracle-kit.js";

const scratch = scratchFolder("translation");
const tally = new Tally();

/** A copy of the works, in which files may be changed. */
const project = join(scratch, "project");
mkdirSync(project);
cpSync(join(root, "resolutions"), join(project, "resolutions"), { recursive: true });
const hemicycle = (...args) => {
  const done = spawnSync(process.execPath, [bin, ...args], {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { ...done, json: done.stdout.startsWith("{") ? JSON.parse(done.stdout) : undefined };
};

/** Every work in every language, in both versions; `copy` where tools read only texts that have a target. */
const files = [];
for (const work of readdirSync(join(project, "resolutions"))) {
  const { json } = hemicycle("translate", work, "status", "--json");
  // One text is changed in each work, so that stale ones with their earlier versions are among the units.
  hemicycle("translate", work, "record");
  const source = join(project, "resolutions", work, "resolution.yaml");
  writeFileSync(source, readFileSync(source, "utf8").replace(/^title: (>-\s+)?/m, "$&New "));
  for (const { language } of json?.languages ?? []) {
    for (const format of ["xliff12", "xliff21", "tmx"]) {
      const name = `${work}-${language}-${format}.${format === "tmx" ? "tmx" : "xlf"}`;
      const made = hemicycle(
        "translate",
        work,
        "export",
        "--lang",
        language,
        "--all",
        "--target",
        "copy",
        "--format",
        format,
        "--out",
        name,
        "--json",
      );
      if (!made.json?.ok) tally.check(name, `was not exported: ${made.stdout}${made.stderr}`);
      else if (existsSync(join(project, name)))
        files.push({
          work,
          language,
          format,
          name,
          path: join(project, name),
          total: made.json.units.length,
        });
    }
  }
}
const of = (format) => files.filter((f) => f.format === format);

validate();
readByOkapi();
if (has("omegat")) returnedByOmegaT();
else notRun("OmegaT is not installed (Debian package omegat)", "files are not sent through it.");
if (spawnSync("python3", ["-c", "import translate.storage.xliff"]).status === 0) returnedByToolkit("python3");
else if (spawnSync("/usr/bin/python3", ["-c", "import translate.storage.xliff"]).status === 0)
  returnedByToolkit("/usr/bin/python3");
else
  notRun(
    "the translate-toolkit is not installed (Debian package translate-toolkit)",
    "files are not sent through it.",
  );

function validate() {
  if (!has("xmllint")) {
    notRun("xmllint is not installed (Debian package libxml2-utils)", "no file is held against a schema.");
    return;
  }
  const strict = "/usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-1.2-strict.xsd";
  if (existsSync(strict)) {
    // The schema asks for xml.xsd by its address; the catalogue answers with the copy beside it.
    const catalogue = join(scratch, "catalogue.xml");
    const xml = pathToFileURL(strict.replace(/[^/]*$/, "xml.xsd")).href;
    writeFileSync(
      catalogue,
      `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><system systemId="http://www.w3.org/2001/xml.xsd" uri="${xml}"/></catalog>`,
    );
    against(of("xliff12"), ["--schema", strict], { XML_CATALOG_FILES: catalogue });
  } else
    notRun(
      "the strict schema of XLIFF 1.2 is not there (Debian package php-symfony-translation)",
      "XLIFF 1.2 is not validated.",
    );

  const jar = mavenJar("net/sf/okapi/lib/okapi-lib-xliff2");
  if (jar && has("unzip")) {
    const folder = join(scratch, "schemas");
    execFileSync("unzip", ["-qo", jar, "*.xsd", "-d", folder]);
    const base = join(folder, "net/sf/okapi/lib/xliff2");
    const all = join(scratch, "xliff2.xsd");
    const parts = [
      ["document", "xliff_core_2.0.xsd"],
      ["matches", "modules/matches.xsd"],
      ["metadata", "modules/metadata.xsd"],
    ];
    const imports = parts.map(
      ([part, path]) =>
        `<xs:import namespace="urn:oasis:names:tc:xliff:${part}:2.0" schemaLocation="${pathToFileURL(join(base, path)).href}"/>`,
    );
    writeFileSync(
      all,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join("")}</xs:schema>`,
    );
    against(of("xliff21"), ["--schema", all]);
  } else
    notRun(
      "the schemas of XLIFF 2 are not there (mvn dependency:get -Dtransitive=false -Dartifact=net.sf.okapi.lib:okapi-lib-xliff2:1.47.0, and unzip)",
      "XLIFF 2.1 is not validated.",
    );

  const omegat = "/usr/share/omegat/OmegaT.jar";
  if (existsSync(omegat) && has("unzip")) {
    execFileSync("unzip", ["-qoj", omegat, "schemas/tmx14.dtd", "-d", scratch]);
    against(of("tmx"), ["--dtdvalid", join(scratch, "tmx14.dtd")]);
  } else notRun("the document type of TMX 1.4 is not there (it comes with OmegaT)", "TMX is not validated.");
}

function against(list, options, env = {}) {
  for (const { name, path } of list) {
    const done = spawnSync("xmllint", ["--nonet", "--noout", ...options, path], {
      encoding: "utf8",
      env: { ...process.env, ...env },
    });
    tally.check(`${name} (schema)`, done.status === 0 ? undefined : done.stderr.slice(0, 2000));
  }
}

function mavenJar(folder) {
  const base = join(homedir(), ".m2/repository", folder);
  if (!existsSync(base)) return undefined;
  const found = readdirSync(base, { recursive: true, encoding: "utf8" })
    .filter((p) => /\d\.jar$/.test(p))
    .sort()
    .at(-1);
  return found && join(base, found);
}

/** Okapi's reader checks what no schema can say: which ids must agree, what a match may point to, how codes may nest. */
function readByOkapi() {
  const jars = [
    "net/sf/okapi/lib/okapi-lib-xliff2",
    "org/slf4j/slf4j-api",
    "com/fasterxml/woodstox/woodstox-core",
    "org/codehaus/woodstox/stax2-api",
  ].map(mavenJar);
  if (jars.includes(undefined) || !has("java")) {
    const get = "mvn dependency:get -Dartifact=";
    notRun(
      `Okapi is not there (a JDK; ${get}net.sf.okapi.lib:okapi-lib-xliff2:1.47.0, ${get}com.fasterxml.woodstox:woodstox-core:6.5.1, ${get}org.slf4j:slf4j-api:2.0.9)`,
      "the rules of XLIFF 2 beyond the schema are not checked.",
    );
    return;
  }
  const program = join(scratch, "Check.java");
  writeFileSync(
    program,
    `import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
public class Check {
  public static void main(String[] files) {
    for (String file : files) {
      try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
        reader.open(new java.io.File(file));
        while (reader.hasNext()) reader.next();
        System.out.println("read");
      } catch (Throwable fault) {
        System.out.println(String.valueOf(fault.getMessage()).replaceAll("\\\\s+", " "));
      }
    }
  }
}
`,
  );
  const list = of("xliff21");
  const done = spawnSync("java", ["-cp", jars.join(":"), program, ...list.map((f) => f.path)], {
    encoding: "utf8",
  });
  const lines = done.stdout.trim().split("\n");
  for (const [i, { name }] of list.entries())
    tally.check(`${name} (Okapi)`, lines[i] === "read" ? undefined : (lines[i] ?? done.stderr.slice(-500)));
}

/** What came back must be taken without a complaint; `changed` are the ids that the tool was told to translate. */
function takeBack(tool, { work, language, name, total }, path, changed) {
  const before = new Set(changed);
  const { json, stdout, stderr } = hemicycle("translate", work, "import", path, "--lang", language, "--json");
  const problem = !json
    ? stdout + stderr
    : !json.ok
      ? json.diagnostics.map((d) => d.message).join(" ")
      : [...json.taken].sort().join() !== [...before].sort().join()
        ? `taken were ${json.taken.join()}, not ${changed.join()}`
        : json.taken.length + json.unchanged.length + json.open.length !== total
          ? `of ${total} texts came back ${json.taken.length + json.unchanged.length + json.open.length}`
          : undefined;
  tally.check(`${name} (${tool})`, problem);
}

function returnedByOmegaT() {
  for (const file of of("xliff12")) {
    const folder = join(scratch, `omegat-${file.name}`);
    for (const part of ["source", "target", "tm", "omegat", "glossary", "dictionary"])
      mkdirSync(join(folder, part), { recursive: true });
    cpSync(file.path, join(folder, "source", file.name));
    const { original, language } = {
      original: /source-language="([^"]*)"/.exec(readFileSync(file.path, "utf8"))?.[1],
      ...file,
    };
    writeFileSync(
      join(folder, "omegat.project"),
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>${original}</source_lang><target_lang>${language}</target_lang><sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
    );
    const done = spawnSync(
      "omegat",
      [folder, "--mode=console-translate", `--config-dir=${join(scratch, "omegat-config")}`],
      {
        encoding: "utf8",
        timeout: 180_000,
      },
    );
    const target = join(folder, "target", file.name);
    if (!existsSync(target))
      tally.check(`${file.name} (OmegaT)`, `no file came back: ${done.stderr?.slice(-500)}`);
    else takeBack("OmegaT", file, target, []);
  }
}

/** Translates the one text without codes (the title) and saves; everything else must stay as it is. */
function returnedByToolkit(python) {
  const program = `
import sys
from translate.storage import xliff
store = xliff.xlifffile.parsefile(sys.argv[1])
units = [u for u in store.units if u.istranslatable()]
for u in units:
    if u.xmlelement.get("id") == "title":
        u.target = "Titre de l’outil"
        u.markapproved(False)
store.savefile(sys.argv[2])
print(len(units))
`;
  for (const file of of("xliff12")) {
    const back = join(scratch, `toolkit-${file.name}`);
    const done = spawnSync(python, ["-c", program, file.path, back], { encoding: "utf8" });
    if (done.status !== 0) tally.check(`${file.name} (translate-toolkit)`, done.stderr.slice(-800));
    else {
      tally.check(
        `${file.name} (translate-toolkit counts)`,
        Number(done.stdout) === file.total ? undefined : `${done.stdout} units of ${file.total}`,
      );
      takeBack("translate-toolkit", file, back, ["title"]);
    }
  }
}

tally.conclude("translation");
