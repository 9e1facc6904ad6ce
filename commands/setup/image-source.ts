import type { Engine } from "../../engine";
import type { StandIn } from "../../offline/build/stand-in";
import { mirrorsOf } from "../../offline/daemon-configuration";
import { lookAtMirror } from "../../offline/mirror";
import { RegistryClient } from "../../offline/registry/client";
import { tryFindRegistry } from "../../offline/registry/container";
import { say } from "../terminal";
import { machine as words } from "../words/machine";
import { placeOf } from "./engine-place";
import { type HubReach, type Patience, patient, quick, reachFromHere, reachThrough } from "./hub-reach";

/** Where the engine gets Docker Hub's images. */
export type ImageSource =
  /** `via`: the machine of the engine that was asked instead, of Docker Hub or whatever mirrors it there. */
  | { readonly kind: "hub"; readonly reach: "answers" | "limited" | "failing"; readonly via?: string }
  /** A mirror of somebody else's. */
  | { readonly kind: "mirror"; readonly url: string }
  | { readonly kind: "offline"; readonly url: string; readonly lacking: readonly StandIn[] }
  /** Nobody answers, or somebody under a certificate that the engine does not trust. */
  | { readonly kind: "none"; readonly reach: "silent" | "untrusted" };

/** Looks, and changes nothing. */
export async function findImageSource(
  engine: Engine,
  standIns: readonly StandIn[],
  patience: Patience,
): Promise<ImageSource> {
  const { isHere, machine } = await placeOf(engine);
  if (!isHere) return sourceElsewhere(engine, standIns, patience, machine);
  const { url, used, lacking } = await lookAtMirror(engine, standIns);
  if (url && used) return { kind: "offline", url, lacking };
  const mirrors = await mirrorsOf(engine);
  const [answering, reach] = await Promise.all([
    Promise.all(mirrors.map((mirror) => new RegistryClient(mirror).answers(patience.registry))),
    reachHub(engine, patience),
  ]);
  const mirror = mirrors.find((_, index) => answering[index]);
  if (mirror) return { kind: "mirror", url: mirror };
  return isThere(reach) ? { kind: "hub", reach } : { kind: "none", reach };
}

/** The same, where nobody answers at once for a second time: who is slow is there. */
export async function findSlowSource(engine: Engine, standIns: readonly StandIn[]): Promise<ImageSource> {
  const source = await findImageSource(engine, standIns, quick);
  return isSilent(source) ? findPatiently(engine, standIns) : source;
}

export const isSilent = (source: ImageSource) => source.kind === "none" && source.reach === "silent";

/** Takes its time, and says so. */
export function findPatiently(engine: Engine, standIns: readonly StandIn[]): Promise<ImageSource> {
  sayPatience();
  return findImageSource(engine, standIns, patient);
}

export const sayPatience = () => say(words.hubSlow(patient.registry / 1000));

const isThere = (reach: HubReach): reach is "answers" | "limited" | "failing" =>
  reach !== "silent" && reach !== "untrusted";

/** Docker Hub as it answers this machine, or else the engine, which may know a proxy or another authority. */
async function reachHub(engine: Engine, patience: Patience): Promise<HubReach> {
  const reach = await reachFromHere(patience);
  if (isThere(reach)) return reach;
  const { HttpsProxy } = await engine.system.info();
  return HttpsProxy || reach === "untrusted" ? reachThrough(engine, patience) : reach;
}

/** All that is known of it is what that engine says: its mirrors may be on its own loopback. */
async function sourceElsewhere(
  engine: Engine,
  standIns: readonly StandIn[],
  patience: Patience,
  machine: string,
): Promise<ImageSource> {
  const registry = await tryFindRegistry(engine);
  if (registry && (await mirrorsOf(engine)).includes(registry.url)) {
    const reached = await Promise.all(standIns.map((standIn) => isPullable(engine, standIn, patience)));
    return { kind: "offline", url: registry.url, lacking: standIns.filter((_, index) => !reached[index]) };
  }
  const reach = await reachThrough(engine, patience);
  return isThere(reach) ? { kind: "hub", reach, via: machine } : { kind: "none", reach };
}

const isPullable = (engine: Engine, { name }: StandIn, patience: Patience): Promise<boolean> =>
  engine.distribution(name, { signal: AbortSignal.timeout(patience.engine) }).then(
    () => true,
    () => false,
  );
