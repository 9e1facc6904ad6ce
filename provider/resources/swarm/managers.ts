import { type Engines, isEngineError } from "../../../engine";
import { DiagnosticError } from "../../schema";
import { betweenQuestions, LONGEST_ELECTION_MS } from "./election";
import { findManager, type Manager, type ManagerProbe } from "./manager-probe";

export interface Wanted {
  /** Addresses of the swarm's managers. */
  readonly urls: readonly string[];
  /** Id of the swarm. @default - any */
  readonly id?: string;
}

/** The first manager of the swarm that answers, where there is one; what the other engines answered. Waits for an election. */
export async function tryManager(
  engines: Engines,
  { urls, id }: Wanted,
  signal: AbortSignal,
): Promise<{ readonly manager?: Manager; readonly others: readonly ManagerProbe[] }> {
  const deadline = Date.now() + LONGEST_ELECTION_MS;
  for (;;) {
    const found = await findManager(engines, urls, id, signal);
    if (found.manager || !isElecting(found.others, urls.length) || Date.now() > deadline) return found;
    await betweenQuestions(signal);
  }
}

/** Whether the managers that are up could agree on a leader: more than half of those that are listed. */
const isElecting = (seen: readonly ManagerProbe[], listed: number): boolean =>
  seen.filter(({ kind }) => kind === "leaderless").length > listed / 2;

/** @throws DiagnosticError that says what each engine answered */
export async function managerOf(engines: Engines, wanted: Wanted, signal: AbortSignal): Promise<Manager> {
  const { manager, others } = await tryManager(engines, wanted, signal);
  if (manager) return manager;
  throw noManager(wanted, others);
}

export function noManager({ id }: Wanted, others: readonly ManagerProbe[]): DiagnosticError {
  const swarm = id === undefined ? "a swarm" : `the swarm ${id}`;
  const summary = `none of \`managers\` is a manager of ${swarm} that answers`;
  return new DiagnosticError([{ severity: "error", summary, detail: tell(others), path: ["managers"] }]);
}

/** What each engine answered, a line each, and what helps. */
export const tell = (seen: readonly ManagerProbe[]): string => seen.map(line).join("\n");

function line(seen: ManagerProbe): string {
  switch (seen.kind) {
    case "manager":
      return `${seen.url} is a manager of the swarm ${seen.swarm.ID}.`;
    case "outside":
      return `${seen.url} is no manager: it is in no swarm, or a worker.`;
    case "leaving":
      return `${seen.url} is no manager: it has not left its swarm to the end.`;
    default:
      return `${seen.error.what}. ${seen.error.remedy}`;
  }
}

/** Whether nothing is left of the swarm on these engines: their containers are gone, or they are out of it. */
export const isLost = (seen: readonly ManagerProbe[]): boolean =>
  seen.every(({ kind }) => kind === "absent" || kind === "outside" || kind === "leaving" || kind === "manager");

/** Whether the engine's container is there and does not run. */
export const isStopped = (seen: ManagerProbe): boolean =>
  seen.kind === "silent" && isEngineError(seen.error, "container-stopped");
