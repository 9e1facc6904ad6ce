import type { Service } from "./services";
import { arrow, box, type Drawing, heightOf, label } from "./svg";
import type { Words } from "./words";

/** The way of a vote: what each service hands on to the next. */
const way = ["vote", "redis", "worker", "db", "result"] as const;

const WIDTH = 132;
const GAP = 44;
const LEFT = 44;
const TOP = 92;
const HEIGHT = heightOf(3);
const x = (index: number) => LEFT + index * (WIDTH + GAP);

/** Stage 4: the services of the stack on their networks, and the way of a vote through them. */
export function votingApp(services: readonly Service[], words: Words["votingApp"]): Drawing {
  const row = way.map((name) => services.find((service) => service.name === name)!);
  const width = x(way.length) - GAP + LEFT;
  const networks = [...new Set(row.flatMap((service) => service.networks))].sort().reverse();
  const volumes = TOP + HEIGHT + 74;
  return {
    title: words.title,
    description: words.description,
    width,
    height: volumes + heightOf(2) + 22,
    shapes: [
      ...networks.map((network, index) => {
        const on = row.flatMap((service, at) => (service.networks.includes(network) ? [at] : []));
        const [from, to] = [x(Math.min(...on)) - 14, x(Math.max(...on)) + WIDTH + 14];
        const y = 30 + index * 22;
        return [
          box({ x: from, y, width: to - from, height: volumes - y - 26 - index * 22, kind: "network" }),
          label(index === 0 ? from + 10 : to - 10 - 8 * words.network(network).length, y + 17, words.network(network)),
        ].join("\n");
      }),
      ...row.flatMap((service, at) => {
        const lines = [words.tasks(service.tasks), service.port === undefined ? "" : `:${service.port}`];
        return [
          box({ x: x(at), y: TOP, width: WIDTH, height: HEIGHT, kind: "container", title: service.name, lines }),
          ...(at === 0 ? [] : [arrow([x(at) - GAP + 3, TOP + HEIGHT / 2], [x(at) - 3, TOP + HEIGHT / 2])]),
          ...(service.volume === undefined
            ? []
            : [
                box({
                  x: x(at),
                  y: volumes,
                  width: WIDTH,
                  kind: "volume",
                  title: words.volume,
                  lines: [service.volume],
                }),
                `<line class="arrow" x1="${x(at) + WIDTH / 2}" y1="${TOP + HEIGHT}" x2="${x(at) + WIDTH / 2}" y2="${volumes}"/>`,
              ]),
        ];
      }),
      arrow([x(0) - 36, TOP + HEIGHT / 2], [x(0) - 3, TOP + HEIGHT / 2]),
      label(8, TOP + HEIGHT + 18, words.votes),
      arrow([x(4) + WIDTH + 3, TOP + HEIGHT / 2], [x(4) + WIDTH + 36, TOP + HEIGHT / 2]),
      label(x(4) + WIDTH / 2 + 26, TOP + HEIGHT + 18, words.results),
    ],
  };
}
