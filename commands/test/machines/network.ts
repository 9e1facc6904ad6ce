import { run } from "../../../offline/command";
import { bits, bridgeAddress, places } from "./addresses";

/** The network namespace that the machines are plugged into: nothing of it can be in the way of this machine's own. */
const namespace = "ds-machines";

/** A command as it is run where the machines can be reached. Files and their sockets are those of this machine. */
export const onNetwork = (command: readonly string[]): [program: string, ...args: string[]] => [
  "nsenter",
  `--net=/var/run/netns/${namespace}`,
  ...command,
];

/** A bridge at `bridgeAddress` with a tap for each place; what a killed run left goes first. */
export async function openNetwork(): Promise<void> {
  await closeNetwork();
  await run("ip", ["netns", "add", namespace]);
  const link = (...args: string[]) => run("ip", ["-n", namespace, "link", ...args]);
  await link("add", "bridge", "type", "bridge");
  await run("ip", ["-n", namespace, "addr", "add", `${bridgeAddress}/${bits}`, "dev", "bridge"]);
  for (const { tap } of places) {
    await run("ip", ["-n", namespace, "tuntap", "add", tap, "mode", "tap"]);
    await link("set", tap, "master", "bridge");
  }
  for (const name of ["lo", "bridge", ...places.map(({ tap }) => tap)]) await link("set", name, "up");
}

export const closeNetwork = (): Promise<unknown> => run("ip", ["netns", "del", namespace]).catch(() => {});
