import type { Engine } from "../engine";
import { own } from "../foreign/own";
import { namePrefix } from "./prefix";
import { placeOf } from "./setup/engine-place";
import { type Stage, stageOf } from "./stages";
import { addressNames, work } from "./words/work";

/** Where something of a stage is seen in a browser. */
export interface Address {
  readonly name: string;
  readonly url: string;
  /** The engine's machine, where the address is good there alone. */
  readonly only?: string;
}

type Ports = Readonly<Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>>;

/** The addresses of a stage as the engine publishes them by now; none of what is not there. */
export async function addressesOf(engine: Engine, stage: Stage): Promise<Address[]> {
  const { addresses = [] } = stageOf(stage);
  if (addresses.length === 0) return [];
  const { publishesHere, machine } = await placeOf(engine);
  const found = await Promise.all(
    addresses.map(async ({ name, port, container }): Promise<Address[]> => {
      const inspected = await engine.containers.tryInspect(namePrefix() + container);
      const [binding] = own((inspected?.NetworkSettings.Ports ?? {}) as Ports, `${port}/tcp`) ?? [];
      if (!binding) return [];
      const host = hostOf(engine, binding.HostIp, publishesHere);
      const url = `http://${host ?? "127.0.0.1"}:${binding.HostPort}`;
      return [host === undefined ? { name, url, only: machine } : { name, url }];
    }),
  );
  return found.flat();
}

/** By what a published port is reached from here; undefined where it is not. */
export function hostOf({ address }: Pick<Engine, "address">, ip: string, publishesHere: boolean): string | undefined {
  if (publishesHere) return "127.0.0.1";
  if (ip.startsWith("127.") || ip === "::1") return undefined;
  const isAny = ip === "" || ip === "0.0.0.0" || ip === "::";
  if (isAny) return "host" in address ? inUrl(address.host) : undefined;
  return inUrl(ip);
}

/** IPv6 stands in brackets there. */
const inUrl = (host: string) => (host.includes(":") ? `[${host}]` : host);

/** `Vote: http://127.0.0.1:5000  Results: http://127.0.0.1:5001`, and how to come by them from elsewhere. */
export function addressLine(addresses: readonly Address[], engine: Pick<Engine, "address">): string {
  const line = addresses.map(({ name, url }) => `${own(addressNames, name)?.() ?? name}: ${url}`).join("  ");
  const [remote] = addresses.filter(({ only }) => only !== undefined);
  if (!remote) return line;
  return `${line}\n${work.onlyThere(remote.only!, tunnel(addresses, engine))}`;
}

/** The way there by ssh, where that is how the engine is reached. */
function tunnel(addresses: readonly Address[], { address }: Pick<Engine, "address">): string {
  if (address.kind !== "ssh") return "";
  const ports = addresses.map(({ url }) => new URL(url).port).map((port) => `-L ${port}:127.0.0.1:${port}`);
  const port = address.port ? ` -p ${address.port}` : "";
  return work.tunnel(`ssh -N ${ports.join(" ")}${port} ${address.user ? `${address.user}@` : ""}${address.host}`);
}
