import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { App, TerraformStack, Testing } from "cdktf";
import { ComposeProject } from "../../../constructs/compose/compose-project";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { SwarmCluster } from "../../../constructs/swarm/swarm-cluster";
import { scratchFolder } from "../scratch";

// A synthesized stack names no path of the machine that it was synthesized on: in two folders it is the same text.

/** Every key by which a file names another one of its folder; what one target refuses is not there. */
const files = (more: string) => ({
  "app/compose.yml": `
include: [parts/more.yml]
services:
  web:
    extends: {file: base.yml, service: base}
    image: web
    build:
      context: ./web
      dockerfile: ../Dockerfile.web
      additional_contexts: {beside: ../beside}
      secrets: [token]
      ssh: [near=./id, home=~/.ssh/id, default]
    env_file: [./web.env, {path: ./none.env, required: false}]
    label_file: ./web.labels
    develop: {watch: [{path: ./web, action: rebuild}]}
    secrets: [token]
    configs: [settings]
    volumes:
      - ./site:/site
      - {type: bind, source: ../beside, target: /beside, bind: {propagation: rslave}}
      - kept:/kept
    ${more}
  inline: {build: {context: ./web, dockerfile_inline: FROM alpine}}
secrets: {token: {file: ./token}}
configs: {settings: {file: ../beside/settings}}
volumes:
  kept: {driver: local, driver_opts: {type: none, o: bind, device: ./kept}}
`,
  "app/base.yml": "services: {base: {volumes: ['./base:/base'], env_file: ./base.env}}\n",
  "app/parts/more.yml":
    "services: {more: {image: more, volumes: ['./data:/data'], build: {context: ./built, ssh: [a=./id]}}}\n",
  "app/parts/built/Dockerfile": "FROM alpine\n",
  "app/Dockerfile.web": "FROM alpine\n",
  "app/web/text": "",
  "app/web.env": "A=1\n",
  "app/base.env": "B=1\n",
  "app/web.labels": "c=d\n",
  "app/token": "secret",
  "app/id": "key",
  "app/profile.json": "{}",
  "beside/settings": "set",
});

/** What is synthesized of the files in a folder. */
function synthIn(folder: string, more: string, add: (stack: TerraformStack, file: string) => void): string {
  for (const [path, text] of Object.entries(files(more))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const stack = new TerraformStack(new App({ stackTraces: false, outdir: join(folder, "out") }), "test");
  add(stack, join(folder, "app/compose.yml"));
  return Testing.synth(stack);
}

const targets = [
  {
    target: "one engine",
    more: "security_opt: ['seccomp=./profile.json']",
    paths: ["profile.json"],
    add: (stack: TerraformStack, file: string) => ComposeProject.fromFile(stack, "app", { file, name: "pr" }),
  },
  {
    target: "a swarm",
    more: "deploy: {replicas: 1}",
    paths: [],
    add: (stack: TerraformStack, file: string) =>
      ComposeStack.fromFile(stack, "app", { file, name: "pr", engine: new SwarmCluster(stack, "c", { name: "c" }) }),
  },
];

const folder = scratchFolder();

test.each(targets)("for $target no path of this machine is named", ({ more, paths, add }) => {
  const [one, two] = ["one", "two"].map((name) => synthIn(join(folder, name), more, add));
  expect(one).not.toContain(folder);
  expect(one).toBe(two);
  for (const path of ["site", "base", "parts/data", "beside", "token", "id", "parts/id", ...paths])
    expect(one).toContain(`path.root, \\"../../../${path === "beside" ? path : `app/${path}`}\\"`);
});
