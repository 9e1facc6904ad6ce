import type { Service } from "./services";
import { box, type Drawing, heightOf, LINE, label } from "./svg";
import type { Words } from "./words";

const WIDTH = 236;
const GAP = 28;
const LEFT = 36;
const TOP = 34;
const TASK = heightOf(1) + 8;
const x = (index: number) => LEFT + index * (WIDTH + GAP);

/** A task of a service on a node. */
interface Task {
  readonly service: Service;
  readonly slot: number;
}

/** The tasks, spread as a swarm spreads them: each where the fewest of its service are, and then the fewest of all. */
export function spread(services: readonly Service[], nodes: number): readonly (readonly Task[])[] {
  const placed: Task[][] = Array.from({ length: nodes }, () => []);
  for (const service of services)
    for (let slot = 1; slot <= service.tasks; slot += 1) {
      const load = (tasks: readonly Task[]) =>
        1000 * tasks.filter((task) => task.service === service).length + tasks.length;
      const lightest = placed.reduce((least, tasks) => (load(tasks) < load(least) ? tasks : least));
      lightest.push({ service, slot });
    }
  return placed;
}

/** Stage 4: the tasks on the nodes, and the networks that span these. */
export function tasks(services: readonly Service[], nodes: readonly string[], words: Words["tasks"]): Drawing {
  const placed = spread(services, nodes.length);
  const most = Math.max(...placed.map(({ length }) => length));
  const networks = [...new Set(services.flatMap((service) => service.networks))].sort().reverse();
  const height = 34 + most * TASK;
  const below = TOP + height + 24;
  const band = heightOf(1) + 10;
  const colour = (service: Service) =>
    service.networks.length > 1 ? "written" : service.networks[0] === networks[0] ? "image" : "container";
  const width = x(nodes.length) - GAP + LEFT;
  return {
    title: words.title,
    description: words.description,
    width,
    height: below + networks.length * band + LINE + 16,
    shapes: [
      ...nodes.flatMap((node, at) => [
        box({ x: x(at), y: TOP, width: WIDTH, height: below + networks.length * band - TOP - 2, kind: "node" }),
        label(x(at) + 10, TOP + 20, node, "title"),
        ...placed[at]!.map(({ service, slot }, index) =>
          box({
            ...{ x: x(at) + 10, y: TOP + 32 + index * TASK, width: WIDTH - 20, kind: colour(service) },
            lines: [
              `${service.name}.${slot}${service.volume === undefined ? "" : `, ${words.volumes} ${service.volume}`}`,
            ],
          }),
        ),
      ]),
      ...networks.map((network, index) => {
        const of = services.filter((service) => service.networks.includes(network)).map(({ name }) => name);
        return box({
          ...{ x: 12, y: below + index * band, width: width - 24, kind: "network" },
          lines: [`${words.overlay(network)}: ${of.join(", ")}`],
        });
      }),
      label(LEFT, below + networks.length * band + LINE + 2, words.note),
    ],
  };
}
