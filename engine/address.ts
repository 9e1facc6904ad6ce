import { isIPv6 } from "node:net";
import { EngineError } from "./errors";

/** Where an engine answers. `url` is the canonical spelling: two addresses of one engine have the same. */
export type Address = UnixAddress | TcpAddress | SshAddress | ContainerAddress;

export interface UnixAddress {
  readonly kind: "unix";
  readonly url: string;
  /** Path of the engine's socket. */
  readonly path: string;
}

export interface TcpAddress {
  readonly kind: "tcp";
  readonly url: string;
  /** Name or number; IPv6 without its brackets. */
  readonly host: string;
  /** @default - 2375, or 2376 with TLS */
  readonly port?: number;
}

export interface SshAddress {
  readonly kind: "ssh";
  readonly url: string;
  readonly host: string;
  /** @default - what the system's ssh decides */
  readonly user?: string;
  /** @default - what the system's ssh decides */
  readonly port?: number;
  /** Path of the engine's socket on the far side. @default - what `docker` there decides */
  readonly path?: string;
}

export interface ContainerAddress {
  readonly kind: "container";
  readonly url: string;
  /** Containers that hold an engine; the first that answers is used. */
  readonly names: readonly string[];
  /** Engine that runs the containers. @default - the default engine */
  readonly via?: Address;
}

/** Docker's own default on Linux and macOS. */
export const defaultUrl = "unix:///var/run/docker.sock";

const forms = "unix:///PATH, tcp://HOST[:PORT], ssh://[USER@]HOST[:PORT][/PATH] or container://NAME[,NAME…][?via=URL]";

/** What is wrong with an address, and the change that helps. */
class Mistake {
  constructor(
    readonly problem: string,
    readonly remedy: string,
  ) {}
}

const parsers = new Map<string, (rest: string) => Address | Mistake>([
  ["unix", parseUnix],
  ["tcp", parseTcp],
  ["ssh", parseSsh],
  ["container", parseContainer],
]);

/** Schemes that other programs take, with the one that is meant here. */
const elsewhere = new Map([
  ["http", "Write tcp:// instead of http://."],
  ["https", "Write tcp:// instead of https://, and give the TLS material beside it."],
  ["npipe", "Windows pipes are not supported; let the engine listen on tcp:// with TLS, or reach it by ssh://."],
  ["fd", "fd:// is for the engine's own side; give the socket that it listens on, as unix:///PATH."],
]);

/**
 * Reads `unix:///PATH`, `tcp://HOST[:PORT]`, `ssh://[USER@]HOST[:PORT][/PATH]` or
 * `container://NAME[,NAME…][?via=URL]`.
 *
 * @throws EngineError "bad-address"
 */
export function parseAddress(url: string): Address {
  const read = readAddress(url);
  if (!(read instanceof Mistake)) return read;
  throw new EngineError({
    code: "bad-address",
    what: `${JSON.stringify(url)} is no address of an engine: ${read.problem}; allowed are ${forms}`,
    remedy: read.remedy,
  });
}

/** Undefined where `parseAddress` would throw. */
export function tryParseAddress(url: string): Address | undefined {
  const read = readAddress(url);
  return read instanceof Mistake ? undefined : read;
}

function readAddress(url: string): Address | Mistake {
  const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(url) ?? [];
  const parse = parsers.get(scheme.toLowerCase());
  if (parse) return parse(rest);
  if (scheme)
    return new Mistake(`the scheme ${scheme}:// is unknown`, elsewhere.get(scheme.toLowerCase()) ?? useAllowed);
  return new Mistake("it has no scheme", url.startsWith("/") ? `Write unix://${url} for a socket.` : useAllowed);
}

const useAllowed = "Use one of the forms that are allowed.";

/** Of sockaddr_un (https://man7.org/linux/man-pages/man7/unix.7.html), without the final NUL. */
const longestSocketPath = 107;

function parseUnix(path: string): Address | Mistake {
  if (!path.startsWith("/"))
    return new Mistake("the path of the socket is not absolute", `Write three slashes: unix:///${path || "PATH"}.`);
  if (Buffer.byteLength(path) > longestSocketPath)
    return new Mistake(
      `the path of the socket has ${Buffer.byteLength(path)} bytes`,
      `Give a path of at most ${longestSocketPath} bytes, a link for instance: more fits into no socket's address.`,
    );
  if (path.includes("\0")) return new Mistake("the path of the socket has a NUL in it", "Remove the NUL.");
  return { kind: "unix", url: `unix://${path}`, path };
}

