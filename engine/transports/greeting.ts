import type { Duplex } from "node:stream";
import { timer } from "../timer";

const question = "HEAD /_ping HTTP/1.1\r\nHost: docker\r\nUser-Agent: docker-stages\r\n\r\n";
const end = "\r\n\r\n";

/** More than any engine answers; what does not end before is no engine. */
const longest = 16_384;

/** What answered is no engine. */
export class NoGreeting extends Error {
  override readonly name = "NoGreeting";
}

/**
 * Asks the engine at the other end for a sign of life: the answer to a HEAD has no body, so it ends with its headers
 * and leaves the connection as it was.
 *
 * @param within milliseconds, undefined for no limit
 * @throws NoGreeting, LimitReached, or the error that ended the connection
 */
export function greet(connection: Duplex, within?: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const settle = (outcome: () => void) => {
      patience.stop();
      connection.off("readable", onReadable).off("error", onError).off("close", onClose).off("end", onClose);
      outcome();
    };
    const patience = timer("head", within, (reached) => settle(() => reject(reached)));
    const onReadable = () => {
      for (let chunk = connection.read(); chunk !== null; chunk = connection.read()) answer += chunk.toString("latin1");
      if (answer.length > longest || !"HTTP/1.1 ".startsWith(answer.slice(0, 9)))
        settle(() => reject(new NoGreeting(answer.slice(0, 200))));
      else if (answer.endsWith(end)) settle(resolve);
    };
    const onError = (error: Error) => settle(() => reject(error));
    const onClose = () => settle(() => reject(new NoGreeting(answer.slice(0, 200))));
    connection.on("readable", onReadable).on("error", onError).on("end", onClose).on("close", onClose);
    connection.write(question);
  });
}
