import { readMount } from "../formats/mount";
import { readPorts } from "../formats/port";
import { child, type Node } from "../source/node";

// What makes two items of a list the same thing.

export const byText = (item: Node): string | undefined => (item.kind === "scalar" ? item.text : undefined);

const text = (item: Node, key: string): string | undefined => {
  const value = child(item, key);
  return value?.kind === "scalar" && value.value !== null ? value.text : undefined;
};

export const byPath = (item: Node): string | undefined => byText(item) ?? text(item, "path");
export const bySubnet = (item: Node): string | undefined => text(item, "subnet");

/** Where a secret is put is named by the secret, where nothing else is said. */
export const bySource = (item: Node): string | undefined =>
  byText(item) ?? text(item, "target") ?? text(item, "source");

/** Where in the container a mount, config or device ends up. */
export function byTarget(item: Node): string | undefined {
  if (item.kind !== "scalar") return text(item, "target") ?? text(item, "source");
  if (!item.text.includes(":")) return item.text;
  const mount = readMount(item.text);
  return "fault" in mount ? item.text.split(":")[1] : mount.target;
}

/** Address, published, target and protocol; a range is the same as itself alone. */
export function byPort(item: Node): string | undefined {
  if (item.kind === "scalar") {
    const ports = readPorts(item.text);
    if ("fault" in ports || ports.length !== 1) return item.text;
    const [port] = ports;
    return identity(port!.hostIp, port!.published, port!.target, port!.protocol);
  }
  if (item.kind !== "mapping") return undefined;
  return identity(text(item, "host_ip"), text(item, "published"), text(item, "target"), text(item, "protocol"));
}

const identity = (address = "", published: string | number = "", target: string | number = "", protocol = "tcp") =>
  [address, published, target, protocol].join("|");
