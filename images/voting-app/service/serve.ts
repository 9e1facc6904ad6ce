import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Time that a request under way has to end once the service is told to stop, in milliseconds. */
const GRACE = 1_000;

/** Serves at port 80, or `PORT`, until SIGTERM; what fails is a 500 without details. */
export function serve(handle: Handler, stop: () => Promise<unknown>): void {
  const server = createServer((request, response) => {
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
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
    await new Promise((resolve) => server.once("close", resolve));
    await stop();
  });
}

/** As process 1 of a container a program is not stopped by SIGTERM unless it says how. */
export function onStop(stop: () => Promise<unknown>): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(0), 2 * GRACE).unref();
      void stop().finally(() => process.exit(0));
    });
  }
}
