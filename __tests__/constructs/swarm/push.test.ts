import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import { BuiltImage } from "../../../constructs/image/built-image";
import { SwarmCluster } from "../../../constructs/swarm/swarm-cluster";
import { codeOf, scratchFolder, synthesized, testStack } from "../scratch";

const outdir = scratchFolder();
const context = join(outdir, "app");
mkdirSync(context);
writeFileSync(join(context, "Dockerfile"), "FROM scratch\n");

const built = (scope: Construct, name = "team/app:1") => new BuiltImage(scope, "app", { name, context });
const hosts = ["ssh://one", "ssh://two"];

describe("to a cluster of containers", () => {
  const stack = testStack();
  const cluster = new SwarmCluster(stack, "c", { name: "c", workers: 1 });
  const image = built(stack);
  const pushed = cluster.push(image);
  new TerraformOutput(stack, "image", { value: pushed.name });
  const { resource, output } = synthesized(stack);
  const one = (type: string, key: string) => Object.entries(resource[type]!).find(([id]) => id.startsWith(key))![1];

  test("the image is built on the first node, once that is in the swarm", () => {
    expect(one("docker_image", "app")).toMatchObject({
      name: "team/app:1",
      engine: "container://c-node1",
      depends_on: [expect.stringMatching(/^docker_swarm_node\..*node1/)],
    });
  });

  test("it is pushed from there to a registry on the cluster's network, anew when it is another", () => {
    expect(one("docker_tag", "app")).toMatchObject({ target_image: "images:5000/team/app:1" });
    expect(one("docker_registry_image", "app")).toMatchObject({
      engine: "container://c-node1",
      through_engine: true,
      triggers: { image: expect.stringContaining(".image_id}") },
      depends_on: expect.arrayContaining([expect.stringMatching(/^docker_container\.c_images/)]),
    });
  });

  test("the registry publishes nothing, has no capability, and an address behind the nodes'", () => {
    const registry = one("docker_container", "c_images");
    expect(registry).not.toHaveProperty("ports");
    expect(registry).toMatchObject({
      name: "c-images",
      capabilities: { drop: ["ALL"] },
      networks_advanced: [{ aliases: ["images"], ipv4_address: "10.213.0.254" }],
    });
  });

  test("every node takes its images without TLS", () => {
    const commands = Object.values(resource["docker_container"]!)
      .filter(({ hostname }) => hostname !== undefined)
      .map(({ command }) => command);
    expect(commands).toEqual([1, 2].map(() => expect.arrayContaining(["--insecure-registry=images:5000"])));
  });

  test("what services are given ends in the digest of what was pushed", () => {
    expect(output).toMatchObject({
      image: { value: expect.stringMatching(/^\$\{docker_registry_image\..*\.name\}@\$\{.*\.sha256_digest\}$/) },
    });
    expect(pushed.reference).toBe("images:5000/team/app:1");
  });

  test("pushed again, it is the same", () => {
    expect(cluster.push(image)).toBe(pushed);
  });
});

test("a cluster that nothing is pushed to has no such registry", () => {
  const stack = testStack();
  new SwarmCluster(stack, "c", { name: "c" });
  expect(JSON.stringify(synthesized(stack))).not.toContain("images:5000");
});

test("without a cache of Docker Hub the registry's image is pulled for it", () => {
  const stack = testStack();
  new SwarmCluster(stack, "c", { name: "c", registry: false }).push(built(stack));
  const images = Object.values(synthesized(stack).resource["docker_image"]!).map(({ name }) => name);
  expect(images).toEqual(expect.arrayContaining(["registry:2"]));
});

test("an image of another stack waits for the whole stack of the cluster", () => {
  const app = Testing.app({ outdir, stackTraces: false });
  const [one, two] = [new TerraformStack(app, "one"), new TerraformStack(app, "two")];
  new SwarmCluster(one, "c", { name: "c" }).push(built(two));
  expect(two.dependsOn(one)).toBe(true);
  expect(synthesized(two).resource["docker_image"]).toMatchObject({
    [Object.keys(synthesized(two).resource["docker_image"]!)[0]!]: { engine: "container://c-node1" },
  });
});

describe("to machines", () => {
  test("it is pushed from the first of them to the registry that was given, and stays there", () => {
    const stack = testStack();
    const cluster = SwarmCluster.fromHosts(stack, "c", { hosts, registry: "registry.example.com/lab" });
    expect(cluster.push(built(stack, "ghcr.io/team/app")).reference).toBe("registry.example.com/lab/team/app:latest");
    const [pushed] = Object.values(synthesized(stack).resource["docker_registry_image"]!);
    expect(pushed).toMatchObject({ engine: "ssh://one", keep_remotely: true });
    expect(pushed).not.toHaveProperty("through_engine");
  });

  test("without a registry it is an error that says what to give", () => {
    const stack = testStack();
    const cluster = SwarmCluster.fromHosts(stack, "c", { hosts });
    expect(() => cluster.push(built(stack))).toThrow(
      'test/app is built, and the hosts of test/c have no registry to get it from; give them one that they all reach: `registry: "registry.example.com/team"`',
    );
  });

  test.each(["", "registry", "http://registry:5000", "registry:5000/Team", "registry.example.com/team/"])(
    "%j is no registry",
    (registry) => {
      expect(codeOf(() => SwarmCluster.fromHosts(testStack(), "c", { hosts, registry }))).toBe("hosts-registry");
    },
  );

  test.each(["registry:5000", "localhost/team", "registry.example.com", "registry.example.com:5000/a/b"])(
    "%j is one",
    (registry) => {
      expect(codeOf(() => SwarmCluster.fromHosts(testStack(), "c", { hosts, registry }))).toBeUndefined();
    },
  );
});

test("an image is pushed to one cluster", () => {
  const stack = testStack();
  const image = built(stack);
  new SwarmCluster(stack, "a", { name: "a" }).push(image);
  const other = new SwarmCluster(stack, "b", { name: "b", subnet: "10.9.0.0/24" });
  expect(codeOf(() => other.push(image))).toBe("push-twice");
});

test("its name is known at synth", () => {
  const stack = testStack();
  const cluster = new SwarmCluster(stack, "c");
  expect(codeOf(() => cluster.push(built(stack, "app:${var.tag}")))).toBe("push-name");
});

test("a subnet without an address left says so", () => {
  const stack = testStack();
  const cluster = new SwarmCluster(stack, "c", { managers: 1, workers: 3, subnet: "10.9.0.0/29" });
  expect(codeOf(() => cluster.push(built(stack)))).toBe("cluster-subnet-registry");
});
