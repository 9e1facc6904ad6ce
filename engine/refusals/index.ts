import { absentObjects } from "./absences";
import { client } from "./client";
import { containers } from "./containers";
import { objects } from "./objects";
import { programs } from "./programs";
import type { Refusal } from "./refusal";
import { registries } from "./registries";
import { statuses } from "./statuses";
import { swarms } from "./swarms";

export type { Meaning, Refusal } from "./refusal";
export { statuses, unforeseen } from "./statuses";

/** The one table of what engines say where they refuse something: the first row that fits counts. */
export const refusals: readonly Refusal[] = [
  ...client,
  ...absentObjects,
  ...objects,
  ...programs,
  ...swarms,
  ...containers,
  ...registries,
  ...statuses,
];
