import type { Engine, Node, SystemInfo } from "../../../engine";
import { attributeError } from "../../schema";
import type { UnnotedCall } from "../define";
import { betweenQuestions } from "./election";
import { leaveSwarm } from "./leave-swarm";
import type { Manager } from "./manager-probe";
import { demote } from "./managers-set";
import { inTurn } from "./membership";
import { isManager, isReachable, nodesOf, untilNode } from "./node-wait";

export interface Joining {
  /** Address of the node's own engine. */
  readonly url: string;
  readonly role: "worker" | "manager";
  readonly advertise_addr: string | undefined;
  readonly data_path_addr: string | undefined;
  readonly listen_addr: string;
  readonly availability: "active" | "pause" | "drain";
  /** The node that the engine was when this configuration saw it last. @default - none */
  readonly was?: string;
}

type Membership = NonNullable<SystemInfo["Swarm"]>;

/** Id of the engine's node in the manager's swarm: it joins where it is none, after it has left what it was in before. */
export async function member(call: UnnotedCall, manager: Manager, wanted: Joining): Promise<string> {
  const { engines, signal } = call;
  const engine = engines.at(wanted.url);
  const [there, nodes] = await Promise.all([settled(engine, signal), nodesOf(manager, signal)]);
  const listed = nodes.find(({ ID }) => ID === there.NodeID);
  if (listed && isIn(there) && there.LocalNodeState !== "error") return listed.ID;
  if (isIn(there) && !isOurs(there, nodes, wanted)) throw inAnotherSwarm(wanted.url, there);
  // First out of the swarm, then away: a manager that leaves while it counts would take the quorum along.
  for (const former of nodes.filter((node) => isFormer(node, wanted))) await forget(manager, former, signal);
  if (isIn(there)) await leaveSwarm(engine, { force: true, signal });
  if (wanted.role === "worker") return joined(call, manager, wanted, nodes);
  return inTurn(manager.swarm.ID, "adds", async () => {
    const id = await joined(call, manager, wanted, nodes);
    await untilNode(manager, id, "is reached as a manager", isReachable, signal);
    return id;
  });
}

async function joined(
  { engines, signal }: UnnotedCall,
  { swarm }: Manager,
  wanted: Joining,
  nodes: readonly Node[],
): Promise<string> {
  const engine = engines.at(wanted.url);
  const token = wanted.role === "manager" ? swarm.JoinTokens.Manager : swarm.JoinTokens.Worker;
  const request = {
    ListenAddr: wanted.listen_addr,
    AdvertiseAddr: wanted.advertise_addr,
    DataPathAddr: wanted.data_path_addr,
    RemoteAddrs: nodes.filter(isReachable).flatMap(({ ManagerStatus }) => ManagerStatus?.Addr ?? []),
    JoinToken: token ?? undefined,
    // The engine takes it, though its specification does not say so.
    Availability: wanted.availability,
  };
  await engine.swarm.join(request, { signal });
  return (await engine.system.info({ signal })).Swarm?.NodeID ?? "";
}

/** An engine that has just started, or was left in the middle of a join, needs this long at most to know what it is. */
const LONGEST_PENDING_MS = 20_000;

async function settled(engine: Engine, signal: AbortSignal): Promise<Membership> {
  const deadline = Date.now() + LONGEST_PENDING_MS;
  for (;;) {
    const { Swarm = {} } = await engine.system.info({ signal });
    if (Swarm?.LocalNodeState !== "pending" || Date.now() > deadline) return Swarm ?? {};
    await betweenQuestions(signal);
  }
}

const isIn = ({ LocalNodeState }: Membership): boolean => Boolean(LocalNodeState) && LocalNodeState !== "inactive";

/** Whether what the engine is in is this swarm, which has removed it, or one that this configuration put it in. */
const isOurs = ({ NodeID, RemoteManagers }: Membership, nodes: readonly Node[], { was }: Joining): boolean =>
  (was !== undefined && (NodeID === was || !NodeID)) ||
  (RemoteManagers ?? []).some((peer) => nodes.some(({ ID }) => ID === peer.NodeID));

/** What the engine was in the swarm before it lost its data. */
const isFormer = ({ ID }: Node, { was }: Joining): boolean => ID === was;

/** Takes a node that is no more out of the swarm. */
export async function forget(manager: Manager, node: Node, signal: AbortSignal): Promise<void> {
  if (isManager(node)) await demote(manager, node, signal);
  await manager.engine.nodes.tryRemove(node.ID, { force: true, signal });
}

function inAnotherSwarm(url: string, { RemoteManagers }: Membership) {
  const managers = (RemoteManagers ?? []).flatMap(({ Addr }) => Addr ?? []).join(", ");
  return attributeError(
    ["engine"],
    `${url} is in another swarm${managers ? ` (its managers: ${managers})` : ""}, which this configuration did not put it in`,
    "It was left untouched. Where it is not needed there, let it leave: `docker swarm leave` on that engine, with `--force` where it is a manager.",
  );
}
