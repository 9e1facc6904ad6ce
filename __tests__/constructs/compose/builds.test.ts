import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { build } from "../../../constructs/compose/keys/build";
import { ComposeError } from "../../../constructs/compose/problems/compose-error";
import type { Cluster } from "../../../constructs/swarm/cluster";
import { SwarmCluster } from "../../../constructs/swarm/swarm-cluster";
import { scratchFolder, synthesized, testStack } from "../scratch";
import { specified } from "./specification";

const folder = scratchFolder();
for (const name of ["web", "worker"]) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "Dockerfile"), `FROM alpine\nRUN echo ${name}\n`);
}
writeFileSync(join(folder, "token"), "secret");

const file = join(folder, "compose.yml");

/** A stack of a file, on a cluster of its own. */
function deployed(text: string, of: (stack: ReturnType<typeof testStack>) => Cluster | string) {
  writeFileSync(file, text);
  const stack = testStack();
  const compose = ComposeStack.fromFile(stack, "app", { file, name: "shop", engine: of(stack) });
  return { stack, compose, resource: synthesized(stack).resource };
}

const onCluster = (text: string) => deployed(text, (stack) => new SwarmCluster(stack, "c", { name: "c" }));
const built = (text: string) =>
  Object.values(onCluster(text).resource["docker_image"]!).filter((image) => image["build"] !== undefined);

