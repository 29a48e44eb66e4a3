/** A text of 60 + 80 paragraphs in two languages with any number of amendments to it, and the words it must come to. */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asWords, asWork, makeText, randomFrom } from "./texts.js";

const delegations = [
  "CA",
  "FR",
  "CH",
  "MA",
  "JP",
  "KE",
  "UY",
  "FI",
  "DZ",
  "KR",
  "AU",
  "MX",
  "CU",
  "ID",
  "CL",
  "IN",
];

const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);
const written = ([head, rest]) => `_${head}_ ${rest}`;

/** A text with 60 preambular and 80 operative paragraphs, words as in `makeText`. */
function longText(words, variant) {
  const text = makeText(words, 240, variant);
  return { ...text, preambular: text.preambular, operative: text.operative.slice(0, 80) };
}

/** Shares of a list of amendments; the rest changes words. */
const shares = { delete: 0.04, move: 0.04, replace: 0.1, add: 0.16 };

/** Three neighbouring words that stand once in a text and touch none of the stretches used before; undefined when there are none. */
function stretch(rest, used, random) {
  const words = rest.split(" ");
  for (let tries = 0; tries < 60; tries++) {
    const at = 1 + Math.floor(random() * (words.length - 4));
    const near = [at - 1, at, at + 1, at + 2, at + 3];
    const found = words.slice(at, at + 3).join(" ");
    if (near.some((i) => used.has(i)) || rest.split(found).length !== 2 || /[,;]/.test(found)) continue;
    for (const i of near) used.add(i);
    return found;
  }
  return undefined;
}

/**
 * Writes the work `amended` below `folder`: two stages, English and French, `count` amendments, seven of eight accepted.
 * Returns what its documents must say: `before` and `after` in both languages, `added` (texts of new paragraphs in English).
 */
