import type { Engine } from "../../../engine";
import { bool, type Call, DiagnosticError, listOf, type State, string, stringList, stringMap } from "../../schema";
import { lastLines } from "../last-lines";
import { isUp } from "./life-cycle";
import { part } from "./part";

const schema = {
  pre_stop: listOf(
    {
      command: stringList({
        required: true,
        doc: "Command and arguments. No shell is involved.",
        validate: (command) => (command.length === 0 ? 'the command is empty; name a program, `["sync"]`' : undefined),
      }),
      user: string({ optional: true, zero: "", doc: "`user[:group]`, names or ids. Default: the container's." }),
      privileged: bool({ optional: true, zero: false, doc: "Run it with every capability. Default: false." }),
      working_dir: string({ optional: true, zero: "", doc: "Folder that it runs in. Default: the container's." }),
      environment: stringMap({
        optional: true,
        zero: {},
        doc: "Environment variables beside the container's own. Default: none.",
      }),
    },
    {
      doc: "A command that runs in the container before it is stopped: destroyed, replaced, or restarted for its `restart_triggers`. They run in their order, in a container that runs; one that fails is an error, and the container stays. A change is made in place.",
    },
  ),
} as const;

/** What is done in a container before it stops, of which no engine knows. */
export const preStop = part({
  schema,
  toEngine: () => ({}),
  fromEngine: () => ({}),
});

type Stopping = Pick<State<typeof schema>, "pre_stop"> & { readonly id: string };

/** @throws DiagnosticError where a command of it fails */
export async function runPreStop(engine: Engine, { id, pre_stop: hooks }: Stopping, { signal }: Pick<Call, "signal">) {
  if (hooks.length === 0) return;
  const found = await engine.containers.tryInspect(id, { signal });
  if (!found || !isUp(found)) return;
  for (const { command, user, privileged, working_dir: workingDir, environment } of hooks) {
    const env = Object.entries(environment ?? {}).map(([name, value]) => `${name}=${value}`);
    const asked = { cmd: command, env, user, privileged, workingDir, signal };
    const { exitCode, output } = await engine.exec.run(id, asked);
    if (exitCode !== 0) throw hookFailed(found.Name.replace(/^\//, ""), command, exitCode, output);
  }
}

const hookFailed = (name: string, command: readonly string[], exitCode: number, output: string): DiagnosticError =>
  new DiagnosticError([
    {
      severity: "error",
      summary: `pre_stop of container "${name}": ${JSON.stringify(command.join(" "))} exited with ${exitCode}`,
      detail: `${lastLines(output)}\nThe container was not stopped. Mend the command and apply that first, or stop the container yourself (\`docker stop ${name}\`): in one that does not run, none is run.`,
      path: ["pre_stop"],
    },
  ]);
