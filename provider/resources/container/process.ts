import { bool, type Diagnostic, number, string, stringList, stringMap, stringSet } from "../../schema";
import { whole } from "../../schema/validators";
import { samePath } from "../path";
import { versioned } from "../versioned";
import { part } from "./part";

const schema = {
  command: stringList({
    optional: true,
    computed: true,
    forceNew: true,
    zero: [],
    doc: "Command and arguments, or the arguments of `entrypoint`. No shell is involved. Default: the image's.",
  }),
  entrypoint: stringList({
    optional: true,
    computed: true,
    forceNew: true,
    zero: [],
    // One that was taken away is none to the engine.
    same: (a, b) => [a, b].every((entrypoint) => entrypoint.length === 0 || isTakenAway(entrypoint)),
    doc: "Program and first arguments; `[\"\"]` takes away the image's, not its command. Default: the image's.",
  }),
  env: stringSet({
    optional: true,
    computed: true,
    forceNew: true,
    validate: (env) => validateEnvironment(env),
    doc: "Environment variables, `NAME=value` each; `NAME` alone takes away the image's. Those of the image are not shown.",
  }),
  env_wo: stringMap({
    optional: true,
    sensitive: true,
    writeOnly: true,
    validate: (env) => validateEnvironment(Object.keys(env), /^$|=/),
    doc: "More environment variables, value by name, in no plan and no state: they may come from ephemeral variables and resources. Who may inspect the container sees them. Needs Terraform or OpenTofu 1.11.",
  }),
  env_wo_version: number({
    optional: true,
    forceNew: true,
    validate: whole(0),
    doc: "Any number, to be another one where `env_wo` is: nothing else shows that it changed.",
  }),
  user: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    doc: "`user[:group]`, names or ids. Default: the image's, or root.",
  }),
  working_dir: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    same: samePath,
    doc: "Folder that the command runs in. Default: the image's, or `/`.",
  }),
  tty: bool({ optional: true, default: false, forceNew: true, doc: "Run it under a terminal, `docker run -t`." }),
  stdin_open: bool({
    optional: true,
    default: false,
    forceNew: true,
    doc: "Keep its standard input open with nobody attached, `docker run -i`.",
  }),
  init: bool({
    optional: true,
    computed: true,
    forceNew: true,
    doc: "Run it under an init that passes on signals and reaps its children. Default: the engine's `--init`.",
  }),
  stop_signal: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    same: (a, b) => signalName(a) === signalName(b),
    doc: "Signal that asks it to stop, `SIGTERM`. Default: the image's.",
  }),
  stop_timeout: number({
    optional: true,
    computed: true,
    forceNew: true,
    zero: 0,
    validate: whole(-Infinity, { of: "seconds" }),
    doc: "Seconds that it has to stop before it is killed; -1 for ever. Default, and 0: the image's, or the engine's, 10.",
  }),
  group_add: stringSet({
    optional: true,
    forceNew: true,
    zero: [],
    doc: "Groups, names or ids, that its user belongs to beside its own.",
  }),
} as const;

/** What runs in the container. */
export const process = part({
  schema,

  toEngine: ({ command = [], entrypoint = [], ...asked }) => ({
    config: {
      Cmd: command.length > 0 ? command : undefined,
      Entrypoint: entrypointRequest(entrypoint, command),
      Env: asked.env_wo ? [...(asked.env ?? []), ...variablesIn(asked.env_wo)] : asked.env,
      User: asked.user,
      WorkingDir: asked.working_dir,
      Tty: asked.tty,
      OpenStdin: asked.stdin_open,
      StopSignal: asked.stop_signal,
      StopTimeout: asked.stop_timeout || undefined,
    },
    host: { Init: asked.init, GroupAdd: asked.group_add },
  }),

  fromEngine: ({ Config, HostConfig }, asked) => ({
    command: Config.Cmd ?? [],
    entrypoint: Config.Entrypoint ?? [],
    env: asked ? variablesOf(Config.Env ?? [], asked.env ?? []) : (Config.Env ?? []),
    user: Config.User ?? "",
    working_dir: Config.WorkingDir ?? "",
    tty: Config.Tty ?? false,
    stdin_open: Config.OpenStdin ?? false,
    init: HostConfig.Init ?? false,
    stop_signal: Config.StopSignal ?? "",
    // None at all cannot be said here, where 0 is the default.
    stop_timeout: Config.StopTimeout === 0 ? 1 : (Config.StopTimeout ?? undefined),
    group_add: HostConfig.GroupAdd ?? [],
  }),

  problems: ({ env, env_wo, env_wo_version }) => [
    ...versioned("env_wo", env_wo, env_wo_version),
    ...namesTwice(env, env_wo),
  ],
});

const variablesIn = (env: Readonly<Record<string, string>>): string[] =>
  Object.entries(env).map(([name, value]) => `${name}=${value}`);

/** Names may be told, values may not. */
function namesTwice(env: unknown, writeOnly: unknown): Diagnostic[] {
  if (!Array.isArray(env) || typeof writeOnly !== "object" || writeOnly === null) return [];
  const known = new Set(env.flatMap((variable) => (typeof variable === "string" ? [variable.split("=", 1)[0]] : [])));
  return Object.keys(writeOnly)
    .filter((name) => known.has(name))
    .map((name) => ({
      severity: "error",
      summary: `${name} is in env and in env_wo`,
      detail: "a variable has one value; remove it from one of the two",
      path: ["env_wo"],
    }));
}

/**
 * Beside none that is an empty list, the engine takes the image's command; beside `[""]` it refuses to have none.
 * Source: merge of moby, daemon/commit.go
 */
function entrypointRequest(entrypoint: readonly string[], command: readonly string[]): string[] | undefined {
  if (entrypoint.length === 0) return undefined;
  return isTakenAway(entrypoint) && command.length === 0 ? [] : [...entrypoint];
}

const isTakenAway = (entrypoint: readonly string[]): boolean => entrypoint.length === 1 && entrypoint[0] === "";

/** Beside those that were asked for the image has some. One that was taken away is not among those that are there. */
const variablesOf = (found: readonly string[], asked: readonly string[]): string[] =>
  asked.filter((variable) => found.includes(variable) || !variable.includes("="));

function validateEnvironment(env: readonly string[], wrong = /^(?:$|=)/): string | undefined {
  const nameless = env.filter((variable) => wrong.test(variable)).length;
  if (nameless === 0) return undefined;
  // Values may be secrets: they are not repeated.
  return `${nameless} of its items ${nameless === 1 ? "has" : "have"} no name; write \`NAME=value\``;
}

const signalName = (signal: string): string => signal.toUpperCase().replace(/^SIG/, "");
