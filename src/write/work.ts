/** Prints a resolution as `resolution.yaml`, in the short forms that people write; reading it gives the same back. */
import type { YAMLMap } from "yaml";
import type { Instrument, Party, Session, SubmitterLine } from "../model/instrument.ts";
import type { Paragraph, ParagraphBlock, PartItem, Resolution, Segment } from "../model/resolution.ts";
import type { Adoption, Reservation, Stage } from "../model/stage.ts";
import { printInline } from "../text/print-inline.ts";
import { Layout, spaced } from "./yaml-layout.ts";

const heading = [
  "yaml-language-server: $schema=../../schema/resolution.schema.json",
  "Texts carry no closing punctuation: comma, semicolon and full stop are added by place and language.",
  "Opening words stand between underscores: _Recalling_ that …",
];

/** `resolution.yaml` of a resolution in its original language; stable: the same resolution gives the same text. */
export function printWork(r: Resolution): string {
  const printer = new Printer(r.original);
  return printer.print(r);
}

class Printer {
  private readonly yaml = new Layout();

  /** `language`: that of the work. */
  constructor(private readonly language: string) {}

  print(r: Resolution): string {
    const { yaml } = this;
    const items = (list: readonly PartItem[]) =>
      list.length === 0 ? undefined : spaced(yaml.list(list.map((item) => this.item(item))));
    const annexes = r.annexes.map((annex) =>
      yaml.fields({ id: annex.id, title: yaml.text(printInline(annex.title)), items: items(annex.items) }),
    );
    const notes = r.notes.map((note) => [note.id, yaml.text(printInline(note.text))] as const);
    const root = yaml.fields({
      language: r.original,
      notice: r.notice === undefined ? undefined : yaml.text(r.notice),
      instrument: this.instrument(r),
      stages: yaml.list(r.stages.map((stage) => this.stage(stage))),
      title: yaml.text(printInline(r.title)),
      enacting: r.enacting === undefined ? undefined : yaml.text(printInline(r.enacting)),
      preambular: items(r.preambular),
      operative: items(r.operative),
      annexes: annexes.length === 0 ? undefined : spaced(yaml.list(annexes)),
      notes: notes.length === 0 ? undefined : yaml.fields(Object.fromEntries(notes)),
    });
    return yaml.print(root, heading, ["stages", "title", "preambular", "operative", "annexes", "notes"]);
  }

  private instrument(r: Resolution): YAMLMap {
    const { yaml } = this;
    const { body, session, committee, item, submitters, languages, house, period }: Instrument = r.instrument;
    return yaml.fields({
      kind: r.kind === "declaration" ? r.kind : undefined,
      body,
      session: this.session(session),
      committee,
      item: item === undefined ? undefined : yaml.text(item),
      submitters: this.submitters(submitters),
      languages: yaml.lineList(languages),
      house,
      period,
    });
  }

  private session({ number, place, from, to }: Session): YAMLMap {
    const { yaml } = this;
    return yaml.fields({ number, place: yaml.line({ ...place }), from, to });
  }

  private submitters({ role, parties }: SubmitterLine): YAMLMap {
    const { yaml } = this;
    const list = parties.length === 0 ? undefined : yaml.list(parties.map((party) => this.party(party)));
    return yaml.fields({ role, parties: list });
  }

  private party(party: Party): YAMLMap {
    const { yaml } = this;
    if (party.type === "country") return yaml.line({ country: party.country, role: party.role });
    if (party.type === "group") return yaml.line({ group: yaml.text(party.name) });
    if (party.type === "body") return yaml.line({ body: party.body });
    const { id, honorific, given, family, country, role } = party;
    return yaml.fields({
      person: yaml.line({
        id,
        honorific,
        given: given === "" ? undefined : yaml.text(given),
        family: yaml.text(family),
        country,
      }),
      role,
    });
  }

