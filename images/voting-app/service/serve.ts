import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Time that a request under way has to end once the service is told to stop, in milliseconds. */
const GRACE = 1_000;
/** What comes after it, connections to others above all, is given as much. */
const CLOSING = 1_000;

/**
 * Serves at port 80, or `PORT`, until SIGTERM; what fails is a 500 without details. Whoever asks while it stops is
 * answered, and told to come on another connection.
 *
 * @param grace milliseconds that a request under way has to end, less than the swarm's ten seconds
 */
export function serve(handle: Handler, stop: () => Promise<unknown>, grace = GRACE): void {
  let isStopping = false;
  const server = createServer((request, response) => {
    if (isStopping) response.setHeader("Connection", "close");
    Promise.resolve()
      .then(() => handle(request, response))
      .catch((error: unknown) => {
        console.error(error);
        if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain" });
        response.end("something went wrong\n");
      });
  });
  server.listen(Number(process.env["PORT"] ?? 80));
  onStop(async () => {
    isStopping = true;
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), grace).unref();
    await new Promise((resolve) => server.once("close", resolve));
    await stop();
  }, grace + CLOSING);
}

/** As process 1 of a container a program is not stopped by SIGTERM unless it says how. @param within milliseconds */
export function onStop(stop: () => Promise<unknown>, within = GRACE + CLOSING): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(0), within).unref();
      void stop().finally(() => process.exit(0));
    });
  }
}
