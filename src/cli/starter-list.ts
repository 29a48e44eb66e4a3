/** The list that amendments are typed into: valid as it stands, with an example of each kind behind a comment sign. */

/** `languages`: those that every amendment is wanted in, the one that they are written in first. */
export function starterList(work: string, stage: string, languages: readonly string[]): string {
  const [own = "en", ...others] = languages;
  const both = (text: string, indent: string): string =>
    [`${indent}${own}: ${text}`, ...others.map((code) => `${indent}${code}: …`)].join("\n");
  const last = languages.at(-1) ?? own;
  const pairs = (pair: string, indent: string): string =>
    both(`[${pair}]`, indent).replaceAll(": …", ": [{ find: …, put: … }]");
  return `# yaml-language-server: $schema=../../../schema/amendments.schema.json
# Amendments to the stage "${stage}" of the work "${work}". Lines that begin with # are notes for you; Hemicycle does not read them.
# When something is typed: hemicycle amend ${work} list shows what does not fit, and who is in whose way.

# Numbers and words below are those of this stage.
stage: ${stage}
# Day on which they came in; an amendment may say a day of its own, in the same words.
# received: 2025-03-21
# The languages that every amendment is wanted in, the one that they are written in first.
language: ${own}
languages: [${languages.join(", ")}]

# One entry an amendment, in the order of receipt. An id is given once and never used again, also when the amendment is withdrawn.
# To use an example, take the # and the space after it away from its lines.
amendments:

# Other words in the place of some; { delete: some words } takes them out, { after: some words, put: more words } adds to them.
# - id: am-001
#   submitters: [CA]            # codes of countries; also { group: african }, { body: women }
#   received: 2025-03-21
#   on: PP1                     # PP1, OP3, OP3(a) or title
#   amend:
${pairs("{ find: some words, put: other words }", "#     ")}

# The whole paragraph in another wording.
# - id: am-002
#   submitters: [CU]
#   received: 2025-03-21
#   on: PP1
#   replace:
${both("_Reaffirming_ its commitment", "#     ")}

# A paragraph out.
# - { id: am-003, submitters: [IN], received: 2025-03-21, on: PP1, delete: yes }

# A new paragraph; also before: OP3, or at: start of preamble, end of operative part.
# - id: am-004
#   submitters: [MA, ES]
#   received: 2025-03-21
#   add:
#     after: PP1
#     text:
${both("_Noting_ the progress made", "#       ")}

# A paragraph to another place.
# - { id: am-005, submitters: [SE], received: 2025-03-21, on: OP1, move: { at: end of operative part } }

# A sub-amendment: it speaks of the words of the amendment that it names.
# - id: am-006
#   to: am-004
#   submitters: [JP]
#   received: 2025-03-21
#   amend:
${pairs("{ find: progress, put: little progress }", "#     ")}

# A paragraph out of two: OP1 takes this text, OP2 goes.
# - id: am-007
#   submitters: [JP]
#   received: 2025-03-21
#   on: OP1
#   merge:
#     with: [OP2]
#     text:
${both("_Calls on_ parliaments to act together", "#       ")}

# Two paragraphs out of one: OP1 keeps the first text.
# - id: am-008
#   submitters: [IN]
#   received: 2025-03-21
#   on: OP1
#   split:
#     text:
${both("[_Calls on_ parliaments to act, _Also calls on_ parliaments to report]", "#       ").replaceAll(": …", ": […, …]")}

# A new sub-paragraph; after: OP2(a) puts it beside one.
# - id: am-009
#   submitters: [ES]
#   received: 2025-03-21
#   add:
#     at: end of OP2
#     text:
${both("measure what has been done", "#       ")}

# A sub-paragraph out; an item of a list goes by its id, such as on: op03.1.
# - { id: am-010, submitters: [CA], received: 2025-03-21, on: OP2(a), delete: yes }

# The title in another wording; words of it are changed as in the first example, with on: title.
# - id: am-011
#   submitters: [CH]
#   received: 2025-03-21
#   retitle:
${both("Another title", "#     ")}

# A correction of some language versions only.
# - id: am-012
#   submitters: [FR]
#   received: 2025-03-21
#   only: [${last}]
#   on: PP1
#   amend:
#     ${last}: [{ find: ${last === own ? "some words" : "…"}, put: ${last === own ? "more words" : "…"} }]

# A footnote: the text calls it by a name of its own, and notes: says its words.
# - id: am-013
#   submitters: [CL]
#   received: 2025-03-21
#   add:
#     after: PP1
#     text:
${both("_Noting_ the report on water[^am-013.n1]", "#       ").replaceAll(": …", ": …[^am-013.n1]")}
#   notes:
#     am-013.n1:
${both("World Health Organization, 2023", "#       ")}

# What was decided: hemicycle amend ${work} decide am-001 accepted … writes it here. When an amendment is accepted in other words and no
# sub-amendment has them, type the decision with result: as it stands here.
# - id: am-014
#   submitters: [BR]
#   received: 2025-03-21
#   on: PP1
#   amend:
${pairs("{ find: some words, put: many words }", "#     ")}
#   decision:
#     outcome: accepted-as-amended
#     body: drafting-committee
#     date: 2025-04-06
#     result:
#       amend:
${pairs("{ find: some words, put: a few words }", "#         ")}
`;
}
