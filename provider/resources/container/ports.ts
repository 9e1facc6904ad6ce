import { isIP } from "node:net";
import type { ContainerInspect } from "../../../engine";
import { own } from "../../../foreign/own";
import { bool, listOf, number, type Planned, type State, string, stringSet, UNKNOWN } from "../../schema";
import { isSameSet } from "../../schema/equal";
import { each, like, oneOf, orEmpty, whole } from "../../schema/validators";
import { knownTexts } from "../../schema/value";
import { canonicalIp } from "./connection";
import { type HasIt, part } from "./part";
import { gatherRanges, type Port, portComplaint, rangeComplaint, spreadRange, spreadsTo } from "./port-ranges";

/** Every IPv4 address of the host. */
const ANYWHERE = "0.0.0.0";
const PROTOCOL = oneOf("tcp", "udp", "sctp");

const schema = {
  ports: listOf(
    {
      internal: number({ required: true, validate: whole(1, { to: 65_535 }), doc: "Port in the container." }),
      internal_to: number({
        optional: true,
        validate: whole(1, { to: 65_535 }),
        doc: "The last of several ports in the container that begin with `internal`, each opened as far from `external` on the host.",
      }),
      external: number({
        optional: true,
        computed: true,
        zero: 0,
        validate: whole(0, { to: 65_535 }),
        doc: "Port of the host. Default: one that is free, another one at each start.",
      }),
      external_range: string({
        optional: true,
        zero: "",
        conflictsWith: ["external", "internal_to"],
        validate: orEmpty(rangeComplaint),
        doc: "Ports of the host, `8000-8010`, of which the engine takes one that is free; `external` tells which.",
      }),
      ip: string({
        optional: true,
        default: ANYWHERE,
        same: (a, b) => plainIp(a) === plainIp(b),
        validate: orEmpty(like((ip) => isIP(ip) > 0, "IP address", "one of the host's, `127.0.0.1` for itself alone")),
        doc: "Address of the host that the port is opened on; an empty one is all of them, those of IPv6 too. Between these two a change is none.",
      }),
      protocol: string({
        optional: true,
        default: "tcp",
        same: (a, b) => a.toLowerCase() === b.toLowerCase(),
        validate: (protocol) => PROTOCOL(protocol.toLowerCase()),
        doc: "`tcp`, `udp` or `sctp`.",
      }),
    },
    {
      forceNew: true,
      unordered: true,
      validate: portComplaint,
      doc: "A port that can be reached from outside. Their order has no meaning.",
    },
  ),
  expose: stringSet({
    optional: true,
    forceNew: true,
    zero: [],
    same: isSameSet(exposedKey),
    validate: each(
      like(
        (port) => /^\d+(?:\/(?:tcp|udp|sctp))?$/.test(port) && isPort(Number.parseInt(port, 10)),
        "port to expose",
        "`PORT` or `PORT/PROTOCOL`, like `53/udp`",
      ),
    ),
    doc: "Ports that it is said to listen on, `80` or `53/udp`, which opens none. Those of the image and of `ports` are so anyway.",
  }),
  publish_all_ports: bool({
    optional: true,
    forceNew: true,
    zero: false,
    doc: "Open every port that the image exposes, on ports of the host that are free.",
  }),
} as const;

/** What of the container can be reached from outside. */
export const ports = part({
  schema,

  toEngine: ({ ports: asked, expose = [], publish_all_ports }) => {
    const ports = asked.flatMap(spreadRange);
    const exposed = [...ports.map(keyOf), ...expose.map(exposedKey)];
    return {
      config: exposed.length > 0 ? { ExposedPorts: Object.fromEntries(exposed.map((port) => [port, {}])) } : {},
      host: { PortBindings: bindings(ports), PublishAllPorts: publish_all_ports },
    };
  },

  fromEngine: (found, asked) => ({
    ports: gatherRanges(published(found), asked?.ports ?? [], isSamePort),
    expose: exposedOf(found, asked && (asked.expose ?? [])),
    publish_all_ports: found.HostConfig.PublishAllPorts ?? false,
  }),

  asItStands: { ports: hasRanges, expose: hasExposed },

  // A port of the host that was left to the engine is another one at each start.
  afterStart: ({ ports }, config) => {
    if (!Array.isArray(ports) || !Array.isArray(config.ports)) return { ports };
    const fixed = (config.ports as unknown as readonly Partial<Port>[]).filter(({ external }) => external);
    const isFixed = (port: Port) =>
      fixed.some(({ internal = 0, ip = ANYWHERE, protocol = "tcp", external }) =>
        isSamePort({ internal, ip, protocol, external }, port),
      );
    return { ports: ports.map((port) => (isFixed(port as Port) ? port : { ...port, external: UNKNOWN })) };
  },
});

