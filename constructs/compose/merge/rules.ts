import type { Node } from "../source/node";
import { byPath, byPort, bySource, bySubnet, byTarget, byText } from "./identity";

/** How a later file's value meets an earlier one's. Without a rule: mappings by key, lists in a row, scalars replaced. */
export type Rule =
  | { readonly kind: "replace" }
  /** `NAME=value` lists and mappings are one mapping. */
  | { readonly kind: "pairs" }
  /** Lists of names and mappings by name are one mapping; a name of a list stands for `value`. */
  | { readonly kind: "names"; readonly value: Readonly<Record<string, string>> | null }
  /** A list, or a single value for one, in which the later of two that are the same thing stays. */
  | { readonly kind: "unique"; readonly identity: (item: Node) => string | undefined }
  /** `HOST=ADDRESS` lists and mappings are one list. */
  | { readonly kind: "hosts" }
  /** A text stands for a mapping with this key. */
  | { readonly kind: "shorthand"; readonly key: string }
  /** Options belong to a driver: another driver begins without those of the first. */
  | { readonly kind: "driver" };

const replace: Rule = { kind: "replace" };
const pairs: Rule = { kind: "pairs" };
const unique = (identity: (item: Node) => string | undefined): Rule => ({ kind: "unique", identity });
const texts = unique(byText);

/** By key path; `*` stands for names of the user's. @see https://docs.docker.com/reference/compose-file/merge/ */
export const mergeRules: Readonly<Record<string, Rule>> = {
  "services.*.annotations": pairs,
  "services.*.build": { kind: "shorthand", key: "context" },
  "services.*.build.additional_contexts": pairs,
  "services.*.build.args": pairs,
  "services.*.build.extra_hosts": { kind: "hosts" },
  "services.*.build.labels": pairs,
  "services.*.build.ssh": pairs,
  "services.*.cap_add": texts,
  "services.*.cap_drop": texts,
  "services.*.command": replace,
  "services.*.configs": unique(byTarget),
  "services.*.depends_on": { kind: "names", value: { condition: "service_started" } },
  "services.*.deploy.labels": pairs,
  "services.*.deploy.placement.constraints": texts,
  "services.*.device_cgroup_rules": texts,
  "services.*.devices": unique(byTarget),
  "services.*.dns": texts,
  "services.*.dns_opt": texts,
  "services.*.dns_search": texts,
  "services.*.entrypoint": replace,
  "services.*.env_file": unique(byPath),
  "services.*.environment": pairs,
  "services.*.expose": texts,
  "services.*.external_links": texts,
  "services.*.extra_hosts": { kind: "hosts" },
  "services.*.group_add": texts,
  "services.*.healthcheck.test": replace,
  "services.*.label_file": texts,
  "services.*.labels": pairs,
  "services.*.links": texts,
  "services.*.logging": { kind: "driver" },
  "services.*.models": { kind: "names", value: null },
  "services.*.networks": { kind: "names", value: null },
  "services.*.networks.*.aliases": texts,
  "services.*.ports": unique(byPort),
  "services.*.profiles": texts,
  "services.*.secrets": unique(bySource),
  "services.*.security_opt": texts,
  "services.*.sysctls": pairs,
  "services.*.tmpfs": texts,
  "services.*.volumes": unique(byTarget),
  "services.*.volumes_from": texts,
  "networks.*.ipam.config": unique(bySubnet),
  "networks.*.labels": pairs,
  "volumes.*.labels": pairs,
  "secrets.*.labels": pairs,
  "configs.*.labels": pairs,
};

/** The rules as a tree to walk along with the files. */
export interface RuleTree {
  readonly rule?: Rule;
  readonly under: ReadonlyMap<string, RuleTree>;
}

interface Growing {
  rule?: Rule;
  readonly under: Map<string, Growing>;
}

function grow(rules: Readonly<Record<string, Rule>>): RuleTree {
  const root: Growing = { under: new Map() };
  for (const [path, rule] of Object.entries(rules)) {
    let at = root;
    for (const segment of path.split(".")) {
      const next = at.under.get(segment) ?? { under: new Map() };
      at.under.set(segment, next);
      at = next;
    }
    at.rule = rule;
  }
  return root;
}

/** What runs a container without being a service has its keys. */
const likeServices = Object.entries(mergeRules).flatMap(([path, rule]): [string, Rule][] =>
  path.startsWith("services.*.") ? [[path.replace("services", "jobs"), rule]] : [],
);

export const ruleTree: RuleTree = grow({ ...mergeRules, ...Object.fromEntries(likeServices) });

export const below = (tree: RuleTree | undefined, key: string): RuleTree | undefined =>
  tree?.under.get(key) ?? tree?.under.get("*");

/** The rules for what stands under a service's name. */
export const serviceRules: RuleTree = below(below(ruleTree, "services"), "*")!;