  private stage(stage: Stage): YAMLMap {
    const { yaml } = this;
    const { id, kind, symbol, date, preambularNumbers, watermark, lineNumbers, applies } = stage;
    const { carriesOver, final, session, submitters, adoption } = stage;
    const entries = {
      id,
      kind,
      symbol: symbol === undefined ? undefined : yaml.text(symbol),
      date,
      preambularNumbers,
      watermark,
      lineNumbers,
      applies: applies === "accepted" ? applies : applies.length === 0 ? undefined : yaml.lineList(applies),
      carriesOver,
      final,
      session: session === undefined ? undefined : this.session(session),
      submitters: submitters === undefined ? undefined : this.submitters(submitters),
      adoption: adoption === undefined ? undefined : this.adoption(adoption),
    };
    return adoption === undefined && session === undefined && submitters === undefined
      ? yaml.line(entries)
      : yaml.fields(entries);
  }

  private adoption({ mode, date, place, reservations }: Adoption): YAMLMap {
    const { yaml } = this;
    const reserved = reservations.map((reservation) => this.reservation(reservation));
    return yaml.fields({
      mode,
      date,
      place: yaml.line({ ...place }),
      reservations: reserved.length === 0 ? undefined : yaml.list(reserved),
    });
  }

  private reservation({ parties, scope, wording, text }: Reservation): YAMLMap {
    const { yaml } = this;
    const [only] = parties;
    const several = parties.length > 1;
    const texts = Object.entries(text ?? {}).map(
      ([lang, words]) => [lang, yaml.text(printInline(words))] as const,
    );
    // A text alone is in the language of the work.
    const [first, ...others] = texts;
    const plain = first?.[0] === this.language && others.length === 0 ? first[1] : undefined;
    return yaml.fields({
      party: only === undefined || several ? undefined : this.party(only),
      parties: several ? yaml.list(parties.map((party) => this.party(party))) : undefined,
      scope:
        scope === "whole"
          ? scope
          : yaml.lineList(scope.map((on) => (typeof on === "string" ? on : on.written))),
      wording,
      text: plain ?? (first === undefined ? undefined : yaml.fields(Object.fromEntries(texts))),
    });
  }

  private item(item: PartItem): YAMLMap {
    const { yaml } = this;
    if (item.type === "paragraph") return this.paragraph(item);
    const text = yaml.text(printInline(item.text));
    if (item.type === "prose") return yaml.fields({ prose: yaml.fields({ id: item.id, text }) });
    return yaml.fields({ heading: yaml.fields({ id: item.id, level: item.level, text }) });
  }

  private paragraph(paragraph: Paragraph): YAMLMap {
    const { yaml } = this;
    const { id, blocks, children, tail, ending } = paragraph;
    const [first] = blocks;
    const single = blocks.length === 1 && first?.type === "text" ? first : undefined;
    return yaml.fields({
      id,
      text: single ? yaml.text(printInline(single.text)) : undefined,
      blocks: single ? undefined : yaml.list(this.blocks(blocks, id)),
      children: children.length === 0 ? undefined : yaml.list(children.map((child) => this.paragraph(child))),
      tail: tail === undefined ? undefined : this.segment(tail, `${id}.tail`),
      ending: ending === undefined ? undefined : yaml.quoted(ending),
    });
  }

  /** Ids that the reader gives out by itself are not printed. */
  private blocks(blocks: readonly ParagraphBlock[], id: string): YAMLMap[] {
    const { yaml } = this;
    const count = { text: 0, item: 0, quote: 0 };
    return blocks.map((block) => {
      if (block.type === "list") {
        const items = block.items.map((item) => {
          count.item += 1;
          return this.segment(item, `${id}.${count.item}`);
        });
        return yaml.fields({ list: yaml.list(items) });
      }
      const text = yaml.text(printInline(block.text));
      if (block.type === "quote") {
        count.quote += 1;
        return yaml.fields({ quote: this.segment(block, `${id}.q${count.quote}`) });
      }
      count.text += 1;
      const given = count.text === 1 ? id : `${id}.t${count.text}`;
      return yaml.fields({ id: block.id === given ? undefined : block.id, text });
    });
  }

  private segment(segment: Segment, given: string): unknown {
    const text = this.yaml.text(printInline(segment.text));
    return segment.id === given ? text : this.yaml.fields({ id: segment.id, text });
  }
}
