import { Annotations } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * Warns of a number of managers that survives no more losses than one fewer: a swarm needs more than half of them.
 *
 * Source: https://docs.docker.com/engine/swarm/raft/
 */
export function warnOfEvenManagers(construct: IConstruct, managers: number): void {
  if (managers % 2 !== 0) return;
  const losses = managers / 2 - 1;
  Annotations.of(construct).addWarning(
    `${managers} managers survive the loss of ${losses === 0 ? "none" : losses}; use ${managers + 1}`,
  );
}
