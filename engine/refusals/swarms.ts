import type { Refusal } from "./refusal";

/** A swarm's managers. */
export const swarms: readonly Refusal[] = [
  {
    pattern: /swarm is encrypted and needs to be unlocked/i,
    code: "swarm-locked",
    says: "needs a swarm manager, and this one is locked",
    remedy: "Unlock it on its own engine: `docker swarm unlock`.",
  },
  {
    // A manager that has lost its leader waits for 20 s, then says that it waited; from then on it says why at once.
    pattern: /does not have a leader|lost leader status|rpc error: .*context deadline exceeded/i,
    code: "no-leader",
    says: "needs a leader, which the swarm does not have",
    remedy:
      "More than half of the managers must be up and reach each other: start those that are down. Where they are lost for good, `docker swarm init --force-new-cluster` on one that is left goes on with it alone.",
  },
  {
    pattern: /not a swarm manager|not part of a swarm|swarm\/control\.sock: connect/i,
    code: "not-a-swarm-manager",
    says: "needs a swarm manager, which this engine is not",
    remedy: "Give the address of a manager; `docker swarm init` makes one.",
  },
  {
    // A call is passed on to the leader, or, of a node that joins, to a manager.
    pattern: /rpc error: code = (?:Unavailable|Canceled desc = grpc: the client connection is closing)/i,
    code: "manager-unreachable",
    says: "needs another manager of the swarm, which does not answer",
    remedy:
      "Managers must be up and reach each other on their port 2377; a leader that is lost has a successor within half a minute.",
  },
  {
    pattern: /already part of a swarm/i,
    code: "already-in-swarm",
    says: "cannot be: the engine is in a swarm already",
    remedy: "Let it leave the other swarm first (`docker swarm leave`).",
  },
  {
    // Asked to leave, an engine waits 15 s for its node to stop. Source: Moby, daemon/cluster/noderunner.go.
    pattern: /^context deadline exceeded$/i,
    about: ["swarm"],
    code: "still-leaving",
    says: "is not left yet: the node's tasks take longer to end than the engine waits",
    remedy: "The engine goes on stopping them: let it leave once more (`docker swarm leave --force`).",
  },
];
