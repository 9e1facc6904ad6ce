import type { Node } from "../../../engine";
import { attributeError } from "../../schema";
import { changeNode, touchNode } from "./change";
import type { Manager } from "./manager-probe";
import { inTurn } from "./membership";
import { hostnameOf, isManager, isReachable, nodesOf, untilNode } from "./node-wait";
import { type ManagerSeen, type QuorumLoss, quorumLoss, quorumOf } from "./quorum";

/** Makes a node a manager, and waits until the others reach it as one. */
export const promote = (manager: Manager, id: string, signal: AbortSignal): Promise<Node> =>
  inTurn(manager.swarm.ID, "adds", async () => {
    await changeNode(manager, id, (there) => ({ ...there, Role: "manager" }), signal);
    return untilNode(manager, id, "is reached as a manager", isReachable, signal);
  });

/**
 * Makes a manager a worker, and waits until it is out of the managers.
 *
 * @returns false where it is the only one
 * @throws DiagnosticError where the swarm would lose its quorum
 */
export const tryDemote = (manager: Manager, { ID: id, ManagerStatus }: Node, signal: AbortSignal): Promise<boolean> =>
  inTurn(manager.swarm.ID, ManagerStatus?.Leader ? "takes-leader" : "takes", async () => {
    const nodes = await manager.engine.nodes.list({ signal });
    const loss = quorumLoss(nodes.filter(isManager).map(seen), id);
    if (loss?.kind === "sole") return false;
    if (loss) throw quorumError(loss, hostnameOf(nodes.find(({ ID }) => ID === id)), manager.swarm.ID);
    await changeNode(manager, id, (there) => ({ ...there, Role: "worker" }), signal);
    await untilNode(manager, id, "is a manager no more", (node) => !isManager(node), signal);
    // Raft writes down who its members are with its next entry: a manager that is killed before comes back with the old
    // list, and where it is the last one it waits for their votes for ever.
    await touchNode(manager, id, signal);
    return true;
  });

/** @throws DiagnosticError where the swarm would lose its quorum, its only manager included */
export async function demote(manager: Manager, node: Node, signal: AbortSignal): Promise<void> {
  if (!(await tryDemote(manager, node, signal)))
    throw quorumError({ kind: "sole" }, hostnameOf(node), manager.swarm.ID);
}

/** Whether enough managers reach each other: a leader that lost them goes on answering for some seconds. */
export async function hasQuorum(manager: Manager, signal: AbortSignal): Promise<boolean> {
  const managers = (await nodesOf(manager, signal)).filter(isManager);
  return managers.filter(isReachable).length >= quorumOf(managers.length);
}

/** Whether the node is a manager and no other node is one. */
export const isSole = (node: Node, nodes: readonly Node[]): boolean =>
  quorumLoss(nodes.filter(isManager).map(seen), node.ID)?.kind === "sole";

const seen = (node: Node): ManagerSeen => ({
  id: node.ID,
  hostname: hostnameOf(node),
  reachable: isReachable(node),
});

export function quorumError(loss: QuorumLoss, hostname: string, swarm: string) {
  const lost = "Without quorum nothing in it can be deployed, scaled, joined or removed; what runs goes on running.";
  if (loss.kind === "sole")
    return attributeError(
      ["role"],
      `${hostname} is the only manager of the swarm ${swarm}, which would be lost without it`,
      "Its services, secrets, configs and networks would go with it. Make another node a manager first; to end the swarm on purpose, remove `docker_swarm`.",
    );
  const names = (reachable: boolean) =>
    loss.stay.filter((manager) => manager.reachable === reachable).map((manager) => manager.hostname);
  const [up, down] = [names(true), names(false)];
  return attributeError(
    ["role"],
    `the swarm ${swarm} would lose its quorum if ${hostname} were no manager any more`,
    `Of the ${loss.stay.length} managers that stay, ${loss.needed} must be reachable; ${up.join(", ") || "none"} would be, ${down.join(", ")} would not. ${lost} Start ${down.join(", ")}, or remove ${down.length > 1 ? "them" : "it"} first. On purpose, where what is down is lost for good: \`force_new_cluster = true\` on \`docker_swarm\` goes on with one manager alone.`,
  );
}
