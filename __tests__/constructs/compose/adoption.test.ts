import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack, Testing } from "cdktf";
import { DockerNetwork } from "../../../constructs/bindings/docker-network";
import { ComposeProject, type ProjectFromFileProps } from "../../../constructs/compose/compose-project";
import { ComposeStack, type FromFileProps } from "../../../constructs/compose/compose-stack";
import { onEngine } from "../../../constructs/engine/on-engine";

let folder: string;
let stack: TerraformStack;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "t-adoption-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  stack = new TerraformStack(new App({ stackTraces: false, outdir: join(folder, "out") }), "test");
});

function fileOf(text: string): string {
  const file = join(folder, "compose.yml");
  writeFileSync(file, text);
  return file;
}

const project = (text: string, props: Partial<ProjectFromFileProps> = {}, id = "app") =>
  ComposeProject.fromFile(stack, id, { file: fileOf(text), name: id, ...props });
const swarm = (text: string, props: Partial<FromFileProps> = {}) =>
  ComposeStack.fromFile(stack, "app", { file: fileOf(text), name: "st", ...props });

/** `TYPE ID` of each import block, each of a resource that there is. */
function imports(): string[] {
  const { import: blocks = [], resource } = JSON.parse(Testing.synth(stack)) as {
    import?: { to: string; id: string }[];
    resource: Record<string, Record<string, unknown>>;
  };
  return blocks.map(({ to, id }) => {
    const [type = "", name = ""] = to.split(".");
    expect(Object.keys(resource[type] ?? {})).toContain(name);
    return `${type} ${id}`;
  });
}

const shop = `
services:
  web: {image: nginx, scale: 2, networks: [front], volumes: [data:/data, other:/other]}
  db: {image: "postgres:16", container_name: the-db, networks: [back, outside]}
networks: {front: , back: {name: own}, outside: {external: true}}
volumes: {data: , other: {external: true}}
`;

describe("a project that is taken over", () => {
  test("has the image of a build under the very name that its resource has, so that the plan makes nothing anew", () => {
    const build = "build: {context: ., dockerfile_inline: FROM alpine}, network_mode: none";
    project(`services: {web: {${build}}, api: {image: "api", ${build}}, db: {image: "x", network_mode: none}}`, {
      adopt: true,
    });
    const names = Object.values(JSON.parse(Testing.synth(stack)).resource.docker_image as { name: string }[]);
    const images = imports().filter((each) => each.startsWith("docker_image "));
    expect(images.sort()).toEqual(["docker_image api:latest", "docker_image app-web:latest", "docker_image x"]);
    expect(names.map(({ name }) => `docker_image ${name}`).sort()).toEqual(images.sort());
  });

  test("has an import block for each network, volume, image and container, by its name", () => {
    project(shop, { adopt: true });
    expect(imports().sort()).toEqual([
      "docker_container app-web-1",
      "docker_container app-web-2",
      "docker_container the-db",
      "docker_image nginx",
      "docker_image postgres:16",
      "docker_network app_front",
      "docker_network own",
      "docker_volume app_data",
    ]);
  });

  test("may be there in part: some services, with what they have", () => {
    project(shop, { adopt: ["db"] });
    expect(imports().sort()).toEqual(["docker_container the-db", "docker_image postgres:16", "docker_network own"]);
  });

  test.each([[undefined], [false], [[]]])("has no import block where `adopt` is %p", (adopt) => {
    project(shop, { adopt });
    expect(JSON.parse(Testing.synth(stack))).not.toHaveProperty("import");
  });

  test("is found on the engine that it is on, whoever says so", () => {
    project("services: {web: {image: nginx, network_mode: none}}", { adopt: true, engine: "ssh://shop" });
    onEngine(project("services: {web: {image: nginx, network_mode: none}}", { adopt: true }, "two"), "container://a,b");
    expect(imports()).toEqual([
      "docker_image ssh://shop|nginx",
      "docker_container ssh://shop|app-web-1",
      "docker_image container://a,b|nginx",
      "docker_container container://a,b|two-web-1",
    ]);
  });

  test("stands beside import blocks of others", () => {
    new DockerNetwork(stack, "other", { name: "other" }).importFrom("other");
    project("services: {web: {image: nginx, network_mode: none}}", { adopt: true });
    expect(imports()).toEqual(["docker_network other", "docker_image nginx", "docker_container app-web-1"]);
  });

  test("that has no such service is an error that names it", () => {
    expect(() => project(shop, { adopt: ["wbe"] })).toThrow(
      expect.objectContaining({ code: "unknown-service", message: expect.stringContaining("did you mean `web`") }),
    );
  });

  test("is refused where its data would stay behind, with every place", () => {
    const anonymous = "services: {web: {image: nginx, volumes: [/a, /b]}, db: {image: x, volumes: [/c]}}";
    expect(() => project(anonymous, { adopt: true })).toThrow(
      expect.objectContaining({
        code: "adopt-anonymous-volume",
        problems: [
          expect.objectContaining({ what: expect.stringContaining('"/a"') }),
          expect.objectContaining({ what: expect.stringContaining('"/b"') }),
          expect.objectContaining({ what: expect.stringContaining('"/c"') }),
        ],
      }),
    );
    expect(() => project(anonymous.replace("[/c]", "[]"), { adopt: ["db"] }, "part")).not.toThrow();
  });

  test("takes the commands of its containers to have run", () => {
    project("services: {web: {image: nginx, scale: 2, post_start: [{command: date}, {command: ls}]}}", { adopt: true });
    const names = ["app-web-1", "app-web-2"];
    expect(imports().filter((each) => each.startsWith("docker_exec"))).toEqual(
      names.flatMap((name) => [`docker_exec ${name}`, `docker_exec ${name}`]),
    );
  });
});

describe("a stack that is taken over", () => {
  const whole = `
services:
  web: {image: nginx, networks: [front], volumes: [data:/data], secrets: [key], configs: [site]}
  api: {image: api}
networks: {front: }
volumes: {data: }
secrets: {key: {environment: KEY}}
configs: {site: {content: hello}}
`;
  const given = { variables: { KEY: "sesame" } };

  test("has an import block for each object, by its name", () => {
    swarm(whole, { ...given, adopt: true, rotate: false });
    expect(imports().sort()).toEqual([
      "docker_config st_site",
      "docker_network st_default",
      "docker_network st_front",
      "docker_secret st_key",
      "docker_service st_api",
      "docker_service st_web",
      "docker_volume st_data",
    ]);
  });

  test("may be there in part", () => {
    swarm(whole, { ...given, adopt: ["api"] });
    expect(imports().sort()).toEqual(["docker_network st_default", "docker_service st_api"]);
  });

  test("is refused where secrets and configs are called by what they hold", () => {
    expect(() => swarm(whole, { ...given, adopt: true })).toThrow(
      expect.objectContaining({
        code: "adopt-rotated",
        problems: [
          expect.objectContaining({ what: expect.stringMatching(/^secret `key` .*`st_key-[0-9a-f]{10}`/) }),
          expect.objectContaining({ what: expect.stringMatching(/^config `site` /) }),
        ],
      }),
    );
  });

  test("may have names of its own", () => {
    const named = whole.replace("environment: KEY", "environment: KEY, name: st_key-1");
    swarm(named.replace("content: hello", "content: hello, name: own"), { ...given, adopt: true });
    expect(imports()).toEqual(expect.arrayContaining(["docker_secret st_key-1", "docker_config own"]));
  });
});
