import type { Target } from "../keys/support";
import { didYouMean, type Meant, oneOf, quote, type Text } from "./text";

export interface Reference {
  readonly name: string;
  readonly known: Iterable<string>;
  readonly meant?: Meant;
}

/** What there is too much of, with the service that it is too much with. */
export interface Counted {
  readonly service: string;
  readonly sum: number;
  readonly most: number;
}

const undeclared =
  (kind: string, section: string) =>
  ({ name, known, meant }: Reference): Text => ({
    what: `${kind} ${quote(name)} is not declared`,
    allowed: oneOf(known),
    remedy: didYouMean(meant?.()) ?? `declare it under top-level \`${section}\``,
  });

/** What can be wrong between the parts of a project, and what a swarm cannot do. */
export const validateErrors = {
  "refused-key": ({ key, target, remedy }: { key: string; target: Target; remedy: string }): Text => ({
    what: `\`${key}\` cannot be done by ${target === "swarm" ? "a service of a swarm" : "a container of one engine"}`,
    remedy,
  }),
  "network-mode-with-networks": ({ mode }: { mode: string }): Text => ({
    what: `\`network_mode: ${mode}\` and \`networks\` are given together`,
    remedy: "remove one of the two",
  }),
  "container-name-of-many": ({ name, replicas }: { name: string; replicas: number }): Text => ({
    what: `${replicas} containers cannot all be called ${quote(name)}`,
    remedy: "remove `container_name`, or have one container",
  }),
  "container-name-twice": ({ name, service }: { name: string; service: string }): Text => ({
    what: `container name ${quote(name)} is service ${quote(service)}'s already`,
    remedy: "give each container a name of its own, or remove `container_name`",
  }),
  "healthy-without-check": ({ service }: { service: string }): Text => ({
    what: `service ${quote(service)} is to be healthy before this one, and its health check is turned off`,
    remedy: "give it a `healthcheck`, or wait for `condition: service_started`",
  }),
  "too-many-containers": ({ replicas, sum, service, most }: Counted & { replicas: number }): Text => ({
    what: `service ${quote(service)} is to have ${replicas} containers${sum === replicas ? "" : `, with those before it ${sum}`}, each a resource of its own`,
    allowed: `a project of at most ${most} containers`,
    remedy: "write a smaller number, or deploy the file to a swarm by `ComposeStack`, where a service is one resource",
  }),
  "too-many-dependencies": ({ sum, service, most }: Counted): Text => ({
    what: `each container of service ${quote(service)} waits for each of the services that it depends on, which is ${sum} times to wait`,
    allowed: `at most ${most} in a project`,
    remedy: "write a smaller number of containers, or take a service out of `depends_on`",
  }),
  "file-in-read-only": ({ kind, name }: { kind: string; name: string }): Text => ({
    what: `${kind} ${quote(name)} is put into the container, which \`read_only\` does not let it be`,
    remedy: `give the ${kind} as a \`file\`, which is bound, or remove \`read_only\``,
  }),
  "bad-project-name": ({ name }: { name: string }): Text => ({
    what: `${quote(name)} cannot be the name of a project`,
    allowed: "lower-case letters, digits, `-` and `_`, a letter or digit first",
    remedy: "pass another `name`",
  }),
  "mount-of-swarm": ({ type }: { type: string }): Text => ({
    what: `a container of one engine cannot mount a ${type}`,
    allowed: "types bind, volume, tmpfs",
    remedy: "use one of these",
  }),
  "undefined-network": undeclared("network", "networks"),
  "undefined-volume": undeclared("volume", "volumes"),
  "undefined-secret": undeclared("secret", "secrets"),
  "undefined-config": undeclared("config", "configs"),
  "undefined-service": undeclared("service", "services"),
  "service-not-active": ({ name, profiles }: { name: string; profiles: readonly string[] }): Text => ({
    what: `service ${quote(name)} is needed and not active`,
    remedy: `add one of its profiles to \`profiles\` (${profiles.join(", ")}), or set \`required: false\``,
  }),
  "dependency-cycle": ({ chain }: { chain: readonly string[] }): Text => ({
    what: `services depend on each other in a circle: ${chain.join(" → ")}`,
    remedy: "take one of them out of `depends_on`",
  }),
  "no-files": (_: object): Text => ({
    what: "no Compose file is given",
    remedy: "pass the path of one as `file`, or of several as `files`",
  }),
  "no-services": (_: object): Text => ({
    what: "the file has no service",
    remedy: "write one under `services`, or activate a profile that has one",
  }),
  "image-missing": ({ service, builds }: { service: string; builds: boolean }): Text => ({
    what: `service ${quote(service)} has no image${builds ? "; a swarm builds none" : ""}`,
    remedy: builds
      ? "build and push the image, then name it as `image`; or give the stack a cluster that builds it, `engine: cluster`"
      : "name one as `image`",
  }),
  "build-context": ({ what }: { what: string }): Text => ({ what, remedy: "" }),
  "build-context-remote": ({ context }: { context: string }): Text => ({
    what: `the build context ${quote(context)} is not a folder of this machine`,
    remedy: "clone it, and name the folder",
  }),
  "build-platforms": ({ platforms }: { platforms: string }): Text => ({
    what: `an image is built for several platforms: ${platforms}`,
    allowed: "one platform",
    remedy: "keep the one that the nodes are of",
  }),
  "build-secret": ({ secret }: { secret: string }): Text => ({
    what: `secret ${quote(secret)} of the build is no file`,
    remedy: "declare it under top-level `secrets` with `file`",
  }),
  "build-size": ({ value }: { value: string }): Text => ({
    what: `${quote(value)} is no size`,
    allowed: "bytes, or a number with k, m or g: `64m`",
    remedy: "correct it",
  }),
  "build-more-context": ({ name, context }: { name: string; context: string }): Text => ({
    what:
      context === ""
        ? `additional context ${quote(name)} names nothing`
        : `additional context ${quote(name)} is ${quote(context)}`,
    allowed: "NAME=FOLDER, NAME=service:SERVICE, NAME=docker-image://IMAGE, NAME=URL",
    remedy: "name a folder, a service of the file that is built, or an image",
  }),
  "build-of-inactive": ({ service, profiles }: { service: string; profiles: readonly string[] }): Text => ({
    what: `an image is built from that of service ${quote(service)}, which is not active`,
    remedy: `add one of its profiles to \`profiles\` (${profiles.join(", ")})`,
  }),
  "build-cycle": ({ chain }: { chain: readonly string[] }): Text => ({
    what: `images are built from each other in a circle: ${chain.join(" → ")}`,
    remedy: "take one of them out of `additional_contexts`",
  }),
  "build-cache": ({ complaint }: { complaint: string }): Text => ({
    what: complaint,
  }),
  "build-ssh": ({ complaint }: { complaint: string }): Text => ({
    what: complaint,
  }),
  "build-attestation": ({ complaint }: { complaint: string }): Text => ({
    what: complaint,
  }),
  "dockerfile-twice": (_: object): Text => ({
    what: "a build with a Dockerfile twice: as a text, and as a file of `dockerfile`",
    remedy: "remove one of the two",
  }),
  "dockerfile-of-apply": (_: object): Text => ({
    what: "the Dockerfile's text has a value that Terraform alone knows, and is written by synth",
    remedy: "give the value as one of `args`",
  }),
  "build-twice": ({ image, service }: { image: string; service: string }): Text => ({
    what: `image ${quote(image)} is built otherwise by service ${quote(service)}`,
    remedy: "give one of the two another `image`",
  }),
  "bad-image": ({ value }: { value: string }): Text => ({
    what: `${quote(value)} is not the name of an image`,
    allowed: "[HOST[:PORT]/]PATH[:TAG][@DIGEST], the path in lower case",
    remedy: "correct the name",
  }),
  "replicas-of-global": ({ mode }: { mode: string }): Text => ({
    what: `\`replicas\` are given for mode ${mode}, which has one task a node`,
    remedy: "remove `replicas`, or use mode `replicated`",
  }),
  "replicas-differ": ({ scale, replicas }: { scale: number; replicas: number }): Text => ({
    what: `\`scale\` is ${scale} and \`deploy.replicas\` is ${replicas}`,
    remedy: "keep one of the two",
  }),
  "job-with-update": ({ mode, key }: { mode: string; key: string }): Text => ({
    what: `\`${key}\` is given for mode ${mode}, whose tasks run once`,
    remedy: `remove \`${key}\``,
  }),
  "job-restart": ({ mode }: { mode: string }): Text => ({
    what: `restart condition any is given for mode ${mode}, whose tasks run once`,
    allowed: "none, on-failure",
    remedy: "set `deploy.restart_policy.condition` to one of these",
  }),
  "dnsrr-with-ingress": ({ service }: { service: string }): Text => ({
    what: `service ${quote(service)} has endpoint_mode dnsrr and a port in ingress mode, which needs an address of its own`,
    remedy: "publish the port with `mode: host`, or use endpoint_mode vip",
  }),
  "image-mount": (_: object): Text => ({
    what: "a service of a swarm cannot mount an image",
    allowed: "types bind, volume, tmpfs, cluster, npipe",
    remedy: "copy what is needed into the service's own image",
  }),
  "target-conflict": ({ target, kind }: { target: string; kind: string }): Text => ({
    what: `${quote(target)} is the target of two ${kind}`,
    remedy: "give one of them another target",
  }),
  "health-test-disabled": (_: object): Text => ({
    what: "`disable` and `test` are given together",
    remedy: "remove one of the two; where another file has `test`, write `test: !reset null` beside `disable`",
  }),
  "network-of-one-node": ({ driver }: { driver: string }): Text => ({
    what: `a service of a swarm cannot be on a network of driver ${driver}, which is one node's`,
    allowed: "overlay, which is the default",
    remedy: "remove `driver`",
  }),
  "external-with-more": ({ kind, key, name }: { kind: string; key: string; name: string }): Text => ({
    what: `${kind} ${quote(name)} is external, and \`${key}\` is given`,
    allowed: "`external` and `name` alone",
    remedy: `remove \`${key}\`: what is external is not made here`,
  }),
  "external-named-twice": ({ kind, name, names }: { kind: string; name: string; names: readonly string[] }): Text => ({
    what: `external ${kind} ${quote(name)} is called ${names.map(quote).join(" and ")}`,
    allowed: "`external: true` and one `name`",
    remedy: "keep `name`, and write `external: true`",
  }),
  "source-missing": ({ kind, name, sources }: { kind: string; name: string; sources: readonly string[] }): Text => ({
    what: `${kind} ${quote(name)} has no content`,
    allowed: sources.join(", "),
    remedy: "give it one of these",
  }),
  "source-twice": ({ kind, name, keys }: { kind: string; name: string; keys: readonly string[] }): Text => ({
    what: `${kind} ${quote(name)} has ${keys.map((key) => `\`${key}\``).join(" and ")}`,
    remedy: "keep one of them",
  }),
  "source-unset": ({ kind, name, variable }: { kind: string; name: string; variable: string }): Text => ({
    what: `${kind} ${quote(name)} takes its content from variable \`${variable}\`, which is not set`,
    remedy: `set \`${variable}\` in \`variables\` or in an .env file; the environment of the process is not read`,
  }),
  "secret-is-text": ({ name, source }: { name: string; source: "environment" | "file" }): Text => ({
    what: `secret ${quote(name)} is to be write-only, and its \`${source}\` is a text that is known at synth`,
    allowed: "a value that Terraform alone knows: an EphemeralVariable, or an attribute of an ephemeral resource",
    remedy:
      'give that as one of `variables`, and name it as the secret\'s `environment`; or remove `secrets: "write-only"`',
  }),
  "name-too-long": ({ kind, name, limit }: { kind: string; name: string; limit: number }): Text => ({
    what: `${kind} name ${quote(name)} has ${name.length} characters`,
    allowed: `${limit} characters`,
    remedy: "shorten it, or the name of the stack",
  }),
  "mount-without-source": ({ type }: { type: string }): Text => ({
    what: `a mount of type ${type} has no \`source\``,
    remedy: "add `source`",
  }),
  "mount-option-mismatch": ({ type, option }: { type: string; option: string }): Text => ({
    what: `\`${option}\` is given for a mount of type ${type}`,
    remedy: `remove \`${option}\`, or use the type that it is for`,
  }),
  "bad-stack-name": ({ name }: { name: string }): Text => ({
    what: `${quote(name)} cannot be the name of a stack`,
    allowed: "letters, digits, `-`, `_` and `.`, a letter or digit first",
    remedy: "pass another `name`",
  }),
} as const;

