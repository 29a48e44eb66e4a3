/** What a manifest keeps of the builds before: files that stand as they were made, from the same state of things or an earlier one. */
import type { FilesOfState, Manifest, ManifestFile } from "./manifest.ts";

/** A document that was to be made and was not; no format: in none. */
interface NotMade {
  language: string;
  format?: "pdf" | "docx";
}

/** One file with what it was made from. */
interface Entry {
  state: FilesOfState;
  file: ManifestFile;
}

/**
 * `made`, with the files of `before` that were not made anew. Those from the very same source, templates, locales and versions stand
 * with the new ones: asking for one format or language does not forget the others. Those from anything else are `earlier`, unless
 * they are a document that was made anew in another format or that is `leftOut` now: beside the new ones they would mislead.
 * The result depends on which files there are, not on the order of the builds that made them.
 */
export function mergeManifests(
  before: Manifest | undefined,
  made: Manifest,
  leftOut: readonly NotMade[] = [],
): Manifest {
  const names = new Set(made.files.map((f) => f.name));
  const kept = entriesOf(before).filter(({ file }) => !names.has(file.name));
  const locales: Record<string, string> = { ...made.locales };
  const isNow = ({ state, file: { language } }: Entry): boolean => {
    if (!sameState(state, made)) return false;
    const locale = state.locales[language] ?? "";
    locales[language] ??= locale;
    return locales[language] === locale;
  };
  const now = kept.filter(isNow);
  const earlier = kept.filter((entry) => !now.includes(entry) && !isOutdone(entry.file, made, leftOut));
  const files = [...made.files, ...now.map(({ file }) => file)];
  const spoken = new Set(files.map((f) => f.language));
  const { earlier: _, ...rest } = made;
  return {
    ...rest,
    locales: Object.fromEntries(Object.entries(locales).filter(([language]) => spoken.has(language))),
    files,
    ...(earlier.length > 0 ? { earlier: grouped(earlier) } : {}),
  };
}

/** The manifest without the files that are not `there` any more. */
export function withoutLost(manifest: Manifest, there: (name: string) => boolean): Manifest {
  const { earlier = [], ...now } = manifest;
  const found = <T extends FilesOfState>(state: T): T => ({
    ...state,
    files: state.files.filter((f) => there(f.name)),
  });
  return { ...found(now), earlier: earlier.map(found) };
}

function entriesOf(manifest: Manifest | undefined): Entry[] {
  if (!manifest) return [];
  return [manifest, ...(manifest.earlier ?? [])].flatMap((state) =>
    state.files.map((file) => ({ state, file })),
  );
}

/** Whether two files come from the same things, languages apart. */
function sameState(one: FilesOfState, other: FilesOfState): boolean {
  const versions = ({ libraries }: FilesOfState): string => JSON.stringify(Object.entries(libraries).sort());
  const keys = ["hemicycle", "source", "house", "templates"] as const;
  return keys.every((k) => one[k] === other[k]) && versions(one) === versions(other);
}

/** Whether the document was made anew in another format, or should have been made anew and is left out. */
function isOutdone(file: ManifestFile, made: Manifest, leftOut: readonly NotMade[]): boolean {
  const printed = file.format === "lines" ? "pdf" : file.format;
  const wanted = leftOut.some(
    ({ language, format = printed }) => language === file.language && format === printed,
  );
  return made.files.some(
    (f) =>
      documentOf(f.name) === documentOf(file.name) ||
      (wanted && f.stage === file.stage && f.kind === file.kind),
  );
}

/** `C-I-122-DR-Pre-en`, whatever the format. */
function documentOf(name: string): string {
  return name.replace(/-lines\.json$|\.[a-z]+$/, "");
}

/** Files from the same state together, in the order of the first name of each. */
function grouped(entries: readonly Entry[]): FilesOfState[] {
  const groups: FilesOfState[] = [];
  for (const { state, file } of [...entries].sort((a, b) => (a.file.name < b.file.name ? -1 : 1))) {
    const locale = state.locales[file.language] ?? "";
    const fits = (g: FilesOfState): boolean =>
      sameState(g, state) && (g.locales[file.language] ?? locale) === locale;
    let group = groups.find(fits);
    if (!group) {
      const { hemicycle, libraries, source, house, templates } = state;
      group = { hemicycle, libraries, source, house, templates, locales: {}, files: [] };
      groups.push(group);
    }
    group.locales[file.language] = locale;
    group.files.push(file);
  }
  return groups;
}
