import type { Node, NodeSpec } from "../../engine";
import { isEngineError } from "../../engine";
import { toLabelRecord } from "../../formats/labels";
import { type Config, type Observed, type State, string, stringList } from "../schema";
import { oneOf } from "../schema/validators";
import { defineResource, type UnnotedCall } from "./define";
import { askedLabels, labelBlocks } from "./labels";
import type { NothingLeft } from "./leftover";
import { splitAddresses } from "./swarm";
import { validateAddress } from "./swarm/addresses";
import { againWithAnother } from "./swarm/again";
import { changeNode, isSameSpec } from "./swarm/change";
import { member } from "./swarm/join";
import { engineOfNode, takeOut } from "./swarm/leave";
import { leaveSwarm } from "./swarm/leave-swarm";
import type { Manager } from "./swarm/manager-probe";
import { isLost, isStopped, managerOf, noManager, tryManager } from "./swarm/managers";
import { demote, promote } from "./swarm/managers-set";
import { isReady, nodeOf, untilNode, untilWorker } from "./swarm/node-wait";
import { startedEngine } from "./swarm/started";
import { unknownAt } from "./swarm/unknown-at";

const whenItJoins = "Counts when the node joins; another value lets it leave and join again.";

const schema = {
  id: string({ computed: true, doc: "The node's id in the swarm." }),
  managers: stringList({
    required: true,
    doc: "Addresses of the managers' engines; the first that answers is asked. The node's own may be among them.",
  }),
  swarm: string({
    optional: true,
    computed: true,
    doc: "Id of the swarm (`docker_swarm.….id`). A node of another one leaves that and joins this. Default: the swarm that the managers are in.",
  }),
  role: string({
    optional: true,
    default: "worker",
    validate: oneOf("worker", "manager"),
    doc: "`worker` or `manager`; a change promotes or demotes the node in place. Default: `worker`.",
  }),
  availability: string({
    optional: true,
    default: "active",
    validate: oneOf("active", "pause", "drain"),
    doc: "`active`, `pause` (no new tasks) or `drain` (its tasks go elsewhere). A change is made in place. Default: `active`.",
  }),
  labels: labelBlocks("Label of the node, for placement constraints (`node.labels.…`). A change is made in place."),
  advertise_addr: string({
    optional: true,
    forceNew: true,
    validate: validateAddress,
    doc: `Address (or interface, with or without port) under which the others reach the node. Default: the engine's choice where it has only one. ${whenItJoins}`,
  }),
  listen_addr: string({
    optional: true,
    forceNew: true,
    default: "0.0.0.0:2377",
    validate: validateAddress,
    doc: `Address on which the node listens for the others while it is a manager. Default: \`0.0.0.0:2377\`. ${whenItJoins}`,
  }),
  data_path_addr: string({
    optional: true,
    forceNew: true,
    validate: validateAddress,
    doc: `Address (or interface) for the traffic of the node's containers. Default: that of \`advertise_addr\`. ${whenItJoins}`,
  }),
  incarnation: string({
    optional: true,
    doc: "What the engine runs on, a container's id for instance: after a change it is waited for until the node is ready again.",
  }),
  hostname: string({ computed: true, doc: "The node's hostname." }),
  address: string({ computed: true, doc: "Address under which the managers know the node." }),
  status: string({
    computed: true,
    doc: "`ready`; `down`, `disconnected` or `unknown` as the managers say; `absent` where its container is gone, `stopped` where that does not run, `left` where its engine is in no swarm or another; `lost` where its swarm is. An apply brings back a node that is not ready.",
  }),
} as const;

type Asked = Config<typeof schema>;
type Known = State<typeof schema>;

const leftover: NothingLeft = {
  nothing:
    "what a killed run joined is the engine's membership, no object: the next apply finds it; an engine in a container takes it along, another is told by `docker swarm leave`",
};

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Node */
export const swarmNode = defineResource({
  type: "docker_swarm_node",
  leftover,
  doc: "An engine's membership in a swarm. It joins with a token that is fetched from a manager at that moment and kept nowhere.",
  schema,
  imports: (addresses, engine) => {
    const all = splitAddresses(addresses) as [string, ...string[]];
    const [first, ...managers] = engine === undefined ? all : [engine, ...all];
    return { engine: first, managers: managers.length > 0 ? managers : [first] };
  },

  plan({ prior, planned }) {
    if (!prior) return;
    const anew = prior.status !== "ready" || planned.swarm !== prior.swarm || planned.incarnation !== prior.incarnation;
    return { planned: { ...planned, ...unknownAt(anew ? ["id", "hostname", "address", "status"] : []) } };
  },

  create: (call) => againWithAnother(() => belong(call, call.planned, undefined), call.signal),

  async read({ state, asked, engine, engines, signal }) {
    const wanted = { urls: state.managers, id: state.swarm };
    const { manager, others } = await tryManager(engines, wanted, signal);
    if (!manager) {
      if (!asked) throw noManager(wanted, others);
      if (isLost(others)) return { ...state, status: "lost" };
      if (others.some(({ kind }) => kind === "leaderless")) return { ...state, status: "unknown" };
      if (!others.some(isStopped)) throw noManager(wanted, others);
      return { ...state, status: "unknown" };
    }
    const id = asked?.id ?? (await engine.system.info({ signal })).Swarm?.NodeID ?? "";
    const found = await nodeOf(manager, id, signal);
    return found && fromEngine(manager, found, await statusOf(engine, found, signal));
  },

  update: (call) => againWithAnother(() => belong(call, call.planned, call.state), call.signal),
  delete: (call) => againWithAnother(() => part(call), call.signal),
});

