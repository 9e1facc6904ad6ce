import type { Problems } from "../problems/problem";
import { nearest } from "../problems/suggest";
import { describe } from "../read/describe";
import {
  child,
  type Entry,
  entryAt,
  isNull,
  type MappingNode,
  mappingAt,
  type Node,
  plain,
  type ScalarNode,
} from "../source/node";
import type { Origin } from "../source/source";

/** An entry of `include`: files that are one project of their own. */
export interface Inclusion {
  readonly origin: Origin;
  readonly paths: readonly ScalarNode[];
  readonly envFiles: readonly ScalarNode[] | undefined;
  readonly projectDirectory: ScalarNode | undefined;
}

const keys = ["path", "env_file", "project_directory"];

/** The entries of a file's `include`. @see https://docs.docker.com/reference/compose-file/include/ */
export function readInclusions(root: MappingNode, problems: Problems): readonly Inclusion[] {
  const include = child(root, "include");
  if (!include || isNull(include)) return [];
  if (include.kind !== "sequence") {
    problems.report("wrong-type", include, { key: "include", found: describe(include), forms: "a list of files" });
    return [];
  }
  return include.items.flatMap((item): Inclusion[] => {
    if (item.kind !== "mapping") {
      const paths = texts(item, "include", problems);
      return paths?.length ? [{ origin: item, paths, envFiles: undefined, projectDirectory: undefined }] : [];
    }
    for (const entry of item.entries.values()) {
      const { key } = entry;
      if (keys.includes(key) || key.startsWith("x-")) continue;
      problems.report("unknown-key", entry, { key, within: "include", meant: () => nearest(key, keys) });
    }
    const paths = texts(child(item, "path"), "path", problems);
    const envFiles = texts(child(item, "env_file"), "env_file", problems);
    const [projectDirectory] = texts(child(item, "project_directory"), "project_directory", problems) ?? [];
    if (paths?.length) return [{ origin: paths[0]!, paths, envFiles, projectDirectory }];
    if (!child(item, "path"))
      problems.report("missing-key", { ...item, end: item.start + 1 }, { key: "path", within: "include" });
    return [];
  });
}

function texts(node: Node | undefined, key: string, problems: Problems): readonly ScalarNode[] | undefined {
  if (!node || isNull(node)) return undefined;
  const items = node.kind === "sequence" ? node.items : [node];
  const isText = (item: Node): item is ScalarNode => item.kind === "scalar" && typeof item.value === "string";
  for (const item of items) {
    if (isText(item)) continue;
    problems.report("wrong-type", item, { key, found: describe(item), forms: "a path, or a list of paths" });
  }
  return items.filter(isText);
}

const sections = ["services", "networks", "volumes", "secrets", "configs", "models", "jobs"];

/** A project with what it includes. A name that both declare must be declared alike. */
export function includeInto(root: MappingNode, included: MappingNode, problems: Problems): MappingNode {
  const entries = new Map(root.entries);
  for (const section of sections) {
    const [own, other] = [entries.get(section), included.entries.get(section)];
    if (other?.value.kind !== "mapping") continue;
    if (own?.value.kind !== "mapping") {
      entries.set(section, other);
      continue;
    }
    const joined = join(section, own.value, other.value, problems);
    entries.set(section, entryAt(own, section, joined));
  }
  return mappingAt(root, entries.values(), root.tag);
}

function join(section: string, own: MappingNode, other: MappingNode, problems: Problems): MappingNode {
  const entries = new Map<string, Entry>(own.entries);
  for (const [name, entry] of other.entries) {
    const known = entries.get(name);
    if (!known) entries.set(name, entry);
    else if (JSON.stringify(plain(known.value)) !== JSON.stringify(plain(entry.value))) {
      problems.report("include-conflict", known, { section, name });
    }
  }
  return mappingAt(own, entries.values(), own.tag);
}
