import type { Row } from "./row";

/** Of registries and swarms, and what only the status tells: what engines from 20.10 to 29 say. */
export const registryAndSwarmRows: readonly Row[] = [
  // registries
  {
    status: 0,
    kind: "image",
    engineMessage: "manifest for web:v9 not found: manifest unknown: manifest unknown",
    code: "not-found",
  },
  {
    status: 404,
    kind: "image",
    engineMessage:
      "pull access denied for web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    code: "not-found",
  },
  {
    status: 404,
    kind: "image",
    engineMessage: 'failed to resolve reference "docker.io/library/web:v9": docker.io/library/web:v9: not found',
    code: "not-found",
  },
  {
    status: 0,
    kind: "image",
    engineMessage: "no matching manifest for linux/s390x in the manifest list entries",
    code: "not-found",
  },
  {
    status: 500,
    kind: "image",
    engineMessage: 'Head "https://r.example.com/v2/web/manifests/latest": no basic auth credentials',
    code: "unauthorized",
  },
  {
    status: 0,
    kind: "image",
    engineMessage: `missing content: content digest sha256:32640bf21b25: not found
Note: You're trying to push a manifest list/index which references multiple platform specific manifests, but not all of them are available locally or available to the remote repository.
Make sure you have all the referenced content and try again.`,
    code: "unsupported",
  },
  { status: 0, kind: "image", engineMessage: "unauthorized: authentication required", code: "unauthorized" },
  {
    status: 0,
    kind: "image",
    engineMessage: "denied: requested access to the resource is denied",
    code: "unauthorized",
  },
  {
    status: 500,
    kind: "image",
    engineMessage: 'Get "https://r.invalid/v2/": dial tcp: lookup r.invalid on 10.0.0.1:53: no such host',
    code: "registry-unreachable",
  },
  {
    status: 500,
    kind: "image",
    engineMessage: 'Get "https://10.0.0.9:5000/v2/": http: server gave HTTP response to HTTPS client',
    code: "registry-unreachable",
  },
  {
    status: 500,
    kind: "image",
    engineMessage: 'Get "https://registry-1.docker.io/v2/": x509: certificate signed by unknown authority',
    code: "registry-untrusted",
  },
  {
    status: 500,
    kind: "image",
    engineMessage:
      'Get "https://r.example.com/v2/": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2031-01-01T00:00:00Z is after 2030-01-01T00:00:00Z',
    code: "registry-untrusted",
  },
  {
    status: 500,
    kind: "image",
    engineMessage:
      'Get "https://r.example.com/v2/": x509: certificate is valid for other.example.com, not r.example.com',
    code: "registry-untrusted",
  },
  {
    status: 429,
    kind: "image",
    engineMessage:
      "toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit",
    code: "registry-limited",
  },
  {
    status: 0,
    kind: "image",
    engineMessage: "unexpected status code [manifests latest]: 429 Too Many Requests",
    code: "registry-limited",
  },
  {
    status: 500,
    kind: "image",
    engineMessage: "received unexpected HTTP status: 503 Service Unavailable",
    code: "registry-failing",
  },
  {
    status: 0,
    kind: "image",
    engineMessage:
      "failed to resolve source metadata for docker.io/library/alpine:latest: unexpected status from HEAD request to https://registry-1.docker.io/v2/library/alpine/manifests/latest: 503 Service Unavailable",
    code: "registry-failing",
  },
  {
    status: 500,
    kind: "image",
    engineMessage:
      'Get "https://r.example.com/v2/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    code: "registry-unreachable",
  },
  // swarms
  {
    status: 503,
    kind: "swarm",
    engineMessage:
      'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    code: "not-a-swarm-manager",
  },
  { status: 503, kind: "swarm", engineMessage: "This node is not part of a swarm", code: "not-a-swarm-manager" },
  {
    status: 503,
    kind: "node",
    engineMessage:
      'Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.',
    code: "swarm-locked",
  },
  {
    status: 503,
    kind: "swarm",
    engineMessage:
      'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.',
    code: "already-in-swarm",
  },
  { status: 500, kind: "swarm", engineMessage: "context deadline exceeded", code: "still-leaving" },
  {
    status: 503,
    kind: "node",
    engineMessage:
      "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.",
    code: "no-leader",
  },
  {
    status: 503,
    kind: "service",
    engineMessage: "rpc error: code = DeadlineExceeded desc = context deadline exceeded",
    code: "no-leader",
  },
  {
    status: 503,
    kind: "node",
    engineMessage: "rpc error: code = Unavailable desc = transport is closing",
    code: "manager-unreachable",
  },
  {
    status: 503,
    kind: "node",
    engineMessage: "rpc error: code = Canceled desc = grpc: the client connection is closing",
    code: "manager-unreachable",
  },
  {
    status: 503,
    kind: "swarm",
    engineMessage:
      'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial tcp 10.0.0.2:2377: connect: connection refused"',
    code: "manager-unreachable",
  },
  {
    status: 503,
    kind: "swarm",
    engineMessage:
      'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing dial unix /var/run/docker/swarm/control.sock: connect: no such file or directory"',
    code: "not-a-swarm-manager",
  },
  {
    status: 500,
    engineMessage:
      'rpc error: code = Unavailable desc = connection error: desc = "transport: error while dialing: dial unix /run/containerd/containerd.sock: connect: connection refused"',
    code: "server-error",
  },
  {
    status: 500,
    kind: "service",
    engineMessage: "rpc error: code = Unknown desc = update out of sequence",
    code: "out-of-sequence",
  },
  // what only the status tells
  { status: 400, kind: "container", engineMessage: "invalid restart policy 'often'", code: "bad-request" },
  { status: 401, kind: "engine", engineMessage: "", code: "unauthorized" },
  { status: 403, kind: "container", engineMessage: "authorization denied by plugin opa: no", code: "forbidden" },
  { status: 404, kind: "engine", engineMessage: "page not found", code: "unsupported" },
  { status: 409, kind: "container", engineMessage: "some state", code: "conflict" },
  {
    status: 400,
    kind: "container",
    engineMessage: "network-scoped alias is supported only for containers in user defined networks",
    code: "bad-request",
  },
  {
    status: 500,
    kind: "container",
    engineMessage: "failed to initialize logging driver: dial tcp 127.0.0.1:24224: connect: connection refused",
    code: "server-error",
  },
  { status: 500, kind: "container", engineMessage: "something broke", code: "server-error" },
  {
    status: 501,
    kind: "container",
    engineMessage: "configured logging driver does not support reading",
    code: "unsupported",
  },
  { status: 502, kind: "container", engineMessage: "<html>bad gateway</html>", code: "server-error" },
  {
    status: 400,
    kind: "engine",
    engineMessage: "Client sent an HTTP request to an HTTPS server.",
    code: "tls-mismatch",
  },
  {
    status: 400,
    kind: "engine",
    engineMessage:
      "client version 1.51 is too old. Minimum supported API version is 1.60, please upgrade your client to a newer version",
    code: "client-too-old",
  },
  {
    status: 500,
    kind: "image",
    engineMessage: `unable to find image "sha256:${"0123456789abcdef".repeat(4)}"`,
    code: "cached-image-gone",
  },
];
