import { run } from "../../../offline/command";

export interface MachineNetwork {
  /** Of the network namespace, at most 11 characters: the names of links are short. */
  readonly name: string;
  /** Of the machine among others, from 0: its addresses are in 10.99.INDEX.0/30. */
  readonly index: number;
}

const link = ({ name }: MachineNetwork) => `v${name}`;
/** Those of this machine, as the one within reaches it, and of that one. */
export const addresses = ({ index }: MachineNetwork) => ({ outer: `10.99.${index}.1`, inner: `10.99.${index}.2` });

/** Rules of this machine's firewall that let the one within reach what this one reaches. */
function rules(network: MachineNetwork): readonly (readonly string[])[] {
  const { outer, inner } = addresses(network);
  return [
    ["POSTROUTING", "-t", "nat", "-s", `${inner}/32`, "!", "-d", `${outer}/30`, "-j", "MASQUERADE"],
    ["FORWARD", "-i", link(network), "-j", "ACCEPT"],
    ["FORWARD", "-o", link(network), "-j", "ACCEPT"],
  ];
}

/** Makes a network namespace that reaches what this machine reaches. */
export async function connect(network: MachineNetwork): Promise<void> {
  const { name } = network;
  const { outer, inner } = addresses(network);
  await run("ip", ["netns", "add", name]);
  await run("ip", ["link", "add", link(network), "type", "veth", "peer", "name", "eth0", "netns", name]);
  await run("ip", ["addr", "add", `${outer}/30`, "dev", link(network)]);
  await run("ip", ["link", "set", link(network), "up"]);
  await run("ip", ["-n", name, "addr", "add", `${inner}/30`, "dev", "eth0"]);
  for (const device of ["lo", "eth0"]) await run("ip", ["-n", name, "link", "set", device, "up"]);
  await run("ip", ["-n", name, "route", "add", "default", "via", outer]);
  await run("sysctl", ["-qw", "net.ipv4.ip_forward=1"]);
  for (const rule of rules(network)) await run("iptables", ["-I", ...rule]);
}

/** Takes all of it back, and what of it an interrupted run left. */
export async function disconnect(network: MachineNetwork): Promise<void> {
  for (const rule of rules(network)) await run("iptables", ["-D", ...rule]).catch(() => {});
  // With a namespace its links go some time later: the name would not be free yet.
  await run("ip", ["link", "del", link(network)]).catch(() => {});
  await run("ip", ["netns", "del", network.name]).catch(() => {});
}

/** Processes in the namespace. */
export const processesIn = async ({ name }: MachineNetwork): Promise<number[]> =>
  (await run("ip", ["netns", "pids", name]).catch(() => "")).split("\n").filter(Boolean).map(Number);
