import "./process/signals";

import { writeSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createIdentity } from "./go-plugin/certificate";
import { HandshakeRefused, handshakeLine, readHandshake } from "./go-plugin/handshake";
import { createSocketPath } from "./go-plugin/socket";
import { listenAt } from "./process/listen";
import { onTerminate } from "./process/signals";
import { PROGRAM, type Program } from "./program";

/*
 * The executable that Terraform starts: says where to connect, then loads the program beside it and hands over.
 *
 * Terraform waits for the handshake line at each of the four or so starts of an apply. What is imported here is chosen
 * for that; so is the split in files, since Node.js reads all of a file before it runs any of it.
 */
const parent = process.ppid;
const { clientCertificate } = handshakeOrExit();
const identity = clientCertificate === undefined ? undefined : createIdentity();
const socket = createSocketPath();
process.on("exit", socket.remove);

const listener = createServer();
listener.on("error", fail);
listenAt(listener, socket.path, () => {
  writeSync(1, handshakeLine(socket.path, identity?.certificate));
  // Terraform connects meanwhile; its connection waits in the socket's backlog.
  try {
    const { start } = require(join(__dirname, PROGRAM)) as Program;
    start({ listener, socket, identity, clientCertificate, parent, onTerminate });
  } catch (thrown) {
    fail(thrown);
  }
});

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
