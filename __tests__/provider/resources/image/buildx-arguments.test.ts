import type { Build } from "../../../../provider/resources/image/build-query";
import { buildxArguments } from "../../../../provider/resources/image/buildx-arguments";

const nothing = {
  context: ".",
  dockerfile: "Dockerfile",
  secrets: [],
  auth_config: [],
  ulimit: [],
} as unknown as Build;
const argumentsOf = (asked: Partial<Build>) =>
  buildxArguments(["app:1"], { ...nothing, ...asked }, "ctx", "ctx/Dockerfile");
const always = {
  before: ["buildx", "build", "--load", "--progress", "plain"],
  after: ["--tag", "app:1", "--file", "ctx/Dockerfile", "ctx"],
};

const secret = { id: "a", env: undefined, src: undefined };
const absent = "T_BUILDX_SECRET_THAT_IS_ABSENT";

const rows: { asked: Partial<Build>; flags: string[] }[] = [
  { asked: {}, flags: [] },
  { asked: { builder: "remote" }, flags: ["--builder", "remote"] },
  { asked: { target: "last" }, flags: ["--target", "last"] },
  { asked: { build_args: { A: "1", B: "" } }, flags: ["--build-arg", "A=1", "--build-arg", "B="] },
  { asked: { label: { a: "0" }, labels: { a: "1" } }, flags: ["--label", "a=1"] },
  { asked: { platform: "linux/arm64" }, flags: ["--platform", "linux/arm64"] },
  { asked: { cache_from: ["a", "b"] }, flags: ["--cache-from", "a", "--cache-from", "b"] },
  { asked: { provenance: "max" }, flags: ["--provenance", "mode=max"] },
  { asked: { provenance: "false" }, flags: ["--provenance", "false"] },
  { asked: { provenance: "mode=min,version=v1" }, flags: ["--provenance", "mode=min,version=v1"] },
  { asked: { sbom: "generator=scanner" }, flags: ["--sbom", "generator=scanner"] },
  { asked: { no_cache_filter: ["a", "b"] }, flags: ["--no-cache-filter", "a", "--no-cache-filter", "b"] },
  { asked: { no_cache: true, no_cache_filter: ["a"] }, flags: ["--no-cache"] },
  { asked: { network_mode: "host" }, flags: ["--network", "host"] },
  { asked: { extra_hosts: ["a:1.2.3.4"] }, flags: ["--add-host", "a:1.2.3.4"] },
  { asked: { shm_size: 64 }, flags: ["--shm-size", "64"] },
  { asked: { ulimit: [{ name: "nofile", soft: 1, hard: 2 }] }, flags: ["--ulimit", "nofile=1:2"] },
  { asked: { cgroup_parent: "c" }, flags: ["--cgroup-parent", "c"] },
  { asked: { secrets: [{ ...secret, env: "PATH", src: "b" }] }, flags: ["--secret", "id=a,env=PATH"] },
  { asked: { secrets: [{ ...secret, env: absent, src: "b" }] }, flags: ["--secret", "id=a,src=b"] },
  { asked: { secrets: [{ ...secret, src: "b" }] }, flags: ["--secret", "id=a,src=b"] },
  { asked: { secrets: [{ ...secret, env: absent }] }, flags: ["--secret", `id=a,env=${absent}`] },
  { asked: { secrets: [secret] }, flags: ["--secret", "id=a,src=a"] },
  { asked: { secrets: [{ ...secret, id: "PATH" }] }, flags: ["--secret", "id=PATH,env=PATH"] },
  { asked: { ssh: ["default", "a=/key"] }, flags: ["--ssh", "default", "--ssh", "a=/key"] },
  { asked: { no_cache: true, pull_parent: true }, flags: ["--no-cache", "--pull"] },
];
test.each(rows)("$asked is $flags", ({ asked, flags }) => {
  expect(argumentsOf(asked)).toEqual([...always.before, ...flags, ...always.after]);
});
