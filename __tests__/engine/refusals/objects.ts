import type { Row } from "./row";

/** Of containers, networks, volumes and images: what engines from 20.10 to 29 say. */
export const objectRows: readonly Row[] = [
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
  { status: 404, kind: "network", engineMessage: 'plugin "nope" not found', code: "dependency-absent" },
  {
    status: 404,
    kind: "volume",
    engineMessage: 'create web: error looking up volume plugin nope: plugin "nope" not found',
    code: "dependency-absent",
  },
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
  // `docker network create` until it is refused: seen on 20.10; on later engines as public reports have it.
  {
    status: 404,
    kind: "network",
    engineMessage:
      "could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network",
    code: "addresses-used-up",
  },
  {
    status: 400,
    kind: "network",
    engineMessage: "all predefined address pools have been fully subnetted",
    code: "addresses-used-up",
  },
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
];
