import type { Construct } from "constructs";
import type { LabStage } from "../constructs/lab-stage/lab-stage";
import type { StageTexts } from "../constructs/lab-stage/step";
import type { Lesson, LiveStage } from "./lesson";

/** A stage of the labs: all that the app, `./lab` and the offline mirror know of it. */
export interface Stage {
  /** Stages that it stands on. */
  readonly needs: readonly string[];
  /** Images that it pulls, as Docker Hub names them. */
  readonly images: readonly string[];
  /**
   * What it leaves on the engine: `containers`, a `swarm` whose nodes are containers, or a `stack` inside the swarm of a
   * stage that it stands on.
   */
  readonly leaves: "containers" | "swarm" | "stack";
  /** Ports of the engine's machine that it publishes, where context `ports` moves them to no others. @default - none */
  readonly publishes?: readonly number[];
  /** What of it is seen in a browser, at a port of a container. @default - nothing */
  readonly addresses?: readonly { readonly name: string; readonly port: number; readonly container: string }[];
  /** Whether anything of it is there. @default - a container with its label is */
  readonly isThere?: (live: LiveStage) => Promise<boolean>;
  /** What it declares; loaded where it is synthesized, since cdktf takes its time. */
  readonly stack: () => new (scope: Construct) => LabStage;
  /** What is said of its steps; loaded where they are shown. */
  readonly texts: () => StageTexts;
  /** What it teaches; loaded where it is verified. */
  readonly lessons: () => readonly Lesson[];
}
