import type { Engine, SwarmInitRequest } from "../../../engine";
import { NONCE_LABEL } from "../../../formats/labels";
import { attributeError } from "../../schema";
import type { DockerCall } from "../define";
import { nonceAmong } from "../nonce";
import { leaveSwarm } from "./leave-swarm";
import type { Manager, ManagerProbe } from "./manager-probe";
import { probeManager } from "./manager-probe";
import { isLost, noManager, tell, tryManager } from "./managers";
import { hasQuorum } from "./managers-set";
import { startedEngine } from "./started";

export interface Establishing {
  /** Addresses of the engines that are to be managers, the first of them the founder. */
  readonly urls: readonly string[];
  /** Id of the swarm, where it is known. */
  readonly id?: string;
  /** Addresses of the engines that were managers before, where a manager may be found too. @default [] */
  readonly before?: readonly string[];
  /** Where too few managers are left: go on with one of them alone. */
  readonly forceNewCluster: boolean;
  /** Whether the plan said that there may be a new swarm. */
  readonly mayFound: boolean;
  /** What a new swarm begins with; `ownership` are labels to put on it. */
  request(ownership: Record<string, string>): SwarmInitRequest;
}

/**
 * A manager of the swarm: one that answers, or, where there is no such swarm (any more), the first engine, which
 * founds one. Never a second swarm beside one that may still be there.
 */
export async function establish(call: DockerCall, wanted: Establishing): Promise<Manager> {
  const { engines, journal, signal } = call;
  await Promise.all(wanted.urls.map((url) => startedEngine(engines, url, signal)));
  const urls = [...wanted.urls, ...(wanted.before ?? [])];
  const { manager, others } = await tryManager(engines, { urls, id: wanted.id }, signal);
  if (manager && wanted.id !== undefined) {
    const goesOn = !wanted.forceNewCluster || (await hasQuorum(manager, signal));
    return goesOn ? manager : reform(call, manager.url, wanted);
  }
  const other = manager ?? others.find((seen) => seen.kind === "manager");
  // A run that was killed after it had founded the swarm.
  if (other && wanted.mayFound && journal.orphan(nonceAmong(other.swarm.Spec.Labels))) return other;
  if (other) throw inAnotherSwarm(other);
  const leaderless = others.find(({ kind }) => kind === "leaderless");
  if (leaderless && wanted.forceNewCluster) return reform(call, leaderless.url, wanted);
  if (!isLost(others)) throw noManager(wanted, others);
  if (!wanted.mayFound) throw lostMeanwhile(wanted, others);
  return found(call, wanted, others);
}

async function found(
  call: DockerCall,
  { urls, request }: Establishing,
  seen: readonly ManagerProbe[],
): Promise<Manager> {
  const { engines, journal, signal } = call;
  const [url] = urls as readonly [string];
  const engine = engines.at(url);
  if (seen.some((each) => each.kind === "leaving" && each.url === url))
    await leaveSwarm(engine, { force: true, signal });
  const note = journal.open({ type: "docker_swarm", name: "swarm", engine: engine.url });
  await initialise(engine, request({ [NONCE_LABEL]: note.nonce }), signal);
  return expectManager(await probeManager(engines, url, signal), url);
}

/** Goes on with one manager alone: what it knows of the swarm stays, the other managers are none any more. */
async function reform(call: DockerCall, url: string, { request }: Establishing): Promise<Manager> {
  const { engines, signal } = call;
  call.warn(
    "the swarm goes on with one manager alone",
    `Too few managers were left, and \`force_new_cluster\` is set: ${url} keeps what it knew of the swarm. Managers that come back join anew.`,
  );
  const { Spec: _, ...asked } = request({});
  await initialise(engines.at(url), { ...asked, ForceNewCluster: true }, signal);
  const { manager, others } = await tryManager(engines, { urls: [url] }, signal);
  return manager ?? expectManager(others[0], url);
}

async function initialise(engine: Engine, request: SwarmInitRequest, signal: AbortSignal): Promise<void> {
  await engine.swarm.init(request, { signal });
}

function expectManager(seen: ManagerProbe | undefined, url: string): Manager {
  if (seen?.kind === "manager") return seen;
  throw attributeError(["managers"], `${url} became a manager and answers as none`, seen ? tell([seen]) : undefined);
}

const lostMeanwhile = ({ id }: Establishing, others: readonly ManagerProbe[]) =>
  attributeError(
    ["managers"],
    `the swarm ${id} is lost since this was planned`,
    `${tell(others)}\nPlan and apply again: the plan says what is lost, and the apply founds a new swarm.`,
  );

const inAnotherSwarm = ({ url, swarm }: Manager) =>
  attributeError(
    ["managers"],
    `${url} is a manager of the swarm ${swarm.ID}, which this configuration did not make`,
    `It was left untouched. Bring it under Terraform (\`terraform import ADDRESS ${url}\`), or, where nothing in it is needed, let the engine leave it: \`docker swarm leave --force\`.`,
  );
