import { parseAddress } from "../../../engine/address";
import { dialError } from "../../../engine/transports/dial-errors";

/** What ssh, shells, runtimes and docker print, word for word. */
const rows = [
  {
    words:
      "No ED25519 host key is known for h and you have requested strict checking.\r\nHost key verification failed.",
    exitCode: 255,
    code: "ssh-host-key",
  },
  { words: "@@@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @@@", exitCode: 255, code: "ssh-host-key" },
  { words: "me@h: Permission denied (publickey).", exitCode: 255, code: "ssh-unauthorized" },
  {
    words: "Received disconnect from h port 22:2: Too many authentication failures",
    exitCode: 255,
    code: "ssh-unauthorized",
  },
  { words: "ssh: Could not resolve hostname h: Name or service not known", exitCode: 255, code: "unknown-host" },
  { words: "ssh: connect to host h port 22: Connection refused", exitCode: 255, code: "refused" },
  { words: "ssh: connect to host h port 22: No route to host", exitCode: 255, code: "unreachable" },
  { words: "ssh: connect to host h port 22: Connection timed out", exitCode: 255, code: "unreachable" },
  { words: "kex_exchange_identification: something", exitCode: 255, code: "ssh-failed" },
  { words: "bash: line 1: docker: command not found", exitCode: 127, code: "docker-cli-missing" },
  { words: "sh: 1: docker: not found", exitCode: 127, code: "docker-cli-missing" },
  { words: "", exitCode: 126, code: "docker-cli-missing" },
  {
    words: "failed to open the raw stream connection: dial unix /var/run/docker.sock: connect: permission denied",
    exitCode: 1,
    code: "permission-denied",
  },
  {
    words:
      "failed to open the raw stream connection: dial unix /var/run/docker.sock: connect: no such file or directory",
    exitCode: 1,
    code: "refused",
  },
  { words: "dial unix /var/run/docker.sock: connect: connection refused", exitCode: 1, code: "refused" },
  {
    words: "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
    exitCode: 1,
    code: "refused",
  },
  { words: "unknown shorthand flag", exitCode: 125, code: "unreachable" },
  { words: "", exitCode: undefined, code: "unreachable" },
];

test.each(rows)("$exitCode $words is $code", ({ words, exitCode, code }) => {
  const error = dialError(parseAddress("ssh://h"), { engineMessage: words, exitCode, where: "ssh" });
  expect(error).toMatchObject({
    code,
    address: "ssh://h",
    what: expect.stringMatching(/^no Docker engine answers at ssh:\/\/h: .*[^.]$/),
    remedy: expect.stringMatching(/^[A-Z].*\.$/),
    engineMessage: words || (exitCode === undefined ? undefined : `exit code ${exitCode}`),
  });
});
