/** The options that every command has. */

export interface CommonOptions {
  json?: boolean;
  /** The project folder; the current one when left out. */
  project?: string;
}
