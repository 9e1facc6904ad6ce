/** What each stage stands on. */
const needs = {
  stage1: [],
  stage2: [],
  stage3: [],
  stage4: ["stage3"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Stage = keyof typeof needs;

/** All stages, each after those that it needs. */
export const stages = Object.keys(needs) as Stage[];

export const isStage = (name: string): name is Stage => Object.hasOwn(needs, name);

/** The stages and all that they need, in the order in which they are deployed. */
export function withNeeds(named: readonly Stage[]): Stage[] {
  const wanted = new Set<Stage>();
  const add = (stage: Stage): void => {
    needs[stage].forEach(add);
    wanted.add(stage);
  };
  named.forEach(add);
  return stages.filter((stage) => wanted.has(stage));
}

/** The stages and all that need them, in the order in which they are destroyed. */
export function withDependents(named: readonly Stage[]): Stage[] {
  return stages.filter((stage) => withNeeds([stage]).some((need) => named.includes(need))).reverse();
}
