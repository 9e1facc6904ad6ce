import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  ensureIpVs,
  findIpVs,
  forgetIpVs,
  type HostKernel,
  isPersistent,
  persistIpVs,
} from "../../../commands/setup/ip-vs";

const modules = "lib/modules/6.12.1/modules.dep";
const known = "kernel/net/netfilter/ipvs/ip_vs.ko.xz: kernel/net/netfilter/nf_conntrack.ko.xz\n";
const others = "kernel/net/netfilter/ipvs/ip_vs_rr.ko.xz: kernel/net/netfilter/ipvs/ip_vs.ko.xz\n";
const bootFile = "etc/modules-load.d/docker-stages.conf";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kernel-"));
  write("proc/net/dev");
  write(bootFile);
  rmSync(join(root, bootFile));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text = ""): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** A kernel that has the module, or refuses. */
const kernelOf = (isRoot: boolean, has: boolean): HostKernel & { readonly asked: string[] } => {
  const asked: string[] = [];
  const load = async (module: string) => {
    asked.push(module);
    if (!has) throw new Error("modprobe: FATAL: Module ip_vs not found");
    write("proc/net/ip_vs");
  };
  return { root, release: "6.12.1", isRoot, load, asked };
};

test.each([
  { name: "without a list of modules", files: {}, found: "absent" },
  { name: "whose list has none but those that need it", files: { [modules]: others }, found: "absent" },
  { name: "whose list has it", files: { [modules]: others + known }, found: "loadable" },
  { name: "of another release, whose list has it", files: { "lib/modules/6.1.0/modules.dep": known }, found: "absent" },
  { name: "that has loaded it", files: { [modules]: known, "proc/net/ip_vs": "" }, found: "loaded" },
])("a kernel $name: $found", ({ files, found }) => {
  for (const [file, text] of Object.entries(files)) write(file, text);
  expect(findIpVs({ root, release: "6.12.1" })).toBe(found);
});

describe("after a boot", () => {
  test.each([
    { name: "root has it loaded", isRoot: true, has: true, install: true, ipVs: "loaded", isNew: true, asks: 1 },
    {
      name: "a kernel that refuses has none",
      isRoot: true,
      has: false,
      install: true,
      ipVs: "absent",
      isNew: false,
      asks: 1,
    },
    {
      name: "--no-install leaves it",
      isRoot: true,
      has: true,
      install: false,
      ipVs: "loadable",
      isNew: false,
      asks: 0,
    },
    { name: "others leave it", isRoot: false, has: true, install: true, ipVs: "loadable", isNew: false, asks: 0 },
  ])("$name", async ({ isRoot, has, install, ipVs, isNew, asks }) => {
    write(modules, known);
    const kernel = kernelOf(isRoot, has);
    expect(await ensureIpVs(kernel, { install })).toEqual({ ipVs, isNew });
    expect(kernel.asked).toEqual(Array(asks).fill("ip_vs"));
  });

  test("what is loaded is not loaded again", async () => {
    write("proc/net/ip_vs");
    const kernel = kernelOf(true, true);
    expect(await ensureIpVs(kernel, { install: true })).toEqual({ ipVs: "loaded", isNew: false });
    expect(kernel.asked).toEqual([]);
  });
});

test("it is loaded at each boot from when that is asked for until it is taken back", () => {
  const kernel = kernelOf(true, true);
  expect(isPersistent(kernel)).toBe(false);
  persistIpVs(kernel);
  expect(isPersistent(kernel)).toBe(true);
  expect(readFileSync(join(root, bootFile), "utf8")).toMatch(/^#.*\nip_vs\n$/);
  forgetIpVs(kernel);
  expect(existsSync(join(root, bootFile))).toBe(false);
});

test("only root has it loaded at each boot", () => {
  expect(() => persistIpVs(kernelOf(false, true))).toThrow(
    "only root may write /etc/modules-load.d/docker-stages.conf",
  );
  expect(existsSync(join(root, bootFile))).toBe(false);
});
