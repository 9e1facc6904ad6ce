import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { intersects, satisfies } from "semver";
import { consumers } from "../../commands/test/consumers/consumers";
import { checkout } from "../../documentation/pages";
import { readHandshake } from "../../provider/plugin/go-plugin/handshake";
import { exampleOf } from "../e2e/package/readme";

const read = (path: string): string => readFileSync(join(checkout, path), "utf8");
const { engines, peerDependencies } = JSON.parse(read("package.json"));
const majors = [18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28];
const supported = majors.filter((major) => satisfies(`${major}.0.0`, engines.node));

describe("the Node.js that package.json names is", () => {
  let bin: string;
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "t-node-"));
  });
  afterEach(() => rmSync(bin, { recursive: true }));

  test.each(majors)("what ./lab takes or refuses: %p", (major) => {
    writeFileSync(join(bin, "node"), `#!/bin/sh\necho v${major}.1.0\n`, { mode: 0o755 });
    const PATH = `${bin}${delimiter}${process.env["PATH"]}`;
    const { stderr } = spawnSync(join(checkout, "lab"), ["--no-install"], { env: { PATH }, encoding: "utf8" });
    expect(/needs Node 20 to 26/.test(stderr)).toBe(!supported.includes(major));
  });

  test("what the provider takes, from the oldest on", () => {
    const TF_PLUGIN_MAGIC_COOKIE = magicCookie();
    const takes = majors.filter((major) => {
      try {
        readHandshake({ TF_PLUGIN_MAGIC_COOKIE }, `${major}.0.0`);
        return true;
      } catch {
        return false;
      }
    });
    expect(takes[0]).toBe(supported[0]);
  });

  test("what the READMEs say", () => {
    expect(read("README.md")).toContain(`Node.js (${supported[0]} to ${supported.at(-1)})`);
    expect(read("README.es.md")).toContain(`Node.js (${supported[0]} a ${supported.at(-1)})`);
  });
});

/** What Terraform says to a provider that it starts, as the source has it. */
const magicCookie = (): string => /MAGIC_COOKIE = "(\w+)"/.exec(read("provider/plugin/go-plugin/handshake.ts"))![1]!;

const installed = (packages: readonly string[]) =>
  packages.map((each) => ({ name: each.slice(0, each.indexOf("@", 1)), range: each.slice(each.indexOf("@", 1) + 1) }));

test("the README's first lines install every peer, in versions that are supported, and are ten", () => {
  const example = exampleOf(read("README.md"));
  const peers = installed(
    example.install
      .trim()
      .split(" ")
      .filter((word) => /.@/.test(word)),
  );
  expect(peers.map(({ name }) => name).sort()).toEqual(Object.keys(peerDependencies).sort());
  for (const { name, range } of peers) expect([name, intersects(range, peerDependencies[name])]).toEqual([name, true]);
  expect(Object.values(example).join("").trim().split("\n")).toHaveLength(10);
});

test("each project has its peers in versions that are supported", () => {
  for (const { name: consumer, packages } of consumers) {
    const peers = installed(packages).filter(({ name }) => Object.hasOwn(peerDependencies, name));
    expect(peers).toHaveLength(Object.keys(peerDependencies).length);
    for (const { name, range } of peers) {
      const version = range.replace(/^npm:cdktn@/, "");
      expect([consumer, name, intersects(version, peerDependencies[name])]).toEqual([consumer, name, true]);
    }
  }
});

test("the Spanish README has the English one's code, comments aside", () => {
  const codeOf = (path: string) =>
    [...read(path).matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code]) => code!.replaceAll(/ +# .*$/gm, ""));
  expect(codeOf("README.es.md")).toEqual(codeOf("README.md"));
});
