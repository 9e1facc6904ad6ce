import type { Swarm, SwarmInitRequest } from "../../engine";
import { bool, type Config, number, type Observed, type State, string, stringList } from "../schema";
import { whole } from "../schema/validators";
import { defineResource } from "./define";
import type { LabelledLeftover } from "./leftover";
import { nonceAmong } from "./nonce";
import { validateAddress } from "./swarm/addresses";
import { changeSpec } from "./swarm/change";
import { establish } from "./swarm/establish";
import { ipvsWarning } from "./swarm/ipvs";
import { leaveSwarm } from "./swarm/leave-swarm";
import type { Manager, ManagerProbe } from "./swarm/manager-probe";
import { probeManager } from "./swarm/manager-probe";
import { isLost, isStopped, noManager, tell, tryManager } from "./swarm/managers";
import { hasQuorum } from "./swarm/managers-set";
import { fromSpec, settings, toSpec } from "./swarm/spec";
import { unknownAt } from "./swarm/unknown-at";

const firstManager = "Counts when the swarm is founded; another value replaces the swarm.";

const schema = {
  id: string({ computed: true, doc: "The swarm's id." }),
  managers: stringList({
    optional: true,
    doc: "Addresses of the managers' engines, like `container://node1`. The swarm is asked through the first that answers; the first of the list founds it where none of them is in it yet. Default: `engine` alone.",
  }),
  status: string({
    computed: true,
    doc: "`active`; `leaderless` where too few managers are up; `stopped` where the containers of all are; `lost` where none of `managers` is left. An apply waits until it is active, and founds a lost swarm anew.",
  }),
  advertise_addr: string({
    optional: true,
    forceNew: true,
    validate: validateAddress,
    doc: `Address (or interface, with or without port) under which the first manager is reached by the others. Default: the engine's choice where it has only one. ${firstManager}`,
  }),
  listen_addr: string({
    optional: true,
    forceNew: true,
    default: "0.0.0.0:2377",
    validate: validateAddress,
    doc: `Address on which the first manager listens for the others. Default: \`0.0.0.0:2377\`. ${firstManager}`,
  }),
  data_path_addr: string({
    optional: true,
    forceNew: true,
    validate: validateAddress,
    doc: `Address (or interface) for the containers' traffic of the first manager. Default: that of \`advertise_addr\`. ${firstManager}`,
  }),
  data_path_port: number({
    optional: true,
    forceNew: true,
    default: 4789,
    validate: whole(1024, { to: 49_151 }),
    doc: "UDP port of the overlay networks' traffic, 1024 to 49151. Default: 4789. Another value replaces the swarm.",
  }),
  default_addr_pool: stringList({
    optional: true,
    computed: true,
    forceNew: true,
    doc: "Subnets that overlay networks are taken from, in CIDR form. Default: `10.0.0.0/8`. Another value replaces the swarm.",
  }),
  subnet_size: number({
    optional: true,
    forceNew: true,
    default: 24,
    validate: whole(1, { to: 30 }),
    doc: "Prefix length of each overlay network's subnet. Default: 24. Another value replaces the swarm.",
  }),
  force_new_cluster: bool({
    optional: true,
    default: false,
    doc: "Where more than half of the managers are lost: go on with one that is left, alone. What it does not know yet is lost.",
  }),
  ...settings,
  expose_join_tokens: bool({
    optional: true,
    default: false,
    doc: "Put the join tokens into the state, sensitive. Nodes of `docker_swarm_node` do not need it. Default: false.",
  }),
  worker_join_token: string({
    computed: true,
    sensitive: true,
    doc: "What a machine joins with as a worker (`docker swarm join --token`). Null unless `expose_join_tokens`.",
  }),
  manager_join_token: string({
    computed: true,
    sensitive: true,
    doc: "What a machine joins with as a manager. Null unless `expose_join_tokens`.",
  }),
  worker_token_rotation: string({ optional: true, doc: "Any text; a change makes a new worker join token." }),
  manager_token_rotation: string({ optional: true, doc: "Any text; a change makes a new manager join token." }),
  expose_unlock_key: bool({
    optional: true,
    default: false,
    doc: "Put the unlock key of an autolocked swarm into the state, sensitive. Default: false.",
  }),
  unlock_key: string({
    computed: true,
    sensitive: true,
    doc: "What a locked manager is unlocked with (`docker swarm unlock`). Null unless `expose_unlock_key` and `autolock`.",
  }),
  unlock_key_rotation: string({ optional: true, doc: "Any text; a change makes a new unlock key." }),
} as const;

