import {
  bool,
  type Diagnostic,
  DiagnosticError,
  type Fields,
  listOf,
  number,
  string,
  stringList,
  stringMap,
} from "../schema";
import { defineResource } from "./define";
import type { NothingLeft } from "./leftover";

const doc = "Of no effect.";
const text = string({ optional: true, doc });
const texts = (...names: readonly string[]): Fields => Object.fromEntries(names.map((name) => [name, text]));
const map = stringMap({ optional: true, doc });
const block = (fields: Fields, conflictsWith?: readonly string[]) =>
  listOf(fields, { max: 1, doc, ...(conflictsWith && { conflictsWith, forceNew: true }) });
const off = bool({ optional: true, default: false, doc });
const onCreate = { optional: true, forceNew: true, doc } as const;

const container = {
  cgroup_parent: string({ optional: true, default: "/docker/buildx", doc }),
  ...texts("cpu_period", "cpu_quota", "cpu_shares", "cpuset_cpus", "cpuset_mems", "image", "memory", "memory_swap"),
  default_load: off,
  env: map,
  network: text,
  restart_policy: string({ optional: true, default: "unless-stopped", doc }),
};

const kubernetes = {
  ...texts(
    "annotations",
    "image",
    "labels",
    "namespace",
    "nodeselector",
    "schedulername",
    "serviceaccount",
    "tolerations",
  ),
  default_load: off,
  limits: block(texts("cpu", "ephemeral_storage", "memory")),
  loadbalance: string({ optional: true, default: "sticky", doc }),
  qemu: block({ image: string({ optional: true, default: "tonistiigi/binfmt:latest", doc }), install: off }),
  replicas: number({ optional: true, default: 1, doc }),
  requests: block(texts("cpu", "ephemeral_storage", "memory")),
  rootless: off,
  timeout: string({ optional: true, default: "120s", doc }),
};

const remote = { ...texts("cacert", "cert", "key", "servername"), default_load: off };

const drivers = ["docker_container", "kubernetes", "remote"] as const;
const others = (own: (typeof drivers)[number]) => [
  ...drivers.filter((each) => each !== own),
  "driver",
  "driver_options",
];

/** The community's, so that whoever has one is answered by more than Terraform's own words. */
const schema: Fields = {
  id: string({ computed: true, doc: "What the other provider called it." }),
  name: string(onCreate),
  node: string(onCreate),
  append: bool({ ...onCreate, default: false }),
  bootstrap: bool({ ...onCreate, default: false }),
  use: bool({ ...onCreate, default: false }),
  buildkit_config: string(onCreate),
  buildkit_flags: string(onCreate),
  driver: string({ ...onCreate, default: "docker-container", conflictsWith: drivers }),
  driver_options: stringMap({ ...onCreate, conflictsWith: drivers }),
  endpoint: string(onCreate),
  platform: stringList(onCreate),
  docker_container: block(container, others("docker_container")),
  kubernetes: block(kubernetes, others("kubernetes")),
  remote: block(remote, others("remote")),
};

const ANSWER: Diagnostic = {
  severity: "error",
  summary: "docker_buildx_builder is not needed: the engine's own BuildKit builds",
  detail:
    "Remove the resource, and `builder` of `docker_image.build`: caches, more contexts, provenance and several platforms are done by the engine, the last two where its images are in containerd's store. A builder that is to be used all the same is made with `docker buildx create --name NAME`, and named in `builder`.",
  path: [],
};

const leftover: NothingLeft = { nothing: "no builder is made" };

/** An answer: what replaces a type that this provider does not carry. */
export const buildxBuilder = defineResource({
  type: "docker_buildx_builder",
  leftover,
  doc: "Not carried: builds go through the engine's own BuildKit, which needs no builder. One that a configuration has is an error that says what to write in its place; one that a state has is let go of, and stays.",
  schema,

  validate: () => [ANSWER],

  async create() {
    throw new DiagnosticError([ANSWER]);
  },

  read: async ({ state }) => ({ ...state }),

  async delete({ state, warn }) {
    const name = String((state as { readonly name?: unknown }).name ?? state.id);
    warn(
      `builder "${name}" was left as it is`,
      `This provider has no builders. Where it is no longer needed, \`docker buildx rm ${name}\` removes it.`,
    );
  },
});
