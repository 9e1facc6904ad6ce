import { randomFillSync } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { folderOf, removeFolders } from "../../../../build-context/folder";
import { buildTestProvider, type Running, type Terraform, type TestProvider, terraformWith } from "../../harness";
import { Scene } from "./scene";

jest.setTimeout(300_000);

const MEGABYTE = 1024 * 1024;
const LIMIT = 150;

let scene: Scene;
let provider: TestProvider;
let terraform: Terraform | undefined;
beforeAll(() => {
  scene = new Scene();
  provider = buildTestProvider(resolve(__dirname, "../../../../../provider/main.ts"), "docker");
});
afterEach(() => terraform?.remove());
afterAll(async () => {
  await scene?.close();
  provider?.remove();
  removeFolders();
});

test.each([
  { builder: "BuildKit", version: "2" },
  { builder: "the classic builder", version: "1" },
])("a context of 100 MB takes at most 150 MB of the provider: $builder", async ({ version }) => {
  const root = folderOf({ Dockerfile: "FROM scratch\nCOPY . /\n" });
  // As one large file and many small ones.
  writeFileSync(join(root, "large"), randomFillSync(Buffer.alloc(60 * MEGABYTE)));
  for (let i = 0; i < 400; i++) writeFileSync(join(root, `small-${i}`), randomFillSync(Buffer.alloc(MEGABYTE / 10)));
  const name = scene.name(`large-${version}`);
  terraform = await terraformWith(
    provider,
    `resource "docker_image" "large" {\n  name = "${name}"\n  build {\n    context = "${root}"\n    version = "${version}"\n  }\n}`,
  );
  const applying = terraform.start("apply");
  const peak = await peakMemory(applying);
  const { code, stdout, stderr } = await applying.ended;
  expect({ code, text: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, text: "" });
  expect(peak).toBeGreaterThan(20);
  expect(peak).toBeLessThanOrEqual(LIMIT);
  await terraform.destroy();
  expect(await scene.exists(name)).toBe(false);
});

/** The most that a child of the process has ever had resident, in MB, looked at until the process ends. */
async function peakMemory({ pid, ended }: Running): Promise<number> {
  let peak = 0;
  let isOver = false;
  ended.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    for (const child of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const status = tryRead(`/proc/${child}/status`);
      if (!new RegExp(`^PPid:\\t${pid}$`, "m").test(status)) continue;
      const [, kilobytes = "0"] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
      peak = Math.max(peak, Number(kilobytes) / 1024);
    }
    await delay(20);
  }
  return peak;
}

function tryRead(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