/** Takes the node out of the swarm; of a swarm that is lost, the engine alone is told. */
async function part(call: UnnotedCall & { readonly state: Known }): Promise<void> {
  const { state, engines, engine, signal } = call;
  const others = state.managers.filter((url) => url !== engine.url);
  const wanted = { urls: [...others, ...state.managers], id: state.swarm };
  const { manager, others: seen } = await tryManager(engines, wanted, signal);
  const own = await engineOfNode(call, engine.url, state.id);
  if (manager) return takeOut(call, manager, state.id, own);
  if (!isLost(seen)) throw noManager(wanted, seen);
  if (own) await leaveSwarm(own, { force: true, signal });
}

/** Makes the engine the node that is asked for, whatever it is now. */
async function belong(
  call: UnnotedCall & { made(state: Observed<typeof schema>): void },
  planned: Asked,
  state: Known | undefined,
): Promise<Observed<typeof schema>> {
  const { engines, engine, made, signal } = call;
  await startedEngine(engines, engine.url, signal);
  const manager = await managerOf(engines, { urls: planned.managers, id: planned.swarm }, signal);
  const role = planned.role as "worker" | "manager";
  const id = await member(call, manager, {
    url: engine.url,
    role,
    advertise_addr: planned.advertise_addr,
    data_path_addr: planned.data_path_addr,
    listen_addr: planned.listen_addr,
    availability: planned.availability as Availability,
    was: state?.id,
  });
  made({ id, swarm: manager.swarm.ID });
  const node = await untilNode(manager, id, "is in the swarm", () => true, signal);
  if (role === "manager" && node.Spec.Role !== "manager") await promote(manager, id, signal);
  if (role === "worker" && node.Spec.Role === "manager") await demote(manager, node, signal);
  if (role === "worker") await untilWorker(engine, signal);
  const wanted = (there: NodeSpec) => specOf(there, planned, state);
  if (!isSameSpec(node.Spec, wanted(node.Spec as NodeSpec))) await changeNode(manager, id, wanted, signal);
  const ready = await untilNode(manager, id, "is ready", isReady, signal);
  return fromEngine(manager, ready, "ready");
}

type Availability = "active" | "pause" | "drain";

/** Labels that nobody asked for stay, as does the role, which is changed in turn with the others'. */
function specOf(there: NodeSpec, { availability, labels }: Asked, state: Known | undefined): NodeSpec {
  const dropped = new Set(state?.labels.map(({ label }) => label));
  const kept = Object.entries(there.Labels ?? {}).filter(([label]) => !dropped.has(label));
  return {
    ...there,
    Availability: availability as Availability,
    Labels: { ...Object.fromEntries(kept), ...toLabelRecord(labels) },
  };
}

/** What the managers say; what the node's own engine says, where that tells more. */
async function statusOf(engine: UnnotedCall["engine"], found: Node, signal: AbortSignal): Promise<string> {
  try {
    const { Swarm } = await engine.system.info({ signal });
    const isIn = Swarm?.NodeID === found.ID && Swarm.LocalNodeState !== "inactive";
    return isIn ? (found.Status.State ?? "unknown") : "left";
  } catch (error) {
    if (isEngineError(error, "container-absent")) return "absent";
    if (isEngineError(error, "container-stopped")) return "stopped";
    if (isEngineError(error, "refused", "unreachable", "unresponsive", "connection-lost")) return "disconnected";
    throw error;
  }
}

function fromEngine(manager: Manager, found: Node, status: string): Observed<typeof schema> {
  return {
    id: found.ID,
    swarm: manager.swarm.ID,
    role: found.Spec.Role as string,
    availability: found.Spec.Availability as string,
    labels: askedLabels(found.Spec.Labels as Record<string, string> | null),
    hostname: found.Description.Hostname ?? undefined,
    address: found.Status.Addr ?? undefined,
    status,
  };
}
