import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Bytes of an answer that is held back: more than an image's configuration, which tells of its platform. */
const LAYER_BYTES = 64 * 1024;

/** A registry before the scene's own that holds the layers of images back until it is told to let go. */
export class HeldRegistry {
  private release!: () => void;
  private readonly released = new Promise<void>((resolve) => {
    this.release = resolve;
  });
  private asked = 0;

  private constructor(private readonly server: Server) {}

  /** @param address of this machine that the nodes reach; @param behind URL of the registry that has the images */
  static async open(address: string, behind: string): Promise<HeldRegistry> {
    const server = createServer();
    const held = new HeldRegistry(server);
    server.on("request", (incoming, answer) => {
      const outgoing = request(new URL(incoming.url ?? "/", behind), {
        method: incoming.method,
        headers: { ...incoming.headers, host: new URL(behind).host },
      });
      outgoing.on("response", async (found) => {
        if (Number(found.headers["content-length"]) > LAYER_BYTES) {
          held.asked += 1;
          await held.released;
        }
        answer.writeHead(found.statusCode ?? 502, found.headers);
        found.pipe(answer);
      });
      outgoing.on("error", () => answer.destroy());
      incoming.pipe(outgoing);
    });
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
    return held;
  }

  /** Whether a node waits for a layer. */
  get isAsked(): boolean {
    return this.asked > 0;
  }

  get host(): string {
    const { address, port } = this.server.address() as AddressInfo;
    return `${address}:${port}`;
  }

  letGo(): void {
    this.release();
  }

  async close(): Promise<void> {
    this.letGo();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
