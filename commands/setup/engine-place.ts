import { hostname, networkInterfaces, release } from "node:os";
import type { Engine } from "../../engine";

/** What this machine is known by. */
export interface ThisMachine {
  readonly platform: NodeJS.Platform;
  readonly hostname: string;
  /** Of the kernel. */
  readonly release: string;
  readonly addresses: readonly string[];
}

/** Where an engine runs, as seen from here. */
export interface EnginePlace {
  /**
   * Whether this machine is the engine's: its daemon.json, its kernel and its loopback are those that are seen from
   * here. Not so over ssh:// and tcp:// to elsewhere, in a container that was given the engine's socket, and where the
   * engine has a virtual machine of its own, as Docker Desktop's has.
   */
  readonly isHere: boolean;
  /** Whether ports that it publishes on its 127.0.0.1 answer at 127.0.0.1 of this machine. */
  readonly publishesHere: boolean;
  /** The engine's own name for its machine. */
  readonly machine: string;
  /** Release of the engine's kernel. */
  readonly kernel: string;
}

/** Asks the engine what it runs on. */
export async function placeOf(engine: Engine, here: ThisMachine = thisMachine()): Promise<EnginePlace> {
  const { Name, KernelVersion, OperatingSystem } = await engine.system.info();
  const isHere =
    here.platform === "linux" && isNear(engine, here) && Name === here.hostname && KernelVersion === here.release;
  return {
    isHere,
    publishesHere: isHere || (engine.address.kind === "unix" && forwardsPorts.test(OperatingSystem ?? "")),
    machine: Name ?? "",
    kernel: KernelVersion ?? "",
  };
}

/** It lends its ports to the machine that it runs on. Source: https://docs.docker.com/desktop/features/networking/ */
const forwardsPorts = /^Docker Desktop/;

const isNear = ({ address }: Engine, { addresses }: ThisMachine): boolean =>
  address.kind === "unix" ||
  (address.kind === "tcp" && (address.host === "localhost" || addresses.includes(address.host)));

const thisMachine = (): ThisMachine => ({
  platform: process.platform,
  hostname: hostname(),
  release: release(),
  addresses: Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => address)),
});
