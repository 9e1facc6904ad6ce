import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  const causes = [`${image}.image_id`, `${network}.id`, `${volume}.id`, `${db}.id`];
  expect((lifecycle as { replace_triggered_by: string[] }).replace_triggered_by.sort()).toEqual(causes.sort());
});

test("what others need to be healthy is waited for, as long as `converge` says", () => {
  const waits = (props = {}) => {
    const { wait, wait_timeout } = synth(whole, props).resource["docker_container"]!["db-1"]!;
    return { wait, wait_timeout };
  };
  expect(waits()).toEqual({ wait: true, wait_timeout: 180 });
  expect(waits({ converge: { timeout: 30 } })).toEqual({ wait: true, wait_timeout: 30 });
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
