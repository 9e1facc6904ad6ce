import { readFileSync } from "node:fs";
import { communityFile } from "../../../provider/bindings/community";
import type { Facts, Type } from "./facts";

/** The community provider's interface at 3.6.2, by type: `docker_container`, `data.docker_logs`, `provider`. */
export function theirTypes(): Map<string, Type> {
  const text = readFileSync(communityFile, "utf8");
  const types = new Map<string, { version: number; importable: boolean; paths: Map<string, Facts> }>();
  for (const line of text.trimEnd().split("\n").slice(1)) {
    const [kind = "", name = "", path = "", value = "", flags = "", fallback = "", more = ""] = line.split("\t");
    const type = { resource: name, data: `data.${name}`, provider: "provider" }[kind]!;
    const known = types.get(type) ?? { version: 0, importable: false, paths: new Map<string, Facts>() };
    types.set(type, known);
    const [, version] = /^\(schema version (\d+)/.exec(path) ?? [];
    if (version === undefined) known.paths.set(path, theirFacts(value, flags, fallback, more));
    else Object.assign(known, { version: Number(version), importable: path.includes("importable") });
  }
  for (const { paths } of types.values()) spreadForceNew(paths);
  return types;
}

function theirFacts(value: string, flags: string, fallback: string, more: string): Facts {
  const has = (flag: string) => flags.split(" ").includes(flag);
  const [, max] = /max=(\d+)/.exec(more) ?? [];
  const [, conflicts] = /conflicts=(\S+)/.exec(more) ?? [];
  return {
    value: value === "int" ? "number" : value,
    presence: has("required") ? "required" : has("optional") ? "optional" : "",
    computed: has("computed"),
    forceNew: has("force_new"),
    sensitive: has("sensitive"),
    default: fallback,
    max: max === undefined ? undefined : Number(max),
    conflicts: conflicts?.split(",") ?? [],
    validated: more.includes("validated"),
    suppressed: more.includes("diff_suppressed"),
  };
}

/** What is in a block that replaces, replaces; so does a block of which everything does. */
function spreadForceNew(paths: Map<string, Facts>): void {
  const isIn = (path: string) => (inner: string) => inner.slice(0, inner.lastIndexOf(".")) === path;
  for (const [path, facts] of paths) {
    const above = paths.get(path.slice(0, Math.max(0, path.lastIndexOf("."))));
    const inner = [...paths.keys()].filter(isIn(path)).map((name) => paths.get(name)!);
    const forceNew = facts.forceNew || above?.forceNew || (inner.length > 0 && inner.every((one) => one.forceNew));
    paths.set(path, { ...facts, forceNew: forceNew ?? false });
  }
}
