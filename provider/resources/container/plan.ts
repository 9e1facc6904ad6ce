import { type Engine, isEngineError } from "../../../engine";
import { type Call, type Planned, type State, UNKNOWN, type Unknown } from "../../schema";
import type { Services } from "../define";
import { asItStands } from "./as-it-stands";
import { otherContainers } from "./references";
import type { schema } from "./schema";

/** Containers that the plan makes, by engine and name: what is to share something of one gets to do with a new id. */
const toBeMade = new Set<string>();
const keyOf = (engine: Engine | undefined, name: string) => `${engine?.url} ${name}`;

/** The container is made by now: a plan after this begins anew. */
export const settleToBeMade = (engine: Engine, name: string): void => void toBeMade.delete(keyOf(engine, name));

type Plan = Planned<typeof schema>;

type Change<P extends Plan> = Call & {
  readonly prior: State<typeof schema> | undefined;
  readonly planned: P;
  readonly services: Services | undefined;
};

/** The last word on a plan: a name and an id of one image are no change, and what a start brings is not known yet. */
export async function planContainer<P extends Plan>({ prior, planned, services, signal }: Change<P>) {
  const engine = services?.engine;
  if (prior === undefined) {
    if (typeof planned.name === "string") toBeMade.add(keyOf(engine, planned.name));
    return undefined;
  }
  if (otherContainers(planned).some((name) => toBeMade.has(keyOf(engine, name))))
    return { planned: { ...planned, id: UNKNOWN as Unknown }, replace: ["id" as const] };
  const kept = await asItStands(prior, planned, engine, signal);
  const changed: Partial<Plan> = {
    ...kept,
    image: await plannedImage(prior, planned.image, engine, signal),
    ...(startsAgain(prior, planned) ? afterStart(planned) : {}),
    ...(planned.logs !== prior.logs ? { container_logs: UNKNOWN } : {}),
    ...(planned.expected_exit_code !== prior.expected_exit_code ? { exit_code: UNKNOWN } : {}),
  };
  const replace: "expected_exit_code"[] = endsOtherwise(prior, planned) ? ["expected_exit_code"] : [];
  return { planned: { ...planned, ...changed }, replace, legacy: Object.keys(kept).length > 0 };
}

/** Whether the apply starts a container that has stopped, or was never started. */
export const startsAgain = (
  prior: Pick<State<typeof schema>, "must_run" | "start">,
  planned: Pick<Plan, "must_run" | "start">,
): boolean => planned.start === true && ((planned.must_run === true && !prior.must_run) || prior.start === false);

/** Everything that a start may change; a port of the host that was left to the engine is another one each time. */
const afterStart = ({ ports }: Plan): Partial<Plan> => ({
  exit_code: UNKNOWN,
  container_logs: UNKNOWN,
  network_data: UNKNOWN,
  bridge: UNKNOWN,
  ports: Array.isArray(ports)
    ? ports.map((port) => (port.external === undefined ? { ...port, external: UNKNOWN } : port))
    : ports,
});

/** A run that has ended otherwise than is now expected is run again. */
const endsOtherwise = ({ exit_code: code }: State<typeof schema>, { expected_exit_code: expected }: Plan): boolean =>
  expected !== undefined && code !== undefined && code !== expected;

/** An id without the name of its hash, which may be left out. */
const digits = (id: string): string => id.replace(/^sha256:/, "");

/** The image as it was written before, where another way to write it means the one that the container is made of. */
async function plannedImage(
  prior: Pick<State<typeof schema>, "id" | "image">,
  planned: Plan["image"],
  engine: Engine | undefined,
  signal: AbortSignal,
): Promise<Plan["image"]> {
  if (typeof planned !== "string" || planned === prior.image || !engine) return planned;
  try {
    const [container, image] = await Promise.all([
      engine.containers.tryInspect(prior.id, { signal }),
      engine.images.tryInspect(planned, { signal }),
    ]);
    // An id is known to be its image's although the engine has that no more.
    const isOfIt = container && (container.Image === image?.Id || digits(container.Image) === digits(planned));
    return isOfIt ? prior.image : planned;
  } catch (error) {
    // An engine that does not answer yet cannot say that they are the same.
    if (!isEngineError(error) || isEngineError(error, "aborted")) throw error;
    return planned;
  }
}
