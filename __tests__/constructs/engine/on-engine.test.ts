import { Container } from "@cdktf/provider-docker/lib/container";
import { DataDockerNetwork } from "@cdktf/provider-docker/lib/data-docker-network";
import { Volume } from "@cdktf/provider-docker/lib/volume";
import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { DockerExec } from "../../../constructs/bindings/docker-exec";
import { DockerNetwork } from "../../../constructs/bindings/docker-network";
import { onEngine } from "../../../constructs/engine/on-engine";
import { codeOf, only, synthesized, testStack } from "../scratch";

const node1 = "container://stage3-node1";

test("a resource is put on an engine, and returned", () => {
  const stack = testStack();
  const volume: Volume = onEngine(new Volume(stack, "data", { name: "data" }), node1);
  expect(volume.nameInput).toBe("data");
  expect(only(stack, "docker_volume")).toEqual({ name: "data", engine: node1 });
});

test("a scope takes everything under it along, declared before or after", () => {
  const stack = testStack();
  const scope = new Construct(stack, "scope");
  new Volume(scope, "before");
  onEngine(scope, node1);
  new Container(new Construct(scope, "inner"), "after", { name: "after", image: "alpine" });
  new DataDockerNetwork(scope, "bridge", { name: "bridge" });
  new DockerExec(scope, "exec", { container: "after", command: ["ls"] });
  for (const type of ["docker_volume", "docker_container", "docker_network", "docker_exec"]) {
    expect(only(stack, type)["engine"]).toBe(node1);
  }
});

test("what is beside the scope stays on the provider's engine", () => {
  const stack = testStack();
  onEngine(new Construct(stack, "scope"), node1);
  new Volume(stack, "beside");
  expect(only(stack, "docker_volume")).not.toHaveProperty("engine");
});

test("what is not Docker's is left alone", () => {
  const stack = testStack();
  new TerraformVariable(stack, "replicas", { default: 2 });
  onEngine(stack, node1);
  expect(synthesized(stack)["variable"]).toEqual({ replicas: { default: 2 } });
});

describe("the nearest engine counts", () => {
  const rows = [
    { name: "of two scopes the inner one", outer: "unix:///outer.sock", inner: node1 },
    { name: "whichever was named first", outer: node1, inner: "unix:///inner.sock" },
  ];
  test.each(rows)("$name", ({ outer, inner }) => {
    const stack = testStack();
    const scope = new Construct(stack, "scope");
    new Volume(scope, "data");
    new DockerNetwork(scope, "net", { name: "net" });
    onEngine(scope, inner);
    onEngine(stack, outer);
    expect(only(stack, "docker_volume")["engine"]).toBe(inner);
    expect(only(stack, "docker_network")["engine"]).toBe(inner);
  });

  test("and a resource's own attribute most of all", () => {
    const stack = testStack();
    onEngine(stack, node1);
    new DockerExec(stack, "exec", { container: "some", command: ["ls"], engine: "unix:///own.sock" });
    expect(only(stack, "docker_exec")["engine"]).toBe("unix:///own.sock");
  });
});

describe("addresses", () => {
  test.each([
    "unix:///var/run/docker.sock",
    "tcp://127.0.0.1:2376",
    "ssh://user@host",
    "container://node1,node2",
    "container://node1?via=ssh://host",
  ])("%s is one", (engine) => {
    expect(codeOf(() => onEngine(testStack(), engine))).toBeUndefined();
  });

  test.each(["", "node1", "/var/run/docker.sock", "http://host", "container://"])("%p is none", (engine) => {
    expect(codeOf(() => onEngine(testStack(), engine))).toBe("engine-address");
  });

  test("a value that Terraform knows later is taken as it is", () => {
    const stack = testStack();
    const address = new TerraformVariable(stack, "address", { type: "string" });
    onEngine(new Volume(stack, "data"), address.stringValue);
    expect(only(stack, "docker_volume")["engine"]).toBe("${var.address}");
  });
});
