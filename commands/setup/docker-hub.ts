import type { StandIn } from "../../offline/build/stand-in";
import { mirrorsOf, presetMirror } from "../../offline/daemon-configuration";
import { ensureMirror, lookAtMirror } from "../../offline/mirror";
import { RegistryClient } from "../../offline/registry/client";
import { freeUrl } from "../../offline/registry/container";
import { defaultUrl, type Engine } from "../../provider/engine";
import { LabProblem } from "../problem";
import { say } from "../terminal";
import { whyNotInstall } from "./machine";

/** Where the engine gets Docker Hub's images. */
export type ImageSource =
  | { readonly kind: "hub" }
  /** A mirror of somebody else's. */
  | { readonly kind: "mirror"; readonly url: string }
  | { readonly kind: "offline"; readonly url: string; readonly lacking: readonly StandIn[] }
  | { readonly kind: "none" };

/** Longest time to wait for Docker Hub's first answer, in milliseconds. */
const patience = 2500;

/** Looks, and changes nothing. */
export async function findImageSource(engine: Engine, standIns: readonly StandIn[]): Promise<ImageSource> {
  const { url, used, lacking } = await lookAtMirror(engine, standIns);
  if (url && used) return { kind: "offline", url, lacking };
  for (const mirror of await mirrorsOf(engine)) {
    if (await new RegistryClient(mirror).answers()) return { kind: "mirror", url: mirror };
  }
  return { kind: (await reachesHub(engine)) ? "hub" : "none" };
}

/**
 * Sees to it that the engine can pull the images; where Docker Hub cannot be reached, with stand-ins.
 *
 * @returns URL of the offline mirror, where that is what the engine uses
 * @throws LabProblem `mirror-to-build`, `hub-unreachable`
 */
export async function ensureImages(
  engine: Engine,
  standIns: readonly StandIn[],
  options: { readonly install: boolean },
): Promise<string | undefined> {
  const source = await findImageSource(engine, standIns);
  if (source.kind === "hub" || source.kind === "mirror") return undefined;
  if (source.kind === "offline" && source.lacking.length === 0) return source.url;
  if (source.kind === "none" && (await has(engine, standIns))) return undefined;
  if (!options.install) {
    const lacking = source.kind === "offline" ? source.lacking : standIns;
    throw LabProblem.of("mirror-to-build", { images: lacking.map(({ name }) => name) });
  }
  const reason = engine.url === defaultUrl ? await whyNotInstall() : `the engine is at ${engine.url}`;
  if (reason) throw LabProblem.of("hub-unreachable", { url: engine.url, reason });
  if (source.kind === "none") say("Docker Hub cannot be reached: serving stand-ins from a registry on this machine");
  return ensureMirror(engine, standIns, say);
}

async function has(engine: Engine, standIns: readonly StandIn[]): Promise<boolean> {
  const found = await Promise.all(standIns.map(({ name }) => engine.images.tryInspect(name)));
  return found.every(Boolean);
}

/**
 * Before an engine of this machine is started: where Docker Hub cannot be reached, names the mirror that there will be.
 * An engine that runs takes it over for pulls, but its BuildKit would not.
 */
export async function foreseeMirror(): Promise<void> {
  const proxy = process.env["HTTPS_PROXY"] ?? process.env["https_proxy"];
  if (proxy || (await answersHere())) return;
  await presetMirror(await freeUrl(), say);
}

const answersHere = () => new RegistryClient("https://registry-1.docker.io").answers(patience);

/** Whether Docker Hub answers this machine, or else the engine, which may know a proxy. */
async function reachesHub(engine: Engine): Promise<boolean> {
  if (await answersHere()) return true;
  const { HttpsProxy } = await engine.system.info();
  if (!HttpsProxy) return false;
  try {
    await engine.distribution("hello-world", { signal: AbortSignal.timeout(4 * patience) });
    return true;
  } catch {
    return false;
  }
}
