/** Tells lists of amendments from what else lies in their folder, and says why that is not read. */
import type { Diagnostic } from "../report/diagnostic.ts";

/** Whether an entry of the folder is a list; folders end in a slash. */
export function isList(name: string): boolean {
  return /^[^.].*\.yaml$/.test(name);
}

/** What is said of an entry that is no list; undefined for what editors and systems leave lying about. */
export function unreadFile(folder: string, name: string): Diagnostic | undefined {
  if (/^\.|~$|^#.*#$|^(?:thumbs\.db|desktop\.ini)$/i.test(name)) return undefined;
  const work = folder.split("/")[1] ?? "";
  const [why, hint] = reasonOf(name, work);
  const file = `${folder}/${name.replace(/\/$/, "")}`;
  return {
    code: "file-unread",
    severity: "warning",
    message: `${why}, so no amendment in it counts.`,
    place: { file, line: 1, column: 1 },
    hint,
  };
}

function reasonOf(name: string, work: string): [why: string, hint: string] {
  if (name.endsWith("/"))
    return [
      "This folder is not read: lists of amendments lie in `amendments` itself",
      "Move its lists up into `amendments`; if they are old, move the folder out of it.",
    ];
  const stem = /^(.+?)\.ya?ml(?:\.[a-z0-9]+)?$/i.exec(name)?.[1];
  const endings = "This file is not read: names of lists of amendments end in .yaml";
  if (stem !== undefined)
    return [endings, `Rename it to ${stem}.yaml; if it is no list, move it out of the folder.`];
  return [
    endings,
    `Type what it says into a list (hemicycle amend ${work} start makes one where there is none), and move it out of the folder.`,
  ];
}
