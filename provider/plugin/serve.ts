import "./process/signals";

import { writeSync } from "node:fs";
import { createServer } from "node:net";
import type { Provider } from "../schema/provider";
import { createIdentity } from "./go-plugin/certificate";
import { HandshakeRefused, handshakeLine, readHandshake } from "./go-plugin/handshake";
import { createSocketPath } from "./go-plugin/socket";

/**
 * Serves a provider to the Terraform that started this process: says where to connect, then loads everything else.
 *
 * What this file imports is loaded before the handshake line, for which Terraform waits at each of the four or so
 * starts of an apply: it is chosen for that.
 *
 * @param load the provider; its modules are best loaded by it, not before
 */
export function serve(load: () => Promise<Provider>): void {
  const { clientCertificate } = handshakeOrExit();
  const identity = clientCertificate === undefined ? undefined : createIdentity();
  const socket = createSocketPath();
  process.on("exit", socket.remove);
  const listener = createServer({ pauseOnConnect: true });
  listener.listen(socket.path, () => {
    writeSync(1, handshakeLine(socket.path, identity?.certificate));
    // Terraform connects meanwhile; its connection waits in the socket's backlog.
    const { startServing } = require("./serving") as typeof import("./serving");
    startServing({ load, listener, socket, identity, clientCertificate });
  });
  listener.on("error", fail);
}

function handshakeOrExit() {
  try {
    return readHandshake(process.env);
  } catch (thrown) {
    if (!(thrown instanceof HandshakeRefused)) throw thrown;
    writeSync(2, `${thrown.message}\n`);
    process.exit(1);
  }
}

/** Terraform shows what is on standard error of a plugin that does not start. */
function fail(thrown: unknown): never {
  writeSync(2, `the provider could not start: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exit(1);
}
