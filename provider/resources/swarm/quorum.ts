/** A manager as the swarm sees it. */
export interface ManagerSeen {
  readonly id: string;
  readonly hostname: string;
  readonly reachable: boolean;
}

/** How many of `managers` must reach each other for the swarm to take any change: more than half. */
export const quorumOf = (managers: number): number => Math.floor(managers / 2) + 1;

/** Why a manager must not stop being one. */
export type QuorumLoss =
  /** It is the only one. */
  | { readonly kind: "sole" }
  /** Of those that stay, too few are reachable. */
  | { readonly kind: "too-few"; readonly stay: readonly ManagerSeen[]; readonly needed: number };

/**
 * What the swarm would lose if `id` stopped being a manager; undefined where that is safe.
 * Source: https://docs.docker.com/engine/swarm/admin_guide/#maintain-the-quorum-of-managers
 */
export function quorumLoss(managers: readonly ManagerSeen[], id: string): QuorumLoss | undefined {
  const stay = managers.filter((manager) => manager.id !== id);
  if (stay.length === 0) return { kind: "sole" };
  const needed = quorumOf(stay.length);
  return stay.filter(({ reachable }) => reachable).length < needed ? { kind: "too-few", stay, needed } : undefined;
}
