import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack, Testing } from "cdktf";
import { ComposeProject, type ProjectFromFileProps } from "../../../constructs/compose/compose-project";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "t-compose-project-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Synthesized = Record<"resource" | "data", Record<string, Record<string, Record<string, unknown>>>>;

/** What is synthesized of a file, by type and key. */
function synth(text: string, props: Partial<ProjectFromFileProps> = {}): Synthesized {
  const file = join(folder, "compose.yml");
  writeFileSync(file, text);
  const stack = new TerraformStack(new App({ stackTraces: false, outdir: join(folder, "out") }), "test");
  ComposeProject.fromFile(stack, "app", { file, name: "pr", ...props });
  const { resource, data = {} } = JSON.parse(Testing.synth(stack)) as Synthesized;
  const key = (id: string) => /^app_[a-z]+_(.+)_[0-9A-F]{8}$/.exec(id)![1]!;
  const byKey = (all: Synthesized["data"]) =>
    Object.fromEntries(
      Object.entries(all).map(([type, each]) => [
        type,
        Object.fromEntries(Object.entries(each).map(([id, body]) => [key(id), { id, ...body }])),
      ]),
    );
  return { resource: byKey(resource), data: byKey(data) };
}

const whole = `
services:
  web:
    image: nginx
    command: echo $\${HOME} %{x}
    networks: [front]
    volumes: [./site:/site, data:/data]
    depends_on: {db: {condition: service_healthy, restart: true}}
  db: {image: postgres, networks: [front]}
  other: {image: nginx, network_mode: none}
networks: {front: }
volumes: {data: }
`;

test("each network, volume, image and container is a resource", () => {
  const { resource } = synth(whole);
  const keys = Object.fromEntries(Object.entries(resource).map(([type, all]) => [type, Object.keys(all).sort()]));
  expect(keys).toEqual({
    docker_network: ["front"],
    docker_volume: ["data"],
    docker_image: ["db", "web"],
    docker_container: ["db-1", "other-1", "web-1"],
  });
});

test("a container comes after what it needs, and is made anew with what it cannot outlive", () => {
  const { resource } = synth(whole);
  const address = (type: string, key: string) => `${type}.${resource[type]![key]!["id"]}`;
  const { depends_on, lifecycle } = resource["docker_container"]!["web-1"]!;
  const [image, network, volume, db] = [
    address("docker_image", "web"),
    address("docker_network", "front"),
    address("docker_volume", "data"),
    address("docker_container", "db-1"),
  ];
  expect((depends_on as string[]).sort()).toEqual([image, network, volume, db].sort());
  const causes = [`${image}.image_id`, `${network}.id`, `${volume}.id`];
  expect((lifecycle as { replace_triggered_by: string[] }).replace_triggered_by.sort()).toEqual(causes.sort());
});

test("it is stopped and started where what it names with `restart: true` is another container, and its hooks run again", () => {
  const { resource } = synth(`
services:
  web: {image: x, links: [cache], post_start: [{command: warm}], depends_on: {db: {condition: service_started, restart: true}}}
  db: {image: x, scale: 2}
  cache: {image: x}
  side: {image: x, network_mode: "service:db", post_start: [{command: warm}]}
`);
  const id = (key: string) => `\${docker_container.${resource["docker_container"]![key]!["id"]}.id}`;
  const triggers = [id("db-1"), id("db-2"), id("cache-1")];
  expect(resource["docker_container"]!["web-1"]!["restart_triggers"]).toEqual(triggers);
  expect(resource["docker_container"]!["side-1"]!["restart_triggers"]).toBeUndefined();
  const { "web-1_post-start-1": warm, "side-1_post-start-1": other } = resource["docker_exec"]!;
  expect(warm!["triggers"]).toEqual({ restarts: triggers.join(" ") });
  expect(other!["triggers"]).toBeUndefined();
});

test("a container has the time to stop that the file says, or as long as `docker compose` gives it", () => {
  const { resource } = synth(
    "services: {a: {image: x}, b: {image: x, stop_grace_period: 1m}, c: {image: x, stop_grace_period: 0s}}",
  );
  const grace = (key: string) => resource["docker_container"]![key]!["destroy_grace_seconds"];
  expect(["a-1", "b-1", "c-1"].map(grace)).toEqual([10, 60, 0]);
});

