import type { Stage } from "./stage";
import { stage1 } from "./stage1";
import { stage2 } from "./stage2";
import { stage3 } from "./stage3";
import { stage4 } from "./stage4";

/** The stages, each after those that it stands on: what main.ts, `./lab` and the offline mirror go by. */
export const stages = { stage1, stage2, stage3, stage4 } as const satisfies Readonly<Record<string, Stage>>;

export type StageName = keyof typeof stages;

/** Every image that a stage pulls. */
export type ImageName = (typeof stages)[StageName]["images"][number];
