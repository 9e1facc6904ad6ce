import type { HealthConfig } from "../../../engine";
import { readDuration, writeDuration } from "../../../formats/duration";
import { type Diagnostic, hasUnknown, type ObjectValue, type Value } from "../../schema";
import type { DockerCall } from "../define";
import { DEFAULT_LIMIT } from "./limit";

/** The engine's own, where none is set. */
const INTERVAL = 30e9;
const START_INTERVAL = 5e9;
/** Of the Engine API that knows `start_interval`, and checks more often within the start period. */
const START_INTERVAL_MINOR = 44;

/** Whether the service has a test of its own, or sets the times of its image's. */
export const hasHealthCheck = (check: HealthConfig | null | undefined): boolean =>
  Boolean(check) && check?.Test?.[0] !== "NONE";

/**
 * Complains of a first health check that comes only when nothing is waited for any more: no task of the service could
 * be healthy by then. What is not known yet is not judged.
 *
 * @param knowsStartInterval whether the engine checks more often within the start period
 */
export function lateFirstCheck(config: ObjectValue, knowsStartInterval: boolean): Diagnostic[] {
  const wait = firstOf(config["converge_config"]);
  const check = firstOf(firstOf(firstOf(config["task_spec"])?.["container_spec"])?.["healthcheck"]);
  if (!wait || !check || hasUnknown(wait) || hasUnknown(check) || isDisabled(check)) return [];
  const timeout = textOf(wait["timeout"]) ?? DEFAULT_LIMIT;
  const { attribute, after } = firstCheck(check, knowsStartInterval);
  if (after < (readDuration(timeout) ?? Number.POSITIVE_INFINITY)) return [];
  const first = writeDuration(after);
  return [
    {
      severity: "error",
      summary: `the first health check comes after ${first}, and nothing is waited for longer than ${timeout}`,
      detail: `A task runs once its first check has passed, which \`healthcheck.${attribute}\` (${first}) puts off beyond \`converge_config.timeout\` (${timeout}). Check sooner, or give it a timeout of more than ${first}.${inStartPeriod(check, knowsStartInterval)}`,
      path: ["task_spec", 0, "container_spec", 0, "healthcheck"],
    },
  ];
}

/** The same of a service that is about to be made, for the engine that it is asked of. */
export async function lateFirstCheckOn(
  { engine, signal }: Pick<DockerCall, "engine" | "signal">,
  planned: ObjectValue,
): Promise<Diagnostic[]> {
  // Only one that a start interval would mend depends on the engine.
  if (lateFirstCheck(planned, false).length === 0) return [];
  const minor = Number((await engine.apiVersion({ signal })).split(".")[1]);
  return lateFirstCheck(planned, minor >= START_INTERVAL_MINOR);
}

function firstCheck(check: ObjectValue, knowsStartInterval: boolean): { attribute: string; after: number } {
  const interval = { attribute: "interval", after: nanoseconds(check["interval"]) || INTERVAL };
  if (!knowsStartInterval || nanoseconds(check["start_period"]) === 0) return interval;
  const start = { attribute: "start_interval", after: nanoseconds(check["start_interval"]) || START_INTERVAL };
  return start.after < interval.after ? start : interval;
}

const inStartPeriod = (check: ObjectValue, knowsStartInterval: boolean): string =>
  !knowsStartInterval && nanoseconds(check["start_period"]) > 0
    ? " This engine checks no more often within `start_period`: that needs API 1.44 (Docker 25)."
    : "";

const isDisabled = (check: ObjectValue): boolean => Array.isArray(check["test"]) && check["test"][0] === "NONE";
const nanoseconds = (value: Value): number => readDuration(textOf(value) ?? "0") ?? 0;
const textOf = (value: Value): string | undefined => (typeof value === "string" ? value : undefined);
const firstOf = (blocks: Value | undefined): ObjectValue | undefined =>
  Array.isArray(blocks) ? (blocks[0] as ObjectValue | undefined) : undefined;
