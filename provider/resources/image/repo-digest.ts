import { repository, tryParseReference } from "../../../registry";

/**
 * The digest by which the registry knows the image, `NAME@sha256:…`: the one of the name's own repository;
 * empty where the image was neither pulled nor pushed under it.
 */
export function repoDigest(name: string, digests: readonly string[] | null | undefined): string {
  const wanted = repositoryOf(name);
  const [only, ...others] = digests ?? [];
  const own = digests?.find((digest) => repositoryOf(digest) === wanted);
  return own ?? (others.length === 0 ? (only ?? "") : "");
}

function repositoryOf(name: string): string | undefined {
  const parsed = tryParseReference(name);
  return "complaint" in parsed ? undefined : repository(parsed);
}
