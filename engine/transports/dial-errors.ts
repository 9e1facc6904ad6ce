import type { Address } from "../address";
import { EngineError, type EngineErrorCode } from "../errors";

/** What a process that should have carried a connection said when it ended. */
export interface DialFailure {
  /** What it printed as errors. */
  readonly engineMessage: string;
  /** Undefined where it was killed, or never ran. */
  readonly exitCode: number | undefined;
  /** What ran it, `ssh` or `container "node1"`. */
  readonly where: string;
}

interface Row {
  readonly pattern?: RegExp;
  readonly exitCodes?: readonly number[];
  readonly code: EngineErrorCode;
  readonly says: (where: string) => string;
  readonly remedy: string;
}

/** The first row that fits counts: of ssh, of the shell and runtime, of `docker system dial-stdio`. */
const rows: readonly Row[] = [
  {
    pattern: /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED|No \S+ host key is known/i,
    code: "ssh-host-key",
    says: () => "the host's key is not known, or not the one that is known",
    remedy: "Connect once by hand (`ssh HOST`) and check the key, or add it to known_hosts (`ssh-keyscan`).",
  },
  {
    pattern: /Permission denied \(|Too many authentication failures|no such identity/i,
    code: "ssh-unauthorized",
    says: () => "ssh was not let in",
    remedy: "Give a key that the host accepts: in ssh's agent or configuration, or by `ssh_opts` (`-i KEY`).",
  },
  {
    pattern: /Could not resolve hostname/i,
    code: "unknown-host",
    says: () => "the host is unknown",
    remedy: "Correct the host's name, give its IP address, or describe it in ssh's configuration.",
  },
  {
    pattern: /connect to (host|address) .*: Connection refused/i,
    code: "refused",
    says: () => "no ssh server listens there",
    remedy: "Start the ssh server, or correct the port.",
  },
  {
    pattern: /connect to (host|address) .*: |Connection timed out|banner exchange/i,
    code: "unreachable",
    says: () => "the host cannot be reached",
    remedy: "Check that the host is up and that no firewall is between.",
  },
  {
    pattern: /command not found|executable file not found|docker: not found|No such file or directory: (unknown|OCI)/i,
    code: "docker-cli-missing",
    says: (where) => `there is no \`docker\` program behind ${where}`,
    remedy: "Install the docker client there: its `docker system dial-stdio` carries the connection.",
  },
  {
    exitCodes: [126, 127],
    code: "docker-cli-missing",
    says: (where) => `the \`docker\` program behind ${where} cannot be run`,
    remedy: "Install the docker client there: its `docker system dial-stdio` carries the connection.",
  },
  {
    pattern: /connect: permission denied|permission denied while trying to connect/i,
    code: "permission-denied",
    says: (where) => `the user behind ${where} may not use the engine`,
    remedy: "Add that user to the group `docker` there.",
  },
  {
    pattern:
      /Cannot connect to the Docker daemon|connect: no such file or directory|connect: connection refused|no such host/i,
    code: "refused",
    says: (where) => `the engine behind ${where} does not run`,
    remedy: "Start the engine there, or wait until it has started; its log says why where it cannot.",
  },
  {
    exitCodes: [255],
    code: "ssh-failed",
    says: () => "ssh failed",
    remedy: "Correct what ssh's message names; `ssh -v HOST docker version` shows more.",
  },
];

const unforeseen: Row = {
  code: "unreachable",
  says: (where) => `the engine behind ${where} does not answer`,
  remedy: "Try `docker system dial-stdio` there by hand.",
};

export function dialError(address: Address, { engineMessage, exitCode, where }: DialFailure): EngineError {
  const row = rows.find((candidate) => fits(candidate, engineMessage, exitCode)) ?? unforeseen;
  return new EngineError({
    code: row.code,
    what: `no Docker engine answers at ${address.url}: ${row.says(where)}`,
    remedy: row.remedy,
    engineMessage: engineMessage.trim() || (exitCode === undefined ? undefined : `exit code ${exitCode}`),
    address: address.url,
  });
}

function fits({ pattern, exitCodes }: Row, message: string, exitCode: number | undefined): boolean {
  return (
    (pattern?.test(message) ?? true) && (exitCodes ? exitCode !== undefined && exitCodes.includes(exitCode) : true)
  );
}
