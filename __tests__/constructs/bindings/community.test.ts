import * as config from "@cdktf/provider-docker/lib/config";
import * as container from "@cdktf/provider-docker/lib/container";
import * as image from "@cdktf/provider-docker/lib/image";
import * as network from "@cdktf/provider-docker/lib/network";
import * as secret from "@cdktf/provider-docker/lib/secret";
import * as service from "@cdktf/provider-docker/lib/service";
import * as tag from "@cdktf/provider-docker/lib/tag";
import * as volume from "@cdktf/provider-docker/lib/volume";
import { type TerraformElement, TerraformOutput, Testing } from "cdktf";
import type { Construct } from "constructs";
import { DockerConfig } from "../../../constructs/bindings/docker-config";
import { DockerContainer } from "../../../constructs/bindings/docker-container";
import { DockerImage } from "../../../constructs/bindings/docker-image";
import { DockerNetwork } from "../../../constructs/bindings/docker-network";
import { DockerSecret } from "../../../constructs/bindings/docker-secret";
import { DockerService, type DockerServiceConfig } from "../../../constructs/bindings/docker-service";
import { DockerTag } from "../../../constructs/bindings/docker-tag";
import { DockerVolume } from "../../../constructs/bindings/docker-volume";
import { provider } from "../../../provider/docker";
import type { Fields } from "../../../provider/schema";
import { only, synthesized, testStack } from "../scratch";

/** Both classes of a type take what the community's takes. */
type Class = new (scope: Construct, id: string, config: object) => TerraformElement;

const classOf = <Config>(made: new (scope: Construct, id: string, config: Config) => TerraformElement): Class =>
  made as unknown as Class;

const labels = [{ label: "a", value: "b" }];

const rows: readonly [type: string, theirs: Class, ours: Class, config: object][] = [
  [
    "docker_container",
    classOf(container.Container),
    classOf(DockerContainer),
    {
      name: "web",
      image: "nginx",
      ports: [{ internal: 80, external: 8080 }],
      healthcheck: { test: ["CMD", "true"], interval: "5s" },
      mounts: [{ type: "volume", target: "/a", volumeOptions: { noCopy: true } }],
      labels,
    },
  ],
  [
    "docker_image",
    classOf(image.Image),
    classOf(DockerImage),
    { name: "a", buildAttribute: { context: "." }, timeouts: { create: "5m" } },
  ],
  [
    "docker_network",
    classOf(network.Network),
    classOf(DockerNetwork),
    { name: "net", ipamConfig: [{ subnet: "10.0.0.0/24" }], labels },
  ],
  [
    "docker_volume",
    classOf(volume.Volume),
    classOf(DockerVolume),
    { name: "data", driverOpts: { someOption: "1" }, labels },
  ],
  ["docker_secret", classOf(secret.Secret), classOf(DockerSecret), { name: "s", data: "YQ==", labels }],
  ["docker_config", classOf(config.Config), classOf(DockerConfig), { name: "c", data: "YQ==" }],
  ["docker_tag", classOf(tag.Tag), classOf(DockerTag), { sourceImage: "a", targetImage: "b" }],
  [
    "docker_service",
    classOf(service.Service),
    classOf(DockerService),
    {
      name: "web",
      taskSpec: {
        containerSpec: {
          image: "nginx",
          env: { SOME_NAME: "1" },
          mounts: [
            { type: "volume", target: "/a", volumeOptions: { noCopy: true } },
            { type: "tmpfs", target: "/b" },
          ],
          configs: [{ configId: "1", fileName: "/c" }],
          privileges: { credentialSpec: { file: "f" } },
        },
        resources: { limits: { memoryBytes: 5 } },
      },
      mode: { replicated: { replicas: 2 } },
      convergeConfig: { timeout: "1m" },
      labels,
    },
  ],
];

const make = (Made: Class, config: object) => {
  const stack = testStack();
  new Made(stack, "it", config);
  return stack;
};

describe.each(rows)("%s", (type, theirs, ours, config) => {
  test("the community's own class says nothing that the provider does not take", () => {
    const { schema } = provider.resources.find((each) => each.type === type)!;
    expect(unknownTo(schema, only(make(theirs, config), type))).toEqual([]);
  });

  test("ours writes the same where nothing is added, in both of Terraform's languages", () => {
    expect(only(make(ours, config), type)).toEqual(only(make(theirs, config), type));
    expect(Testing.synthHcl(make(ours, config))).toBe(Testing.synthHcl(make(theirs, config)));
  });

  test("ours is put on an engine, and taken off it", () => {
    const stack = testStack();
    const made = new ours(stack, "it", { ...config, engine: "container://node1" }) as TerraformElement & {
      engine: string;
      readonly engineInput?: string;
      resetEngine(): void;
    };
    expect(only(stack, type)["engine"]).toBe("container://node1");
    new TerraformOutput(stack, "engine", { value: made.engine, staticId: true });
    expect(synthesized(stack)["output"]).toEqual({ engine: { value: `\${${type}.it.engine}` } });
    made.resetEngine();
    expect(made.engineInput).toBeUndefined();
    expect(only(stack, type)).not.toHaveProperty("engine");
  });
});

/** Names in `value` that the schema lacks, blocks joined by dots. */
function unknownTo(fields: Fields, value: object, above = ""): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = fields[name];
    if (!field) return [above + name];
    return field.kind === "block" ? [inner].flat().flatMap((each) => unknownTo(field.fields, each, `${name}.`)) : [];
  });
}

describe("what is added inside blocks of the community's", () => {
  const added: DockerServiceConfig = {
    name: "job",
    taskSpec: {
      containerSpec: {
        image: "nginx",
        init: true,
        ulimits: [{ name: "nofile", soft: 5, hard: 6 }],
        mounts: [
          { type: "volume", target: "/a" },
          { type: "volume", target: "/b", volumeOptions: { noCopy: true, subpath: "s" } },
        ],
      },
      resources: { limits: { pids: 7 } },
    },
    mode: { replicatedJob: { totalCompletions: 2 } },
  };

  test("is written where it stands", () => {
    expect(only(make(classOf(DockerService), added), "docker_service")).toEqual({
      name: "job",
      task_spec: {
        container_spec: {
          image: "nginx",
          init: true,
          ulimits: [{ name: "nofile", soft: 5, hard: 6 }],
          mounts: [
            { type: "volume", target: "/a" },
            { type: "volume", target: "/b", volume_options: { no_copy: true, subpath: "s" } },
          ],
        },
        resources: { limits: { pids: 7 } },
      },
      mode: { replicated_job: { total_completions: 2 } },
    });
  });

  test("is written as HCL, too", () => {
    const hcl = Testing.synthHcl(make(classOf(DockerService), added)).replaceAll(/\s+/g, " ");
    expect(hcl).toContain("replicated_job { total_completions = 2 }");
    expect(hcl).toContain('ulimits { name = "nofile" soft = 5 hard = 6 }');
    expect(hcl).toContain('volume_options { no_copy = true subpath = "s" }');
  });

  test("goes with the block that it was in", () => {
    const stack = testStack();
    const job = new DockerService(stack, "it", added);
    job.putMode({ globalJob: true });
    expect(only(stack, "docker_service")["mode"]).toEqual({ global_job: true });
    job.resetMode();
    expect(only(stack, "docker_service")).not.toHaveProperty("mode");
  });
});
