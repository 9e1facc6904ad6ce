import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HclProject } from "../../../commands/test/consumers/hcl-project";
import { packPackage } from "../../../commands/test/consumers/pack";
import { objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";

jest.setTimeout(240_000);

const example = readFileSync(join(__dirname, "../../../examples/provider-in-hcl/main.tf"), "utf8");
const prefix = `t-example-${randomBytes(3).toString("hex")}`;
const engine = openEngine();
let folder: string;
let project: HclProject;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "t-example-"));
  const tarball = process.env["T_TARBALL"] ?? (await packPackage(folder));
  const env = { TF_VAR_prefix: prefix };
  project = await HclProject.make({ folder, tarball, program: "terraform", prefix, env, configuration: example });
  await project.configure(await project.layMirror());
  await project.terraform("init");
});
afterAll(async () => {
  await removeNamed(engine, prefix);
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

test("it is applied, and a second plan is empty", async () => {
  expect(await project.apply()).toContain('visits = "1"');
  expect(await project.planNothing()).toContain("No changes.");
});

test("an edit is applied in place where it can be", async () => {
  writeFileSync(
    join(folder, "main.tf"),
    example.replace("wait = true", 'wait    = true\n  restart = "unless-stopped"'),
  );
  expect(await project.apply()).toContain("0 added, 1 changed, 0 destroyed");
});

test("destroy leaves nothing", async () => {
  await project.destroy();
  expect(await objectsNamed(engine, prefix)).toEqual([]);
});
