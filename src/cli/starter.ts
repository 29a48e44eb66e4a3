/** The source that a new work starts from: valid as it stands, with a comment wherever something is to be put in. */

export function starter(work: string): string {
  return `# yaml-language-server: $schema=../../schema/resolution.schema.json
# The work "${work}". Lines that begin with # are notes for you; Hemicycle does not read them.

# Language that the text below is written in.
language: en

instrument:
  body: assembly
  session:
    number: 150
    place: { city: tashkent, country: UZ }
    from: 2025-04-05
    to: 2025-04-09
  # peace-and-security, sustainable-development or democracy-and-human-rights; leave the line out for plenary papers.
  committee: peace-and-security
  submitters:
    role: co-rapporteur
    parties:
      - person: { id: first, honorific: ms, given: Given, family: Name, country: FR }
  # The languages that documents are wanted in, the original first. Their texts go into translations/<language>.yaml.
  languages: [en]
  house: ipu

# One entry for every version of the text; the symbol is printed as it stands here.
stages:
  - { id: dr, kind: draft, symbol: C-I/150/DR, date: 2025-01-20 }

# In sentence case; capitals are made where the house wants them.
title: Title of the resolution

# Each paragraph has an id that never changes, whatever number it is given later.
# Put _underscores_ around the opening words. Leave out the comma, semicolon or full stop at the end: it is put in.
preambular:
  - id: pp01
    text: _Recalling_ what has gone before

operative:
  - id: op01
    text: _Calls on_ parliaments to act
  # Sub-paragraphs stand under "children", and what follows them under "tail":
  # - id: op02
  #   text: _Invites_ parliaments to
  #   children:
  #     - { id: op02.a, text: the first thing }
  #     - { id: op02.b, text: the second thing }
  #   tail: and to report on both
`;
}
