import { Engine, Engines } from "../../engine";
import { FakeEngine } from "./fake-engine";

test("one address has one engine, however it is spelled", () => {
  const engines = new Engines();
  expect(engines.at("container://n1,n2?via=unix:///x")).toBe(engines.at("container://n1,n2/?via=unix%3A%2F%2F%2Fx"));
  expect(engines.at("unix:///x")).not.toBe(engines.at("unix:///y"));
});

test("no address is the engine that the pool was given, or Docker's default", () => {
  expect(new Engines().at().url).toBe("unix:///var/run/docker.sock");
  expect(new Engines({ url: "unix:///x" }).at().url).toBe("unix:///x");
});

test("a wrong address is an error when it is asked for, a wrong default too", () => {
  expect(() => new Engines().at("nonsense")).toThrow(expect.objectContaining({ code: "bad-address" }));
  expect(() => new Engines({ url: "nonsense" }).at()).toThrow(expect.objectContaining({ code: "bad-address" }));
});

test("nothing is connected before the first call", async () => {
  const fake = await FakeEngine.start(() => {});
  new Engines({ url: fake.engine.url }).at("container://n1");
  Engine.at(fake.engine.url);
  await new Promise((resolve) => setImmediate(resolve));
  expect(fake.connections).toEqual([]);
  await fake.close();
});

describe("the engine that runs the containers of container://", () => {
  let outer: FakeEngine;
  beforeEach(async () => {
    outer = await FakeEngine.start((_request, response) =>
      response.writeHead(404).end('{"message":"No such container: n1"}'),
    );
  });
  afterEach(() => outer.close());

  const asked = "POST /v1.41/containers/n1/exec";

  test("is the pool's default", async () => {
    await expect(new Engines({ url: outer.engine.url }).at("container://n1").system.info()).rejects.toMatchObject({
      code: "container-absent",
      what: `no Docker engine answers at container://n1: there is no container "n1" on ${outer.engine.url}`,
    });
    expect(outer.requests).toContain(asked);
  });

  test("is the one that the address names", async () => {
    const url = `container://n1?via=${outer.engine.url}`;
    await expect(new Engines({ url: "unix:///nowhere" }).at(url).system.info()).rejects.toMatchObject({
      code: "container-absent",
    });
    await expect(Engine.at(url).system.info()).rejects.toMatchObject({ code: "container-absent" });
    expect(outer.requests.filter((request) => request === asked)).toHaveLength(2);
  });

  test("is Docker's default where the pool's default is in a container itself", () => {
    expect(() => new Engines({ url: "container://n1" }).at("container://n1")).not.toThrow();
    expect(() => new Engines({ url: "container://n1" }).at("container://n2")).not.toThrow();
  });

  test("that cannot be reached is the error, and no container is said to be absent", async () => {
    const engine = new Engines({ url: "unix:///nowhere.sock" }).at("container://n1");
    await expect(engine.system.info()).rejects.toMatchObject({ code: "unreachable", address: "unix:///nowhere.sock" });
  });
});
