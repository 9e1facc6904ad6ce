import type { ContainerInspect } from "../../../engine";
import { bool, number, type Planned, type State, string, UNKNOWN } from "../../schema";
import { oneOf, whole } from "../../schema/validators";
import { isComposed } from "../compose-notes";
import { type HasIt, part } from "./part";

/** Unless another time is asked. */
export const UP_WITHIN_MS = 15_000;

const schema = {
  start: bool({
    optional: true,
    default: true,
    doc: "Start it. A container that is not started is only made, and nothing is waited for.",
  }),
  must_run: bool({
    optional: true,
    default: true,
    doc: "It has to run: one that ends at once is an error, and one that has stopped shows here as `false`, so that the next apply starts it again. With `expected_exit_code` it may as well end with that at once, as a job does, and is left so. `false`: whether it runs is left alone.",
  }),
  attach: bool({
    optional: true,
    default: false,
    doc: "Wait until it has ended, like `docker run` without `-d`. Needs `must_run = false`.",
  }),
  logs: bool({
    optional: true,
    default: false,
    doc: "Keep what it printed in `container_logs`.",
  }),
  expected_exit_code: number({
    optional: true,
    validate: whole(0, { to: 255 }),
    doc: "Wait until it has ended, and take any other exit code for an error that shows the end of its log; the next apply runs it again. With `must_run` its end is not waited for: it runs, or ended with this within a second of its start.",
  }),
  wait: bool({
    optional: true,
    default: false,
    doc: "Wait until its health check passes; it, or its image, must have one.",
  }),
  wait_timeout: number({
    optional: true,
    default: 60,
    validate: whole(0, { of: "seconds" }),
    doc: "Seconds that `wait` waits at most.",
  }),
  container_read_refresh_timeout_milliseconds: number({
    optional: true,
    default: UP_WITHIN_MS,
    validate: whole(0, { of: "milliseconds" }),
    doc: "Milliseconds that a container which the engine keeps restarting is given to be up; 0 for the default.",
  }),
  restart: string({
    optional: true,
    default: "no",
    same: (a, b) => (a || "no") === (b || "no"),
    validate: oneOf("no", "on-failure", "always", "unless-stopped"),
    doc: "When the engine starts it again by itself: `no`, `on-failure`, `always` or `unless-stopped`. A change is made in place.",
  }),
  max_retry_count: number({
    optional: true,
    zero: 0,
    validate: whole(0, { of: "retries" }),
    doc: "How often `on-failure` restarts it at most; 0 for ever. A change is made in place.",
  }),
  rm: bool({
    optional: true,
    default: false,
    forceNew: true,
    doc: "The engine removes it when it ends, `docker run --rm`. Where it need not run, one that is gone has done its work and is not made again.",
  }),
  remove_volumes: bool({
    optional: true,
    default: true,
    doc: "Remove its anonymous volumes with it.",
  }),
  destroy_grace_seconds: number({
    optional: true,
    zero: 0,
    validate: whole(0, { of: "seconds" }),
    doc: "Seconds that it has to stop when it is destroyed. Default: it is killed at once.",
  }),
  exit_code: number({ computed: true, doc: "Exit code of its process, where it has ended." }),
  container_logs: string({
    computed: true,
    doc: "What it printed, standard output and error in the order in which they were written, where `logs` is set: of a process that has ended all of it, of one that runs what it had printed when it was started.",
  }),
} as const;

/** When the container runs, what an apply waits for, and what becomes of it. */
export const lifeCycle = part({
  schema,

  toEngine: ({ restart, max_retry_count, rm }) => ({
    host: { RestartPolicy: restartPolicy(restart, max_retry_count), AutoRemove: rm },
  }),

  fromEngine: (found, asked) => ({
    ...(asked === undefined && { start: !isNew(found), ...graceOf(found), ...endOf(found) }),
    must_run:
      asked === undefined
        ? isUp(found) || isNew(found) || hasEndedAsSeen(found)
        : asked.must_run && (isUp(found) || asked.start === false || hasEndedAsSeen(found, asked)),
    restart: found.HostConfig.RestartPolicy?.Name || "no",
    max_retry_count: found.HostConfig.RestartPolicy?.MaximumRetryCount ?? 0,
    rm: found.HostConfig.AutoRemove ?? false,
    exit_code: hasEnded(found) ? (found.State.ExitCode ?? undefined) : undefined,
  }),

  asItStands: {
    must_run: ended("must_run"),
    wait: waited("wait"),
    wait_timeout: waited("wait_timeout"),
    attach: ended("attach"),
    expected_exit_code: ended("expected_exit_code"),
  },

  afterStart: () => ({ exit_code: UNKNOWN, container_logs: UNKNOWN }),

  problems: ({ must_run, attach, restart, max_retry_count, rm, start }) => {
    const runsOn = must_run === undefined || must_run === true;
    const found: [wrong: boolean, attribute: string, summary: string, detail: string][] = [
      [
        runsOn && attach === true && start !== false,
        "attach",
        "attach waits for the end of a container that must run",
        "set `must_run = false` where it is to end, or remove `attach`",
      ],
      [
        typeof max_retry_count === "number" && max_retry_count > 0 && (restart === undefined || restart === "no"),
        "max_retry_count",
        "max_retry_count without a restart policy",
        'set `restart = "on-failure"`, or remove `max_retry_count`',
      ],
      [
        rm === true && typeof restart === "string" && restart !== "no",
        "rm",
        `rm conflicts with restart = ${JSON.stringify(restart)}`,
        "a container cannot be both removed and restarted when it ends; remove one of the two",
      ],
    ];
    return found
      .filter(([wrong]) => wrong)
      .map(([, attribute, summary, detail]) => ({ severity: "error", summary, detail, path: [attribute] }));
  },
});

