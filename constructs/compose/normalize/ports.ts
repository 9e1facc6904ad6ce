import { isIP } from "node:net";
import { MAX_PORT, type Port, protocols, readPorts, readRange } from "../formats/port";
import type { Node } from "../source/node";
import { fields, flatList } from "./collections";
import { integer, looseChoice, text } from "./scalars";
import { byKind, type Context, mapped, type Shape, scalar, unlessEmpty } from "./shape";

/** `"8080:80"`, `80`, a range of either. */
const short: Shape<readonly Port[]> = scalar("a port such as `8080:80`", (node, _, context) => {
  if (typeof node.value === "boolean") return undefined;
  const ports = readPorts(node.text);
  if ("fault" in ports) {
    context.problems.report("bad-port", node, { value: node.text, why: ports.fault });
    return [];
  }
  noteAddress(ports[0]?.hostIp, node, context);
  return ports.map(({ hostIp: _, ...port }) => port);
});

/** A published port, or a range of which the swarm is to choose, which becomes all of it. */
const published: Shape<readonly number[]> = scalar("a port, or a range of ports", (node, _, { problems }) => {
  if (typeof node.value === "boolean") return undefined;
  const range = readRange(node.text.trim(), 0);
  if (!("fault" in range)) return Array.from({ length: range.to - range.from + 1 }, (_, i) => range.from + i);
  problems.report("bad-port", node, { value: node.text, why: range.fault });
  return [];
});

/** As managers of a swarm read it, in whatever case; what they do not know is tcp to them. */
const transport: Shape<string> = mapped(text, (written, node, _, { problems }) => {
  const known = protocols.find((protocol) => protocol === written.toLowerCase());
  if (known === undefined && node.kind === "scalar")
    problems.report("port-protocol-taken-for-tcp", node, { value: written });
  return known ?? "tcp";
});

const long: Shape<readonly Port[]> = mapped(
  fields(
    {
      name: unlessEmpty(text),
      mode: unlessEmpty(looseChoice("ingress", "host")),
      host_ip: text,
      target: integer(1, MAX_PORT),
      published: unlessEmpty(published),
      protocol: unlessEmpty(transport),
      app_protocol: text,
    },
    "target",
  ),
  (port, node, _, context): readonly Port[] => {
    noteAddress(port.host_ip, node, context);
    const { target, protocol, mode, name, app_protocol: appProtocol } = port;
    const all = port.published?.length ? port.published : [undefined];
    return all.map((published) => ({ target, published: published || undefined, protocol, mode, name, appProtocol }));
  },
);

function noteAddress(address: string | undefined, node: Node, { problems }: Context): void {
  if (!address) return;
  const origin = node.kind === "scalar" ? node : { ...node, end: node.start + 1 };
  if (isIP(address)) problems.report("host-address-ignored", origin, { value: address });
  else problems.report("bad-port", origin, { value: address, why: "no address" });
}

export const ports: Shape<readonly Port[]> = flatList(byKind({ scalar: short, mapping: long }));
