import { buildKeySupport } from "./build-key-support";
import type { KeySupportTable } from "./key-support";
import { serviceKeySupport } from "./service-key-support";
import { topLevelKeySupport } from "./top-level-key-support";

/** What becomes of each key of the Compose Specification, by its path; `*` stands for names of the user's. */
export const keySupport: KeySupportTable = {
  ...topLevelKeySupport,
  ...under("services.*", serviceKeySupport),
};

/** The same where images are built. */
export const keySupportWithBuilds: KeySupportTable = {
  ...keySupport,
  "services.*.build": { does: "the image is built on the cluster's first node, and pushed to its registry" },
  ...under("services.*.build", buildKeySupport),
};

function under(path: string, table: KeySupportTable): KeySupportTable {
  return Object.fromEntries(Object.entries(table).map(([key, support]) => [`${path}.${key}`, support]));
}
