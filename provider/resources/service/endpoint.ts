import type { EndpointSpec, Service } from "../../../engine";
import { listOf, number, type ObjectValue, string } from "../../schema";
import { oneOf, whole } from "../../schema/validators";
import { once, part } from "./part";

const PORT = whole(0, { to: 65_535 });

const schema = {
  endpoint_spec: listOf(
    {
      mode: string({
        optional: true,
        computed: true,
        validate: oneOf("vip", "dnsrr"),
        doc: "`vip`: one virtual address before all tasks, which needs ip_vs in the kernel. `dnsrr`: the name has the address of each task. Default: `vip`.",
      }),
      ports: listOf(
        {
          name: string({ optional: true, zero: "", doc: "A name for the port." }),
          protocol: string({ optional: true, default: "tcp", validate: oneOf("tcp", "udp", "sctp"), doc: "Protocol." }),
          target_port: number({ required: true, validate: PORT, doc: "Port inside the tasks." }),
          published_port: number({
            optional: true,
            computed: true,
            validate: PORT,
            doc: "Port on the nodes. Default: one that the swarm chooses.",
          }),
          publish_mode: string({
            optional: true,
            default: "ingress",
            validate: oneOf("ingress", "host"),
            doc: "`ingress`: every node takes it, over the routing mesh. `host`: only nodes that have a task.",
          }),
        },
        { unordered: true, doc: "A port that is published. Their order carries no meaning." },
      ),
    },
    { max: 1, computed: "observed", doc: "How the service is reached.", validate: complaint },
  ),
} as const;

/** A port of the routing mesh leads to the virtual address that a dnsrr service does not have. */
function complaint({ mode, ports }: ObjectValue): string | undefined {
  if (mode !== "dnsrr" || !Array.isArray(ports)) return undefined;
  const port = (ports as ObjectValue[]).find(({ publish_mode: how }) => how === undefined || how === "ingress");
  return (
    port &&
    `port ${String(port["target_port"])} is published over the routing mesh, which a \`dnsrr\` service is not behind; set \`publish_mode = "host"\`, or \`mode = "vip"\``
  );
}

type Mode = EndpointSpec["Mode"];
type Port = NonNullable<EndpointSpec["Ports"]>[number];

/** Whether the swarm has yet to choose a port. */
export const awaitsPort = ({ Spec, Endpoint }: Service): boolean => {
  const asked = (Spec.EndpointSpec?.Ports ?? []).filter(({ PublishMode: how }) => how !== "host");
  const given = (Endpoint?.Ports ?? []).filter(({ PublishedPort: port }) => port);
  return given.length < asked.length;
};

/** Source: https://docs.docker.com/engine/swarm/ingress/ */
export const endpoint = part<typeof schema, EndpointSpec | undefined>({
  schema,

  // As the docker client does, which always says how.
  toEngine: ({ endpoint_spec }) =>
    once(endpoint_spec, ({ mode, ports }) => ({
      Mode: (mode ?? "vip") as Mode,
      Ports: ports.map(
        (port): Port => ({
          Name: port.name,
          Protocol: port.protocol as Port["Protocol"],
          TargetPort: port.target_port,
          // 0 is how the engine has "one that the swarm chooses".
          PublishedPort: port.published_port || undefined,
          PublishMode: port.publish_mode as Port["PublishMode"],
        }),
      ),
    })) ?? { Mode: "vip" },

  fromEngine: (found) => ({
    endpoint_spec: found
      ? [
          {
            mode: found.Mode ?? "vip",
            ports: (found.Ports ?? []).map((port) => ({
              name: port.Name ?? "",
              protocol: port.Protocol ?? "tcp",
              target_port: port.TargetPort ?? 0,
              published_port: port.PublishedPort ?? 0,
              publish_mode: port.PublishMode ?? "ingress",
            })),
          },
        ]
      : [],
  }),
});
