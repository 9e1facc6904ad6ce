import type { ProgressMessage } from "../../../engine";
import { logOf } from "../../../log";

const log = logOf("docker.image");

/** Writes what the engine reports of a pull or push to the log: each step at debug level, each count of bytes at trace level. */
export function logProgress(name: string): (message: ProgressMessage) => void {
  return ({ id, status, stream, progressDetail }) => {
    const text = (status ?? stream ?? "").trimEnd();
    if (text === "") return;
    const { current, total } = progressDetail ?? {};
    if (current === undefined) log.debug?.(text, { image: name, layer: id });
    else log.trace?.(text, { image: name, layer: id, current, total });
  };
}
