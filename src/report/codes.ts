/** The table of every diagnostic code with the sentence that explains it; the manual prints it. */

export const codes = {
  // files
  "file-missing": "A file that is needed is not there.",
  "file-too-large": "An input file is over the size limit.",
  "file-encoding": "A file is not valid UTF-8 text.",
  "path-outside": "A path leads out of the work folder or the output folder.",
  "output-not-writable": "The output folder cannot be written.",
  "write-failed": "Writing stopped half-way (disk full, for example); what was there before is unchanged.",
  // source
  "yaml-syntax": "The YAML of a file cannot be read.",
  "unknown-field": "A field has a name that does not exist here.",
  "missing-field": "A field that is needed is missing.",
  "wrong-type": "A value is of the wrong kind.",
  "unquoted-number": "A value such as 1.10 was read as a number because it has no quotation marks.",
  "duplicate-id": "Two things carry the same id.",
  "invalid-id": "An id has characters that ids must not have.",
  "dangling-reference": "A cross-reference or a footnote call points to nothing.",
  "inline-syntax": "The marks inside a text are not closed or not known.",
  "control-character": "A text holds a character that cannot be printed.",
  "stage-unknown": "The stage asked for is not in the work.",
  "work-unknown": "The work asked for does not exist.",
  // languages
  "language-unknown": "There is no locale for the language asked for.",
  "translation-missing": "A paragraph has no translation in a language.",
  "translation-stale": "A translation was made from a text that has changed since.",
  "locale-key-missing": "A locale lacks a phrase that is needed.",
  "locale-value-missing": "A phrase has a blank that was not given a value.",
  "locale-syntax": "A locale file cannot be read.",
  "phrase-to-review": "A phrase is ours and waits for a look by the secretariat.",
  // templates and houses
  "template-syntax": "A template is not well formed.",
  "template-element": "A template uses an element or attribute that does not exist.",
  "template-helper": "A template uses a helper that does not exist.",
  "template-field": "A template asks for a field that the view does not have.",
  "style-unknown": "A template uses a style that the house does not define.",
  "house-unknown": "The house style asked for does not exist.",
  "house-syntax": "A house style file cannot be read or holds a wrong value.",
  // rendering
  "glyph-missing": "A character is in none of the fonts of the house.",
  "font-missing": "A font file cannot be found.",
  "lone-surrogate": "A text holds half a character.",
  "word-too-long": "A word is too long to be set.",
  "nesting-too-deep": "Something is nested too deep.",
  "link-refused": "A link has an address that is not allowed in a document.",
  "line-lost": "A line did not arrive on any page.",
  "language-not-in-pdf": "This language cannot be made as PDF.",
  "docx-invalid": "A Word file did not pass our own check.",
  // good drafting
  "opening-words": "A paragraph does not begin with marked opening words.",
  "also-chain": "Two neighbouring paragraphs begin with the same words.",
  "double-space": "Two spaces stand where one belongs.",
  "trailing-space": "A text ends with a space.",
  "quotation-marks": "Quotation marks are not those of the language.",
  "closing-punctuation": "A text carries the closing sign that is put in automatically.",
  abbreviation: "An abbreviation is used before its full name.",
  "range-hyphen": "A range of numbers is written with a hyphen.",
  "repeated-paragraph": "Two paragraphs have the same text.",
  "symbol-grammar": "A symbol does not look like those of the organization.",
  // import and verify
  "import-unread": "A piece of the imported text was not understood; it was kept.",
  "import-number": "A number in the imported text does not follow the one before.",
  "work-exists": "The work to be made is there already.",
  "manifest-mismatch": "A file is not the one that the manifest lists.",
  "manifest-missing": "There is no manifest to check against.",
} as const;

export type Code = keyof typeof codes;
