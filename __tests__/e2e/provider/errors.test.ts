import { createServer, type Server } from "node:net";
import type { Engine } from "../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { holdImage } from "../held-image";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "./harness";

jest.setTimeout(120_000);
const IMAGE = "alpine:latest";
const prefix = newPrefix("errors");
const hcl = (type: string, attributes: string) => `resource "${type}" "it" {\n${attributes}\n}`;
const containerWith = (attributes: string) =>
  hcl("docker_container", `name = "${prefix}-it"\nimage = "${IMAGE}"\n${attributes}`);
const providerAt = (host: string) => `provider "docker" {\n  host = "${host}"\n}\n`;

let engine: Engine;
let provider: TestProvider;
let terraform: Terraform;
let letGo: (() => Promise<unknown>) | undefined;
let busy: Server;
let port: number;

beforeAll(async () => {
  engine = openEngine();
  letGo = await holdImage(engine, IMAGE, `${prefix}-image`);
  provider = buildDockerProvider();
  terraform = await terraformWith(provider, "");
  busy = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => busy.once("listening", resolve));
  port = (busy.address() as { port: number }).port;
});

afterAll(async () => {
  busy?.close();
  await letGo?.();
  await removeNamed(engine, prefix);
  engine.close();
  terraform?.remove();
  provider?.remove();
});

/** Every way in which a deploy can go wrong that a learner meets: one error each, that says what helps. */
const rows = [
  {
    name: "no engine answers at the socket",
    hcl: () => providerAt("unix:///nowhere/docker.sock") + hcl("docker_volume", `name = "${prefix}"`),
    summary: /no Docker engine answers at unix:\/\/\/nowhere\/docker\.sock/,
    detail: /start/i,
  },
  {
    name: "nothing listens at the address",
    hcl: () => providerAt("tcp://127.0.0.1:1") + hcl("docker_volume", `name = "${prefix}"`),
    summary: /tcp:\/\/127\.0\.0\.1:1/,
    detail: /ECONNREFUSED|refused|listens/,
  },
  {
    name: "the host is unknown",
    hcl: () => providerAt("tcp://no-such-host.invalid:2375") + hcl("docker_volume", `name = "${prefix}"`),
    summary: /no-such-host\.invalid/,
    detail: /name|spell|host/i,
  },
  {
    name: "the address is malformed",
    hcl: () => providerAt("docker.example.com") + hcl("docker_volume", `name = "${prefix}"`),
    summary: /docker\.example\.com.*no scheme.*unix:\/\/.*tcp:\/\//s,
    detail: /allowed/,
  },
  {
    name: "the image is not on the engine",
    hcl: () => hcl("docker_container", `name = "${prefix}-it"\nimage = "${prefix}/absent:1"`),
    summary: new RegExp(`${prefix}/absent:1`),
    detail: /docker_image/,
  },
  {
    name: "the image does not exist in its registry",
    hcl: () => hcl("docker_image", `name = "127.0.0.1:1/${prefix}/absent:1"`),
    summary: new RegExp(`${prefix}/absent:1`),
    detail: /\S/,
  },
  {
    name: "the name is in use",
    before: async () => void (await engine.containers.create(`${prefix}-it`, { Image: IMAGE })),
    hcl: () => containerWith(""),
    summary: /name in use/,
    detail: /untouched[\s\S]*terraform import/,
  },
  {
    name: "the port is in use",
    hcl: () =>
      containerWith(`command = ["sleep", "60"]\nports {\n  internal = 80\n  external = ${port}\n  ip = "127.0.0.1"\n}`),
    summary: /port/,
    detail: /in use/,
  },
  {
    name: "the network does not exist",
    hcl: () => containerWith(`networks_advanced {\n  name = "${prefix}-absent"\n}`),
    summary: /\S/,
    detail: new RegExp(`${prefix}-absent`),
  },
  {
    name: "an attribute is malformed",
    hcl: () => containerWith("memory = -5"),
    summary: /invalid value for memory/,
    detail: /-5 is out of range; write a number of MiB from 0 on/,
    code: /memory/,
  },
  {
    name: "an attribute does not exist",
    hcl: () => containerWith('memroy = "5"'),
    summary: /unsupported argument/i,
    detail: /memroy[\s\S]*memory/,
  },
];
test.each(rows)(
  "$name: one error that names it and says what helps",
  async ({ before, hcl: configuration, summary, detail, code }) => {
    await removeNamed(engine, prefix);
    await before?.();
    terraform.write(configuration());
    try {
      const { errors, code: exitCode } = await terraform.apply();
      expect(exitCode).toBe(1);
      expect(errors).toHaveLength(1);
      const [error] = errors;
      expect(error!.summary).toMatch(summary);
      expect(error!.summary).not.toMatch(/\.$/);
      expect(error!.detail).toMatch(detail);
      if (code) expect(error!.code).toMatch(code);
    } finally {
      await terraform.destroy("-refresh=false");
    }
  },
);

test("several malformed attributes are reported together, before anything is made", async () => {
  await removeNamed(engine, prefix);
  terraform.write(containerWith('memory = -5\ncpu_shares = -1\nrestart = "sometimes"'));
  const { errors } = await terraform.apply();
  expect(errors.map(({ summary }) => summary).sort()).toEqual([
    "invalid value for cpu_shares",
    "invalid value for memory",
    "invalid value for restart",
  ]);
  expect(await objectsNamed(engine, prefix)).toEqual([]);
});