type Prior = State<typeof schema>;
type Plan = Planned<typeof schema>;

/** A range of ports that it has one by one, as an import tells them. */
function hasRanges(prior: Prior, planned: Plan): HasIt | undefined {
  const asked: unknown = planned.ports;
  const isRange = (port: object) => "internal_to" in port && port.internal_to !== undefined;
  if (!Array.isArray(asked) || !asked.some(isRange) || prior.ports.some(isRange)) return undefined;
  return spreadsTo(asked, prior.ports, isSamePort) ? () => true : undefined;
}

/** Ports that are exposed as those of the image or of `ports`. */
function hasExposed(prior: Prior, planned: Plan): HasIt | undefined {
  const [was = [], asked = []] = [prior.expose?.map(exposedKey), knownTexts(planned.expose)?.map(exposedKey)];
  if (asked.length === 0 || !was.every((port) => asked.includes(port))) return undefined;
  return ({ Config }) => asked.every((port) => Object.hasOwn(Config.ExposedPorts ?? {}, port));
}

/** Whether two blocks open one port alike. */
const isSamePort = (a: Port, b: Port): boolean =>
  keyOf(a) === keyOf(b) && plainIp(a.ip) === plainIp(b.ip) && (a.external || undefined) === (b.external || undefined);

/** `80/tcp` */
const keyOf = ({ internal, protocol }: Pick<Port, "internal" | "protocol">): string =>
  `${internal}/${protocol.toLowerCase()}`;

/** `80/tcp` for `80` */
function exposedKey(port: string): string {
  return port.includes("/") ? port : `${port}/tcp`;
}

const isPort = (port: number): boolean => port > 0 && port <= 65_535;

/** @param asked undefined on import, when those that are published are not told twice */
function exposedOf({ Config, HostConfig }: ContainerInspect, asked: readonly string[] | undefined): string[] {
  const there = Object.keys(Config.ExposedPorts ?? {});
  if (asked) return asked.filter((port) => there.includes(exposedKey(port)));
  const published = new Set(Object.keys(HostConfig.PortBindings ?? {}));
  return there.filter((port) => !published.has(port));
}

const plainIp = (ip: string): string => canonicalIp(ip) || ANYWHERE;

function bindings(ports: readonly Port[]): Record<string, { HostIp: string; HostPort: string }[]> {
  const bound = new Map<string, { HostIp: string; HostPort: string }[]>();
  for (const port of ports) {
    const binding = {
      HostIp: port.ip === "" ? "" : plainIp(port.ip),
      HostPort: port.external_range || String(port.external ?? 0),
    };
    bound.set(keyOf(port), [...(bound.get(keyOf(port)) ?? []), binding]);
  }
  return Object.fromEntries(bound);
}

type Bindings = Readonly<Record<string, readonly { HostIp?: string | null; HostPort?: string | null }[] | null>>;

/**
 * Ports that were asked for, each with the port of the host that it has while the container runs, in order of the ports
 * in the container; what the engine opened by itself (`publish_all_ports`) is not among them.
 */
function published({ HostConfig, NetworkSettings }: ContainerInspect): Port[] {
  const asked = Object.entries((HostConfig.PortBindings ?? {}) as Bindings);
  const open = (NetworkSettings.Ports ?? {}) as Bindings;
  return asked
    .flatMap(([key, wanted]) => {
      const [internal = "0", protocol = "tcp"] = key.split("/");
      const free = [...(own(open, key) ?? [])];
      return (wanted ?? []).map(({ HostIp, HostPort }): Port => {
        const ip = plainIp(HostIp ?? "");
        const fixed = Number(HostPort) > 0;
        const at = free.findIndex(
          (there) => plainIp(there.HostIp ?? "") === ip && (!fixed || there.HostPort === HostPort),
        );
        const [actual] = at < 0 ? [] : free.splice(at, 1);
        const external = Number(actual?.HostPort ?? HostPort) || undefined;
        const external_range = HostPort?.includes("-") ? HostPort : "";
        return { internal: Number(internal), protocol, ip: HostIp ? ip : "", external, external_range };
      });
    })
    .sort((a, b) => a.internal - b.internal);
}
