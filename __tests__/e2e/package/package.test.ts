import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HclProject, words } from "../../../commands/test/consumers/hcl-project";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { exampleOf } from "./readme";

jest.setTimeout(300_000);
const checkout = join(__dirname, "../../..");
const prefix = newPrefix("package");
let folder: string;
let tarball: string;
let names: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "package-"));
  const printed = execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", folder], { cwd: checkout });
  const [packed] = JSON.parse(printed.toString()) as [{ filename: string; files: { path: string }[] }];
  tarball = join(folder, packed.filename);
  names = packed.files.map(({ path }) => path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the package holds the toolkit, compiled, and the provider's bundle", () => {
  expect(names).toEqual(
    expect.arrayContaining([
      ...["package.json", "LICENSE", "README.md", "CHANGELOG.md", "dist/index.js", "dist/index.js.map"],
      ...["dist/index.d.ts", "dist/bundle/manifest.json", "dist/images/swarm-node/entrypoint"],
      ...["dist/images/voting-app/docker-stack.yml"],
    ]),
  );
  expect(names.filter((name) => /\.zip$/.test(name))).toHaveLength(1);
});

test("nothing of the labs, their commands, tests or sources is in it", () => {
  const foreign = names.filter(
    (name) => !/^dist\/|^(package\.json|LICENSE|README(\.es)?\.md|CHANGELOG\.md)$/.test(name),
  );
  const labs = names.filter((name) => /stacks\/|lab-stage|commands|offline|__tests__|(?<!\.d)\.ts$/.test(name));
  expect([...foreign, ...labs]).toEqual([]);
});

test("it is at most 3 MB and runs nothing when it is installed", () => {
  expect(statSync(tarball).size).toBeLessThan(3_000_000);
  const { scripts } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
  expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
});

test("publint and are-the-types-wrong find nothing", () => {
  const printed = execFileSync(process.execPath, ["--import", "tsx", join(__dirname, "main.mts"), tarball]);
  expect(JSON.parse(printed.toString())).toEqual({ publint: [], types: [] });
});

describe("its command, in an empty folder, as the documentation has it", () => {
  let project: HclProject;
  let printed: string;
  beforeAll(async () => {
    project = await HclProject.make({ folder: join(folder, "hcl"), tarball, program: "terraform", prefix, env: {} });
    printed = await project.layMirror();
  });
  afterAll(async () => {
    const engine = openEngine();
    await removeNamed(engine, prefix);
    engine.close();
  });

  const source = "docker-stages.invalid/docker-stages/docker";
  const sums = () => execFileSync("sha256sum", ["--check", "SHA256SUMS"], { cwd: join(project.mirror, source) });

  test("lays a mirror for Linux and macOS on both processors, and tells where", () => {
    const { version } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
    const platforms = ["darwin_amd64", "darwin_arm64", "linux_amd64", "linux_arm64"];
    const zips = platforms.map((platform) => `terraform-provider-docker_${version}_${platform}.zip`);
    expect(readdirSync(join(project.mirror, source)).filter((name) => name.endsWith(".zip"))).toEqual(zips);
    expect(sums().toString()).toBe(zips.map((zip) => `${zip}: OK\n`).join(""));
    expect(printed).toContain(`path    = "${project.mirror}"`);
    expect(printed).toContain('version = ">= 1.0"');
  });

  test("told what it printed, Terraform applies, plans nothing more, and destroys", async () => {
    await project.configure(printed);
    await project.terraform("init");
    await project.apply();
    expect(await project.printed()).toBe(`${words}\n`);
    expect(await project.planNothing()).toContain("No changes.");
    await project.destroy();
    const engine = openEngine();
    const left = await objectsNamed(engine, prefix);
    engine.close();
    expect(left).toEqual([]);
  });
});

test("the README's first lines make a project, type-checked in full, deploy it and take it back", async () => {
  const { install, main, deploy } = exampleOf(readFileSync(join(checkout, "README.md"), "utf8"));
  const stack = newPrefix("readme");
  const project = join(folder, "project");
  const applied = join(project, "cdktf.out/stacks", stack);
  const answers = { TF_CLI_ARGS_apply: "-auto-approve", TF_CLI_ARGS_destroy: "-auto-approve", CHECKPOINT_DISABLE: "1" };
  const sh = (line: string, cwd = project): string => {
    const env = { ...process.env, ...answers, NODE_OPTIONS: undefined };
    return execFileSync("sh", ["-c", line], { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  };
  mkdirSync(project);
  writeFileSync(join(project, "main.ts"), main.replaceAll('"hello");', `"${stack}");`));
  sh(install.replace(" docker-stages ", ` ${tarball} `));
  sh("npm install --save-dev typescript@5 @types/node@20");
  sh("npx tsc --noEmit --strict --target es2022 --module node16 main.ts");
  const engine = openEngine();
  try {
    sh(deploy.replaceAll("/hello", `/${stack}`));
    expect(sh("terraform output -raw printed", applied).trim()).toBe("hello");
    expect(await objectsNamed(engine, stack)).toEqual([`container ${stack}-greeting`]);
    sh("terraform destroy", applied);
    expect(await objectsNamed(engine, stack)).toEqual([]);
  } finally {
    await removeNamed(engine, stack);
    engine.close();
  }
});
