import { type StageName, stages as table } from "../stacks";
import type { Stage as StageUnit } from "../stacks/stage";

export type Stage = StageName;

/** All stages, each after those that it needs. */
export const stages = Object.keys(table) as Stage[];

export const isStage = (name: string): name is Stage => Object.hasOwn(table, name);

/** What is known of a stage. */
export const stageOf = (name: Stage): StageUnit => table[name];

/** Those of the stages that leave a swarm, or a stack in one. */
export const withSwarm = (names: readonly Stage[]): Stage[] =>
  names.filter((name) => stageOf(name).leaves !== "containers");

/** Those of the stages that leave a stack in the swarm of another one. */
export const withStack = (names: readonly Stage[]): Stage[] => names.filter((name) => stageOf(name).leaves === "stack");

/** The stage whose swarm a stage has its stack in. */
export const swarmOf = (name: Stage): Stage =>
  withNeeds([name]).find((need) => stageOf(need).leaves === "swarm") ?? name;

/** The stages and all that they need, in the order in which they are deployed. */
export function withNeeds(named: readonly Stage[]): Stage[] {
  const wanted = new Set<Stage>();
  const add = (stage: Stage): void => {
    const needs: readonly Stage[] = table[stage].needs;
    needs.forEach(add);
    wanted.add(stage);
  };
  named.forEach(add);
  return stages.filter((stage) => wanted.has(stage));
}

/** The stages and all that need them, in the order in which they are destroyed. */
export function withDependents(named: readonly Stage[]): Stage[] {
  return stages.filter((stage) => withNeeds([stage]).some((need) => named.includes(need))).reverse();
}
