import { buildFates } from "./build-fates";
import type { Fates } from "./fate";
import { serviceFates } from "./service-fates";
import { topLevelFates } from "./top-level-fates";

/** What becomes of each key of the Compose Specification, by its path; `*` stands for names of the user's. */
export const fates: Fates = {
  ...topLevelFates,
  ...under("services.*", serviceFates),
};

/** The same where images are built. */
export const fatesWithBuilds: Fates = {
  ...fates,
  "services.*.build": { does: "the image is built on the cluster's first node, and pushed to its registry" },
  ...under("services.*.build", buildFates),
};

function under(path: string, fates: Fates): Fates {
  return Object.fromEntries(Object.entries(fates).map(([key, fate]) => [`${path}.${key}`, fate]));
}