type Asked = Config<typeof schema>;
type Known = State<typeof schema>;

const leftover: LabelledLeftover = {
  kind: "swarm",
  find: async (engine, label) => {
    const found = await engine.swarm.tryInspect();
    const labels = Object.entries(found?.Spec.Labels ?? {}).map(([name, value]) => `${name}=${value}`);
    return found && labels.includes(label) ? [{ id: found.ID, name: found.ID }] : [];
  },
  remove: (engine) => leaveSwarm(engine, { force: true }),
};

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Swarm */
export const swarm = defineResource({
  type: "docker_swarm",
  leftover,
  doc: "A swarm: engines that run services together. It is known by its id, whichever of its managers answers.",
  schema,
  // Without managers of its own it is known by its id, on the engine that it is asked through.
  imports: (text) => (text.includes("://") ? { managers: splitAddresses(text) } : { id: text }),

  plan({ prior, planned }) {
    if (!prior) return;
    const changed = (...names: (keyof Known)[]) => names.some((name) => planned[name] !== prior[name]);
    const anew = prior.status !== "active";
    const unknown = [
      ...(anew ? ["id", "status"] : []),
      ...(anew || changed("expose_join_tokens", "worker_token_rotation") ? ["worker_join_token"] : []),
      ...(anew || changed("expose_join_tokens", "manager_token_rotation") ? ["manager_join_token"] : []),
      ...(anew || changed("expose_unlock_key", "unlock_key_rotation", "autolock") ? ["unlock_key"] : []),
    ];
    return { planned: { ...planned, ...unknownAt(unknown) } };
  },

  async create(call) {
    const { planned, made, signal } = call;
    const manager = await establish(call, {
      urls: urlsOf(planned, call.engine.url),
      forceNewCluster: planned.force_new_cluster,
      mayFound: true,
      request: (ownership) => founding(planned, ownership),
    });
    made({ id: manager.swarm.ID });
    const [found] = await Promise.all([changeSpec(manager, planned, {}, signal), ipvsWarning(call, manager.url)]);
    return observe(manager, planned, found, signal);
  },

  async read({ state, asked, engines, engine, journal, warn, signal }) {
    const wanted = { urls: urlsOf(state, engine.url), id: state.id };
    const { manager, others } = await tryManager(engines, wanted, signal);
    if (manager) {
      journal.settle(nonceAmong(manager.swarm.Spec.Labels));
      const seen = await observe(manager, state, manager.swarm, signal);
      if (!asked || (await hasQuorum(manager, signal))) return seen;
      warn(`the swarm ${state.id} has lost its quorum`, NO_QUORUM);
      return { ...seen, status: "leaderless" };
    }
    if (!asked) throw noManager(wanted, others);
    if (isLost(others)) {
      warn(`the swarm ${state.id} is lost unless a volume kept it`, lossOf(others));
      return { ...state, status: "lost" };
    }
    if (others.some(({ kind }) => kind === "leaderless")) {
      warn(`the swarm ${state.id} has no leader`, `${tell(others)}\n${NO_QUORUM}`);
      return { ...state, status: "leaderless" };
    }
    if (!others.some(isStopped)) throw noManager(wanted, others);
    warn(`docker_swarm was not refreshed: none of its managers answers`, tell(others));
    return { ...state, status: "stopped" };
  },

  async update(call) {
    const { planned, state, made, signal } = call;
    const manager = await establish(call, {
      urls: urlsOf(planned, call.engine.url),
      id: state.id,
      before: urlsOf(state, call.engine.url),
      forceNewCluster: planned.force_new_cluster,
      mayFound: planned.id === undefined,
      request: (ownership) => founding(planned, ownership),
    });
    made({ id: manager.swarm.ID, status: "active" });
    const rotated = {
      rotateWorkerToken: planned.worker_token_rotation !== state.worker_token_rotation,
      rotateManagerToken: planned.manager_token_rotation !== state.manager_token_rotation,
      rotateManagerUnlockKey: planned.autolock && planned.unlock_key_rotation !== state.unlock_key_rotation,
    };
    return observe(manager, planned, await changeSpec(manager, planned, rotated, signal), signal);
  },

  /** The swarm ends when its managers have left it; an engine that is in another one by now is left alone. */
  async delete({ state, engines, engine, signal }) {
    const seen = await Promise.all(urlsOf(state, engine.url).map((url) => probeManager(engines, url, signal)));
    for (const found of seen) {
      const isIts = found.kind === "manager" && found.swarm.ID === state.id;
      if (isIts || found.kind === "leaderless" || found.kind === "leaving")
        await leaveSwarm(found.engine, { force: true, signal });
    }
    const silent = seen.find(({ kind }) => kind === "silent");
    if (silent?.kind === "silent") throw silent.error;
  },
});

