import { EngineError } from "./errors";

/** The newest API version whose meaning this client knows (Moby 2.0, of which Docker Engine 29 is made). */
export const newestKnown = "1.56";

/** The oldest that it still speaks (Docker Engine 19.03). */
export const oldestSpoken = "1.40";

/**
 * The version that both sides speak.
 *
 * @throws EngineError "version-too-old"
 */
export function negotiate(engines: string, address: string): string {
  if (compareVersions(engines, oldestSpoken) >= 0)
    return compareVersions(engines, newestKnown) < 0 ? engines : newestKnown;
  throw new EngineError({
    code: "version-too-old",
    what: `the engine at ${address} speaks API version ${engines}; at least ${oldestSpoken} is needed`,
    remedy: "Update the engine: Docker 19.03 was the first with that version.",
    address,
  });
}

/**
 * Nothing is to be said where the client's newest is among the engine's versions.
 *
 * @param least that the engine still speaks
 * @throws EngineError "client-too-old"
 */
export function assertSpoken({ least, newest }: { least: string; newest: string }, address: string): void {
  if (compareVersions(least, newestKnown) <= 0) return;
  throw new EngineError({
    code: "client-too-old",
    what: `the engine at ${address} speaks API versions ${least} to ${newest}; this provider speaks ${newestKnown} at most`,
    remedy: `Use a newer version of this provider, or let the engine speak older versions: \`DOCKER_MIN_API_VERSION=${newestKnown}\` in the environment of dockerd lowers its floor.`,
    address,
  });
}

export const isVersion = (text: string): boolean => /^\d+\.\d+$/.test(text);

/** Negative, zero or positive, like a sort's comparison: "1.9" is before "1.41". */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  return left.major - right.major || left.minor - right.minor;
}

function parts(version: string): { major: number; minor: number } {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return { major, minor };
}
