import { run } from "../../../offline/command";
import { addresses, connect, disconnect, type MachineNetwork } from "../engines/network";
import { bits, bridgeAddress, places } from "./addresses";

/** The network namespace that the machines are plugged into: nothing of it can be in the way of this machine's own. */
const network: MachineNetwork = { name: "ds-machines", index: 98 };

/** This machine, as the machines reach it. */
export const outsideAddress = addresses(network).outer;

/** A command as it is run where the machines can be reached. Files and their sockets are those of this machine. */
export const onNetwork = (command: readonly string[]): [program: string, ...args: string[]] => [
  "nsenter",
  `--net=/var/run/netns/${network.name}`,
  ...command,
];

/**
 * A bridge at `bridgeAddress` with a tap for each place, whose machines reach what this machine reaches; what a killed
 * run left goes first.
 */
export async function openNetwork(): Promise<void> {
  await closeNetwork();
  await connect(network);
  const { name } = network;
  const link = (...args: string[]) => run("ip", ["-n", name, "link", ...args]);
  await link("add", "bridge", "type", "bridge");
  await run("ip", ["-n", name, "addr", "add", `${bridgeAddress}/${bits}`, "dev", "bridge"]);
  for (const { tap } of places) {
    await run("ip", ["-n", name, "tuntap", "add", tap, "mode", "tap"]);
    await link("set", tap, "master", "bridge");
  }
  for (const device of ["bridge", ...places.map(({ tap }) => tap)]) await link("set", device, "up");
  for (const command of [
    ["sysctl", "-qw", "net.ipv4.ip_forward=1"],
    ["iptables", "-t", "nat", "-A", "POSTROUTING", "-o", "eth0", "-j", "MASQUERADE"],
  ]) {
    const [program, ...args] = onNetwork(command);
    await run(program, args);
  }
}

export const closeNetwork = (): Promise<void> => disconnect(network);
