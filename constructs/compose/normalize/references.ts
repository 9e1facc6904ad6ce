import { isIP } from "node:net";
import type { Node } from "../source/node";
import { dictionary, fields, flatList, list, named, options, texts } from "./collections";
import { fileMode } from "./mounts";
import { anyText, choice, flag, integer, number, text } from "./scalars";
import { byKind, type Context, mapped, mismatch, type Shape, scalar } from "./shape";

/** A secret or config that a service is given as a file. */
export interface FileReference {
  /** Key under top-level `secrets` or `configs`. */
  readonly source: string;
  /** Path in the container; a secret's is relative to /run/secrets. */
  readonly target?: string;
  readonly uid?: string;
  readonly gid?: string;
  readonly mode?: number;
}

export const fileReferences: Shape<readonly FileReference[]> = list(
  byKind({
    scalar: mapped(text, (source): FileReference => ({ source })),
    mapping: fields({ source: text, target: text, uid: anyText, gid: anyText, mode: fileMode }, "source"),
  }),
);

/** How a service is attached to a network. */
export const attachments = named(
  fields({
    aliases: texts,
    interface_name: text,
    ipv4_address: text,
    ipv6_address: text,
    link_local_ips: texts,
    mac_address: text,
    driver_opts: options,
    priority: number(Number.MIN_SAFE_INTEGER),
    gw_priority: number(Number.MIN_SAFE_INTEGER),
    use_service_name_alias: flag,
  }),
  () => ({}),
);

export const conditions = ["service_started", "service_healthy", "service_completed_successfully"] as const;

export const dependencies = named(
  fields({ restart: flag, required: flag, condition: choice(...conditions) }, "condition"),
  () => ({ condition: conditions[0] }),
);

/** A name in /etc/hosts. */
export interface HostEntry {
  readonly host: string;
  readonly address: string;
}

/** `HOST=ADDRESS[,ADDRESS…]`, `HOST:ADDRESS[,…]`; an address in brackets may be IPv6. */
const hostLine: Shape<readonly HostEntry[]> = scalar("a text such as `host=10.0.0.1`", (node, _, context) => {
  if (typeof node.value !== "string") return undefined;
  const [, host, address] = /^([^=:\s]+)\s*[=:]\s*(\S+)$/.exec(node.value.trim()) ?? [];
  if (host !== undefined) return address!.split(",").flatMap((one) => addressed(host, one, node, context));
  context.problems.report("bad-host", node, { value: node.value });
  return [];
});

function addressed(host: string, written: string, node: Node, { problems }: Context): readonly HostEntry[] {
  const address = written.replace(/^\[(.*)\]$/, "$1");
  if (isIP(address) === 0 && address !== "host-gateway")
    problems.report("bad-host", node, { value: `${host}=${written}` });
  return [{ host, address }];
}

/** Sorted: a mapping has no order. */
const hostMapping: Shape<readonly HostEntry[]> = {
  forms: "a mapping of hosts to addresses",
  under: { "*": text },
  decode(node, key, context) {
    if (node.kind !== "mapping") return mismatch(this, node, key, context);
    const entries = [...node.entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    return entries.flatMap((entry) => {
      const addresses = entry.value.kind === "sequence" ? entry.value.items : [entry.value];
      return addresses.flatMap((item) => {
        const address = text.decode(item, `${key}.${entry.key}`, context);
        return address === undefined ? [] : addressed(entry.key, address, item, context);
      });
    });
  },
};

export const extraHosts: Shape<readonly HostEntry[]> = byKind({ sequence: flatList(hostLine), mapping: hostMapping });

export interface Ulimit {
  readonly soft: number;
  readonly hard: number;
}

/** -1 is no limit. */
const limit = integer(-1);

/** The soft limit is within the hard one, as the kernel has it; the engine would say so when a task starts. */
function ordered(value: Ulimit, node: Node, key: string, { problems, origins }: Context): Ulimit {
  const { soft, hard } = value;
  const isOver = hard !== -1 && (soft === -1 || soft > hard);
  if (isOver) problems.report("ulimit-over-hard", origins.of(value, "soft") ?? node, { key, soft, hard });
  return value;
}

export const ulimits: Shape<Readonly<Record<string, Ulimit>>> = dictionary(
  byKind({
    scalar: mapped(limit, (value): Ulimit => ({ soft: value, hard: value })),
    mapping: mapped(fields({ soft: limit, hard: limit }, "soft", "hard"), ordered),
  }),
  { names: /^[a-z]+$/ },
);
