import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

jest.setTimeout(180_000);
const checkout = join(__dirname, "../../..");
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
