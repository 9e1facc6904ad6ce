import { resources } from "../../../provider/resources";
import { importState } from "../../../provider/schema/operations";

const elsewhere = "container://manager1,manager2";
const addresses: Readonly<Record<string, string>> = { docker_swarm_node: "unix:///a.sock,tcp://b:2376" };
const importable = resources
  .filter((resource) => resource.import)
  .map((resource) => ({ resource, type: resource.type, id: addresses[resource.type] ?? "thing" }));

test("what there is to import", () => {
  expect(importable.map(({ type }) => type).sort()).toEqual(
    [
      "config",
      "container",
      "exec",
      "image",
      "network",
      "plugin",
      "secret",
      "service",
      "swarm",
      "swarm_node",
      "volume",
    ].map((name) => `docker_${name}`),
  );
});

test.each(importable)("$type is imported from another engine than the provider's", ({ resource, id }) => {
  const { state, diagnostics } = importState(resource, `${elsewhere}|${id}`);
  expect(diagnostics).toEqual([]);
  expect(state).toMatchObject({ engine: elsewhere });
  expect(JSON.stringify(state)).not.toContain("|");
});

test.each(importable.filter(({ type }) => type !== "docker_swarm_node"))(
  "$type is imported from the provider's where no other one is named",
  ({ resource, id }) => {
    expect(importState(resource, id).state).toMatchObject({ id, engine: undefined });
  },
);

const find = (type: string) => resources.find((resource) => resource.type === type)!;

test("a swarm is found by its id, or through its managers, and a node by its own engine, through its managers or itself", () => {
  expect(importState(find("docker_swarm"), "tcp://a:2376,container://b,c").state).toMatchObject({
    id: undefined,
    managers: ["tcp://a:2376", "container://b,c"],
  });
  expect(importState(find("docker_swarm_node"), "tcp://a:2376,tcp://b:2376").state).toMatchObject({
    engine: "tcp://a:2376",
    managers: ["tcp://b:2376"],
  });
  expect(importState(find("docker_swarm_node"), "tcp://a:2376").state).toMatchObject({
    engine: "tcp://a:2376",
    managers: ["tcp://a:2376"],
  });
  expect(importState(find("docker_swarm_node"), "tcp://a:2376|tcp://b:2376").state).toMatchObject({
    engine: "tcp://a:2376",
    managers: ["tcp://b:2376"],
  });
});

test("an address that does not read is told", () => {
  const { state, diagnostics } = importState(find("docker_volume"), "container://|data");
  expect(state).toBeUndefined();
  expect(diagnostics).toMatchObject([{ severity: "error", summary: expect.stringContaining("container://") }]);
});

test.each(importable)("$type is imported by its identity, too", ({ resource, id }) => {
  const { state, diagnostics } = importState(resource, { identity: { engine: elsewhere, id } });
  expect(diagnostics).toEqual([]);
  expect(state).toEqual(importState(resource, `${elsewhere}|${id}`).state);
});

test("an object is known by its engine and its id there, whatever else is said of it", () => {
  for (const { resource } of importable)
    expect(resource.identity!.of({ engine: elsewhere, id: "1", name: "a" })).toEqual({ engine: elsewhere, id: "1" });
  expect(resources.filter(({ identity }) => identity).map(({ type }) => type)).toEqual(
    resources.filter((resource) => resource.import).map(({ type }) => type),
  );
});