/** What an error says, without the name of the folder. */
function complaint(text: string): string {
  try {
    onCluster(text);
  } catch (error) {
    if (error instanceof ComposeError) return error.message.replaceAll(/(\.\.\/)*\S*docker-stages-\w+\//g, "");
    throw error;
  }
  return "";
}

test("a service is built on the first node, and runs what was pushed from there", () => {
  const { resource } = onCluster("services:\n  web:\n    image: shop/web:1\n    build: ./web\n");
  const [image] = Object.values(resource["docker_image"]!).filter(({ build }) => build);
  expect(image).toMatchObject({
    name: "shop/web:1",
    engine: "container://c-node1",
    build: { context: "contexts/app-images-web" },
  });
  const [service] = Object.values(resource["docker_service"]!);
  expect(service).toMatchObject({
    task_spec: { container_spec: { image: expect.stringMatching(/^\$\{docker_registry_image\..*\}@\$\{.*\}$/) } },
    engine: "container://c-node1",
  });
});

test("without an image it is named after stack and service", () => {
  expect(built("services:\n  web:\n    build: ./web\n")).toMatchObject([{ name: "shop-web:latest" }]);
});

test("a service that names what another one builds runs it too", () => {
  const { resource } = onCluster(
    "services:\n  web:\n    image: shop\n    build: ./web\n  worker:\n    image: shop\n  other:\n    image: alpine\n",
  );
  const images = Object.values(resource["docker_service"]!).map(
    (service) => (service as { task_spec: { container_spec: { image: string } } }).task_spec.container_spec.image,
  );
  expect(images.filter((image) => image.includes("docker_registry_image"))).toHaveLength(2);
  expect(images).toContain("alpine:latest");
});

test("a Dockerfile that is a text lies beside the stack", () => {
  const [image] = built('services:\n  web:\n    build: {context: ./web, dockerfile_inline: "FROM alpine"}\n');
  expect(image).toMatchObject({ build: { dockerfile: "dockerfiles/app-images-web" } });
});

test.each([
  ["{ a: 'target:x' }", "compose.yml:5:30: ", "name a folder, a service of the file that is built, or an image"],
  ["{ a: 'service:' }", "compose.yml:5:30: ", "name a folder, a service of the file that is built, or an image"],
  ["[a]", "compose.yml:5:29: ", "name a folder, a service of the file that is built, or an image"],
  ["{ a: 'service:wed' }", "compose.yml:5:30: ", "did you mean `web`?"],
  ["{ a: 'service:web' }", "compose.yml:5:30: ", "in a circle: web → web"],
  ["{ a: ./none }", "compose.yml:5:30: ", "give the path of a folder"],
])("additional contexts of %s are refused with the change that helps", (value, place, help) => {
  const said = complaint(`services:\n  web:\n    build:\n      context: web\n      additional_contexts: ${value}\n`);
  expect(said).toContain(place);
  expect(said).toContain(help);
});

test("more contexts are folders by links of their own, and what the engine fetches", () => {
  const contexts = "{one: ./worker, two: 'docker-image://alpine', three: 'https://example.com/a.git'}";
  const [image] = built(`services:\n  web:\n    build: {context: ./web, additional_contexts: ${contexts}}\n`);
  expect(image).toMatchObject({
    build: {
      additional_contexts: [
        "one=contexts/app-images-web-1",
        "two=docker-image://alpine",
        "three=https://example.com/a.git",
      ],
    },
  });
});

describe("what is built from another service's image", () => {
  const text = `
services:
  web: {build: {context: ./web, additional_contexts: {base: "service:base", more: "service:other"}}}
  base: {image: "shop/base:2", build: ./worker}
  other: {image: postgres}
`;

  test("is built after it, anew with it, and finds it on its engine by its name", () => {
    const { resource } = onCluster(text);
    const all = Object.entries(resource["docker_image"]!);
    const [, web] = all.find(([, { name }]) => name === "shop-web:latest")!;
    const [base] = all.find(([, { name }]) => name === "shop/base:2")!;
    expect(web).toMatchObject({
      build: { additional_contexts: ["base=docker-image://shop/base:2", "more=docker-image://postgres:latest"] },
      triggers: { base: `\${docker_image.${base}.image_id}` },
      depends_on: expect.arrayContaining([`docker_image.${base}`]),
    });
  });

  test("is an error where its service is not active, or the way leads back", () => {
    expect(complaint(text.replace("image: postgres", "image: postgres, profiles: [more]"))).toContain(
      "image is built from that of service `other`, which is not active",
    );
    const back = text.replace("./worker", "{context: ./worker, additional_contexts: [it=service:web]}");
    const said = complaint(back);
    expect(said).toContain("images are built from each other in a circle: web → base → web");
    expect(said.match(/in a circle/g)).toHaveLength(1);
  });
});

test("services of one image and one build are built once", () => {
  const service = "\n    image: shop\n    build: ./web";
  expect(built(`services:\n  web:${service}\n  worker:${service}\n`)).toHaveLength(1);
});

test("an image given in code is run as it is", () => {
  writeFileSync(file, "services:\n  web:\n    build: ./web\n");
  const stack = testStack();
  const engine = new SwarmCluster(stack, "c", { name: "c" });
  ComposeStack.fromFile(stack, "app", { file, name: "shop", engine, services: { web: { image: "shop:prod" } } });
  expect(Object.keys(synthesized(stack).resource)).not.toContain("docker_registry_image");
});

/** A file beside the Compose file, told from Terraform's folder. */
const fromRoot = (name: string): unknown =>
  expect.stringMatching(new RegExp(`^\\$\\{abspath\\(join\\("/", \\[path\\.root, "\\.\\./[^"]*/${name}"\\]\\)\\)\\}$`));

test("every key of a build that becomes something", () => {
  const [image] = built(`
services:
  web:
    build:
      context: web
      dockerfile: Dockerfile
      args: { VERSION: "1", EMPTY: "" , UNSET: }
      labels: { a: b }
      target: final
      platforms: [linux/amd64]
      network: host
      extra_hosts: ["db:10.0.0.1"]
      shm_size: 64m
      ulimits: { nofile: { soft: 1, hard: 2 }, nproc: 3 }
      cache_from: [shop:cache, "type=local,src=./kept"]
      cache_to: [type=inline, "type=registry,ref=shop/kept,mode=max", "type=local,dest=/kept,mode=max"]
      provenance: mode=max
      sbom: generator=scanner,WORD=said
      no_cache: true
      no_cache_filter: [first, final]
      pull: true
      isolation: default
      secrets: [token, { source: token, target: npm }]
      ssh: { default: , key: /keys/id, mine: ~/.ssh/id_rsa, near: ./id }
secrets:
  token: { file: ./token }
`);
  expect(image!["build"]).toEqual({
    context: "contexts/app-images-web",
    dockerfile: "Dockerfile",
    build_args: { VERSION: "1", EMPTY: "" },
    labels: { a: "b" },
    target: "final",
    platform: "linux/amd64",
    network_mode: "host",
    extra_hosts: ["db:10.0.0.1"],
    shm_size: 64 * 1024 ** 2,
    ulimit: [
      { name: "nofile", soft: 1, hard: 2 },
      { name: "nproc", soft: 3, hard: 3 },
    ],
    cache_from: [
      "shop:cache",
      expect.stringMatching(/^type=local,src=\$\{abspath\(join\("\/", \[path\.root, "\.\.\/[^"]*\/kept"\]\)\)\}$/),
    ],
    cache_to: ["type=inline", "type=registry,ref=shop/kept,mode=max", "type=local,dest=/kept,mode=max"],
    provenance: "mode=max",
    sbom: "generator=scanner,WORD=said",
    no_cache: true,
    no_cache_filter: ["first", "final"],
    pull_parent: true,
    isolation: "default",
    secrets: [
      { id: "token", src: fromRoot("token") },
      { id: "npm", src: fromRoot("token") },
    ],
    ssh: [
      "default",
      "key=/keys/id",
      `mine=\${pathexpand(join("", [base64decode("${Buffer.from("~/.ssh/id_rsa").toString("base64")}")]))}`,
      expect.stringMatching(/^near=\$\{abspath\(join\("\/", \[path\.root, "\.\.\/[^"]*\/id"\]\)\)\}$/),
    ],
  });
});

test("the table of a build's keys has those of the specification", () => {
  const prefix = "services.*.build.";
  const keys = specified
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).split(".")[0]);
  expect(Object.keys(build.under!).sort()).toEqual([...new Set(keys)].sort());
});

test.each([["privileged", "true", "no more than its node's engine"]])(
  "%s is refused with the change that helps",
  (key, value, help) => {
    const said = complaint(`services:\n  web:\n    build:\n      context: web\n      ${key}: ${value}\n`);
    expect(said).toContain("compose.yml:5:7: ");
    expect(said).toContain(help);
  },
);

test.each([["tags", "[shop:other]"]])("%s is ignored with a warning", (key, value) => {
  const { compose } = onCluster(`services:\n  web:\n    build:\n      context: web\n      ${key}: ${value}\n`);
  expect(compose.model.warnings.map(({ code }) => code)).toEqual(["ignored-key"]);
});

test.each([
  ["no folder", "build: ./nowhere", "3:12", "does not exist; give the path of a folder"],
  ["no Dockerfile", "build: { context: web, dockerfile: Other }", "3:23", "there is no Dockerfile at"],
  ["a repository", "build: https://github.com/docker/app.git", "3:12", "clone it, and name the folder"],
  ["two platforms", "build: { context: web, platforms: [linux/amd64, linux/arm64] }", "3:39", "several platforms"],
  ["a secret that is no file", "build: { context: web, secrets: [token] }", "3:38", "is no file"],
  [
    "a cache in no folder",
    "build: { context: web, cache_to: ['type=local,src=/tmp'] }",
    "3:40",
    "does not say in which folder; write `type=local,dest=FOLDER`",
  ],
  ["no key", "build: { context: web, ssh: ['a b=/key'] }", "3:35", "write `default`, `ID=SOCKET`"],
  ["no attestation", "build: { context: web, provenance: often }", "3:40", "write `true`, `false`, `min`, `max`"],
  [
    "no list of what is in it",
    "build: { context: web, sbom: often }",
    "3:34",
    "write `true`, `false`, `generator=IMAGE`",
  ],
  ["no size", "build: { context: web, shm_size: much }", "3:38", "is no size"],
])("%s is an error where it stands", (_, build, where, what) => {
  const said = complaint(`services:\n  web:\n    ${build}\n`);
  expect(said).toContain(`compose.yml:${where}`);
  expect(said).toContain(what);
});

test("two builds of one image are an error that names the other service", () => {
  const said = complaint(
    "services:\n  web:\n    image: shop\n    build: web\n  worker:\n    image: shop\n    build: worker\n",
  );
  expect(said).toContain("image `shop` is built otherwise by service `web`");
});

test("hosts without a registry are an error that says what to give", () => {
  const hosts = ["ssh://one"];
  const fromHosts = (registry?: string) =>
    deployed("services:\n  web:\n    build: ./web\n", (stack) =>
      SwarmCluster.fromHosts(stack, "c", { hosts, registry }),
    );
  expect(() => fromHosts()).toThrow("have no registry to get it from");
  expect(() => fromHosts("registry.example.com/team")).not.toThrow();
});

test("on an engine that is no cluster of this app it is as for `docker stack deploy`, and the help says how it would be built", () => {
  const onEngine = (text: string) => deployed(text, () => "ssh://one");
  expect(() => onEngine("services:\n  web:\n    build: ./web\n")).toThrow("engine: cluster");
  const { compose } = onEngine("services:\n  web:\n    image: a\n    build: ./web\n");
  expect(compose.model.warnings.map(({ code }) => code)).toEqual(["ignored-key"]);
});

test("the stack waits for the nodes of its cluster", () => {
  const { resource } = onCluster("services:\n  web:\n    image: alpine\n");
  const [service] = Object.values(resource["docker_service"]!);
  expect(service!["depends_on"]).toEqual([1, 2, 3].map((n) => expect.stringContaining(`node${n}`)));
});
