import { EngineError } from "./errors";

/** The newest API version whose meaning this client knows (Docker Engine 28.2). */
export const newestKnown = "1.51";

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
    summary: `the engine at ${address} speaks API version ${engines}; at least ${oldestSpoken} is needed`,
    remedy: "Update the engine: Docker 19.03 was the first with that version.",
    address,
  });
}

/** Negative, zero or positive, like a sort's comparison: "1.9" is before "1.41". */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  return left.major - right.major || left.minor - right.minor;
}

function parts(version: string): { major: number; minor: number } {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return { major, minor };
}
