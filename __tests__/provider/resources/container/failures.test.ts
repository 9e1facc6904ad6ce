import type { ContainerFault } from "../../../../engine";
import { refusalError } from "../../../../engine/refusals";
import { explained, failures } from "../../../../provider/resources/container/failures";
import { DiagnosticError } from "../../../../provider/schema";

const refusal = (words: string, status = 500) =>
  refusalError({
    ...{ engineMessage: words, status, call: "POST /containers/web/start", address: "unix:///var/run/docker.sock" },
    object: { kind: "container", name: "web" },
  });

/** Messages of engines, 20.10 to 29, each in full; with status 500 where none is named. */
const messages: readonly { code: ContainerFault; status?: number; words: string; says: string }[] = [
  {
    code: "image-absent",
    status: 404,
    words: "No such image: alpine:latest",
    says: 'the engine does not have the image "alpine:latest"',
  },
  {
    code: "image-absent",
    status: 404,
    words: `content digest sha256:${"0".repeat(64)}: not found`,
    says: "the engine does not have the image",
  },
  {
    code: "network-absent",
    status: 404,
    words: "network front not found",
    says: 'the engine does not have the network "front"',
  },
  {
    code: "network-absent",
    status: 404,
    words: "Error response from daemon: No such network: front",
    says: 'the engine does not have the network "front"',
  },
  {
    code: "port-taken",
    words:
      "driver failed programming external connectivity on endpoint web (f7f2): Bind for 0.0.0.0:8080 failed: port is already allocated",
    says: "port 0.0.0.0:8080 is in use",
  },
  {
    code: "port-taken",
    words:
      "driver failed programming external connectivity on endpoint web (f7f2): Error starting userland proxy: listen tcp4 127.0.0.1:80: bind: address already in use",
    says: "port 127.0.0.1:80 is in use",
  },
  {
    code: "port-taken",
    words:
      "failed to set up container networking: driver failed programming external connectivity on endpoint web (f7f2): failed to bind host port for 0.0.0.0:80:172.17.0.2:80/tcp: address already in use",
    says: "port 0.0.0.0:80 is in use",
  },
  {
    code: "port-taken",
    words:
      "failed to set up container networking: driver failed programming external connectivity on endpoint web (f7f2): failed to bind host port 127.0.0.1:80/tcp: address already in use",
    says: "port 127.0.0.1:80 is in use",
  },
  {
    code: "address-refused",
    words: "Address already in use",
    says: "the network cannot give the address or the alias",
  },
  {
    code: "address-refused",
    words: "user specified IP address is supported only when connecting to networks with user configured subnets",
    says: "the network cannot give the address or the alias",
  },
  {
    code: "address-refused",
    words: "network-scoped alias is supported only for containers in user defined networks",
    says: "the network cannot give the address or the alias",
  },
  {
    code: "address-refused",
    status: 400,
    words:
      "invalid config for network bridge: invalid endpoint settings:\nnetwork-scoped aliases are only supported for user-defined networks",
    says: "the network cannot give the address or the alias",
  },
  {
    code: "mount-source",
    words: 'invalid mount config for type "bind": bind source path does not exist: /no/such',
    says: "the engine's host does not have /no/such",
  },
  { code: "mount-twice", words: "Duplicate mount point: /data", says: "two mounts are on /data" },
  { code: "mount", words: 'invalid volume specification: "a b:/c:rw"', says: "the engine refuses a mount" },
  {
    code: "mount",
    words:
      'OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/x" to rootfs at "/y": create mountpoint for /y mount: no such file or directory',
    says: "the engine refuses a mount",
  },
  {
    code: "mount",
    words:
      'create a b: "a b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed',
    says: "the engine refuses a mount",
  },
  {
    code: "container-absent",
    status: 404,
    words: "No such container: db",
    says: 'the engine does not have the container "db"',
  },
  {
    code: "container-joined",
    words: "cannot join network namespace of a non running container: container db is created",
    says: 'the container "db" does not run',
  },
  {
    code: "container-joined",
    words: "cannot join network of a non running container: 4f2",
    says: 'the container "4f2" does not run',
  },
  {
    code: "gpus",
    words: 'could not select device driver "" with capabilities: [[gpu]]',
    says: "the engine has no driver for GPUs",
  },
  {
    code: "gpus",
    words: "failed to discover GPU vendor from CDI: no known GPU vendor found",
    says: "the engine has no driver for GPUs",
  },
  {
    code: "device",
    words: 'error gathering device information while adding custom device "/dev/kvm": no such file or directory',
    says: "the engine's host does not have the device /dev/kvm",
  },
  {
    code: "capabilities",
    words: 'invalid CapAdd: unknown capability: "CAP_NO_SUCH"',
    says: "the engine cannot give the capabilities",
  },
  {
    code: "capabilities",
    words:
      "OCI runtime create failed: runc create failed: unable to start container process: unable to apply caps: operation not permitted: unknown",
    says: "the engine cannot give the capabilities",
  },
  {
    code: "security-options",
    words: 'invalid --security-opt 2: "no-such"',
    says: "the engine refuses a security option",
  },
  {
    code: "security-options",
    words:
      "OCI runtime create failed: runc create failed: unable to start container process: error during container init: unable to apply apparmor profile: apparmor failed to apply profile: write /proc/self/attr/exec: no such file or directory: unknown",
    says: "the engine refuses a security option",
  },
  {
    code: "user",
    words: "unable to find user app: no matching entries in passwd file",
    says: 'the image does not have the user or group "app"',
  },
  {
    code: "command",
    words:
      'OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "nginx": executable file not found in $PATH: unknown',
    says: 'the container cannot run its command "nginx"',
  },
  {
    code: "command",
    words:
      'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/app": permission denied: unknown',
    says: 'the container cannot run its command "/app"',
  },
  {
    code: "command",
    words:
      "OCI runtime create failed: container_linux.go:380: starting container process caused: permission denied: unknown",
    says: "the container cannot run its command",
  },
  {
    code: "working-directory",
    words:
      'OCI runtime create failed: chdir to cwd ("/srv") set in config.json failed: no such file or directory: unknown',
    says: "the container has no folder /srv to run its command in",
  },
  {
    code: "cpu-set",
    words: "Requested CPUs are not available - requested 9, available: 0-1",
    says: "the engine's host does not have these CPUs",
  },
  {
    code: "cpus",
    words: "Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available",
    says: "the engine's host cannot give that much CPU",
  },
  { code: "memory", words: "Minimum memory limit allowed is 6MB", says: "the engine refuses the memory limits" },
  {
    code: "memory",
    words: "Minimum memoryswap limit should be larger than memory limit, see usage",
    says: "the engine refuses the memory limits",
  },
  { code: "runtime", words: "Unknown runtime specified kata", says: "the engine does not have the runtime" },
  { code: "runtime", words: "unknown or invalid runtime name: kata", says: "the engine does not have the runtime" },
  {
    code: "log-driver",
    words: 'error looking up logging plugin loki: plugin "loki" not found',
    says: "the engine does not have the log driver",
  },
  {
    code: "log-driver",
    words: "logger: no log driver named 'loki' is registered",
    says: "the engine does not have the log driver",
  },
  {
    code: "log-destination",
    words: "failed to initialize logging driver: dial tcp 127.0.0.1:1: connect: connection refused",
    says: "the log driver cannot begin",
  },
  {
    code: "log-options",
    words: "unknown log opt 'a' for json-file log driver",
    says: "the log driver refuses an option",
  },
  {
    code: "storage-options",
    words: "--storage-opt is supported only for overlay over xfs with 'pquota' mount option",
    says: "the storage driver refuses an option",
  },
  {
    code: "sysctls",
    words: 'OCI runtime create failed: sysctl "vm.swappiness" is not in a separate kernel namespace: unknown',
    says: "the engine refuses a kernel parameter",
  },
  { code: "ulimit", words: "wrong rlimit value: RLIMIT_NO_SUCH", says: "the engine refuses a limit of `ulimit`" },
  {
    code: "ulimit",
    words:
      "OCI runtime create failed: error setting rlimits for ready process: error setting rlimit type 7: operation not permitted: unknown",
    says: "the engine refuses a limit of `ulimit`",
  },
  {
    code: "read-only-upload",
    words: "container rootfs is marked read-only",
    says: "files cannot be put where the container may not write",
  },
  {
    code: "upload-over-folder",
    words: 'Error processing tar file(exit status 1): cannot overwrite directory "/opt" with non-directory "/"',
    says: "a file cannot be put in the place of the folder /opt",
  },
];

test.each(messages)("$code: $words", ({ code, status, words, says }) => {
  const { is, parts } = refusal(words, status).fault!;
  expect(is).toBe(code);
  expect(failures[is].says(...parts)).toBe(says);
});

test("every row is met by a message", () => {
  const met = new Set(messages.map(({ code }) => code));
  expect(Object.keys(failures).filter((fault) => !met.has(fault as ContainerFault))).toEqual([]);
});

test("the error stands at the attribute, with the engine's words, the call and what helps", () => {
  const { diagnostics } = explained("web", refusal("No such image: a:1", 404)) as DiagnosticError;
  expect(diagnostics).toEqual([
    {
      severity: "error",
      summary: 'container "web": the engine does not have the image "a:1"',
      detail: expect.stringMatching(
        /^No such image: a:1\nPOST \/containers\/web\/start at unix:.*\nAn id cannot be pulled: /,
      ),
      path: ["image"],
    },
  ]);
});

test.each([
  { name: "words that no row knows", thrown: refusal("the disk is on fire") },
  { name: "an error of another kind", thrown: new DiagnosticError([]) },
])("$name stay as they are", ({ thrown }) => {
  expect(explained("web", thrown)).toBe(thrown);
});
