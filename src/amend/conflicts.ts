/** Finds every pair of amendments of a list that get in each other's way, in whatever language they do, and says why. */
import type { Amendment, AmendmentId } from "../model/amendment.ts";
import type { Conflict } from "../model/findings.ts";
import type { Id, Resolution } from "../model/resolution.ts";
import { type Clash, Finder } from "./clash.ts";
import { conflictSentence } from "./conflict-sentence.ts";
import { beforeTheBody, isAccepted, isPending } from "./decided.ts";
import { type Footprint, footprint, languagesAt, type Voice } from "./footprint.ts";
import { indexOf } from "./locate.ts";
import { type Step, TextOrder } from "./sequence.ts";
import { type AmendedWork, byId } from "./source.ts";
import { cleanStage } from "./stages.ts";

export interface WhichAmendments {
  /** Only these; absent: all that are before the body at the stage and not withdrawn, rejected, fallen or left aside. */
  only?: readonly AmendmentId[];
  /** English name of a language, for sentences; absent: its code. */
  languageName?: (code: string) => string;
}

/** The amendments that are looked at, in list order. */
export function chosen(work: AmendedWork, stageId: string, { only }: WhichAmendments): Amendment[] {
  const open = beforeTheBody(work.resolution.stages, work.amendments, stageId);
  return open.filter((a) => (only ? only.includes(a.id) : isPending(a) || isAccepted(a)));
}

/** Conflicts among the amendments to a stage in any language, each pair once, by place in the text, then list order. */
export function conflicts(work: AmendedWork, stageId: string, which: WhichAmendments = {}): Conflict[] {
  const text = cleanStage(work, stageId, work.resolution.language);
  if (!text) return [];
  const all = chosen(work, stageId, which);
  const versions = languagesAt(work, stageId, all).map((language): Version => {
    const prints = all.map((a) => footprint(work, stageId, a, language));
    return { language, prints, near: pairs(prints, text) };
  });
  const teller = new Teller(versions, all, which.languageName ?? ((code) => `\`${code}\``));
  const finder = new Finder(work, stageId, text);
  const near = new Map(versions.flatMap((version) => [...version.near]));
  const found = [...near.values()]
    .sort((x, y) => x[0] - y[0] || x[1] - y[1])
    .flatMap((pair) => teller.tell(pair, meetings(pair, versions, finder)) ?? []);
  const steps = all.map((a): Step => {
    const { amendment, operation } = footprint(work, stageId, a);
    return { amendment, operation };
  });
  const order = new TextOrder(text, steps);
  const known = byId(work.amendments);
  const at = ({ a }: Conflict): number => {
    const own = known.get(a);
    const of = own?.parent === undefined ? own : known.get(own.parent);
    return of ? order.of(of.operation).at : 0;
  };
  return found
    .map((conflict, i) => ({ conflict, i, at: at(conflict) }))
    .sort((x, y) => x.at - y.at || x.i - y.i)
    .map(({ conflict }) => conflict);
}

/** Two places in the list, the earlier one first. */
type Pair = readonly [number, number];

/** The amendments in one language, in list order, and which pairs of them touch anything in common. */
interface Version {
  language: string;
  prints: readonly Footprint[];
  near: ReadonlyMap<string, Pair>;
}

/** Pairs that touch anything in common, each once. */
function pairs(prints: readonly Footprint[], text: Resolution): Map<string, Pair> {
  const byKey = new Map<string, number[]>();
  const index = indexOf(text);
  prints.forEach((print, i) => {
    if (print.refusal) return;
    for (const key of keysOf(print, index.holders)) {
      const row = byKey.get(key) ?? [];
      row.push(i);
      byKey.set(key, row);
    }
  });
  const out = new Map<string, Pair>();
  for (const row of byKey.values())
    row.forEach((a, k) => {
      for (const b of row.slice(k + 1)) out.set(`${a} ${b}`, [a, b]);
    });
  return out;
}

function keysOf(print: Footprint, holders: ReadonlyMap<Id, Id>): Set<string> {
  const keys = new Set<string>();
  for (const id of print.touches.keys()) keys.add(holders.get(id) ?? id);
  for (const id of [...print.struck, ...print.moved]) keys.add(holders.get(id) ?? id);
  for (const gap of print.gaps) {
    keys.add(`gap ${gap}`);
    // What is put inside a paragraph goes with it.
    keys.add(gap.slice(0, gap.indexOf(" > ")));
  }
  if (print.anchor !== undefined) keys.add(print.anchor);
  keys.delete("preambular");
  keys.delete("operative");
  return keys;
}

