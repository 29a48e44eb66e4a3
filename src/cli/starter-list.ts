/** The list that amendments are typed into: valid as it stands, with an example of each kind behind a comment sign. */

/** `languages`: those that every amendment is wanted in, the one that they are written in first. */
export function starterList(work: string, stage: string, languages: readonly string[]): string {
  const [own = "en", ...others] = languages;
  const both = (text: string, indent: string): string =>
    [`${indent}${own}: ${text}`, ...others.map((code) => `${indent}${code}: …`)].join("\n");
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
${both("[{ find: some words, put: other words }]", "#     ").replaceAll(": …", ": [{ find: …, put: … }]")}

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
${both("[{ find: progress, put: little progress }]", "#     ").replaceAll(": …", ": [{ find: …, put: … }]")}
`;
}
