import type { RegistryAuth } from "./api-types";

/** `X-Registry-Auth` for one registry; no header without credentials. */
export function registryAuthHeader(auth: RegistryAuth | undefined): Record<string, string> {
  return auth ? { "X-Registry-Auth": encode(auth) } : {};
}

/** `X-Registry-Config`: credentials of each registry that a build may need, by host. */
export function registryConfigHeader(
  credentials: Readonly<Record<string, RegistryAuth>> | undefined,
): Record<string, string> {
  return credentials ? { "X-Registry-Config": encode(credentials) } : {};
}

function encode(value: unknown): string {
  // The engine wants base64url with padding (https://docs.docker.com/reference/api/engine/#section/Authentication).
  return Buffer.from(JSON.stringify(value)).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
}
