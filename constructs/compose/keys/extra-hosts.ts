import { isIP } from "node:net";
import type { Node } from "../source/node";
import { flatList } from "./shapes/collections";
import { text } from "./shapes/scalars";
import { byKind, type Context, mismatch, type Shape, scalar, withMergeRule } from "./shapes/shape";

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
  under: { "*": { shape: text } },
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

export const extraHosts: Shape<readonly HostEntry[]> = withMergeRule(
  { kind: "hosts" },
  byKind({ sequence: flatList(hostLine), mapping: hostMapping }),
);
