import { createServer } from "node:net";
import type { ContainerSummary } from "../../engine";
import { own } from "../../foreign/own";
import { STAGE_LABEL } from "../../formats/labels";
import { labPorts, namePrefix } from "../prefix";
import { LabProblem } from "../problem";
import { type Stage, stageOf } from "../stages";
import { machine as words } from "../words/machine";
import { placeOf } from "./engine-place";
import type { Machine } from "./ready";

type PublishedPort = NonNullable<ContainerSummary["Ports"]>[number];

/** Sees to it that nobody else has a port that the stages publish. @throws LabProblem `ports-taken` */
export async function expectFreePorts(
  { engine: { url }, openEngine }: Pick<Machine, "engine" | "openEngine">,
  stages: readonly Stage[],
): Promise<void> {
  const wanted = stages.flatMap((stage) => (stageOf(stage).publishes ?? []).map((lab) => ({ stage, lab })));
  if (wanted.length === 0) return;
  const engine = openEngine(url);
  try {
    const containers = await engine.containers.list();
    const { isHere, machine } = await placeOf(engine);
    const holder = (port: number, stage: Stage) => holderOf(port, stage, containers, isHere);
    const found = await Promise.all(
      wanted.map(async ({ stage, lab }): Promise<{ port: number; lab: number; by: string }[]> => {
        const port = labPorts()[lab] ?? lab;
        const by = await holder(port, stage);
        return by === undefined ? [] : [{ port, lab, by }];
      }),
    );
    const taken = found.flat();
    if (taken.length > 0)
      throw LabProblem.of("ports-taken", { taken, machine: isHere ? words.thisMachine() : machine });
  } finally {
    engine.close();
  }
}

/** Who has a port, in words; undefined where nobody has, or the stage itself. */
async function holderOf(
  port: number,
  stage: Stage,
  containers: readonly ContainerSummary[],
  isHere: boolean,
): Promise<string | undefined> {
  const publishing = containers.filter(({ Ports }) => Ports?.some((bound) => isInTheWay(bound, port)));
  const isOwn = ({ Labels }: ContainerSummary) =>
    own((Labels ?? {}) as Record<string, string>, STAGE_LABEL) === namePrefix() + stage;
  if (publishing.some(isOwn)) return undefined;
  const [first] = publishing;
  if (first) return words.container(first.Names[0]?.slice(1) ?? first.Id);
  // What listens on a machine elsewhere, only a container there could tell.
  return !isHere || (await isFree(port)) ? undefined : words.anotherProgram();
}

/** What the stages' ports are published on, and what takes it with all other addresses. */
const inTheWay: ReadonlySet<string> = new Set(["127.0.0.1", "0.0.0.0", "::", ""]);

/** Whether a port that a container publishes keeps a stage from publishing its own, which are TCP's. */
const isInTheWay = ({ IP, PublicPort, Type }: PublishedPort, port: number): boolean =>
  PublicPort === port && Type === "tcp" && inTheWay.has(IP ?? "");

/** Whether nobody listens on a port of this machine's loopback. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : error.code === "EACCES" ? resolve(true) : reject(error),
    );
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