/** One thing that is wrong between two amendments, and the languages in which it is. */
interface Meeting {
  clash: Clash;
  languages: string[];
}

/** What is wrong between two, the same in several languages once; `settled` are the languages in which that is known. */
interface Met {
  meetings: Meeting[];
  settled: string[];
}

function meetings(pair: Pair, versions: readonly Version[], finder: Finder): Met {
  const settled: string[] = [];
  const found = new Map<string, Meeting>();
  const compare = ({ language, prints, near }: Version): void => {
    const [one, other] = [prints[pair[0]], prints[pair[1]]];
    if (!one || !other || one.refusal || other.refusal) return;
    settled.push(language);
    const clash = near.has(pair.join(" ")) ? finder.compare(one, other) : undefined;
    if (!clash) return;
    const meeting = found.get(clash.kin) ?? { clash, languages: [] };
    meeting.languages.push(language);
    found.set(clash.kin, meeting);
  };
  const speak = ({ prints }: Version, ...voices: Voice[]): boolean =>
    pair.every((i) => voices.includes(prints[i]?.voice ?? "borrowed"));
  for (const version of versions) if (speak(version, "own", "none")) compare(version);
  // Of two that have no language in common, the words that they borrow have to tell it.
  if (!versions.some((version) => speak(version, "own")))
    for (const version of versions) if (!speak(version, "own", "none")) compare(version);
  return { meetings: [...found.values()], settled };
}

/** Makes findings of what is wrong. */
class Teller {
  private readonly lead: string;
  private readonly accepted: ReadonlySet<AmendmentId>;

  /** The first of the versions is that in the language of the work. */
  constructor(
    private readonly versions: readonly Version[],
    private readonly all: readonly Amendment[],
    private readonly languageName: (code: string) => string,
  ) {
    this.lead = versions[0]?.language ?? "";
    this.accepted = new Set(all.filter(isAccepted).map((a) => a.id));
  }

  /** One finding of all that is wrong between two: the gravest, unless another is so in the language of the work. */
  tell(pair: Pair, { meetings: met, settled }: Met): Conflict | undefined {
    const parts = met
      .map((one) => ({ one, rank: this.rank(one) }))
      .sort((x, y) => y.rank - x.rank)
      .map(({ one }) => this.conflict(pair, one, settled));
    const [main, ...rest] = parts;
    if (!main || rest.length === 0) return main;
    // Both could stand where they meet first, but not in other languages: that is worth a sentence of its own.
    const graver = isLight(main) ? rest.filter((one) => one.kind !== "same-proposal") : [];
    const { settled: _, ...open } = main;
    return {
      ...(graver.length > 0 ? open : main),
      falls: [...new Set([main, ...graver].flatMap(({ falls }) => falls))],
      sentence: [main, ...graver].map(({ sentence }) => sentence).join(" "),
    };
  }

  private rank({ clash, languages }: Meeting): number {
    return (languages.includes(this.lead) ? 2 : 0) + (clash.falls.length > 0 ? 1 : 0);
  }

  private conflict([i, k]: Pair, { clash, languages }: Meeting, settled: readonly string[]): Conflict {
    const { kind, at, values } = clash;
    const partly = settled.some((language) => !languages.includes(language));
    const met = {
      a: this.all[i]?.id ?? "",
      b: this.all[k]?.id ?? "",
      kind,
      at,
      ...(values.words === undefined ? {} : { words: values.words }),
      ...(partly ? { languages } : {}),
      falls: clash.falls.filter((id) => this.isLost(id, languages)),
      values,
    };
    const names = languages.map(this.languageName);
    const { accepted } = this;
    const sentence = conflictSentence(met, { accepted, ...(partly ? { languages: names } : {}) });
    const stands = isLight(met) && accepted.has(met.a) && accepted.has(met.b);
    return { ...met, ...(stands ? { settled: true } : {}), sentence };
  }

  /**
   * Whether an amendment that fails in these languages fails as a whole: when one of them is the language of the work (what is refused
   * there is refused in all), or when there is no other in which it says anything. Else its words in these have to be settled.
   */
  private isLost(id: AmendmentId, languages: readonly string[]): boolean {
    const at = this.all.findIndex((a) => a.id === id);
    const own = this.versions.filter(({ prints }) => prints[at]?.voice === "own");
    return languages.includes(this.lead) || own.every(({ language }) => languages.includes(language));
  }
}

/** Whether two can stand together where they meet, and it is only to be seen where. */
function isLight({ kind }: Pick<Conflict, "kind">): boolean {
  return kind === "same-place" || kind === "place-goes";
}
