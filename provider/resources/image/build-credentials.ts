import type { RegistryAuth } from "../../../engine";
import { parseReference, registryHost, registryKey, tryParseReference } from "../../../registry";
import type { RegistryCredentials } from "../registry-credentials";
import type { Build } from "./build-query";

/** The build's own credentials, then the provider's. */
export function buildCredentials(
  own: Build["auth_config"],
  registries: RegistryCredentials,
): (host: string) => Promise<RegistryAuth | undefined> {
  return async (host) => {
    const registry = registryHost(host);
    const entry = own.find(({ host_name }) => registryHost(host_name) === registry);
    if (entry) return toAuth(entry);
    const reference = `${registry}/any`;
    // A host without dot or port is none to a reference.
    return parseReference(reference).domain === registry ? registries.for(reference) : undefined;
  };
}

/** By host, for those base images that need them: the classic builder is told before it asks. */
export async function credentialsFor(
  images: readonly string[],
  credentials: (host: string) => Promise<RegistryAuth | undefined>,
): Promise<Record<string, RegistryAuth>> {
  // What is no image's name is the engine's to refuse.
  const parsed = images.map(tryParseReference).flatMap((each) => ("complaint" in each ? [] : [each.domain]));
  const hosts = [...new Set(parsed)];
  const found = await Promise.all(hosts.map(async (host) => [registryKey(host), await credentials(host)] as const));
  return Object.fromEntries(found.flatMap(([host, auth]) => (auth ? [[host, auth]] : [])));
}

function toAuth({
  user_name,
  password,
  auth,
  server_address,
  identity_token,
  registry_token,
  host_name,
}: Build["auth_config"][number]) {
  const [username, secret] =
    auth && user_name === undefined ? split(Buffer.from(auth, "base64").toString()) : [user_name, password];
  return {
    username,
    password: secret,
    identitytoken: identity_token,
    registrytoken: registry_token,
    serveraddress: server_address ?? registryKey(registryHost(host_name)),
  };
}

const split = (text: string): [string, string] => {
  const colon = text.indexOf(":");
  return [text.slice(0, colon), text.slice(colon + 1)];
};
