import type { EngineErrorCode } from "./errors";

/** What the engine's refusal means: by its words first, by its status where they say nothing. */
export interface Refusal {
  readonly words?: RegExp;
  readonly statuses?: readonly number[];
  /** The words speak of an object of another kind than the one that the call was about. */
  readonly ofAnother?: true;
  readonly code: EngineErrorCode;
  /** The summary's predicate after the object: `container "web" …`. */
  readonly says: string;
  readonly remedy: string;
}

/** The first row that fits counts. Patterns are of the engine's own messages (20.10 to 29). */
export const refusals: readonly Refusal[] = [
  {
    words: /client version \S+ is too old/i,
    code: "client-too-old",
    says: "is on an engine that no longer speaks this client's API version",
    remedy: "Use a newer docker-stages, or an engine that still speaks API version 1.51.",
  },
  {
    words: /HTTP request to an HTTPS server/i,
    code: "tls-mismatch",
    says: "is on an engine that speaks TLS",
    remedy: "Give the TLS material: `ca`, and `cert` and `key` where the engine asks for a client's certificate.",
  },
  {
    words: /already in use by container|already exists|name conflicts with an existing object/i,
    code: "name-taken",
    says: "cannot be made: the name is in use",
    remedy: "Choose another name, or remove the object that has it.",
  },
  {
    statuses: [404],
    ofAnother: true,
    code: "dependency-absent",
    says: "needs something that the engine does not have",
    remedy: "Make (or pull) what the engine's message names first, or correct its name.",
  },
  {
    words:
      /port is already allocated|bind: address already in use|failed to bind host port|port '?\d+'? is already in use/i,
    code: "port-taken",
    says: "cannot publish its port: the port is in use",
    remedy: "Choose another port of the host, or stop what uses it.",
  },
  {
    words: /address already in use|pool overlaps|overlaps with/i,
    code: "address-taken",
    says: "cannot have its address: it is in use",
    remedy: "Choose another address or subnet, or leave it to the engine.",
  },
  {
    words: /removal of container \S+ is already in progress/i,
    code: "removal-in-progress",
    says: "is being removed already",
    remedy: "Wait until it is gone.",
  },
  {
    words: /is not running|is stopped|is paused|is restarting, wait/i,
    statuses: [409],
    code: "container-stopped",
    says: "does not run",
    remedy: "Start it (`docker start`), or unpause it.",
  },
  {
    words:
      /in use|being used|is using|active endpoints|cannot remove a running container|must be force[d]?\b|is running\b/i,
    statuses: [400, 403, 409, 500],
    code: "in-use",
    says: "is in use",
    remedy: "Remove or stop what uses it first.",
  },
  {
    words: /update out of sequence/i,
    code: "out-of-sequence",
    says: "was changed by somebody else meanwhile",
    remedy: "Inspect it again and repeat the change.",
  },
  {
    words: /swarm is encrypted and needs to be unlocked/i,
    code: "swarm-locked",
    says: "needs a swarm manager, and this one is locked",
    remedy: "Unlock it on its own engine: `docker swarm unlock`.",
  },
  {
    // A manager that has lost its leader waits for 20 s, then says that it waited; from then on it says why at once.
    words: /does not have a leader|lost leader status|rpc error: .*context deadline exceeded/i,
    code: "no-leader",
    says: "needs a leader, which the swarm does not have",
    remedy:
      "More than half of the managers must be up and reach each other: start those that are down. Where they are lost for good, `docker swarm init --force-new-cluster` on one that is left goes on with it alone.",
  },
  {
    words: /not a swarm manager|not part of a swarm|swarm\/control\.sock: connect/i,
    code: "not-a-swarm-manager",
    says: "needs a swarm manager, which this engine is not",
    remedy: "Give the address of a manager; `docker swarm init` makes one.",
  },
  {
    words: /containerd\.sock/i,
    code: "server-error",
    says: "needs containerd, which does not answer the engine",
    remedy: "Start containerd again, or the engine where it starts containerd itself.",
  },
  {
    // A call is passed on to the leader, or, of a node that joins, to a manager.
    words: /rpc error: code = (?:Unavailable|Canceled desc = grpc: the client connection is closing)/i,
    code: "manager-unreachable",
    says: "needs another manager of the swarm, which does not answer",
    remedy:
      "Managers must be up and reach each other on their port 2377; a leader that is lost has a successor within half a minute.",
  },
  {
    words: /already part of a swarm/i,
    code: "already-in-swarm",
    says: "cannot be: the engine is in a swarm already",
    remedy: "Let it leave the other swarm first (`docker swarm leave`).",
  },
  {
    // Of a folder in its way 26.1 says "is a directory: unknown: permission denied".
    words:
      /executable file not found|exec: "[^"]*": (?:stat [^:]*: no such file|is a directory|permission denied)|exec format error/i,
    code: "command-not-found",
    says: "cannot run its command",
    remedy: "Name a program that the image has, by its path or on its PATH, executable and built for this platform.",
  },
  {
    words: /no space left on device/i,
    code: "no-space",
    says: "found no space left on the engine's disk",
    remedy: "Make room on the engine's disk (`docker system df` shows what takes it).",
  },
  {
    // Before what follows: containerd's store says with it that the repository may not exist.
    words: /no basic auth credentials/i,
    code: "unauthorized",
    says: "was refused by the registry, which asks for credentials",
    remedy: "Give credentials for it (`registry_auth`, or `docker login`).",
  },
  {
    words:
      /manifest unknown|manifest for \S+ not found|pull access denied|repository \S+ not found|repository does not exist|name unknown|(?<!\S)[^\s/]*\/\S+: not found$/i,
    code: "not-found",
    says: "does not exist in the registry",
    remedy: "Correct the name or the tag, or give credentials where the repository is private.",
  },
  {
    words:
      /unauthorized|authentication required|access denied|access forbidden|incorrect username or password|\bdenied:/i,
    code: "unauthorized",
    says: "was refused by the registry",
    remedy: "Give credentials that may do this (`registry_auth`, or `docker login`), or correct the name.",
  },
  {
    words: /no matching manifest|does not match the (specified|detected) platform/i,
    code: "not-found",
    says: "does not exist for this platform",
    remedy: "Name a platform that the image is built for.",
  },
  {
    words:
      /no such host|dial tcp|i\/o timeout|TLS handshake|x509:|server gave HTTP response to HTTPS client|Client\.Timeout|connection refused|server misbehaving|registry-1\.docker\.io/i,
    statuses: [0, 404, 500],
    code: "registry-unreachable",
    says: "cannot be had: the registry does not answer",
    remedy:
      "Check the registry's name and that the engine reaches it; a registry without TLS must be in its `insecure-registries`.",
  },
  {
    // What two removals at once leave of an image's layers to the slower one.
    words: /unrecognized image ID/i,
    code: "not-found",
    says: "does not exist any more",
    remedy: "It was removed meanwhile.",
  },
  {
    words: /page not found/i,
    statuses: [404],
    code: "unsupported",
    says: "needs a call that this engine does not have",
    remedy: "Use a newer engine.",
  },
  { statuses: [404], code: "not-found", says: "does not exist", remedy: "Correct the name, or make it first." },
  {
    statuses: [401],
    code: "unauthorized",
    says: "was refused for want of credentials",
    remedy: "Give credentials that may do this.",
  },
  {
    statuses: [403],
    code: "forbidden",
    says: "was refused",
    remedy: "The engine does not permit this; its message says why.",
  },
  {
    statuses: [409],
    code: "conflict",
    says: "is in a state that does not allow this",
    remedy: "The engine's message says which state; change that first.",
  },
  {
    statuses: [501, 405],
    code: "unsupported",
    says: "needs something that this engine cannot do",
    remedy: "Use an engine that can, or leave it out.",
  },
  {
    statuses: [400, 406, 413, 422],
    code: "bad-request",
    says: "was refused as invalid",
    remedy: "Correct what the engine's message names.",
  },
];

export const unforeseen: Refusal = {
  code: "server-error",
  says: "failed on the engine",
  remedy: "The engine's message says why; its log may say more.",
};
