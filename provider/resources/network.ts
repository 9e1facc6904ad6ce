import { isDeepStrictEqual } from "node:util";
import { type Engine, isEngineError, type NetworkInspect } from "../../engine";
import { poll } from "../../engine/poll";
import { toLabelRecord } from "../../formats/labels";
import { bool, type Config, hasUnknown, type ObjectValue, type Observed, setOf, string, stringMap } from "../schema";
import { isSameButComputed } from "../schema/equal";
import { like } from "../schema/validators";
import { keepingNotes } from "./compose-notes";
import { byIdOrName, defineResource } from "./define";
import { filled } from "./filled";
import { labelUpgrade } from "./label-upgrade";
import { askedLabels, labelBlocks } from "./labels";
import type { LabelledLeftover } from "./leftover";
import { inUse } from "./network/in-use";
import { removeOrphansOn } from "./network/orphans-on";
import { nonceAmong } from "./nonce";
import { claim } from "./ownership";
import { removeWhenEndpointsAreGone } from "./remove-when-unused";
import { isOn, leaveNetwork } from "./stack-services";
import { withGrace } from "./time-limit";

const schema = {
  id: string({ computed: true, doc: "The engine's id of the network." }),
  name: string({
    required: true,
    forceNew: true,
    validate: like(/\S/, "name", "one, `backend` for instance"),
    doc: "Name of the network.",
  }),
  driver: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    doc: "Driver: `bridge`, `overlay`, `macvlan`, `ipvlan`, `host`, `none` or a plugin's. Default: the engine's choice, `bridge`.",
  }),
  options: stringMap({
    optional: true,
    computed: true,
    forceNew: true,
    adds: true,
    doc: "Options of the driver. What the engine adds to them later is not shown.",
  }),
  internal: bool({ optional: true, computed: true, forceNew: true, doc: "Cut off from everything outside it." }),
  attachable: bool({
    optional: true,
    forceNew: true,
    zero: false,
    doc: "Containers that belong to no service can join it too (overlay networks).",
  }),
  ingress: bool({ optional: true, forceNew: true, zero: false, doc: "The swarm's routing mesh is on this network." }),
  ipv4: bool({
    optional: true,
    forceNew: true,
    zero: true,
    doc: "IPv4 addresses. Needs an engine of API 1.48 (Docker 28) to do without. Default: true.",
  }),
  ipv6: bool({ optional: true, forceNew: true, zero: false, doc: "IPv6 beside IPv4." }),
  check_duplicate: bool({
    optional: true,
    forceNew: true,
    zero: false,
    deprecated: "a name in use is always an error; remove the attribute",
    doc: "No effect: a name in use is always an error.",
  }),
  ipam_driver: string({
    optional: true,
    forceNew: true,
    default: "default",
    same: (a, b) => (a || "default") === (b || "default"),
    doc: "Driver that hands out addresses.",
  }),
  ipam_options: stringMap({ optional: true, forceNew: true, zero: {}, doc: "Options of the address driver." }),
  ipam_config: setOf(
    {
      subnet: string({ optional: true, forceNew: true, zero: "", doc: "Subnet in CIDR form, `10.0.0.0/24`." }),
      ip_range: string({
        optional: true,
        forceNew: true,
        zero: "",
        doc: "Part of the subnet that addresses are taken from.",
      }),
      // Engines from API 1.52 on tell the one that they chose.
      gateway: string({
        optional: true,
        computed: true,
        forceNew: true,
        zero: "",
        doc: "Address of the gateway. Default: the engine's choice.",
      }),
      aux_address: stringMap({
        optional: true,
        forceNew: true,
        zero: {},
        doc: "Addresses that are never handed out, by host name.",
      }),
    },
    // Beside one of IPv6 the engine chooses one of IPv4.
    {
      computed: "observed",
      forceNew: true,
      adds: true,
      key: ["subnet"],
      validate: (block) =>
        Object.values(block).every((value) => value === undefined || value === "")
          ? "it says nothing; set `subnet`, or remove the block"
          : undefined,
      doc: "A subnet, and what of it is used. Default: the engine's choice, of each family of addresses without one; what it chose stays.",
    },
  ),
  labels: labelBlocks("Label of the network.", { forceNew: true }),
  scope: string({ computed: true, doc: "`local`, or `swarm` for a network that spans the cluster." }),
} as const;