export const validateWarnings = {
  "restart-anyway": ({ service }: { service: string }): Text => ({
    what: `restart "no" of service \`${service}\` is ignored: a swarm replaces each task of a service that ends`,
    remedy: "write `deploy.restart_policy.condition: none`, or `deploy.mode: replicated-job` for what runs once",
  }),
  "host-port-start-first": ({ service, port }: { service: string; port: number }): Text => ({
    what: `service \`${service}\` publishes port ${port} in host mode and starts new tasks first: on a node that the old task still holds it, the update waits for ever`,
    remedy: "write `order: stop-first`",
  }),
  "completion-of-no-job": ({ service }: { service: string }): Text => ({
    what: `service \`${service}\` is no job, so nothing waits for its completion: it counts once it runs`,
    remedy: `give \`${service}\` \`deploy.mode: replicated-job\``,
  }),
  "edge-endpoint-mode": ({ service }: { service: string }): Text => ({
    what: `endpoint_mode vip of service \`${service}\` is ignored: behind an edge, services are on dnsrr`,
    remedy: "remove it",
  }),
  "external-key-ignored": ({ kind, key, name }: { kind: string; key: string; name: string }): Text => ({
    what: `\`${key}\` is ignored: ${kind} ${quote(name)} is external, so that it is not made here`,
    remedy: `remove it, or remove \`external\` where the ${kind} is to be made`,
  }),
  "pull-when-missing": ({ policy }: { policy: string }): Text => ({
    what: `\`pull_policy: ${policy}\` is ignored: what the engine lacks is pulled, and nothing again`,
    remedy: "write `always`, `missing`, `never` or `build`",
  }),
  "selinux-dropped": ({ beside }: { beside: string }): Text => ({
    what: `\`selinux\` is ignored beside \`${beside}\`: an engine relabels no mount that has such options`,
    remedy: "remove one of the two, or label the path on the machine",
  }),
  "swappiness-of-zero": (_: object): Text => ({
    what: "`mem_swappiness: 0` is ignored, as `docker compose` ignores it: the container swaps as its engine's host does",
    remedy: "write 1, the least that is heard, or remove it",
  }),
  "ignored-key": ({ key, why }: { key: string; why: string }): Text => ({
    what: `\`${key}\` is ignored: ${why}`,
  }),
} as const;
