import { createConnection, createServer } from "node:net";

export interface Relay {
  readonly url: string;
  close(): void;
}

/** A port of this machine that leads to another host, by which a node is reached that publishes nothing here. */
export async function relayTo(host: string, port: number): Promise<Relay> {
  const server = createServer((client) => {
    const upstream = createConnection({ host, port });
    client.on("error", () => upstream.destroy()).pipe(upstream);
    upstream.on("error", () => client.destroy()).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return { url, close: () => server.close() };
}