describe("volumes that are kept", () => {
  const kept = (keepVolumes?: boolean | readonly string[]) => {
    const text = "services: {a: {image: x, volumes: ['one:/1', 'two:/2']}}\nvolumes: {one: , two: }";
    const { resource } = synth(text, { keepVolumes });
    return Object.entries(resource["docker_volume"]!).flatMap(([key, volume]) =>
      volume["keep_on_destroy"] === true ? [key] : [],
    );
  };

  test.each([
    [undefined, []],
    [true, ["one", "two"]],
    [false, []],
    [["two"], ["two"]],
  ])("%j are %j", (keepVolumes, expected) => {
    expect(kept(keepVolumes)).toEqual(expected);
  });

  test("are ones that the project makes", () => {
    expect(() => kept(["tow"])).toThrow(
      expect.objectContaining({ code: "unknown-volume", message: expect.stringContaining("two") }),
    );
  });
});

test("an image that is mounted is brought first, or built by the service that is named, and makes the container anew", () => {
  const { resource } = synth(`
services:
  web: {image: x, network_mode: none, volumes: [{type: image, source: model, target: /m, image: {subpath: a}}, {type: image, source: made, target: /n}]}
  made: {build: {context: ., dockerfile_inline: "FROM scratch"}}
`);
  const { id, depends_on, lifecycle, mounts } = resource["docker_container"]!["web-1"]!;
  expect(mounts).toEqual([
    { type: "image", source: "model", target: "/m", image_options: { subpath: "a" } },
    { type: "image", source: "pr-made", target: "/n" },
  ]);
  expect(id).toEqual(expect.any(String));
  const images = Object.values(resource["docker_image"]!).map((image) => `docker_image.${image["id"]}`);
  expect(images).toHaveLength(3);
  expect((depends_on as string[]).sort()).toEqual(images.sort());
  const { replace_triggered_by: causes } = lifecycle as { replace_triggered_by: string[] };
  expect(causes.sort()).toEqual(images.map((image) => `${image}.image_id`).sort());
});

test("a Dockerfile in the file lies beside the stack after each synth, and another text builds the image anew", () => {
  const built = (inline: string) => {
    const file = join(folder, "compose.yml");
    writeFileSync(file, JSON.stringify({ services: { web: { build: { context: ".", dockerfile_inline: inline } } } }));
    const app = new App({ stackTraces: false, outdir: join(folder, "inline"), skipValidation: true });
    const stack = new TerraformStack(app, "test");
    ComposeProject.fromFile(stack, "app", { file, name: "pr" });
    app.synth();
    const beside = join(folder, "inline/stacks/test");
    const { resource } = JSON.parse(readFileSync(join(beside, "cdk.tf.json"), "utf8"));
    const [image] = Object.values<{ build: { dockerfile: string }; triggers: { sent: string } }>(resource.docker_image);
    return { text: readFileSync(join(beside, image!.build.dockerfile), "utf8"), sent: image!.triggers.sent };
  };
  const one = built("FROM alpine\nRUN echo $${X}\n");
  expect(one.text).toBe("FROM alpine\nRUN echo ${X}\n");
  expect(built("FROM alpine\n").sent).not.toBe(one.sent);
});

test("what others need to be healthy is waited for, as long as `converge` says", () => {
  const waits = (props = {}) => {
    const { wait, wait_timeout } = synth(whole, props).resource["docker_container"]!["db-1"]!;
    return { wait, wait_timeout };
  };
  expect(waits()).toEqual({ wait: true, wait_timeout: 180 });
  expect(waits({ converge: { timeout: 30 } })).toEqual({ wait: true, wait_timeout: 30 });
});

