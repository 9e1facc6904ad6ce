import { readFile, stat } from "node:fs/promises";
import { parseSshEntry } from "../../../formats/ssh-entry";
import { agentBehind, agentOf, readSshKey, type SshAgent, SshKeyError } from "../../buildkit";
import { attributeError } from "../../schema";

export type Agents = Readonly<Record<string, () => Promise<SshAgent>>>;

/** The agents by their ids, having seen that each can be had. @throws DiagnosticError */
export async function sshAgents(texts: readonly string[] = []): Promise<Agents> {
  const agents: [string, () => Promise<SshAgent>][] = [];
  for (const { id, paths } of texts.map(parseSshEntry)) agents.push([id, await agentFor(id, paths)]);
  return Object.fromEntries(agents);
}

async function agentFor(id: string, paths: readonly string[]): Promise<() => Promise<SshAgent>> {
  const socket = paths.length === 0 ? process.env["SSH_AUTH_SOCK"] : await trySocket(paths);
  if (socket) return connected(id, socket);
  if (paths.length === 0)
    throw missing(id, "SSH_AUTH_SOCK is not set where Terraform runs", "start an agent, or name a key: `ID=KEYFILE`");
  const keys = await Promise.all(paths.map((path) => keyIn(id, path)));
  return async () => agentOf(keys);
}

async function connected(id: string, socket: string): Promise<() => Promise<SshAgent>> {
  const open = () => agentBehind(socket);
  try {
    (await open()).close();
  } catch (error) {
    throw missing(id, `the agent at ${socket} does not answer (${codeOf(error)})`, "start it, or name another one");
  }
  return open;
}

/** The path, where it alone is named and is a socket. */
async function trySocket([path, ...more]: readonly string[]): Promise<string | undefined> {
  if (path === undefined || more.length > 0) return undefined;
  const found = await stat(path).catch(() => undefined);
  return found?.isSocket() ? path : undefined;
}

async function keyIn(id: string, path: string) {
  try {
    return readSshKey(await readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof SshKeyError) throw missing(id, `the file ${path} ${error.message}`);
    throw missing(id, `the file ${path} cannot be read (${codeOf(error)})`, "correct its path");
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error as Error).message;

const missing = (id: string, what: string, change?: string) =>
  attributeError(["build"], `ssh "${id}" cannot be had`, change === undefined ? what : `${what}; ${change}`);
