import { setTimeout as pause } from "node:timers/promises";
import type { Engine, Node } from "../../../engine";
import { DiagnosticError } from "../../schema";
import type { Manager } from "./manager-probe";
import { shared } from "./shared";

/** A node that was restarted or cut off is back within 10 s; one that is busy takes longer. */
const LONGEST_WAIT_MS = 90_000;

/** Managers report that a node's role or state changed, but not that it is reached: they are asked. */
const BETWEEN_QUESTIONS_MS = 50;

/** Every node of the manager's swarm. */
export const nodesOf = ({ engine, url }: Manager, signal: AbortSignal): Promise<Node[]> =>
  shared(`nodes of ${url}`, () => engine.nodes.list({ signal }));

/** The node, undefined where the swarm does not have it. */
export const nodeOf = async (manager: Manager, id: string, signal: AbortSignal): Promise<Node | undefined> =>
  (await nodesOf(manager, signal)).find(({ ID }) => ID === id);

/**
 * Waits until the manager says of the node what is wanted.
 *
 * @param what "is ready", for the error
 * @throws DiagnosticError with what was seen last
 */
export async function untilNode(
  manager: Manager,
  id: string,
  what: string,
  isSo: (node: Node) => boolean,
  signal: AbortSignal,
): Promise<Node> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const node = await nodeOf(manager, id, signal);
    if (node && isSo(node)) return node;
    if (Date.now() > deadline) throw waitedTooLong(id, node, what);
    await pause(BETWEEN_QUESTIONS_MS, undefined, { signal });
  }
}

/** Waits until the engine itself knows that it is a worker. */
export async function untilWorker(engine: Engine, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while ((await engine.system.info({ signal })).Swarm?.ControlAvailable) {
    if (Date.now() > deadline)
      throw new DiagnosticError([
        {
          severity: "error",
          summary: `the engine at ${engine.url} was demoted, and after ${LONGEST_WAIT_MS / 1000} s still takes itself for a manager`,
          detail: "Look into its log; the next apply waits again.",
        },
      ]);
    await pause(BETWEEN_QUESTIONS_MS, undefined, { signal });
  }
}

function waitedTooLong(id: string, node: Node | undefined, what: string): DiagnosticError {
  const { State = "not in the swarm", Message } = node?.Status ?? {};
  const manager = node?.ManagerStatus ? `, as a manager ${node.ManagerStatus.Reachability}` : "";
  return new DiagnosticError([
    {
      severity: "error",
      summary: `node ${hostnameOf(node) || id} was waited for ${LONGEST_WAIT_MS / 1000} s until it ${what}`,
      detail: `Seen last: ${State}${Message ? ` (${Message})` : ""}${manager}. Look into its engine's log; the next apply waits again.`,
    },
  ]);
}

export const hostnameOf = (node: Node | undefined): string => node?.Description.Hostname ?? node?.ID ?? "";

export const isReady = ({ Status }: Node): boolean => Status.State === "ready";
export const isManager = ({ ManagerStatus }: Node): boolean => Boolean(ManagerStatus);
export const isReachable = ({ ManagerStatus }: Node): boolean => ManagerStatus?.Reachability === "reachable";