test("what nothing starts again may end with 0, as a job does, waited for or not", () => {
  const containers = synth(`
services:
  plain: {image: x}
  never: {image: x, restart: "no"}
  failing: {image: x, restart: "on-failure:3"}
  policy: {image: x, restart: always, deploy: {restart_policy: {condition: none}}}
  always: {image: x, restart: always}
  unless: {image: x, restart: unless-stopped, depends_on: {awaited: {condition: service_completed_successfully}}}
  awaited: {image: x}
`).resource["docker_container"]!;
  const asked = Object.entries(containers).map(([key, { expected_exit_code: code, must_run }]) => [
    key,
    code,
    must_run,
  ]);
  expect(Object.fromEntries(asked.map(([key, ...rest]) => [key, rest]))).toEqual({
    "plain-1": [0, undefined],
    "never-1": [0, undefined],
    "failing-1": [0, undefined],
    "policy-1": [0, undefined],
    "always-1": [undefined, undefined],
    "unless-1": [undefined, undefined],
    "awaited-1": [0, false],
  });
});

test("paths are told from Terraform's folder, and a text is no template", () => {
  const { volumes, command, labels } = synth(whole).resource["docker_container"]!["web-1"]!;
  expect(volumes).toContainEqual({
    host_path: '${abspath(join("/", [path.root, "../../../site"]))}',
    container_path: "/site",
  });
  expect(command).toEqual(["echo", "$${HOME}", "%%{x}"]);
  expect(JSON.stringify([volumes, command, labels])).not.toContain(folder);
});

test("an image is one resource, whoever names it; one that is never pulled is none", () => {
  const { resource } = synth(
    "services: {a: {image: x}, b: {image: x}, c: {image: y, pull_policy: never}, d: {image: z}}",
  );
  expect(Object.keys(resource["docker_image"]!).sort()).toEqual(["a", "d"]);
});

test("of the services of one image the one that asks most of it brings it: a build, before a pull, before none", () => {
  const { resource, data } = synth(`
services:
  worker: {image: app}
  web: {image: app, build: {context: ., dockerfile_inline: FROM alpine}}
  later: {image: app}
  here: {image: x, pull_policy: never}
  missing: {image: x}
  always: {image: x, pull_policy: always}
  other: {build: {context: ., dockerfile_inline: FROM app, additional_contexts: [app=service:worker]}}
`);
  const images = resource["docker_image"]!;
  expect(Object.entries(images).map(([key, { name, build }]) => [key, name, build !== undefined])).toEqual([
    ["always", "x", false],
    ["other", "pr-other:latest", true],
    ["web", "app:latest", true],
  ]);
  expect(Object.keys(data["docker_registry_image"]!)).toEqual(["always-digest"]);
  expect(images["other"]!["depends_on"]).toEqual([`docker_image.${images["web"]!["id"]}`]);
  expect(resource["docker_container"]!["worker-1"]!["depends_on"]).toContain(`docker_image.${images["web"]!["id"]}`);
});

test("an image is pulled for the platform that its service asks for", () => {
  const { resource } = synth("services: {a: {image: x, platform: linux/arm64}, b: {image: y}}");
  const platforms = Object.entries(resource["docker_image"]!).map(([key, { platform }]) => [key, platform]);
  expect(platforms).toEqual([
    ["a", "linux/arm64"],
    ["b", undefined],
  ]);
});

test("an image that is always to be the registry's is asked for at each plan", () => {
  const { resource, data } = synth("services: {a: {image: x, pull_policy: always}}");
  const { id, name } = data["docker_registry_image"]!["a-digest"]!;
  expect(name).toBe("x");
  expect(resource["docker_image"]!["a"]!["pull_triggers"]).toEqual([
    `\${data.docker_registry_image.${id}.sha256_digest}`,
  ]);
});

test("all of it is made on the engine that is given", () => {
  const { resource, data } = synth(`${whole}\n`, { engine: "ssh://somewhere" });
  const engines = [resource, data].flatMap((all) =>
    Object.values(all).flatMap((each) => Object.values(each).map(({ engine }) => engine)),
  );
  expect(new Set(engines)).toEqual(new Set(["ssh://somewhere"]));
});

test("overrides of a service that the file does not have are an error", () => {
  expect(() => synth(whole, { services: { webb: { replicas: 2 } } })).toThrow(
    expect.objectContaining({ code: "unknown-service", message: expect.stringContaining("web") }),
  );
});
