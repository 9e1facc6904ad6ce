import type { Server } from "node:net";

/**
 * What `listen` calls once it has loaded Node's cluster, and child_process and dgram with it, of which nothing is used.
 * It is not documented, and kept for the code that wraps it.
 */
interface Listening {
  _listen2?(path: string, port: -1, addressType: -1, backlog: number): void;
}

/** Node's own. */
const BACKLOG = 511;

/** Listens on a unix socket, and loads nothing for it where Node.js has `_listen2`. */
export function listenAt(listener: Server & Listening, path: string, then: () => void): void {
  listener.once("listening", then);
  if (listener._listen2) listener._listen2(path, -1, -1, BACKLOG);
  else listener.listen(path);
}
