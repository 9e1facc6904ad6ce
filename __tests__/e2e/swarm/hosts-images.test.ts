import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack } from "cdktf";
import { DockerService } from "../../../constructs/bindings/docker-service";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { BuiltImage } from "../../../constructs/image/built-image";
import { SwarmCluster } from "../../../constructs/swarm/swarm-cluster";
import { RegistryClient } from "../../../registry";
import { Farm, type FarmNode } from "../provider/resources/swarm/farm";
import { Deployment } from "./deployment";
import { Hosts } from "./hosts";

jest.setTimeout(240_000);

/** Machines that find Docker Hub's images where the labs' mirror has them, and take images without TLS from their network. */
const mirror = "http://registry:5000";
const plain = [mirror, "10.214.0.0/16"].map((each) => `--insecure-registry=${each}`);
const farm = new Farm(undefined, [`--registry-mirror=${mirror}`, ...plain]);
const machines = new Hosts(farm);
let lab: Deployment;
let nodes: FarmNode[];
let hosts: string[];
let registry: string;

beforeAll(async () => {
  lab = await Deployment.open();
  await farm.open();
  await farm.mirror("registry");
  registry = await farm.registry();
  nodes = await farm.nodes(2);
  hosts = await Promise.all(nodes.map((node) => machines.admit(node)));
}, 240_000);
afterAll(async () => {
  await lab?.close();
  await farm.close();
  machines.close();
});

test("an image of one's own reaches every machine through the registry that was given, and stays there", async () => {
  // Where a synth of the whole app would lay a link to it.
  const context = join(lab.terraform.folder, "contexts", "app");
  mkdirSync(context, { recursive: true });
  writeFileSync(join(context, "Dockerfile"), "FROM alpine\nRUN echo built >/made\n");
  lab.write((scope) => {
    const stack = new TerraformStack(scope, "machines");
    const registryAuth = [{ address: `http://${registry}`, authDisabled: true }];
    new DockerEngine(stack, "docker", { sshOpts: machines.options, registryAuth });
    const cluster = SwarmCluster.fromHosts(stack, "cluster", { hosts, registry: `${registry}/team` });
    const image = cluster.push(new BuiltImage(stack, "app", { name: "app:1", context }));
    const command = ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 1 & wait; done"];
    cluster.place(
      new DockerService(stack, "everywhere", {
        name: "everywhere",
        mode: { global: true },
        taskSpec: { containerSpec: { image: image.name, command } },
        convergeConfig: { timeout: "2m" },
      }),
    );
    return stack;
  });
  await lab.mends();
  for (const { engine } of nodes) {
    const [task] = await engine.containers.list({ filters: { label: ["com.docker.swarm.service.name=everywhere"] } });
    expect((await engine.exec.run(task!.Id, { cmd: ["cat", "/made"] })).output).toBe("built\n");
  }
  await lab.destroyed();
  const client = new RegistryClient({ host: registry, plain: true });
  expect(await client.tryDigest("team/app", "1")).toMatch(/^sha256:/);
});
