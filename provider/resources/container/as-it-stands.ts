import { type ContainerInspect, type Engine, isEngineError } from "../../../engine";
import { hasUnknown, type ObjectValue, type Planned, type State, type Value } from "../../schema";
import { sameBlocks } from "../../schema/equal";
import { differInNotes } from "../compose-notes";
import { isForPlatform } from "../image/platform";
import { type Connection, isConnected } from "./connection";
import { isSameRequests } from "./devices";
import { hasEnded } from "./life-cycle";
import { spreadsTo } from "./port-ranges";
import { exposedKey, isSamePort } from "./ports";
import { hasSeen } from "./restart-triggers";
import { schema } from "./schema";

type Prior = State<typeof schema>;
type Plan = Planned<typeof schema>;
/** Says whether the container has it already; undefined where the plan is no more than what was. */
type Question =
  | ((found: ContainerInspect, engine: Engine, signal: AbortSignal) => boolean | Promise<boolean>)
  | undefined;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const texts = (value: unknown): readonly string[] | undefined =>
  value === undefined
    ? []
    : Array.isArray(value) && value.every((item) => typeof item === "string")
      ? value
      : undefined;

/** The platform of its image. */
function platform(prior: Prior, planned: Plan): Question {
  const asked = text(planned.platform);
  if (asked === "" || text(prior.platform) !== "") return undefined;
  return async (found, engine, signal) => {
    const image = await engine.images.tryInspect(found.Image, { signal });
    return image !== undefined && isForPlatform(image, asked);
  };
}

/** Ports that are exposed as those of the image or of `ports`. */
function expose(prior: Prior, planned: Plan): Question {
  const [was, asked] = [texts(prior.expose), texts(planned.expose)?.map(exposedKey)];
  if (!was || !asked || asked.length === 0 || !was.map(exposedKey).every((port) => asked.includes(port)))
    return undefined;
  return ({ Config }) => asked.every((port) => Object.hasOwn(Config.ExposedPorts ?? {}, port));
}

/** A range of ports that it has one by one, as an import tells them. */
function ports(prior: Prior, planned: Plan): Question {
  const asked: unknown = planned.ports;
  const isRange = (port: object) => "internal_to" in port && port.internal_to !== undefined;
  if (!Array.isArray(asked) || !asked.some(isRange) || prior.ports.some(isRange)) return undefined;
  return spreadsTo(asked, prior.ports, isSamePort) ? () => true : undefined;
}

const withoutMac = (block: ObjectValue): ObjectValue => ({ ...block, mac_address: undefined });

const hasMac = (block: Value): boolean => text((block as ObjectValue)["mac_address"]) !== "";

/** The network that the mode names, and MAC addresses that the engine might have chosen itself. */
function connected(prior: Prior, planned: Plan): Question {
  const [was, asked] = [prior.networks_advanced as unknown as ObjectValue[], planned.networks_advanced as Value];
  if (!Array.isArray(asked) || hasUnknown(asked) || was.some(hasMac)) return undefined;
  const told = (asked as ObjectValue[]).filter(
    ({ name }) => name !== planned.network_mode || was.some((other) => other["name"] === name),
  );
  if (told.length === asked.length && !asked.some(hasMac)) return undefined;
  if (!sameBlocks(schema.networks_advanced, was, told.map(withoutMac))) return undefined;
  return (found) => (asked as unknown as Connection[]).every(isConnected(found));
}

/** Labels that differ in what `docker compose` notes, without one of which it does not know the container. */
const noted = (prior: Prior, planned: Plan): Question =>
  differInNotes(schema.labels, prior.labels, planned.labels, { lacking: false }) ? () => true : undefined;

const isHealthy = ({ State }: ContainerInspect): boolean => State.Health?.Status === "healthy";

/** What it is started again for: containers that it has seen, whatever it was said to be started for. */
function restartTriggers(prior: Prior, planned: Plan): Question {
  const asked = texts(planned.restart_triggers);
  if (prior.restart_triggers !== undefined || !asked || asked.length === 0) return undefined;
  return (found, engine, signal) => hasSeen(found, asked, engine, signal);
}

/** How it is waited for: it is healthy by now, with nobody having waited. */
const waited =
  (name: "wait" | "wait_timeout") =>
  (prior: Prior, planned: Plan): Question =>
    !prior.wait && planned.wait === true && planned[name] !== prior[name] ? isHealthy : undefined;

/** That its end is waited for: it has ended by now, with the exit code that is expected. */
const ended =
  (name: "attach" | "expected_exit_code") =>
  (prior: Prior, planned: Plan): Question => {
    const { expected_exit_code: expected } = planned;
    if (prior.attach || prior.expected_exit_code !== undefined || planned[name] === prior[name]) return undefined;
    if (planned.must_run !== false || typeof expected !== "number") return undefined;
    return (found) => hasEnded(found) && found.State.ExitCode === expected;
  };

/** Devices that are asked for in one of the two ways, and are told in the other. */
const requested = (prior: Prior, planned: Plan): Question =>
  !hasUnknown([planned.gpus, planned.device_requests] as Value[]) &&
  planned.gpus !== prior.gpus &&
  isSameRequests(prior, planned as unknown as Prior)
    ? () => true
    : undefined;

const questions = {
  platform,
  expose,
  ports,
  networks_advanced: connected,
  gpus: requested,
  device_requests: requested,
  labels: noted,
  restart_triggers: restartTriggers,
  wait: waited("wait"),
  wait_timeout: waited("wait_timeout"),
  attach: ended("attach"),
  expected_exit_code: ended("expected_exit_code"),
} as const;

/**
 * What an import does not tell, since the engine does not tell it from what it has by itself, and what others note of
 * it: where the container has what is asked for, it stays as it was, which is no change.
 */
export async function asItStands(
  prior: Prior,
  planned: Plan,
  engine: Engine | undefined,
  signal: AbortSignal,
): Promise<Partial<Plan>> {
  const names = Object.keys(questions) as (keyof typeof questions)[];
  const asked = names.flatMap((name) => {
    const hasIt = questions[name](prior, planned);
    return hasIt ? [{ name, hasIt }] : [];
  });
  if (asked.length === 0 || !engine) return {};
  try {
    const found = await engine.containers.tryInspect(prior.id, { signal });
    if (!found) return {};
    const answers = await Promise.all(
      asked.map(async ({ name, hasIt }) => ({ name, has: await hasIt(found, engine, signal) })),
    );
    return Object.fromEntries(answers.filter(({ has }) => has).map(({ name }) => [name, prior[name]]));
  } catch (error) {
    // An engine that does not answer yet cannot say that they are the same.
    if (!isEngineError(error) || isEngineError(error, "aborted")) throw error;
    return {};
  }
}