function parseTcp(rest: string): Address | Mistake {
  const authority = splitAuthority(rest);
  if (authority instanceof Mistake) return authority;
  const { user, host, port, path } = authority;
  if (user !== undefined) return new Mistake("tcp:// takes no user", `Remove ${user}@.`);
  if (path) return new Mistake("tcp:// takes no path", `Remove ${path}.`);
  return { kind: "tcp", url: `tcp://${formatHost(host, port)}`, host, port };
}

function parseSsh(rest: string): Address | Mistake {
  const authority = splitAuthority(rest);
  if (authority instanceof Mistake) return authority;
  const { user, host, port, path } = authority;
  if (user?.includes(":"))
    return new Mistake("it holds a password", "Remove it: ssh takes keys, from its agent or by `ssh_opts`.");
  if (user !== undefined && !/^[^\s-][^\s@]*$/.test(user))
    return new Mistake(`${JSON.stringify(user)} is no user`, "Give a user before the @, or none.");
  const target = `${user === undefined ? "" : `${user}@`}${formatHost(host, port)}`;
  return { kind: "ssh", url: `ssh://${target}${path ?? ""}`, user, host, port, path };
}

interface Authority {
  readonly user?: string;
  readonly host: string;
  readonly port?: number;
  readonly path?: string;
}

function splitAuthority(rest: string): Authority | Mistake {
  const [, user, ip6, name = "", port, path] =
    /^(?:([^/]*)@)?(?:\[([^\]/]*)\]|([^/:@]*))(?::([^/]*))?(\/.*)?$/s.exec(rest) ?? [];
  const host = ip6 ?? name;
  if (host === "") return new Mistake("it names no host", "Give a host name or an IP address; IPv6 in brackets.");
  if (ip6 === undefined ? !hostName.test(host) : !isIPv6(host))
    return new Mistake(`${JSON.stringify(host)} is no host`, "Give a host name or an IP address; IPv6 in brackets.");
  if (port !== undefined && !isPort(port))
    return new Mistake(`${JSON.stringify(port)} is no port`, "Give a number from 1 to 65535, or no port.");
  return { user, host, port: port === undefined ? undefined : Number(port), path: path === "/" ? undefined : path };
}

/** Wider than DNS: ssh knows hosts by names of its own. */
const hostName = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?$/i;

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}

function formatHost(host: string, port: number | undefined): string {
  const bracketed = host.includes(":") ? `[${host}]` : host;
  return port === undefined ? bracketed : `${bracketed}:${port}`;
}

/** Docker's own rule for names of containers; ids satisfy it too. */
const containerName = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

function parseContainer(rest: string): Address | Mistake {
  const [, list = "", query] = /^([^?]*?)\/?(?:\?(.*))?$/s.exec(rest) ?? [];
  const names = [...new Set(list.split(","))];
  const wrong = names.find((name) => !containerName.test(name));
  if (wrong !== undefined)
    return new Mistake(
      wrong === "" ? "the name of a container is missing" : `${JSON.stringify(wrong)} is no name of a container`,
      "Give names or ids, a comma between them: two or more of a-z, A-Z, 0-9, _, . and -, the first a letter or a digit.",
    );
  const via = parseVia(query);
  if (via instanceof Mistake) return via;
  const url = `container://${names.join(",")}${via ? `?via=${via.url}` : ""}`;
  return { kind: "container", url, names, via };
}

/** The rest of the query, all of it, is the outer engine's URL: plain, or percent-encoded. */
function parseVia(query: string | undefined): Address | Mistake | undefined {
  if (query === undefined) return undefined;
  const [, value] = /^via=(.+)$/s.exec(query) ?? [];
  if (value === undefined)
    return new Mistake(`${JSON.stringify(query)} is no parameter`, "The only parameter is via=URL, the outer engine.");
  const via = readAddress(/^[a-z]+:\/\//i.test(value) ? value : decode(value));
  return via instanceof Mistake ? new Mistake(`its via: ${via.problem}`, via.remedy) : via;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
