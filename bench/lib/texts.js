/** Documents of n paragraphs made from the seed's own words by a fixed random sequence, 4 % of the words never seen before. */

/** A small generator of numbers between 0 and 1 that gives the same sequence on every machine (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const openings = ["Recalling", "Noting", "Aware", "Recognizing", "Stressing"];
const verbs = ["Urges", "Invites", "Encourages", "Recommends", "Decides"];

/** The paragraphs of the seed without marks, from the committed source read as text. */
export function seedWords(source) {
  const texts = [...source.matchAll(/text: (?:[>|]-?\s+)?([^\n]+(?:\n {6,}[^\n]+)*)/g)].map((m) => m[1]);
  return texts
    .join(" ")
    .replace(/[_*~^[\]@"'`{}+]/g, " ")
    .split(/\s+/)
    .filter((w) => /^[A-Za-z][A-Za-z,-]*$/.test(w));
}

/**
 * A document of `count` paragraphs (a quarter preambular), each of 21 to 73 words as in the seed.
 * Returns `{ title, preambular: string[][], operative: string[][] }`, each paragraph as `[opening, rest]`.
 */
export function makeText(words, count, variant) {
  const random = randomFrom(1000 + variant);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const unseen = () => {
    let word = "";
    for (let i = 0; i < 3 + Math.floor(random() * 3); i++)
      word += pick(["ba", "co", "di", "fe", "lu", "ma", "no", "ra", "si", "to"]);
    return word;
  };
  const paragraph = (heads) => {
    const length = 21 + Math.floor(random() * 47);
    const rest = [];
    for (let i = 0; i < length; i++) rest.push(random() < 0.04 ? unseen() : pick(words));
    return [pick(heads), `the ${rest.join(" ").replace(/[,-]+$/, "")}`];
  };
  const preambles = Math.max(1, Math.round(count / 4));
  return {
    title: `Cooperation and shared responsibility in the global fight against organized crime, part ${variant}`,
    preambular: Array.from({ length: preambles }, () => paragraph(openings)),
    operative: Array.from({ length: count - preambles }, () => paragraph(verbs)),
  };
}

/** The same text as a work's `resolution.yaml`. */
export function asWork(text) {
  const items = (list, prefix) =>
    list.map(([head, rest], i) => `  - id: ${prefix}${i + 1}\n    text: "_${head}_ ${rest}"`).join("\n");
  return `language: en
instrument:
  body: assembly
  session: { number: 122, place: { city: bangkok, country: TH }, from: 2010-03-27, to: 2010-04-01 }
  committee: peace-and-security
  submitters:
    role: co-rapporteur
    parties:
      - person: { id: ortuno, honorific: ms, given: Maria Teresa, family: Ortuño, country: MX }
      - person: { id: wiriyachai, honorific: mr, given: Apiwan, family: Wiriyachai, country: TH }
  languages: [en]
  house: ipu
stages:
  - { id: dr-pre, kind: preliminary-draft, symbol: C-I/122/DR-Pre, date: 2009-12-18 }
title: "${text.title}"
preambular:
${items(text.preambular, "pp")}
operative:
${items(text.operative, "op")}
`;
}

/** The same text as the plain words that every output must show, in order. */
export function asWords(text) {
  const ended = (list, ending, last) =>
    list.map(([h, r], i) => `${h} ${r}${i === list.length - 1 ? last : ending}`);
  return [...ended(text.preambular, ",", ","), ...ended(text.operative, ";", ".")].join(" ");
}
