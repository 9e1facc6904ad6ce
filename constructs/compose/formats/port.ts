import { isIP } from "node:net";

/** A port that a service publishes. */
export interface Port {
  /** In the container, 1 to 65535. */
  readonly target: number;
  /** On the nodes; the swarm's choice where absent. */
  readonly published?: number;
  /** Ports of one engine's machine of which the engine chooses one, in place of `published`. */
  readonly choice?: Range;
  readonly protocol?: string;
  readonly mode?: string;
  /** Address of the engine's machine to publish on, which a swarm does not honour. */
  readonly hostIp?: string;
  readonly name?: string;
  readonly appProtocol?: string;
}

export const protocols: readonly string[] = ["tcp", "udp", "sctp"];
export const MAX_PORT = 65_535;

export interface PortFault {
  readonly fault: string;
}

/**
 * `[[ADDRESS:]PUBLISHED:]TARGET[/PROTOCOL]`, a port for each of a range. Target alone, or both, may be ranges. None and 0 as
 * PUBLISHED leave it to the engine.
 */
export function readPorts(text: string): readonly Port[] | PortFault {
  const [, body, protocol = "tcp"] = /^([^/]*)(?:\/(.*))?$/s.exec(text)!;
  if (!protocols.includes(protocol.toLowerCase())) return { fault: `protocol \`${protocol}\`` };
  const parts = split(body!);
  if (!parts) return { fault: "too many colons" };
  const { address, published, target } = parts;
  if (address !== undefined && address !== "" && isIP(address) === 0) return { fault: `address \`${address}\`` };
  const targets = readRange(target, 1);
  if ("fault" in targets) return targets;
  const isChosen = published === undefined || /^0*$/.test(published);
  const outside = isChosen ? undefined : readRange(published, 0);
  if (outside && "fault" in outside) return outside;
  const common = { protocol: protocol.toLowerCase(), mode: "ingress", ...(address ? { hostIp: address } : {}) };
  const count = targets.to - targets.from;
  if (!outside) return list(targets, (target) => ({ target, ...common }));
  if (count === 0) return list(outside, (published) => ({ target: targets.from, published, ...common }));
  if (outside.to - outside.from !== count) return { fault: "two ranges of different length" };
  return list(targets, (target) => ({ target, published: outside.from + target - targets.from, ...common }));
}

interface Parts {
  readonly address?: string;
  readonly published?: string;
  readonly target: string;
}

function split(body: string): Parts | undefined {
  const bracketed = /^\[([^\]]*)\]:(.*)$/s.exec(body);
  const rest = (bracketed?.[2] ?? body).split(":");
  const target = rest.pop()!;
  const published = rest.pop();
  const address = bracketed?.[1] ?? (rest.length > 0 ? rest.join(":") : undefined);
  if (bracketed ? rest.length > 0 : rest.length > 1 && isIP(address!) === 0) return undefined;
  return { address, published, target };
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** `8000` or `8000-8010`. */
export function readRange(text: string, least: number): Range | PortFault {
  const found = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text);
  if (!found) return { fault: text === "" ? "no target" : `\`${text}\` is no port` };
  const from = Number(found[1]);
  const to = Number(found[2] ?? found[1]);
  if (from < least || to > MAX_PORT) return { fault: `${from < least ? from : to} is no port` };
  return from <= to ? { from, to } : { fault: "a range that ends before it begins" };
}

const list = ({ from, to }: Range, port: (number: number) => Port): Port[] =>
  Array.from({ length: to - from + 1 }, (_, i) => port(from + i));
