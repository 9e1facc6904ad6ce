import { defaultUrl, type Engine } from "../../engine";
import type { StandIn } from "../../offline/build/stand-in";
import { mirrorsOf, presetMirror } from "../../offline/daemon-configuration";
import { ensureMirror } from "../../offline/mirror";
import { freeUrl, tryFindRegistry } from "../../offline/registry/container";
import { LabProblem } from "../problem";
import { say } from "../terminal";
import { machine } from "../words/machine";
import { mirror as words } from "../words/setup";
import { placeOf } from "./engine-place";
import { patient, quick, reachFromHere } from "./hub-reach";
import { findImageSource, findPatiently, type ImageSource, isSilent, sayPatience } from "./image-source";
import { whyNotInstall } from "./machine";

/** What is said where Docker Hub is there and in trouble: pulls may fail. */
export const hubTroubles = { limited: machine.hubLimited, failing: machine.hubFailing } as const;

/**
 * Sees to it that the engine can pull the images; where Docker Hub cannot be reached, with stand-ins.
 *
 * @returns URL of the offline mirror, where that is what the engine uses
 * @throws LabProblem `mirror-to-build`, `hub-unreachable`, `hub-untrusted`
 */
export async function ensureImages(
  engine: Engine,
  standIns: readonly StandIn[],
  options: { readonly install: boolean },
): Promise<string | undefined> {
  if (standIns.length === 0) return usedMirror(engine);
  const first = await findImageSource(engine, standIns, quick);
  if (isInTrouble(first) && (await has(engine, standIns))) return undefined;
  const source = isSilent(first) ? await findPatiently(engine, standIns) : first;
  if (source.kind === "offline" && source.lacking.length === 0) return source.url;
  if (source.kind === "mirror") return undefined;
  if (source.kind === "hub") {
    if (source.reach !== "answers") say(hubTroubles[source.reach]());
    return undefined;
  }
  if (source.kind === "none" && source.reach === "untrusted") throw LabProblem.of("hub-untrusted");
  if (!options.install) {
    const lacking = source.kind === "offline" ? source.lacking : standIns;
    throw LabProblem.of("mirror-to-build", { images: lacking.map(({ name }) => name) });
  }
  const reason = await whyNoMirror(engine);
  if (reason) throw LabProblem.of("hub-unreachable", { url: engine.url, reason });
  if (source.kind === "none") say(machine.hubUnreachable());
  return ensureMirror(engine, standIns, say);
}

const isInTrouble = (source: ImageSource) => "reach" in source && source.reach !== "answers";

/** What keeps ./lab from making a mirror for the engine; undefined where nothing does. */
export async function whyNoMirror(engine: Engine): Promise<string | undefined> {
  const { isHere, machine: place } = await placeOf(engine);
  if (!isHere) return words.elsewhere(place);
  if (engine.url !== defaultUrl) return words.unknownSettings(engine.url);
  return whyNotInstall();
}

/** The offline mirror, where the engine uses it. */
async function usedMirror(engine: Engine): Promise<string | undefined> {
  const url = (await tryFindRegistry(engine))?.url;
  return url !== undefined && (await mirrorsOf(engine)).includes(url) ? url : undefined;
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
  if (proxy || (await reachFromHere(quick)) !== "silent") return;
  sayPatience();
  if ((await reachFromHere(patient)) !== "silent") return;
  await presetMirror(await freeUrl(), say);
}
