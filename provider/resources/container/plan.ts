import { type Engine, isEngineError } from "../../../engine";
import {
  type Call,
  hasUnknown,
  type Planned,
  type State,
  UNKNOWN,
  type Unknown,
  type Value,
  type WithPrivateState,
} from "../../schema";
import type { Services } from "../define";
import { isTakenOver } from "../taken-over";
import { asItStands } from "./as-it-stands";
import { hasFiles } from "./has-files";
import { parts, type schema } from "./parts";
import { otherContainers } from "./references";
import { mayBeTriggered } from "./restart-triggers";
import { isToBeMade, noteToBeMade } from "./to-be-made";
import type { Upload } from "./upload";

type Plan = Planned<typeof schema>;

type Change<P extends Plan> = Call &
  WithPrivateState & {
    readonly prior: State<typeof schema> | undefined;
    readonly planned: P;
    readonly config: Plan;
    readonly services: Services | undefined;
  };

/** The last word on a plan: a name and an id of one image are no change, and what a start brings is not known yet. */
export async function planContainer<P extends Plan>(change: Change<P>) {
  const { prior, planned, config, services, signal } = change;
  const engine = services?.engine;
  if (prior === undefined) {
    if (typeof planned.name === "string") noteToBeMade(engine, planned.name);
    return undefined;
  }
  if (otherContainers(planned).some((name) => isToBeMade(engine, name)))
    return { planned: { ...planned, id: UNKNOWN as Unknown }, replace: ["id" as const] };
  const kept = await asItStands(prior, planned, engine, signal);
  const wanted = { ...planned, ...kept };
  const changed: Partial<Plan> = {
    image: await plannedImage(prior, wanted.image, engine, signal),
    ...(startsAgain(prior, wanted) || mayBeTriggered(prior, wanted) ? afterStart(wanted, config) : {}),
    ...(wanted.logs !== prior.logs ? { container_logs: UNKNOWN } : {}),
    ...(wanted.expected_exit_code !== prior.expected_exit_code ? { exit_code: UNKNOWN } : {}),
  };
  const replace: "expected_exit_code"[] = endsOtherwise(prior, wanted) ? ["expected_exit_code"] : [];
  const inPlace: "upload"[] = (await hasUploads(change, prior)) ? ["upload"] : [];
  sayWhatIsNoted(change, prior, inPlace);
  return { planned: { ...wanted, ...changed }, replace, inPlace, legacy: Object.keys(kept).length > 0 };
}

/** A plan that takes a container over shows these as changes, and no more than the state changes. */
function sayWhatIsNoted<P extends Plan>(
  { planned: { pre_stop: hooks }, privateState, warn }: Change<P>,
  prior: State<typeof schema>,
  inPlace: readonly string[],
): void {
  const isNoted = isTakenOver(privateState) && prior.pre_stop.length === 0 && Array.isArray(hooks) && hooks.length > 0;
  const noted = [...(isNoted ? ["pre_stop"] : []), ...inPlace];
  if (noted.length === 0) return;
  warn(
    `container "${prior.name}" is taken over as it is`,
    `No engine tells ${noted.map((name) => `\`${name}\``).join(" and ")}: the first apply notes in the state what the configuration has, by which later ones go, and does nothing to the container for that.`,
  );
}

/** Files that an import does not tell, of which the container has each as it is asked for. */
async function hasUploads<P extends Plan>(
  { planned: { upload }, privateState, services, signal }: Change<P>,
  prior: State<typeof schema>,
): Promise<boolean> {
  if (!services || !isTakenOver(privateState) || prior.upload.length > 0) return false;
  if (!Array.isArray(upload) || upload.length === 0 || hasUnknown(upload as unknown as Value)) return false;
  return hasFiles(services.engine, prior.id, upload as unknown as readonly Upload[], signal);
}

/** Whether the apply starts a container that has stopped, or was never started. */
export const startsAgain = (
  prior: Pick<State<typeof schema>, "must_run" | "start">,
  planned: Pick<Plan, "must_run" | "start">,
): boolean => planned.start === true && ((planned.must_run === true && !prior.must_run) || prior.start === false);

/** Everything that a start may change. */
const afterStart = (planned: Plan, config: Plan): Partial<Plan> =>
  Object.assign({}, ...parts.map((part) => part.afterStart?.(planned, config)));

/** A run that has ended otherwise than is now expected is run again; one that must run is started. */
const endsOtherwise = (
  { exit_code: code }: State<typeof schema>,
  { expected_exit_code: expected, must_run: runsOn }: Plan,
): boolean => runsOn !== true && expected !== undefined && code !== undefined && code !== expected;

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
