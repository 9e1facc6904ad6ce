import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { type Credentials, CredentialsError, type Environment } from "./credentials";

/** Milliseconds that a helper is waited for: one that asks a person in a window never answers here. */
const PATIENCE = 30_000;
/** In place of a user name: the secret is a token. */
const TOKEN = "<token>";

/**
 * Asks `docker-credential-NAME` for the credentials of a registry; undefined where it has none.
 * Protocol: https://github.com/docker/docker-credential-helpers
 *
 * @param key the registry as `docker login` called it
 * @param environment where the helper is looked for and run in
 * @throws CredentialsError "helper-missing", "helper-failed"
 */
export async function askHelper(name: string, key: string, environment: Environment): Promise<Credentials | undefined> {
  const program = `docker-credential-${name}`;
  if (!/^[\w.-]+$/.test(name)) throw new CredentialsError("helper-failed", program, "that is no name of a helper");
  const { code, printed } = await run(program, key, environment);
  if (code !== 0) {
    if (/credentials not found/i.test(printed)) return undefined;
    throw new CredentialsError("helper-failed", program, printed.trim() || `exit code ${code}`);
  }
  return parse(program, printed);
}

function parse(program: string, printed: string): Credentials | undefined {
  try {
    const { Username: username, Secret: secret } = JSON.parse(printed) as { Username?: string; Secret?: string };
    if (!secret) return undefined;
    return username === TOKEN ? { identitytoken: secret } : { username, password: secret };
  } catch {
    // What it printed may hold the secret.
    throw new CredentialsError("helper-failed", program, "what it printed is not JSON");
  }
}

async function run(program: string, key: string, env: Environment): Promise<{ code: number; printed: string }> {
  const child = spawn(program, ["get"], {
    env,
    stdio: ["pipe", "pipe", "pipe"],
    signal: AbortSignal.timeout(PATIENCE),
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return reject(new CredentialsError("helper-missing", program));
      const reason = error.name === "AbortError" ? `no answer in ${PATIENCE / 1000} s` : error.message;
      return reject(new CredentialsError("helper-failed", program, reason));
    });
    child.on("close", (code) => resolve(code ?? -1));
  });
  // A helper that ends without reading says why on its own.
  child.stdin.on("error", () => {});
  child.stdin.end(key);
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, printed: out.trim() === "" ? err : out };
}
