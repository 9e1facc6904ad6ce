import { FakeEngine } from "../fake-engine";

const IN_USE = { message: "error while removing network: network web id 0f has active endpoints" };

/** Engines lose count of a network's endpoints once in some fifty times: none can be brought to it. */
interface Seen {
  readonly scope?: string;
  readonly containers?: readonly object[];
  /** How often a removal is refused. @default - always */
  readonly refusals?: number;
}

async function withEngine({ scope = "local", containers = [], refusals = Infinity }: Seen) {
  let refused = 0;
  return FakeEngine.start(({ method, url }, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (method === "DELETE") return refused++ < refusals ? answer(403, IN_USE) : response.writeHead(204).end();
    return url?.includes("/containers/json") ? answer(200, containers) : answer(200, { Name: "web", Scope: scope });
  });
}

describe("a network whose removal is refused", () => {
  let fake: FakeEngine;
  afterEach(() => fake.close());

  test("is in use where a container is in it", async () => {
    fake = await withEngine({ containers: [{ Id: "c0" }] });
    await expect(fake.engine.networks.remove("web")).rejects.toMatchObject({ code: "in-use" });
  });

  test("is asked for all its containers, stopped ones included", async () => {
    fake = await withEngine({ containers: [{ Id: "c0" }] });
    await fake.engine.networks.remove("web").catch(() => {});
    const query = new URLSearchParams({ all: "true", filters: '{"network":["web"]}' });
    expect(fake.requests).toContain(`GET /v1.41/containers/json?${query}`);
  });

  test("is removed where what was in it has left meanwhile", async () => {
    fake = await withEngine({ refusals: 1 });
    await expect(fake.engine.networks.remove("web")).resolves.toBeUndefined();
  });

  test("has an engine that lost count of its endpoints where no container is in it", async () => {
    fake = await withEngine({});
    await expect(fake.engine.networks.remove("web")).rejects.toMatchObject({
      code: "endpoints-lost",
      what: 'network "web" is empty, and the engine still counts containers in it',
      remedy: expect.stringMatching(/^Restart the engine/),
      engineMessage: IN_USE.message,
      object: { kind: "network", name: "web" },
    });
  });

  test("is in use where it is a swarm's, of whose containers this engine knows but its own", async () => {
    fake = await withEngine({ scope: "swarm" });
    await expect(fake.engine.networks.remove("web")).rejects.toMatchObject({ code: "in-use" });
  });
});