const leftover: LabelledLeftover = {
  kind: "network",
  find: async ({ networks }, label) =>
    (await networks.list({ filters: { label } })).map(({ Id, Name }) => ({ id: Id, name: Name })),
  remove: ({ networks }, id) => networks.tryRemove(id),
};

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Network */
export const network = defineResource({
  type: "docker_network",
  leftover,
  doc: "A network that containers and services join.",
  version: 1,
  upgrades: labelUpgrade,
  schema,
  imports: byIdOrName,

  plan({ prior, planned }) {
    const kept = keepingNotes(schema.labels, prior, planned);
    // An import tells what the engine, or the swarm, has added, too.
    const told = prior && {
      ...(isDeepStrictEqual(withoutChosen(prior.options), planned.options) && { options: prior.options }),
      ...(isBesideChosen(prior.ipam_config, planned.ipam_config) && { ipam_config: prior.ipam_config }),
    };
    return told && Object.keys(told).length > 0
      ? { planned: { ...(kept?.planned ?? planned), ...told }, legacy: true }
      : kept;
  },

  async create(call) {
    const { planned, engine, made, signal } = call;
    const found = await claim(call, {
      type: "docker_network",
      name: planned.name,
      refusesNameInUse: false,
      find: () => findByName(engine, planned.name, signal),
      labels: ({ Labels }) => Labels as Record<string, string> | null,
      id: ({ Id }) => Id,
      create: async (ownership) => {
        const request = {
          Name: planned.name,
          Driver: planned.driver,
          Internal: planned.internal,
          Attachable: planned.attachable,
          Ingress: planned.ingress,
          ...(planned.ipv4 !== undefined && { EnableIPv4: planned.ipv4 }),
          EnableIPv6: planned.ipv6,
          Options: filled(planned.options),
          Labels: { ...toLabelRecord(planned.labels), ...ownership },
          IPAM: {
            Driver: planned.ipam_driver,
            Options: filled(planned.ipam_options),
            Config: planned.ipam_config.map(toIpam),
          },
        };
        const { Id: id } = await engine.networks.create(request, { signal: withGrace(signal) });
        made({ id });
        return allocated(engine, id, signal);
      },
      orphan: {
        remove: async (left) => {
          await removeOrphansOn(call, left.Id);
          await engine.networks.remove(left.Id, { signal });
        },
      },
    });
    return fromEngine(found);
  },

  async read({ state, engine, journal, signal }) {
    const found = await engine.networks.tryInspect(state.id, { signal });
    if (!found) return undefined;
    journal.settle(nonceAmong(found.Labels));
    return fromEngine(found);
  },

  async delete(call) {
    const { state, engine, signal } = call;
    const holders = () => engine.containers.list({ all: true, filters: { network: [state.id] }, signal });
    await leaveNetwork(call, state.id);
    try {
      await removeWhenEndpointsAreGone(call, {
        remove: (within) => engine.networks.tryRemove(state.id, { signal: within }),
        holders,
        isThere: async (within) => (await engine.networks.tryInspect(state.id, { signal: within })) !== undefined,
        isUsedBy: isOn({ Id: state.id, Name: state.name }),
      });
    } catch (error) {
      throw isEngineError(error, "in-use") ? inUse(error, state.name, await holders()) : error;
    }
  },
});

/** What an overlay is given by the swarm: the numbers of its VXLANs. */
const CHOSEN = "com.docker.network.driver.overlay.vxlanid_list";

const withoutChosen = (options: object | undefined) =>
  Object.fromEntries(Object.entries(options ?? {}).filter(([name]) => name !== CHOSEN));

