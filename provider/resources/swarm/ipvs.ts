import { isEngineError } from "../../../engine";
import type { DockerCall } from "../define";

/**
 * Whether the kernel under an engine in a container lacks ip_vs, on which virtual IPs and the routing mesh stand;
 * undefined where that cannot be looked at (an engine on another host).
 */
export async function lacksIpvs(
  { engines, signal }: Pick<DockerCall, "engines" | "signal">,
  url: string,
): Promise<boolean | undefined> {
  const { address } = engines.at(url);
  if (address.kind !== "container") return undefined;
  const [name] = address.names as readonly [string];
  try {
    const outer = engines.at(address.via?.url);
    const { exitCode } = await outer.exec.run(name, { cmd: ["test", "-e", "/proc/net/ip_vs"], signal });
    return exitCode !== 0;
  } catch (error) {
    if (isEngineError(error, "command-not-found")) return undefined;
    throw error;
  }
}

/** Tells whoever makes a swarm on such a kernel what will not answer on it. */
export async function ipvsWarning(call: Pick<DockerCall, "engines" | "signal" | "warn">, url: string): Promise<void> {
  if (!(await lacksIpvs(call, url))) return;
  call.warn(
    "the kernel has no ip_vs: virtual IPs and the routing mesh of this swarm will not answer",
    'Load it on the host (`modprobe ip_vs`), or give services the endpoint mode "dnsrr" and publish their ports in host mode.',
  );
}
