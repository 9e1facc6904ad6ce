/** Docker Hub, whatever it is called. */
export const HUB = "docker.io";
/** The key under which configuration files and helpers know Docker Hub. */
export const HUB_KEY = "https://index.docker.io/v1/";

const HUB_ALIASES = new Set([HUB, "index.docker.io", "registry-1.docker.io"]);

/** A registry's host and port, of an address with or without scheme and path: `https://index.docker.io/v1/` is `docker.io`. */
export function registryHost(address: string): string {
  const host = address.replace(/^[a-z]+:\/\//i, "").split("/", 1)[0]!;
  return HUB_ALIASES.has(host) ? HUB : host;
}

/** As configuration files and the engine key it. */
export const registryKey = (host: string): string => (host === HUB ? HUB_KEY : host);

/** Whether it is this machine itself. @param host with or without port */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host);
