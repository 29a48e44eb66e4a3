/** What was worked out of the program's own templates, houses and locales when it was bundled; nothing of it here, in the source. */
import type { PreparedTemplates } from "../compose/render-templates.ts";
import type { HouseStyle } from "../document/house.ts";

export interface Prepared {
  /** Hash of the folder `templates` that the houses and their templates were read from. */
  templates?: string;
  houses?: Record<string, { style: HouseStyle; templates: PreparedTemplates }>;
  /** Languages without a finding, each as the hashes of its folder and of the one it was held against. */
  locales: readonly string[];
}

/** The bundle has its own in place of this. */
export const prepared: Prepared = { locales: [] };
