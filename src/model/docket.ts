/** What lists of amendments are printed from: one entry an amendment, with its text and numbers in one language; plain data. */
import type { Amendment, AmendmentId } from "./amendment.ts";
import type { RefusalCode } from "./findings.ts";
import type { IsoDate, Party } from "./instrument.ts";
import type { Position } from "./number.ts";
import type { Id, Resolution } from "./resolution.ts";
import type { Stage } from "./stage.ts";

/** A list of amendments in one language. What they amend is the text that goes with it, in the numbers of its stage. */
export interface Docket {
  /** Symbol of the list, such as `C-II/122/DR-am`; never translated. */
  symbol?: string;
  /** Day of the list. */
  date: IsoDate;
  /** In the order of the lists; documents put them in theirs. */
  entries: DocketEntry[];
  /** Amendments that could not even be read. */
  unread: Unread[];
  /** For annotated lists: the stage that took the decisions in, and the numbers of its text. */
  next?: { stage: Stage; positions: Record<Id, Position> };
}

export interface DocketEntry {
  amendment: Amendment;
  /**
   * The text with this amendment alone in tracked form; for a sub-amendment against the text that its parent proposes. Absent when
   * it could not be put there.
   */
  tracked?: Resolution;
  /** Numbers in `tracked`: those of the stage, new paragraphs as 1bis, 1ter. */
  positions?: Record<Id, Position>;
  /** Why it could not be put there. */
  refusal?: { code: RefusalCode; message: string };
  /** Words of `tracked` stand in the language of the amendment, in the place of those that it does not have in this one. */
  borrowed?: true;
  /** It corrects other language versions only (house-style 2.3) and says nothing on this one. */
  elsewhere?: boolean;
  /** What was accepted of it, for `accepted-as-amended` without a sub-amendment; in tracked form as above. */
  result?: { tracked: Resolution; positions: Record<Id, Position>; borrowed?: true };
}

/** An amendment with faults that leave nothing to be applied. */
export interface Unread {
  id: AmendmentId;
  /** The paragraph as its author wrote it, such as `OP 99`. */
  written?: string;
  submitters: Party[];
  /** Why, where it is one of the reasons that an amendment is refused for. */
  reason?: RefusalCode;
}

const types = { amendments: "DR-am", decisions: "DR-am-annotated", renumbering: "DR-renumbering" };

/** Symbol of a paper about a text: `C-I/122/DR-rev` gives `C-I/122/DR-am` (house-style 1.2). Undefined when it has no such form. */
export function symbolBeside(symbol: string | undefined, kind: keyof typeof types): string | undefined {
  const start = symbol === undefined ? undefined : /^(.*[/-])DR(?:[-./].*)?$/.exec(symbol)?.[1];
  return start === undefined ? undefined : `${start}${types[kind]}`;
}
