/** The public API: build and check works in a world of the caller's making, and the types that go in and out. */
export { libraries, version } from "./about.ts";
export { translationStatus, type WorkStatus } from "./exchange/translation-status.ts";
export { type BuildRequest, type Built, type BuiltWork, build, type Progress } from "./making/build.ts";
export { type CheckReport, type CheckRequest, check } from "./making/check.ts";
export {
  type FilesOfState,
  fileName,
  type Manifest,
  type ManifestFile,
  parseManifest,
  printManifest,
} from "./making/manifest.ts";
export { mergeManifests } from "./making/manifest-history.ts";
export type { LeftOut } from "./making/plan.ts";
export { type Code, codes } from "./report/codes.ts";
export { type Checked, type Diagnostic, hasErrors, type Place, type Severity } from "./report/diagnostic.ts";
export { countDiagnostics, distinctDiagnostics, printDiagnostics, sortDiagnostics } from "./report/print.ts";
export type { World } from "./world.ts";
