import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layMirror } from "../../../provider/mirror";

const source = "docker-stages.invalid/docker-stages/docker";
const zips = ["darwin_amd64", "darwin_arm64", "linux_amd64", "linux_arm64"].map(
  (platform) => `terraform-provider-docker_1.4.2_${platform}.zip`,
);

let root: string;
let bundleFolder: string;
let folder: string;
let place: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mirror-"));
  bundleFolder = join(root, "bundle");
  folder = join(root, "deep/mirror");
  place = join(folder, source);
  mkdirSync(bundleFolder);
  bundle("first");
});
afterEach(() => rmSync(root, { recursive: true }));

function bundle(content: string): void {
  const zip = "terraform-provider-docker_1.0.0-abc.zip";
  writeFileSync(join(bundleFolder, zip), content);
  writeFileSync(join(bundleFolder, "manifest.json"), JSON.stringify({ version: "1.0.0-abc", zip, source }));
}

const lay = (version = "1.4.2") => layMirror({ bundleFolder, version, folder });
const read = (name: string) => readFileSync(join(place, name), "utf8");
const sumOf = (content: string) => createHash("sha256").update(content).digest("hex");

test("a mirror has the bundle's zip for each platform, under the version that it is given", async () => {
  expect(await lay()).toEqual({ source, replaced: [] });
  expect(readdirSync(place)).toEqual(["1.4.2.json", "SHA256SUMS", "index.json", ...zips]);
  expect(zips.map(read)).toEqual(zips.map(() => "first"));
});

test("SHA256SUMS has the sum of each zip", async () => {
  await lay();
  expect(read("SHA256SUMS")).toBe(zips.map((zip) => `${sumOf("first")}  ${zip}\n`).join(""));
});

test("the network mirror's files name the version and its zips", async () => {
  await lay();
  expect(JSON.parse(read("index.json"))).toEqual({ versions: { "1.4.2": {} } });
  expect(JSON.parse(read("1.4.2.json")).archives.darwin_arm64).toEqual({
    hashes: [`zh:${sumOf("first")}`],
    url: "terraform-provider-docker_1.4.2_darwin_arm64.zip",
  });
});

test("a second run touches nothing", async () => {
  await lay();
  const files = readdirSync(place).map((name) => join(place, name));
  for (const file of files) utimesSync(file, 1, 1);
  expect(await lay()).toEqual({ source, replaced: [] });
  expect(files.map((file) => statSync(file).mtimeMs)).toEqual(files.map(() => 1000));
});

test("another version goes beside, and what is there of others stays", async () => {
  mkdirSync(join(folder, "registry.terraform.io/other/docker"), { recursive: true });
  writeFileSync(join(folder, "registry.terraform.io/other/docker/index.json"), "theirs");
  await lay();
  bundle("second");
  await lay("1.5.0");
  expect(read(zips[0]!)).toBe("first");
  expect(readFileSync(join(folder, "registry.terraform.io/other/docker/index.json"), "utf8")).toBe("theirs");
  expect(JSON.parse(read("index.json"))).toEqual({ versions: { "1.4.2": {}, "1.5.0": {} } });
  expect(read("SHA256SUMS").match(/ {2}terraform-.*/g)).toHaveLength(8);
  expect(read("SHA256SUMS")).toContain(`${sumOf("first")}  ${zips[0]}`);
});

test("another build of the same version replaces the zips, their sums with them, and says so", async () => {
  await lay();
  bundle("second");
  const { replaced } = await lay();
  expect([...replaced].sort()).toEqual(zips.map((zip) => join(place, zip)));
  expect(zips.map(read)).toEqual(zips.map(() => "second"));
  expect(read("SHA256SUMS")).toBe(zips.map((zip) => `${sumOf("second")}  ${zip}\n`).join(""));
});

test("a zip that is cut short is made whole", async () => {
  await lay();
  writeFileSync(join(place, zips[0]!), "fi");
  expect((await lay()).replaced).toEqual([join(place, zips[0]!)]);
  expect(read(zips[0]!)).toBe("first");
});

test("drafts of a run that was killed are removed by the next", async () => {
  mkdirSync(join(place, "docker-stages-4194305-1-abcdef"), { recursive: true });
  await lay();
  expect(readdirSync(place)).toEqual(["1.4.2.json", "SHA256SUMS", "index.json", ...zips]);
});

test("a run that fails on the way leaves whole zips alone, and no draft", async () => {
  const taken = zips[1]!;
  mkdirSync(join(place, taken), { recursive: true });
  await expect(lay()).rejects.toThrow(join(place, taken));
  const laid = readdirSync(place).filter((name) => name !== taken);
  expect(laid).toEqual(zips.filter((name) => laid.includes(name)));
  expect(laid.length).toBeGreaterThan(0);
  expect(laid.map(read)).toEqual(laid.map(() => "first"));
});

test("without a bundle the error says what makes one", async () => {
  rmSync(join(bundleFolder, "manifest.json"));
  await expect(lay()).rejects.toThrow(
    `no provider bundle: ${join(bundleFolder, "manifest.json")} or its zip is missing; install the package anew, in a checkout run \`npm run build\``,
  );
});
