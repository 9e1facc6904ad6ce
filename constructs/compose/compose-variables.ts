import type { Lookup } from "./interpolate/template";

/** What a project is told by variables. */
export interface Told {
  readonly name?: string;
  readonly profiles?: readonly string[];
}

/**
 * What `docker compose` takes from the environment where it is told nothing else.
 * Source: withNamePrecedenceLoad and WithDefaultProfiles of compose-go, cli/options.go
 */
export function composeVariables(lookup: Lookup): Told {
  const profiles = lookup("COMPOSE_PROFILES") ?? "";
  return {
    name: lookup("COMPOSE_PROJECT_NAME") || undefined,
    profiles: profiles.split(",").map((profile) => profile.trim()),
  };
}
