import type { Fates } from "./fate";
import { serviceFates } from "./service-fates";
import { topLevelFates } from "./top-level-fates";

/** What becomes of each key of the Compose Specification, by its path; `*` stands for names of the user's. */
export const fates: Fates = {
  ...topLevelFates,
  ...Object.fromEntries(Object.entries(serviceFates).map(([path, fate]) => [`services.*.${path}`, fate])),
};
