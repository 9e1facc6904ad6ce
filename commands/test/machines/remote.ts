import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../../offline/command";
import { machinesCache } from "./cache";
import { onNetwork } from "./network";

/** What a command in a machine came to. */
export interface Answer {
  readonly exitCode: number;
  /** Standard output and standard error, as they came. */
  readonly printed: string;
}

/** The key that every machine lets in as root, made once. */
const keyFile = (): string => join(machinesCache(), "key");

/** Makes it. @returns the line of authorized_keys */
export async function makeKey(): Promise<string> {
  await mkdir(machinesCache(), { recursive: true });
  if (!existsSync(keyFile())) await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", keyFile()]);
  return run("ssh-keygen", ["-y", "-f", keyFile()]);
}

/** ssh's options that reach a machine: their keys are of no worth, and each disk has the same. */
export const sshOptions = (): string[] => [
  ...["-F", "none", "-i", keyFile(), "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none"],
  ...["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"],
  ...["-o", "BatchMode=yes", "-o", "ConnectTimeout=5", "-o", "ServerAliveInterval=15"],
];

/**
 * Runs a command of a shell in a machine, to its end.
 *
 * @param input what it reads @default - nothing
 * @param signal ends it, and fails
 */
export function runIn(
  address: string,
  command: string,
  { input, signal, user = "root" }: { input?: NodeJS.ReadableStream; signal?: AbortSignal; user?: string } = {},
): Promise<Answer> {
  const [program, ...args] = onNetwork(["ssh", ...sshOptions(), `${user}@${address}`, command]);
  return runHere(program, args, { input, signal });
}

/** The same for a program of this machine. */
export function runHere(
  program: string,
  args: readonly string[],
  options: { input?: NodeJS.ReadableStream; signal?: AbortSignal; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Answer> {
  const { input, signal, cwd, env } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], signal, cwd, env });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
      });
    // One that ends before it has read all is told by its exit code.
    child.stdin.on("error", () => {});
    if (input) input.pipe(child.stdin);
    else child.stdin.end();
    child.on("error", reject).on("close", (code) => resolve({ exitCode: code ?? -1, printed }));
  });
}
