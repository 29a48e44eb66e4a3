/** Names of works as people type them: also as the path of their folder, as a shell completes it. */

/** `resolutions/122-organized-crime/` is the work `122-organized-crime`; no names at all: every work. */
export function namedWorks(words: readonly string[]): string[] | undefined {
  if (words.length === 0) return undefined;
  const names = words.map((word) =>
    word.replace(/^(\.\/)?resolutions\//, "").replace(/\/(resolution\.yaml)?$/, ""),
  );
  return [...new Set(names)];
}

/** What to say where there is nothing to work on. */
export const noWorks = "There are no works in resolutions/ yet; hemicycle init <work> makes one.\n";
