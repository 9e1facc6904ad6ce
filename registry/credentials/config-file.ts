import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { registryHost, registryKey } from "../host";
import { type Credentials, CredentialsError, type Environment } from "./credentials";
import { askHelper } from "./helper";

/** What of a Docker configuration file is about registries (https://docs.docker.com/reference/cli/docker/#configuration-files). */
export interface ConfigFile {
  readonly auths?: Readonly<Record<string, AuthEntry | null>>;
  readonly credsStore?: string;
  readonly credHelpers?: Readonly<Record<string, string>>;
}

interface AuthEntry {
  /** User name and password, a colon between, in base64. */
  readonly auth?: string;
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
}

/** Path of the user's own file. */
export function userConfigFile(environment: Environment): string {
  const configured = environment["DOCKER_CONFIG"];
  if (!configured) return join(homedir(), ".docker", "config.json");
  // To Docker it is a folder; the community provider takes it for the file.
  return statSync(configured, { throwIfNoEntry: false })?.isFile() ? configured : join(configured, "config.json");
}

/** @throws CredentialsError "file-unreadable", "file-malformed" */
export function readConfigFile(file: string): ConfigFile {
  const path = file.replace(/^~(?=\/|$)/, homedir());
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch (error) {
    throw new CredentialsError("file-unreadable", path, (error as NodeJS.ErrnoException).code);
  }
  return parseConfigFile(content, path);
}

/** @param what is read, for the error. @throws CredentialsError "file-malformed" */
export function parseConfigFile(content: string, what: string): ConfigFile {
  try {
    const parsed: unknown = content.trim() === "" ? {} : JSON.parse(content);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // What it says may hold secrets: the message does not show it.
  }
  throw new CredentialsError("file-malformed", what, "it is not a JSON object");
}

/**
 * The credentials that a configuration file has for a registry: of its own helper, of the store for all, or its own.
 *
 * @throws CredentialsError
 */
export async function credentialsIn(
  config: ConfigFile,
  host: string,
  environment: Environment,
): Promise<Credentials | undefined> {
  const own = byHost(config.auths, host);
  const [, helper = config.credsStore] = byHost(config.credHelpers, host) ?? [];
  const stored = helper ? await askHelper(helper, own?.[0] ?? registryKey(host), environment) : undefined;
  return stored ?? decode(own?.[1]);
}

function decode(entry: AuthEntry | null | undefined): Credentials | undefined {
  if (!entry) return undefined;
  const { auth, identitytoken } = entry;
  const [, user, secret] = /^([^:]*):(.*)$/s.exec(auth ? Buffer.from(auth, "base64").toString() : "") ?? [];
  // Docker itself writes a NUL behind the password in some versions.
  const { username = user, password = secret?.replace(/(?<!\0)\0+$/, "") } = entry;
  if (identitytoken) return { username, identitytoken };
  return username === undefined && password === undefined ? undefined : { username, password };
}

function byHost<T>(
  entries: Readonly<Record<string, T>> | undefined,
  host: string,
): [key: string, value: T] | undefined {
  return Object.entries(entries ?? {}).find(([key]) => registryHost(key) === host);
}
