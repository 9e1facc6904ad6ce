import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { run } from "../../../offline/command";
import { offlineLabel, registryName } from "../../../offline/registry/container";
import type { EngineMachine } from "./machine";

const DATA = "/var/lib/registry";

/**
 * Gives a machine what this machine's mirror serves, where there is one: they would be built there once more, with the
 * same outcome. ./lab makes a mirror of it there.
 */
export async function copyStandIns(machine: EngineMachine): Promise<void> {
  const inside = (...args: string[]) => machine.docker(...args);
  const there = (await inside("volume", "ls", "-q", "--filter", `name=^${registryName}$`)).trim() !== "";
  const image = await run("docker", ["inspect", "-f", "{{.Config.Image}}", registryName]).catch(() => undefined);
  if (there || image === undefined) return;
  await piped(["save", image.trim()], machine, ["load"]);
  const volume = [`source=${registryName}`, `target=${DATA}`, `volume-label=${offlineLabel}=true`].join(",");
  const container = (await inside("create", "--mount", `type=volume,${volume}`, image.trim())).trim();
  await piped(["cp", `${registryName}:${DATA}`, "-"], machine, ["cp", "-", `${container}:${dirname(DATA)}`]);
  await inside("rm", container);
}

/** What docker prints here, into docker in the machine. */
async function piped(from: readonly string[], machine: EngineMachine, into: readonly string[]): Promise<void> {
  const { program, args, env } = machine.inside(["docker", ...into]);
  const reader = spawn(program, args, { env, stdio: ["pipe", "ignore", "inherit"] });
  // One that ends before it has read all is told by its exit code.
  reader.stdin.on("error", () => {});
  const ended = once(reader, "close");
  await run("docker", from, { output: reader.stdin });
  reader.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`docker ${into.join(" ")} failed in the machine`);
}