type Ipam = Config<typeof schema>["ipam_config"][number];

function fromEngine(found: NetworkInspect): Observed<typeof schema> {
  const { EnableIPv4: enabled } = found as { EnableIPv4?: boolean };
  return {
    id: found.Id,
    name: found.Name,
    driver: found.Driver,
    options: (found.Options ?? {}) as Record<string, string>,
    internal: found.Internal ?? false,
    attachable: found.Attachable ?? false,
    ingress: found.Ingress ?? false,
    // An engine that does not know it does not tell it.
    ...(typeof enabled === "boolean" && { ipv4: enabled }),
    ipv6: found.EnableIPv6 ?? false,
    ipam_driver: found.IPAM?.Driver ?? "default",
    ipam_options: (found.IPAM?.Options ?? {}) as Record<string, string>,
    ipam_config: ((found.IPAM?.Config ?? []) as EngineIpam[]).map(fromIpam),
    labels: askedLabels(found.Labels as Record<string, string>),
    scope: found.Scope,
  };
}

const isIpv6 = ({ subnet }: ObjectValue): boolean => typeof subnet === "string" && subnet.includes(":");

/** Whether a network has the subnets that are asked for, and beside them those of a family of which none is: the engine's. */
function isBesideChosen(there: readonly ObjectValue[], planned: unknown): boolean {
  if (!Array.isArray(planned) || planned.length === 0 || hasUnknown(planned)) return false;
  const asked: readonly ObjectValue[] = planned;
  const { fields } = schema.ipam_config;
  const chosen = there.filter((block) => !asked.some((each) => isSameButComputed(fields, each, block)));
  const isOfNone = (block: ObjectValue) => asked.every((each) => isIpv6(each) !== isIpv6(block));
  return chosen.length > 0 && there.length - chosen.length === asked.length && chosen.every(isOfNone);
}

interface EngineIpam {
  Subnet?: string | null;
  IPRange?: string | null;
  Gateway?: string | null;
  AuxiliaryAddresses?: Record<string, string> | null;
}

const toIpam = ({ subnet, ip_range, gateway, aux_address }: Ipam) => ({
  Subnet: subnet,
  IPRange: ip_range,
  Gateway: gateway,
  AuxiliaryAddresses: filled(aux_address),
});

const fromIpam = ({ Subnet, IPRange, Gateway, AuxiliaryAddresses }: EngineIpam): Ipam => ({
  subnet: Subnet ?? undefined,
  ip_range: IPRange ?? undefined,
  gateway: Gateway ?? undefined,
  aux_address: AuxiliaryAddresses ?? undefined,
});

/** Time that a swarm is given to choose a subnet for a network; on a machine with much else to do it took more than 10. */
const SUBNET_SECONDS = 60;

/** The network with its driver and subnet, which a swarm gives it after it has answered. */
async function allocated({ networks }: Engine, id: string, signal: AbortSignal): Promise<NetworkInspect> {
  const found = await poll({ seconds: SUBNET_SECONDS, signal }, async () => {
    const seen = await networks.inspect(id, { signal });
    return isAllocated(seen) ? seen : undefined;
  });
  return found ?? networks.inspect(id, { signal });
}

/** Of a network that waits for its turn a swarm tells no driver, either. */
export const isAllocated = ({ Driver: driver, IPAM: ipam }: Pick<NetworkInspect, "Driver" | "IPAM">): boolean =>
  driver !== "" && (driver !== "overlay" || Boolean(ipam?.Config?.length));

/** Names of networks are unique to people, not to every engine: https://github.com/moby/moby/issues/18864 */
async function findByName(engine: Engine, name: string, signal: AbortSignal): Promise<NetworkInspect | undefined> {
  // The engine takes the filter for a pattern, the swarm in it for the beginning of the name.
  const named = await engine.networks.list({ filters: { name: [escapePattern(name), name] }, signal });
  const [found] = named.filter((candidate) => candidate.Name === name);
  return found && engine.networks.tryInspect(found.Id, { signal });
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
