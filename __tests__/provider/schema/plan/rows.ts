import { blockRows } from "./block-rows";
import { collectionRows } from "./collection-rows";
import type { Row } from "./row";
import { valueRows } from "./value-rows";

export type { Row } from "./row";

/** Every rule of the planner. */
export const rows: readonly Row[] = [...valueRows, ...collectionRows, ...blockRows];
