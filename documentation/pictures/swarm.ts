import { arrow, box, type Drawing, heightOf, label } from "./svg";
import type { Arguments, Declared } from "./synthesized";
import type { Words } from "./words";

interface Container extends Arguments {
  readonly name: string;
  readonly hostname?: string;
  readonly networks_advanced?: readonly { readonly ipv4_address: string }[];
  readonly ports?: readonly { readonly internal: number; readonly external: number; readonly ip: string }[];
}

const WIDTH = 224;
const GAP = 60;
const LEFT = 44;
const TOP = 56;
const HEIGHT = heightOf(4);

/** Stage 3: nodes that are containers on one network, and the registry that they pull through. */
export function swarm(declared: Declared, words: Words["swarm"]): Drawing {
  const [network] = declared.all<{
    readonly name: string;
    readonly ipam_config: readonly { readonly subnet: string }[];
  }>("docker_network");
  const all = declared.all<Container>("docker_container");
  const nodes = all.filter(({ hostname }) => hostname !== undefined);
  const registry = all.find(({ hostname }) => hostname === undefined)!;
  const roles = new Map(
    declared
      .all<{ readonly engine: string; readonly role: "manager" | "worker" }>("docker_swarm_node")
      .map(({ engine, role }) => [engine.replace("container://", ""), role]),
  );
  const address = ({ networks_advanced: [one] = [] }: Container) => one?.ipv4_address ?? "";
  const inner = nodes.length * (WIDTH + GAP) - GAP;
  const width = 2 * LEFT + inner;
  const wire = TOP + HEIGHT + 50;
  const below = wire + 66;
  const x = (index: number) => LEFT + index * (WIDTH + GAP);
  return {
    title: words.title,
    description: words.description,
    width,
    height: below + heightOf(3) + 34,
    shapes: [
      box({ x: 14, y: 14, width: width - 28, height: below + heightOf(3) + 6, kind: "node" }),
      label(26, 34, words.machine),
      ...nodes.flatMap((node, index) => {
        const role = index === 0 ? "leader" : roles.get(node.name)!;
        const ports = (node.ports ?? []).map(({ external }) => external).join(", ");
        return [
          box({
            ...{ x: x(index), y: TOP, width: WIDTH, height: HEIGHT, kind: "container" },
            title: node.name,
            lines: [words.roles[role], words.engine, ports === "" ? "" : `${ports} ${words.ports}`],
          }),
          line(x(index) + WIDTH / 2, TOP + HEIGHT, wire),
          label(x(index) + WIDTH / 2 + 8, wire - 12, address(node)),
          ...(index === 0 ? [] : [arrow([x(index) - 4, TOP + 22], [x(index) - GAP + 4, TOP + 22])]),
          ...(index === 0 ? [] : [label(x(index) - GAP / 2, TOP + 14, words.joins, "caption", "middle")]),
        ];
      }),
      box({
        ...{ x: LEFT, y: wire, width: inner, height: heightOf(1), kind: "network" },
        lines: [`${words.network} ${network!.name} ${network!.ipam_config[0]!.subnet}`],
      }),
      line(x(0) + WIDTH / 2, wire + heightOf(1), below),
      label(x(0) + WIDTH / 2 + 8, below - 12, address(registry)),
      box({
        ...{ x: x(0), y: below, width: WIDTH + GAP + 120, kind: "volume" },
        title: `${words.registry} ${registry.name}`,
        lines: [words.registryOf],
      }),
    ],
  };
}

const line = (x: number, from: number, to: number) =>
  `<line class="arrow" x1="${x}" y1="${from}" x2="${x}" y2="${to}"/>`;