export function writeAmended(folder, seedWords, count) {
  const random = randomFrom(count);
  const en = longText(seedWords, 1);
  const fr = longText(seedWords, 2);
  const places = [
    ...en.preambular.map((_, i) => ["preambular", i]),
    ...en.operative.map((_, i) => ["operative", i]),
  ];
  const idOf = ([part, i]) => `${part === "preambular" ? "pp" : "op"}${i + 1}`;
  // Every paragraph has its own turn, so that whole paragraphs that go or change have no words changed in them.
  const turn = places.map((place) => ({ place, key: random() })).sort((a, b) => a.key - b.key);
  const n = (share) => Math.round(count * share);
  const take = (k) => turn.splice(0, k).map(({ place }) => place);
  const gone = take(n(shares.delete));
  const moved = take(n(shares.move));
  const replaced = take(n(shares.replace));
  const worded = turn.map(({ place }) => place);
  const fresh = makeText(seedWords, 4 * n(shares.replace + shares.add) + 8, 3).operative;
  const edits = new Map();
  const lines = [];
  const add = (what, accepted = true) => {
    const id = `am-${String(lines.length + 1).padStart(3, "0")}`;
    const outcome = accepted ? "accepted" : "rejected";
    const submitter = delegations[lines.length % delegations.length];
    lines.push(
      `  - { id: ${id}, submitters: [${submitter}], ${what}, decision: { outcome: ${outcome}, body: drafting-committee, date: 2010-03-30 } }`,
    );
    return id;
  };
  const both = (a, b) => `{ en: "${a}", fr: "${b}" }`;
  for (const place of gone) {
    edits.set(idOf(place), { gone: true });
    add(`on: ${idOf(place)}, delete: yes`);
  }
  // To the end of its part, one after the other.
  for (const place of moved) {
    edits.set(idOf(place), { moved: true });
    add(
      `on: ${idOf(place)}, move: { at: ${place[0] === "preambular" ? "end of preamble" : "end of operative part"} }`,
    );
  }
  for (const place of replaced) {
    const [inEn, inFr] = [fresh.pop(), fresh.pop()];
    edits.set(idOf(place), { replaced: { en: inEn, fr: inFr } });
    add(`on: ${idOf(place)}, replace: ${both(written(inEn), written(inFr))}`);
  }
  const added = [];
  // The end of a part is where paragraphs move to: nothing else is put there.
  const inside = worded.filter(([part, i]) => i < en[part].length - 1);
  for (const place of inside.slice(0, n(shares.add))) {
    const [inEn, inFr] = [fresh.pop(), fresh.pop()];
    edits.set(idOf(place), { after: { en: inEn, fr: inFr } });
    added.push(`${inEn[0]} ${inEn[1]}`);
    add(`add: { after: ${idOf(place)}, text: ${both(written(inEn), written(inFr))} }`);
  }
  const used = new Map();
  for (let i = 0; lines.length < count; i++) {
    const place = worded[i % worded.length];
    const key = idOf(place);
    if (i > 40 * worded.length) throw new Error("there is no room for so many amendments");
    const marks = used.get(key) ?? { en: new Set(), fr: new Set() };
    used.set(key, marks);
    const inEn = stretch(en[place[0]][place[1]][1], marks.en, random);
    const inFr = inEn && stretch(fr[place[0]][place[1]][1], marks.fr, random);
    if (!inFr) continue;
    const put = ["other words", "what all Members need", "a common effort"][i % 3];
    const accepted = i % 6 !== 5;
    const change = (find) => `[{ find: "${find}", put: "${put}" }]`;
    add(`on: ${key}, amend: { en: ${change(inEn)}, fr: ${change(inFr)} }`, accepted);
    if (!accepted) continue;
    const edit = edits.get(key) ?? {};
    edit.words = [...(edit.words ?? []), { en: inEn, fr: inFr, put }];
    edits.set(key, edit);
  }

  const after = (text, language) => {
    const part = (name) => {
      const all = text[name].map((paragraph, i) => ({ paragraph, edit: edits.get(idOf([name, i])) ?? {} }));
      const stay = all.filter(({ edit }) => !edit.gone && !edit.moved);
      const texts = stay.flatMap(({ paragraph: [head, rest], edit }) => {
        const changed = (edit.words ?? []).reduce((now, w) => now.replace(w[language], w.put), rest);
        const own = edit.replaced ? edit.replaced[language] : [head, changed];
        return edit.after ? [own, edit.after[language]] : [own];
      });
      // Amendments go in by their place in the text, so what moves to one place keeps its order.
      const there = moved.filter(([p]) => p === name).map(([, i]) => i);
      const ends = there.sort((a, b) => a - b).map((i) => text[name][i]);
      return [...texts, ...ends];
    };
    return asWords({ ...text, preambular: part("preambular"), operative: part("operative") });
  };

  const work = join(folder, "resolutions", "amended");
  mkdirSync(join(work, "amendments"), { recursive: true });
  mkdirSync(join(work, "translations"));
  const stages = `  - { id: dr-pre, kind: preliminary-draft, symbol: C-I/122/DR-Pre, date: 2009-12-18 }
  - { id: dr-rev, kind: revised-draft, symbol: C-I/122/DR-rev, date: 2010-03-31, applies: accepted }`;
  const source = asWork(en)
    .replace(/^ {2}- \{ id: dr-pre.*$/m, stages)
    .replace("languages: [en]", "languages: [en, fr]");
  writeFileSync(join(work, "resolution.yaml"), source);
  const texts = places.map(
    ([part, i]) =>
      `  ${idOf([part, i])}: { source: "${hash(written(en[part][i]))}", state: final, text: "${written(fr[part][i])}" }`,
  );
  const title = `  title: { source: "${hash(en.title)}", state: final, text: "${fr.title}" }`;
  writeFileSync(
    join(work, "translations", "fr.yaml"),
    `language: fr\ntexts:\n${[title, ...texts].join("\n")}\n`,
  );
  writeFileSync(
    join(work, "amendments", "list.yaml"),
    `stage: dr-pre\nlanguage: en\nreceived: 2010-03-01\namendments:\n${lines.join("\n")}\n`,
  );
  return {
    before: { en: asWords(en), fr: asWords(fr) },
    after: { en: after(en, "en"), fr: after(fr, "fr") },
    added,
  };
}
