import { nearest } from "../constructs/compose/problems/suggest";

/** The stage that somebody meant by another name: `Stage1`, `1`, `stagee1`. */
export function meantStage<Name extends string>(name: string, stages: readonly Name[]): Name | undefined {
  const folded = name.toLowerCase();
  const same = stages.find((stage) => [stage, stage.replace(/^stage/, "")].includes(folded.replace(/[^a-z0-9]/g, "")));
  // Another number is no slip of the hand.
  if (same !== undefined || /^stage\d+$/.test(folded)) return same;
  return nearest(name, stages) as Name | undefined;
}
