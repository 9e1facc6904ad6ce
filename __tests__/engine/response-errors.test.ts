import type { EngineErrorCode } from "../../engine/errors";
import type { ObjectKind } from "../../engine/object-reference";
import { refusals } from "../../engine/refusals";
import { refusalError } from "../../engine/response-errors";
import { detail } from "../../problem";

interface Row {
  readonly status: number;
  readonly kind?: ObjectKind;
  readonly engineMessage: string;
  readonly code: EngineErrorCode;
}

/** What engines say, word for word, from 20.10 to 29; status 0 is inside a progress stream. */
const rows: readonly Row[] = [
  // names
  { status: 404, kind: "container", engineMessage: "No such container: web", code: "not-found" },
  { status: 404, kind: "network", engineMessage: "network web not found", code: "not-found" },
  { status: 404, kind: "volume", engineMessage: "get web: no such volume", code: "not-found" },
  { status: 404, kind: "volume", engineMessage: "No such volume: web", code: "not-found" },
  { status: 404, kind: "image", engineMessage: "No such image: web:latest", code: "not-found" },
  { status: 404, kind: "image", engineMessage: "reference does not exist", code: "not-found" },
  { status: 500, kind: "image", engineMessage: "unrecognized image ID sha256:00ff", code: "not-found" },
  { status: 404, kind: "service", engineMessage: "service web not found", code: "not-found" },
  { status: 404, kind: "node", engineMessage: "node web not found", code: "not-found" },
  { status: 404, kind: "secret", engineMessage: "secret web not found", code: "not-found" },
  { status: 404, kind: "exec", engineMessage: "No such exec instance: 0f", code: "not-found" },
  { status: 404, kind: "container", engineMessage: "No such image: nope:latest", code: "dependency-absent" },
  { status: 404, kind: "container", engineMessage: "network nope not found", code: "dependency-absent" },
  { status: 404, kind: "network", engineMessage: "No such container: nope", code: "dependency-absent" },
  { status: 404, kind: "container", engineMessage: "No such container: nope", code: "dependency-absent" },
  {
    status: 500,
    kind: "container",
    engineMessage: "joining network namespace of container: No such container: nope",
    code: "dependency-absent",
  },
  { status: 404, kind: "service", engineMessage: "network nope not found", code: "dependency-absent" },
  {
    status: 409,
    kind: "container",
    engineMessage:
      'Conflict. The container name "/web" is already in use by container "0f". You have to remove (or rename) that container to be able to reuse that name.',
    code: "name-taken",
  },
  { status: 409, kind: "network", engineMessage: "network with name web already exists", code: "name-taken" },
  {
    status: 409,
    kind: "service",
    engineMessage:
      "rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists",
    code: "name-taken",
  },
  {
    status: 409,
    kind: "secret",
    engineMessage: "rpc error: code = AlreadyExists desc = secret web already exists",
    code: "name-taken",
  },
  // use
  { status: 409, kind: "volume", engineMessage: "remove web: volume is in use - [0f]", code: "in-use" },
  {
    status: 403,
    kind: "network",
    engineMessage: "error while removing network: network web id 0f has active endpoints",
    code: "in-use",
  },
  {
    status: 409,
    kind: "image",
    engineMessage:
      'conflict: unable to remove repository reference "web" (must force) - container 0f is using its referenced image 1e',
    code: "in-use",
  },
  {
    status: 409,
    kind: "image",
    engineMessage: "conflict: unable to delete 0f (cannot be forced) - image is being used by running container 1e",
    code: "in-use",
  },
  {
    status: 409,
    kind: "container",
    engineMessage:
      "You cannot remove a running container 0f. Stop the container before attempting removal or force remove",
    code: "in-use",
  },
  {
    status: 409,
    kind: "container",
    engineMessage:
      'cannot remove container "web": container is running: stop the container before removing or force remove',
    code: "in-use",
  },
  {
    status: 400,
    kind: "secret",
    engineMessage: "rpc error: code = InvalidArgument desc = secret 'web' is in use by the following service: app",
    code: "in-use",
  },
  {
    status: 409,
    kind: "container",
    engineMessage: "removal of container web is already in progress",
    code: "removal-in-progress",
  },
  // states
  { status: 409, kind: "container", engineMessage: "Container 0f is not running", code: "container-stopped" },
  {
    status: 409,
    kind: "container",
    engineMessage: "Container web is paused, unpause the container before exec",
    code: "container-stopped",
  },
  {
    status: 409,
    kind: "container",
    engineMessage: "Container 0f is restarting, wait until the container is running",
    code: "container-stopped",
  },
  {
    status: 500,
    kind: "container",
    engineMessage:
      "driver failed programming external connectivity on endpoint web (0f): Bind for 0.0.0.0:80 failed: port is already allocated",
    code: "port-taken",
  },
  {
    status: 500,
    kind: "container",
    engineMessage:
      "driver failed programming external connectivity on endpoint web (0f): Error starting userland proxy: listen tcp4 0.0.0.0:80: bind: address already in use",
    code: "port-taken",
  },
  {
    status: 400,
    kind: "service",
    engineMessage:
      "rpc error: code = InvalidArgument desc = port '80' is already in use by service 'app' (0f) as an ingress port",
    code: "port-taken",
  },
  { status: 403, kind: "container", engineMessage: "Address already in use", code: "address-taken" },
  {
    status: 403,
    kind: "network",
    engineMessage: "Pool overlaps with other one on this address space",
    code: "address-taken",
  },
  {
    status: 400,
    kind: "container",
    engineMessage:
      'failed to create shim: OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "figlet": executable file not found in $PATH: unknown',
    code: "command-not-found",
  },
  {
    status: 400,
    kind: "container",
    engineMessage:
      'failed to create task for container: OCI runtime create failed: runc create failed: exec: "/x": stat /x: no such file or directory: unknown',
    code: "command-not-found",
  },
  {
    status: 500,
    kind: "image",
    engineMessage: "write /var/lib/docker/tmp/x: no space left on device",
    code: "no-space",
  },
  { status: 409, kind: "container", engineMessage: "Container web is already paused", code: "conflict" },
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

test.each(rows)(
  "$status to a call on a $kind: $engineMessage → $code",
  ({ status, kind = "container", engineMessage, code }) => {
    const error = refusalError({
      status,
      engineMessage: engineMessage,
      call: "POST /x",
      object: { kind, name: "web" },
      address: "unix:///x",
    });
    expect(error).toMatchObject({ code, call: "POST /x", address: "unix:///x", object: { kind, name: "web" } });
    expect(error.engineMessage).toBe(engineMessage || undefined);
    expect(error.status).toBe(status || undefined);
    expect(error.what).toMatch(/^[a-z]+ "web" .*[^.]$/);
    expect(error.remedy).toMatch(/^[A-Z].*\.$/);
    expect(detail(error.problems[0])).toContain("POST /x at unix:///x");
  },
);

test("each row of the table that says what it means is met by something that engines say", () => {
  const met = rows.map(
    (said) =>
      refusalError({ ...said, call: "", object: { kind: said.kind ?? "container", name: "web" }, address: "" }).remedy,
  );
  expect(refusals.filter((row) => row.code !== undefined && !met.includes(row.remedy))).toEqual([]);
});

test("a call that is about no object is told by its method and path", () => {
  const error = refusalError({
    status: 500,
    engineMessage: "",
    call: "GET /info",
    object: undefined,
    address: "unix:///x",
  });
  expect(error.what).toBe("GET /info failed on the engine");
});
