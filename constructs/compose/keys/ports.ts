import { isIP } from "node:net";
import { MAX_PORT, type Port, protocols, readPorts, readRange } from "../formats/port";
import type { Node } from "../source/node";
import { flatList } from "./shapes/collections";
import { fields } from "./shapes/fields";
import { integer, looseChoice, text } from "./shapes/scalars";
import { byKind, type Context, keyOf, mapped, type Shape, scalar, unlessEmpty } from "./shapes/shape";

const container = (attribute: string) => ({ becomes: `docker_container.${attribute}` });
const port = (attribute: string) => ({ becomes: `docker_service.endpoint_spec.ports.${attribute}` });

/** `"8080:80"`, `80`, a range of either. */
const short: Shape<readonly Port[]> = scalar("a port such as `8080:80`", (node, _, context) => {
  if (typeof node.value === "boolean") return undefined;
  const ports = readPorts(node.text);
  if ("fault" in ports) {
    context.problems.report("bad-port", node, { value: node.text, why: ports.fault });
    return [];
  }
  noteAddress(ports[0]?.hostIp, node, context);
  return context.target === "host" ? ofChoice(ports) : ports;
});

/** Several ports of the machine for one of the container's: the engine chooses one of them, where a swarm opens all. */
function ofChoice(ports: readonly Port[]): readonly Port[] {
  const [first, last] = [ports[0], ports.at(-1)];
  if (!first || !last || ports.length < 2 || first.target !== last.target) return ports;
  const { published: from, ...rest } = first;
  return [{ ...rest, choice: { from: from!, to: last.published! } }];
}

/** A published port, or a range of which one is to be chosen. */
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
      name: { shape: unlessEmpty(text), swarm: port("name"), host: { does: "a name for people" } },
      mode: {
        shape: unlessEmpty(looseChoice("ingress", "host")),
        swarm: port("publish_mode"),
        host: {
          ignored: "it is about the nodes of a swarm; remove it",
          otherwise: [[/^ingress$/i, "it is about the nodes of a swarm; remove it"]],
        },
      },
      host_ip: {
        shape: text,
        swarm: { does: "warned about: a swarm publishes on all addresses of a node" },
        host: container("ports.ip"),
      },
      target: { shape: integer(1, MAX_PORT), swarm: port("target_port"), host: container("ports.internal") },
      published: { shape: unlessEmpty(published), swarm: port("published_port"), host: container("ports.external") },
      protocol: { shape: unlessEmpty(transport), swarm: port("protocol"), host: container("ports.protocol") },
      app_protocol: {
        shape: text,
        swarm: { does: 'tells `ingress: "edge"` whether the port speaks HTTP; the mesh has no use for it' },
        host: { ignored: "an engine has no use for it; remove it" },
      },
    },
    "target",
  ),
  (port, node, _, context): readonly Port[] => {
    noteAddress(port.host_ip, node, context);
    const { target, protocol, mode, name, app_protocol: appProtocol, host_ip: hostIp } = port;
    const all = port.published?.length ? port.published : [undefined];
    const ports = all.map((published) => ({
      target,
      published: published || undefined,
      protocol,
      mode,
      name,
      appProtocol,
      ...(hostIp && { hostIp }),
    }));
    return context.target === "host" ? ofChoice(ports) : ports;
  },
);

function noteAddress(address: string | undefined, node: Node, { problems, target }: Context): void {
  if (!address) return;
  const origin = keyOf(node);
  if (!isIP(address)) problems.report("bad-port", origin, { value: address, why: "no address" });
  else if (target === "swarm") problems.report("host-address-ignored", origin, { value: address });
}

export const ports: Shape<readonly Port[]> = flatList(byKind({ scalar: short, mapping: long }));
