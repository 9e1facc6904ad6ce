import type { RegistryAuth } from "../../engine";
import { logOf } from "../../log";
import {
  type Credentials,
  CredentialsError,
  credentialsIn,
  type Environment,
  parseConfigFile,
  passwordFor,
  readConfigFile,
  registryHost,
  registryKey,
  tryParseReference,
  userConfigFile,
} from "../../registry";
import type { RegistryCredentials } from "../resources/registry-credentials";
import { attributeError, type Config, type Planned, UNKNOWN, type Unknown } from "../schema";
import type { schema } from "./schema";
import { isKnown, unknownCredentials } from "./unknown";

type Entry = Config<typeof schema>["registry_auth"][number];
type Asked = Planned<typeof schema>["registry_auth"];

const log = logOf("docker.registry");

/**
 * Credentials of the provider block, registry by registry; of the user's own configuration file for those that it does
 * not name. Files are read and helpers asked when a registry is first used, once.
 */
export function registryCredentials(asked: Asked, environment: Environment): RegistryCredentials {
  const entries = asked === UNKNOWN ? [] : asked.filter(isAddressed);
  const areAll = asked !== UNKNOWN && entries.length === asked.length;
  const known = new Map<string, Promise<RegistryAuth | undefined>>();
  const find = async (host: string): Promise<RegistryAuth | undefined> => {
    const entry = entries.find(({ address }) => registryHost(address) === host);
    if (entry ? !isKnown(entry) : !areAll) throw unknownCredentials(host);
    const found = await (entry ? ofEntry(entry, host, environment) : ofUser(host, environment));
    return found && { ...found, serveraddress: registryKey(host) };
  };
  return {
    async for(reference) {
      const parsed = tryParseReference(reference);
      if ("complaint" in parsed) return undefined;
      const { domain } = parsed;
      const answer = known.get(domain) ?? find(domain);
      known.set(domain, answer);
      // A helper that failed is asked again: what was wrong with it can be put right.
      answer.catch(() => known.delete(domain));
      return answer;
    },
    isPlain(reference) {
      const parsed = tryParseReference(reference);
      if ("complaint" in parsed) return false;
      return entries.some(({ address }) => address.startsWith("http://") && registryHost(address) === parsed.domain);
    },
  };
}

/** One of which a plan knows the registry. */
const isAddressed = (entry: Exclude<Asked, Unknown>[number]): entry is Entry => typeof entry.address === "string";

/** @throws DiagnosticError where the credentials that are asked for cannot be had */
async function ofEntry(entry: Entry, host: string, environment: Environment): Promise<Credentials | undefined> {
  if (entry.auth_disabled) return undefined;
  const username = entry.username || environment["DOCKER_REGISTRY_USER"];
  const password = entry.password || environment["DOCKER_REGISTRY_PASS"];
  if (username) return { username, password: passwordFor(host, password ?? "") };
  const { config_file: file, config_file_content: content } = entry;
  try {
    if (content) return await credentialsIn(parseConfigFile(content, "config_file_content"), host, environment);
    if (file) return await credentialsIn(readConfigFile(file), host, environment);
    return await ofUser(host, environment);
  } catch (error) {
    if (!(error instanceof CredentialsError)) throw error;
    throw attributeError(["registry_auth"], `no credentials for the registry ${entry.address}`, error.message);
  }
}

/** Nobody asked for these: where they cannot be had, the registry is asked without. */
async function ofUser(host: string, environment: Environment): Promise<Credentials | undefined> {
  try {
    return await credentialsIn(readConfigFile(userConfigFile(environment)), host, environment);
  } catch (error) {
    if (!(error instanceof CredentialsError)) throw error;
    if (error.code !== "file-unreadable") log.warn?.(error.message, { registry: host });
    return undefined;
  }
}
