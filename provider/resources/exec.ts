import { randomUUID } from "node:crypto";
import {
  attributeError,
  bool,
  DiagnosticError,
  number,
  string,
  stringList,
  stringMap,
  UNKNOWN,
  type Unknown,
} from "../schema";
import { isToBeMade } from "./container/to-be-made";
import { inTurnWithOthers } from "./container/turns";
import { defineResource } from "./define";
import { lastLines } from "./last-lines";
import type { NothingLeft } from "./leftover";
import { isTakenOver } from "./taken-over";

const schema = {
  id: string({ computed: true, doc: "An id of this run." }),
  container: string({ required: true, forceNew: true, doc: "Name or id of the container, which must be running." }),
  command: stringList({
    required: true,
    forceNew: true,
    doc: 'Command and arguments. No shell is involved: `["sh", "-c", "…"]` brings one.',
    validate: (command) => (command.length === 0 ? 'the command is empty; name a program, `["ls", "-l"]`' : undefined),
  }),
  environment: stringMap({
    optional: true,
    forceNew: true,
    doc: "Environment variables beside the container's own. Default: none.",
  }),
  user: string({ optional: true, forceNew: true, doc: "`user[:group]`, names or ids. Default: the container's." }),
  working_dir: string({
    optional: true,
    forceNew: true,
    doc: "Folder that the command runs in. Default: the container's.",
  }),
  privileged: bool({
    optional: true,
    forceNew: true,
    zero: false,
    doc: "Run it with every capability. Default: false.",
  }),
  stdin: string({ optional: true, forceNew: true, doc: "What the command reads. Default: nothing." }),
  triggers: stringMap({
    optional: true,
    forceNew: true,
    doc: "Any values whose change runs the command again. Default: none.",
  }),
  expected_exit_code: number({
    optional: true,
    default: 0,
    forceNew: true,
    doc: "Exit code that counts as success. Another one is an error, and the next apply runs the command again.",
  }),
  container_id: string({
    computed: true,
    doc: "Id of the container that it ran in: in another one of the same name it runs again.",
  }),
  stdout: string({ computed: true, doc: "What it printed on standard output." }),
  stderr: string({ computed: true, doc: "What it printed on standard error." }),
  output: string({
    computed: true,
    doc: "Both, in the order in which the engine tells them: what is printed on the two at one moment may change places.",
  }),
  exit_code: number({ computed: true, doc: "Its exit code." }),
} as const;

/** What is asked for, of which an import tells the container alone. */
const CONFIGURED = [
  "command",
  "environment",
  "user",
  "working_dir",
  "privileged",
  "stdin",
  "triggers",
  "expected_exit_code",
] as const;

const leftover: NothingLeft = {
  nothing: "what a command did is in its container, and goes with it",
};

/**
 * A command that ran in a running container, like `docker container exec`.
 * Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Exec
 */
export const exec = defineResource({
  type: "docker_exec",
  leftover,
  doc: "A command that ran once in a running container, and what it printed. It runs again when anything of it changes. An import, by the container's name, takes it to have run there already.",
  schema,
  imports: (container) => ({ id: container, container }),

  plan({ prior, planned, privateState, services, warn }) {
    // In another container of the name it runs again.
    if (prior && typeof planned.container === "string" && isToBeMade(services?.engine, planned.container))
      return { planned: { ...planned, id: UNKNOWN as Unknown }, replace: ["id"] };
    if (!prior || prior.command !== undefined || !isTakenOver(privateState)) return undefined;
    warn(
      `a command in container "${prior.container}" is taken to have run`,
      "No engine tells what ran in a container: the first apply notes the command in the state alone. It runs when it changes, or in a container that takes this one's place.",
    );
    return { inPlace: CONFIGURED };
  },

  async create({ planned, engine, signal, made }) {
    const { container, command } = planned;
    const found = await engine.containers.inspect(container, { signal });
    if (!found.State.Running) {
      throw attributeError(
        ["container"],
        `container "${container}" is not running (${found.State.Status})`,
        "a command can be run in a running container alone: start it, or make it stay up (`must_run`, `tty` with `stdin_open`)",
      );
    }
    const asked = {
      cmd: command,
      env: Object.entries(planned.environment ?? {}).map(([name, value]) => `${name}=${value}`),
      user: planned.user,
      workingDir: planned.working_dir,
      privileged: planned.privileged,
      stdin: planned.stdin,
      signal,
    };
    const result = await inTurnWithOthers(engine, found.Id, () => engine.exec.run(container, asked));
    const { stdout, stderr, output, exitCode } = result;
    const state = { id: randomUUID(), container_id: found.Id, stdout, stderr, output, exit_code: exitCode };
    made(state);
    if (exitCode !== planned.expected_exit_code) {
      throw new DiagnosticError([
        {
          severity: "error",
          summary: `${JSON.stringify(command.join(" "))} in container "${container}" exited with ${exitCode}, expected ${planned.expected_exit_code}`,
          detail: lastLines(output),
          path: ["command"],
        },
      ]);
    }
    return state;
  },

  // What a command printed stays true; it belongs to its container, and is gone with it.
  async read({ state, engine, signal }) {
    const found = await engine.containers.tryInspect(state.container, { signal });
    if (!found || found.Id !== (state.container_id ?? found.Id)) return undefined;
    return state.id === state.container && state.container_id === undefined
      ? { id: randomUUID(), container_id: found.Id }
      : {};
  },

  async delete() {},
});
