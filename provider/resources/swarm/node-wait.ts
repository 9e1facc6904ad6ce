import { isEngineError, type Node } from "../../engine";
import { DiagnosticError } from "../../schema";
import type { Manager } from "./sighting";

/** A node that was restarted or cut off is back within 10 s; one that is busy takes longer. */
const LONGEST_WAIT_MS = 90_000;

/**
 * Waits until the manager says of the node what is wanted: it reports each change of one.
 *
 * @param what "is ready", for the error
 * @throws DiagnosticError with what was seen last
 */
export async function untilNode(
  { engine }: Manager,
  id: string,
  what: string,
  isSo: (node: Node) => boolean,
  signal: AbortSignal,
): Promise<Node> {
  let last: Node | undefined;
  try {
    return await engine.until(
      { filters: { type: ["node"] }, signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]) },
      async () => {
        last = await engine.nodes.inspect(id, { signal });
        return isSo(last) ? last : undefined;
      },
    );
  } catch (error) {
    if (!isEngineError(error, "timeout")) throw error;
    const { State, Message } = last?.Status ?? {};
    const manager = last?.ManagerStatus ? `, manager ${last.ManagerStatus.Reachability}` : "";
    throw new DiagnosticError([
      {
        severity: "error",
        summary: `node ${hostnameOf(last)} was waited for ${LONGEST_WAIT_MS / 1000} s until it ${what}`,
        detail: `Seen last: ${State}${Message ? ` (${Message})` : ""}${manager}. Look into its engine's log; the next apply waits again.`,
      },
    ]);
  }
}

export const hostnameOf = (node: Node | undefined): string => node?.Description.Hostname ?? node?.ID ?? "";

export const isReady = ({ Status }: Node): boolean => Status.State === "ready";
export const isManager = ({ ManagerStatus }: Node): boolean => Boolean(ManagerStatus);
export const isReachable = ({ ManagerStatus }: Node): boolean => ManagerStatus?.Reachability === "reachable";
