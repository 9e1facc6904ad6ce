import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { buildProvider } from "../../../provider/build/build-provider";
import { tryReadManifest } from "../../../provider/build/manifest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "t-build-"));
  writeFileSync(
    join(folder, "lazy.ts"),
    "export const provider: string = (globalThis as { ran?: string }).ran = 'lazily';",
  );
  writeFileSync(
    join(folder, "main.ts"),
    'export const open = () => require("./lazy").provider as string;\n' +
      'export const kept = async () => [["GetProviderSchema", Buffer.from(open())]];',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const out = () => join(folder, "out");
const build = () =>
  buildProvider({
    entry: join(folder, "main.ts"),
    source: "tests.invalid/tests/some",
    folder: out(),
    fingerprint: "f",
  });
const content = (zip: string) =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(join(out(), zip)))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString(),
    ]),
  );

test("the manifest names the zip, which is the same for every platform", () => {
  const manifest = build();
  expect(manifest.zip).toBe(`terraform-provider-some_${manifest.version}.zip`);
  expect(manifest.source).toBe("tests.invalid/tests/some");
  expect(tryReadManifest(join(out(), "manifest.json"))).toEqual(manifest);
});

test("the zip holds the executable, under the name of its version, what it loads beside it, and answers that are kept", () => {
  const { zip, version } = build();
  const files = content(zip);
  expect(Object.keys(files)).toEqual([
    `terraform-provider-some_v${version}`,
    ...["program.js", "provider.js"],
    "GetProviderSchema.message",
    "package.json",
  ]);
  expect(files["GetProviderSchema.message"]).toBe("lazily");
  expect(files[`terraform-provider-some_v${version}`]).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test("a provider that does not load is built, and has no answers that are kept", () => {
  writeFileSync(join(folder, "lazy.ts"), 'throw new Error("not today");');
  expect(Object.keys(content(build().zip))).not.toContain("GetProviderSchema.message");
});

test("what is required inside a function is in the provider's file, and does not run before", () => {
  const provider = content(build().zip)["provider.js"]!;
  const module = { exports: {} as { open(): string } };
  new Function("module", "exports", provider)(module, module.exports);
  expect((globalThis as { ran?: string }).ran).toBeUndefined();
  expect(module.exports.open()).toBe("lazily");
});

test("the same source gives the same bytes and the same version", () => {
  const one = build();
  const bytes = readFileSync(join(out(), one.zip));
  rmSync(out(), { recursive: true });
  expect(build()).toEqual(one);
  expect(readFileSync(join(out(), one.zip))).toEqual(bytes);
});

test("builds into one folder at the same time leave one whole result", async () => {
  const program = `
    const { buildProvider } = require(${JSON.stringify(join(__dirname, "../../../provider/build/build-provider"))});
    const [entry, folder] = process.argv.slice(1);
    for (let i = 0; i < 3; i++) buildProvider({ entry, folder, source: "tests.invalid/tests/some", fingerprint: "f" });`;
  const args = ["-r", "tsx/cjs", "-e", program, join(folder, "main.ts"), out()];
  await Promise.all([1, 2, 3].map(() => promisify(execFile)(process.execPath, args)));
  const manifest = tryReadManifest(join(out(), "manifest.json"));
  expect(readdirSync(out()).sort()).toEqual(["manifest.json", manifest?.zip].sort());
  expect(build()).toEqual(manifest);
});

test("another source gives another version", () => {
  const one = build();
  writeFileSync(join(folder, "lazy.ts"), "export const provider = 'changed';");
  expect(build().version).not.toBe(one.version);
});

test("zips of older builds go after an hour, drafts are never left", () => {
  const names = ["recent", "old"].map((name) => `terraform-provider-some_${name}.zip`);
  build();
  for (const name of names) writeFileSync(join(out(), name), "");
  utimesSync(join(out(), names[1]!), new Date(), new Date(Date.now() - 2 * 3_600_000));
  const { zip } = build();
  expect(readdirSync(out()).sort()).toEqual(["manifest.json", zip, names[0]].sort());
});

test("a source that cannot be built says where, and leaves what was there", () => {
  const before = build();
  writeFileSync(join(folder, "main.ts"), "export const = 1;");
  expect(build).toThrow(/main\.ts:1:13/);
  expect(tryReadManifest(join(out(), "manifest.json"))).toEqual(before);
});

const unreadable = [
  { name: "missing", spoil: () => rmSync(join(out(), "manifest.json")) },
  { name: "not JSON", spoil: () => writeFileSync(join(out(), "manifest.json"), "{") },
  { name: "without its zip", spoil: (zip: string) => rmSync(join(out(), zip)) },
];
test.each(unreadable)("a manifest that is $name is none", ({ spoil }) => {
  spoil(build().zip);
  expect(tryReadManifest(join(out(), "manifest.json"))).toBeUndefined();
});
