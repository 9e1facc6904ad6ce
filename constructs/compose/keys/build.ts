import { extraHosts } from "./extra-hosts";
import { fileReferences } from "./references";
import { oneOrTexts, texts } from "./shapes/collections";
import { fields } from "./shapes/fields";
import { labels, pairs } from "./shapes/pairs";
import { anyText, flag, text } from "./shapes/scalars";
import { byKind, type Decoded, mapped, withMergeRule } from "./shapes/shape";
import { ulimits } from "./ulimits";

const image = (argument: string) => ({ becomes: `docker_image.build.${argument}` });
const noMoreThanAny = { refused: "remove it: a build is given no more than its node's engine gives any" };
const byDockerfile = { ignored: "a secret is mounted as the Dockerfile's `RUN --mount` says; write it there" };

const secrets = fileReferences({
  source: { swarm: image("secrets.src"), host: image("secrets.src") },
  target: { swarm: image("secrets.id"), host: image("secrets.id") },
  uid: { swarm: byDockerfile, host: byDockerfile },
  gid: { swarm: byDockerfile, host: byDockerfile },
  mode: { swarm: byDockerfile, host: byDockerfile },
});

/** Every key of `build`, and what becomes of it where images are built. */
const long = fields({
  context: { shape: text, swarm: image("context"), host: image("context") },
  dockerfile: { shape: text, swarm: image("dockerfile"), host: image("dockerfile") },
  dockerfile_inline: {
    shape: text,
    swarm: { does: "a Dockerfile that synth lays beside the stack, for `docker_image.build.dockerfile`" },
    host: { does: "a Dockerfile that synth lays beside the stack, for `docker_image.build.dockerfile`" },
  },
  entitlements: { shape: texts, swarm: noMoreThanAny, host: noMoreThanAny },
  args: { shape: pairs, swarm: image("build_args"), host: image("build_args") },
  ssh: { shape: pairs, swarm: image("ssh"), host: image("ssh") },
  labels: { shape: labels, swarm: image("labels"), host: image("labels") },
  cache_from: { shape: texts, swarm: image("cache_from"), host: image("cache_from") },
  cache_to: { shape: texts, swarm: image("cache_to"), host: image("cache_to") },
  no_cache: { shape: flag, swarm: image("no_cache"), host: image("no_cache") },
  no_cache_filter: { shape: oneOrTexts, swarm: image("no_cache_filter"), host: image("no_cache_filter") },
  additional_contexts: {
    shape: pairs,
    swarm: image("additional_contexts"),
    host: image("additional_contexts"),
  },
  network: { shape: text, swarm: image("network_mode"), host: image("network_mode") },
  provenance: { shape: anyText, swarm: image("provenance"), host: image("provenance") },
  sbom: { shape: anyText, swarm: image("sbom"), host: image("sbom") },
  pull: { shape: flag, swarm: image("pull_parent"), host: image("pull_parent") },
  target: { shape: text, swarm: image("target"), host: image("target") },
  shm_size: { shape: anyText, swarm: image("shm_size"), host: image("shm_size") },
  extra_hosts: { shape: extraHosts, swarm: image("extra_hosts"), host: image("extra_hosts") },
  isolation: { shape: text, swarm: image("isolation"), host: image("isolation") },
  privileged: { shape: flag, swarm: noMoreThanAny, host: noMoreThanAny },
  secrets: { shape: secrets, swarm: image("secrets"), host: image("secrets") },
  tags: {
    shape: texts,
    swarm: { ignored: "services run what `image` names, and that alone is pushed; remove it" },
    host: image("tag"),
  },
  ulimits: {
    shape: ulimits({ swarm: "docker_image.build.ulimit", host: "docker_image.build.ulimit" }),
    swarm: image("ulimit"),
    host: image("ulimit"),
  },
  platforms: { shape: texts, swarm: image("platform"), host: image("platform") },
});

/** A text is the context. */
export const build = withMergeRule(
  { kind: "shorthand", key: "context" },
  byKind({ scalar: mapped(text, (context): Decoded<typeof long> => ({ context })), mapping: long }),
);