/** Seconds that the engine gives a container to stop, where nobody says otherwise. */
const GRACE = 10;

/** What `docker compose` runs is given time to stop by it, too. */
const graceOf = ({ Config }: ContainerInspect): Partial<State<typeof schema>> =>
  isComposed(Config.Labels) ? { destroy_grace_seconds: Config.StopTimeout ?? GRACE } : {};

type Waiting = (prior: State<typeof schema>, planned: Planned<typeof schema>) => HasIt | undefined;

/** How it is waited for: it is healthy by now, with nobody having waited. */
function waited(name: "wait" | "wait_timeout"): Waiting {
  return (prior, planned) =>
    !prior.wait && planned.wait === true && planned[name] !== prior[name]
      ? ({ State }) => State.Health?.Status === "healthy"
      : undefined;
}

/** That its end is waited for: it has ended by now, with the exit code that is expected. */
function ended(name: "must_run" | "attach" | "expected_exit_code"): Waiting {
  return (prior, planned) => {
    const { expected_exit_code: expected } = planned;
    const other = prior.expected_exit_code !== undefined && prior.expected_exit_code !== expected;
    if (prior.attach || other || planned[name] === prior[name]) return undefined;
    if (planned.must_run !== false || typeof expected !== "number") return undefined;
    return (found) => hasEnded(found) && found.State.ExitCode === expected;
  };
}

/** What `docker compose` runs, and nothing starts again, may end with 0: whether it is a job no engine tells. */
const endOf = ({ Config, HostConfig }: ContainerInspect): Partial<State<typeof schema>> =>
  isComposed(Config.Labels) && isToEnd(HostConfig.RestartPolicy?.Name) ? { expected_exit_code: 0 } : {};

const isToEnd = (policy: string | null | undefined): boolean => !policy || policy === "no" || policy === "on-failure";

type Asked = Partial<Pick<State<typeof schema>, "expected_exit_code" | "exit_code">>;

/**
 * Whether it had ended, as it may, when it was last seen, or as soon as it was started, which whoever looked then may have
 * missed: one that ran for longer was stopped, or its machine was.
 */
function hasEndedAsSeen(found: ContainerInspect, asked?: Asked): boolean {
  const { expected_exit_code: expected } = asked ?? endOf(found);
  if (expected === undefined || !hasEnded(found) || found.State.ExitCode !== expected) return false;
  return asked === undefined || asked.exit_code === expected || hasEndedAtOnce(found);
}

/** Milliseconds within which a process that ends at once does so, on a machine that is busy. */
const AT_ONCE = 1000;

const hasEndedAtOnce = ({ State }: ContainerInspect): boolean =>
  Date.parse(State.FinishedAt ?? "") - Date.parse(State.StartedAt ?? "") < AT_ONCE;

export const restartPolicy = (restart: string, maxRetryCount: number | undefined) => ({
  Name: restart as "no" | "on-failure" | "always" | "unless-stopped",
  MaximumRetryCount: maxRetryCount ?? 0,
});

/** Between two restarts by its policy the engine calls it running too. */
export const isUp = ({ State }: ContainerInspect): boolean => State.Running ?? false;

/** Whether nobody has started it yet. */
const isNew = (found: ContainerInspect): boolean =>
  !isUp(found) && (found.State.Status === "created" || (found.State.StartedAt ?? "0001").startsWith("0001"));

/** Whether it has run, and does no more. */
export const hasEnded = (found: ContainerInspect): boolean => !isUp(found) && !isNew(found);

/** With `rm` the engine removes it as soon as it has ended. */
export const isOnItsWayOut = (found: ContainerInspect): boolean =>
  found.State.Status === "removing" || (found.HostConfig.AutoRemove === true && hasEnded(found));

/** Whether a container that is gone is gone because it has done what was asked of it. */
export const hasDoneItsWork = ({ rm, must_run, start }: Pick<State<typeof schema>, "rm" | "must_run" | "start">) =>
  rm && !must_run && start;
