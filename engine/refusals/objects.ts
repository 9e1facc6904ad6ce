import type { Refusal } from "./refusal";

/** Names and addresses that are taken, and objects in a state that does not allow the call. */
export const objects: readonly Refusal[] = [
  {
    pattern: /already in use by container|already exists|name conflicts with an existing object/i,
    code: "name-taken",
    says: "cannot be made: the name is in use",
    remedy: "Choose another name, or remove the object that has it.",
  },
  {
    pattern:
      /(?:bind for|listen \w+|failed to bind host port(?: for)?) (\S+?:\d+)(?=[:/ ]).*(?:already allocated|already in use)|port is already allocated|bind: address already in use|failed to bind host port|port '?\d+'? is already in use/is,
    code: "port-taken",
    fault: "port-taken",
    says: "cannot publish its port: the port is in use",
    remedy: "Choose another port of the host, or stop what uses it.",
  },
  {
    pattern: /could not find an available, non-overlapping|all predefined address pools have been fully subnetted/i,
    code: "addresses-used-up",
    says: "cannot be made: networks have all subnets that the engine gives by itself",
    remedy:
      "Remove networks that nothing uses (`docker network prune`), give this one a subnet of its own, or widen `default-address-pools` in the engine's daemon.json.",
  },
  {
    pattern: /address already in use|pool overlaps|overlaps with/i,
    code: "address-taken",
    fault: "address-refused",
    says: "cannot have its address: it is in use",
    remedy: "Choose another address or subnet, or leave it to the engine.",
  },
  {
    pattern: /removal of container \S+ is already in progress/i,
    code: "removal-in-progress",
    says: "is being removed already",
    remedy: "Wait until it is gone.",
  },
  {
    pattern: /is not running|is stopped|is paused|is restarting, wait/i,
    statuses: [409],
    code: "container-stopped",
    says: "does not run",
    remedy: "Start it (`docker start`), or unpause it.",
  },
  {
    pattern:
      /\bin use\b|being used|is using|active endpoints|cannot remove a running container|must be force[d]?\b|is running\b/i,
    statuses: [400, 403, 409, 500],
    code: "in-use",
    says: "is in use",
    remedy: "Remove or stop what uses it first.",
  },
  {
    // The classic builder on the containerd store lists what it built before, then reads it.
    // Source: Moby, daemon/internal/image/cache/cache.go, getLocalCachedImage.
    pattern: /^unable to find image "sha256:[\da-f]{64}"$/,
    code: "cached-image-gone",
    says: "could not be built: an image of the builder's cache was removed meanwhile",
    remedy: "Build again.",
  },
  {
    pattern: /update out of sequence/i,
    code: "out-of-sequence",
    says: "was changed by somebody else meanwhile",
    remedy: "Inspect it again and repeat the change.",
  },
];
