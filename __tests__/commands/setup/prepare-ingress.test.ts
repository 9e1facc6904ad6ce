import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, release, tmpdir } from "node:os";
import { join } from "node:path";
import { forgetBoot, type Ground, mendMesh, prepareIngress } from "../../../commands/setup/prepare-ingress";
import { FakeEngine } from "../../engine/fake-engine";

let fake: FakeEngine;
let machine: string;
let folder: string;
let said: string;

beforeEach(async () => {
  machine = hostname();
  fake = await FakeEngine.start((request, response) => {
    const answer = request.url!.includes("/info") ? { Name: machine, KernelVersion: release() } : [];
    response.end(JSON.stringify(answer));
  });
  folder = mkdtempSync(join(tmpdir(), "ground-"));
  for (const each of ["proc/net", "etc/modules-load.d"]) mkdirSync(join(folder, each), { recursive: true });
  said = "";
  jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await fake.close();
  rmSync(folder, { recursive: true });
});

/** A machine that was just booted, whose kernel has ip_vs. */
const ground = (isRoot: boolean): Ground => ({
  folder,
  kernel: {
    root: folder,
    release: "6.12.1",
    isRoot,
    load: async () => writeFileSync(join(folder, "proc/net/ip_vs"), ""),
  },
});
const keep = (finding: object) => writeFileSync(join(folder, "lab.json"), JSON.stringify(finding));
const stands = (stage: string) => writeFileSync(join(folder, `terraform.${stage}.tfstate`), '{"resources":[{}]}');
const isLoaded = () => existsSync(join(folder, "proc/net/ip_vs"));
const isPersistent = () => existsSync(join(folder, "etc/modules-load.d/docker-stages.conf"));

test("root has ip_vs loaded for a swarm, is told of the next boot, and nothing is written for it", async () => {
  const finding = await prepareIngress(fake.engine, ["stage3"], { install: true }, ground(true));
  expect(finding).toMatchObject({ ingress: "mesh", ingressBy: "detected" });
  expect(isLoaded()).toBe(true);
  expect(said).toMatch(/loaded the kernel's ip_vs.*\n.*`\.\/lab deploy --persist`/);
  expect(isPersistent()).toBe(false);
});

test("nobody at a terminal is no yes", async () => {
  await prepareIngress(fake.engine, ["stage3"], { install: true, persist: "ask" }, ground(true));
  expect(isPersistent()).toBe(false);
});

test("--persist has it loaded at each boot, until the last stage with a swarm is gone", async () => {
  await prepareIngress(fake.engine, ["stage4"], { install: true, persist: true }, ground(true));
  expect(isPersistent()).toBe(true);
  stands("stage3");
  forgetBoot(ground(true));
  expect(isPersistent()).toBe(true);
  rmSync(join(folder, "terraform.stage3.tfstate"));
  forgetBoot(ground(false));
  expect(isPersistent()).toBe(true);
  expect(said).toContain("until root removes /etc/modules-load.d/docker-stages.conf");
  forgetBoot(ground(true));
  expect(isPersistent()).toBe(false);
});

test.each([
  { name: "a stage without a swarm", stages: ["stage1"] as const, options: { install: true }, kept: {} },
  { name: "--no-install", stages: ["stage4"] as const, options: { install: false }, kept: {} },
  {
    name: "HAProxy, where that was chosen",
    stages: ["stage4"] as const,
    options: { install: true },
    kept: { ingress: "edge", ingressBy: "chosen" },
  },
])("for $name nothing is loaded", async ({ stages, options, kept }) => {
  keep(kept);
  expect(await prepareIngress(fake.engine, stages, options, ground(true))).toMatchObject({ ingress: "edge" });
  expect(isLoaded()).toBe(false);
});

test("a module that appears between two deploys of a user without root changes nothing", async () => {
  const first = await prepareIngress(fake.engine, ["stage4"], { install: true }, ground(false));
  expect(first).toMatchObject({ ingress: "edge", ingressBy: "detected" });
  keep(first);
  stands("stage4");
  writeFileSync(join(folder, "proc/net/ip_vs"), "");
  expect(await prepareIngress(fake.engine, ["stage4"], { install: true }, ground(false))).toEqual(first);
});

test("after a reboot a mesh that stands has ip_vs loaded by root", async () => {
  keep({ ingress: "mesh", ingressBy: "detected" });
  await mendMesh(fake.engine, { install: false }, ground(true));
  expect(isLoaded()).toBe(false);
  await mendMesh(fake.engine, { install: true }, ground(true));
  expect(isLoaded()).toBe(true);
});

test("of an engine elsewhere nothing is loaded or decided here", async () => {
  machine = "elsewhere";
  expect(await prepareIngress(fake.engine, ["stage4"], { install: true }, ground(true))).toEqual({});
  await expect(
    prepareIngress(fake.engine, ["stage4"], { install: true, persist: true }, ground(true)),
  ).rejects.toMatchObject({ code: "persist-elsewhere" });
  expect(isLoaded()).toBe(false);
});
