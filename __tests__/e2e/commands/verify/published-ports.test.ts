import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { portsHere, portsThrough } from "../../../../commands/verify/published-ports";
import type { Engine } from "../../../../engine";
import { standInsFor } from "../../../../offline/images";
import { ensureMirror } from "../../../../offline/mirror";
import { newPrefix, openEngine } from "../../drills/lab-objects";
import { freePort } from "../../free-port";

jest.setTimeout(120_000);

/** Alpine has nc, the nodes of a swarm may have bash alone. */
const images = ["alpine", "docker:dind"];
const name = newPrefix("asker");
const asked: string[] = [];
let engine: Engine;
let server: Server;
let port: number;

beforeAll(async () => {
  engine = openEngine();
  await ensureMirror(engine, standInsFor(["stage1", "stage3"]), () => {});
  for (const image of images) await engine.images.pull(image);
  // The engine is this machine's: its loopback is that of the test.
  server = createServer((request, response) => {
    let form = "";
    request.on("data", (chunk) => {
      form += chunk;
    });
    request.on("end", () => {
      asked.push([request.method, form, request.headers.cookie].join(" "));
      response.writeHead(form === "vote=none" ? 503 : 200).end("taken");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
}, 300_000);

afterAll(() => {
  engine.close();
  server.close();
});

const ways = [
  { name: "from here", open: () => portsHere, where: "" },
  ...images.map((image) => ({
    name: `through the engine, by ${image}`,
    open: () => portsThrough(engine, "there", async () => image, name),
    where: " on there",
  })),
];

test.each(ways)(
  "asked $name a port takes a form and a cookie, and what it refuses is told",
  async ({ open, where }) => {
    const ports = open();
    let volumes: string[] = [];
    asked.length = 0;
    try {
      expect(await ports.ask({ port, form: "vote=a", cookie: "voter_id=1" })).toBeUndefined();
      expect(await ports.ask({ port })).toBeUndefined();
      expect(await ports.ask({ port, form: "vote=none" })).toMatchObject({
        en: `http://127.0.0.1:${port}/${where} answered 503`,
      });
      expect(asked).toEqual(["POST vote=a voter_id=1", "GET  ", "POST vote=none "]);
      const closed = await freePort();
      expect(await ports.ask({ port: closed })).toMatchObject({
        en: expect.stringContaining(`http://127.0.0.1:${closed}/${where} does not answer: `),
      });
      const asker = await engine.containers.tryInspect(name);
      volumes = (asker?.Mounts ?? []).flatMap(({ Name }) => Name ?? []);
    } finally {
      await ports.close();
    }
    expect(await Promise.all(volumes.map((each) => engine.volumes.tryInspect(each)))).toEqual(
      volumes.map(() => undefined),
    );
    const left = await engine.containers.list({ all: true, filters: { name: [name] } });
    expect(left).toEqual([]);
  },
);