/** Addresses with commas between; the names inside a container:// address have commas too. */
export const splitAddresses = (text: string): string[] => text.split(/,(?=[a-z]+:\/\/)/);

const urlsOf = ({ managers }: Pick<Asked | Known, "managers">, own: string): string[] =>
  managers?.length ? managers : [own];

const founding = (asked: Asked, ownership: Record<string, string>): SwarmInitRequest => ({
  ListenAddr: asked.listen_addr,
  AdvertiseAddr: asked.advertise_addr,
  DataPathAddr: asked.data_path_addr,
  DataPathPort: asked.data_path_port,
  DefaultAddrPool: asked.default_addr_pool,
  SubnetSize: asked.subnet_size,
  Spec: toSpec(asked, {}, ownership),
});

const NO_QUORUM =
  "Too few of its managers are reachable for it to take any change; what runs goes on running. An apply starts or remakes those that Terraform has made. Where they are lost for good, `force_new_cluster = true` goes on with one that is left.";

const lossOf = (others: readonly ManagerProbe[]): string =>
  `${tell(others)}\nWith the swarm go its services, secrets, configs, networks and join tokens; volumes on its nodes stay. Where a manager's /var/lib/docker was kept in a volume, the swarm comes back with it. Otherwise an apply founds a new swarm, which the nodes join.`;

/** What a manager says of the swarm; its secrets where state is to have them. */
async function observe(
  { engine }: Manager,
  asked: Partial<Pick<Asked, "expose_join_tokens" | "expose_unlock_key">>,
  found: Swarm,
  signal: AbortSignal,
): Promise<Observed<typeof schema>> {
  const spec = fromSpec(found.Spec as SwarmInitRequest["Spec"] & object);
  const tokens = asked.expose_join_tokens ? found.JoinTokens : undefined;
  const locks = asked.expose_unlock_key && spec.autolock;
  return {
    id: found.ID,
    status: "active",
    data_path_port: found.DataPathPort || 4789,
    default_addr_pool: (found.DefaultAddrPool as string[] | null) ?? [],
    subnet_size: found.SubnetSize || 24,
    ...spec,
    worker_join_token: tokens?.Worker ?? undefined,
    manager_join_token: tokens?.Manager ?? undefined,
    unlock_key: locks ? await engine.swarm.unlockKey({ signal }) : undefined,
  };
}
