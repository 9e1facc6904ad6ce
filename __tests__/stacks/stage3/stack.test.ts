import { join } from "node:path";
import { Testing } from "cdktf";
import { Stage3, type Stage3Props } from "../../../stacks/stage3/stack";
import { bundleVersion, scratchFolder, synthesized, testApp, writeBundle } from "../../constructs/scratch";

const bundle = writeBundle(join(scratchFolder(), "bundle"));
const stage3 = (context: Record<string, unknown> = {}, props?: Stage3Props) =>
  new Stage3(testApp(bundle, context), props);

test("stage 3", () => {
  const text = Testing.synth(stage3(), true).replaceAll(bundleVersion, "VERSION");
  // From the scratch folder of the test to the checkout.
  expect(text.replaceAll(/[^"\\]+(?=\/stacks\/stage3)/g, "CHECKOUT")).toMatchSnapshot();
});

/** Of the nodes, and of what they need. */
const names = (context: Record<string, unknown>, props?: Stage3Props) =>
  Object.values(synthesized(stage3(context, props)).resource["docker_container"]!)
    .map(({ name }) => String(name))
    .filter((name) => !name.includes("-compose-"))
    .sort();

test("makes the nodes that it promises", () => {
  expect(names({})).toEqual(["stage3-node1", "stage3-node2", "stage3-node3", "stage3-registry"]);
  expect(stage3().cluster.engine).toBe("container://stage3-node1");
});

test("deploys one Compose file on this engine and on the swarm", () => {
  const { resource } = synthesized(stage3());
  const clocks = Object.values(resource["docker_container"]!).filter(({ name }) => String(name).includes("-compose-"));
  expect(clocks.map(({ name, engine }) => [name, engine])).toEqual(
    [1, 2, 3].map((number) => [`stage3-compose-clock-${number}`, undefined]),
  );
  const [service, ...others] = Object.values(resource["docker_service"]!);
  expect(service).toMatchObject({ name: "stage3_stack_clock", engine: expect.stringContaining("stage3-node1") });
  expect(others).toEqual([]);
});

test("two numbers change how many", () => {
  expect(names({}, { managers: 3, workers: 4 })).toHaveLength(8);
});

test("a prefix moves every name and label, ports and subnet what they say", () => {
  const context = { prefix: "try-", ports: { 5000: 15_000 }, subnet: "10.5.0.0/24" };
  const text = Testing.synth(stage3(context));
  expect(text.match(/(?<!try-|stacks\/)stage3(?!\.tfstate)/g)).toBeNull();
  const { resource } = synthesized(stage3(context));
  const node1 = Object.values(resource["docker_container"]!).find(({ hostname }) => hostname === "node1")!;
  expect(node1).toMatchObject({
    ports: [
      { internal: 5000, external: 15_000, ip: "127.0.0.1" },
      { internal: 5001, external: 5001, ip: "127.0.0.1" },
    ],
    networks_advanced: [{ ipv4_address: "10.5.0.3" }],
  });
});

test("the tokens are outputs, and masked", () => {
  const { output } = synthesized(stage3()) as unknown as { output: Record<string, { sensitive?: boolean }> };
  expect(output["join_token_worker"]).toMatchObject({ sensitive: true });
  expect(output["join_token_manager"]).toMatchObject({ sensitive: true });
});

test("where there is no Docker Hub, the nodes' registry serves the volume of the offline mirror", () => {
  const registryOf = (context: Record<string, unknown>) =>
    Object.values(synthesized(stage3(context)).resource["docker_container"]!).find(
      ({ name }) => name === "stage3-registry",
    );
  expect(registryOf({})).toMatchObject({ env: ["REGISTRY_PROXY_REMOTEURL=https://registry-1.docker.io"] });
  expect(registryOf({ registryVolume: "images" })).toMatchObject({
    env: [],
    volumes: [{ volume_name: "images", read_only: true }],
  });
});
