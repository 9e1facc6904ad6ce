import type { Inspected, Json } from "./inspected";

/** Differences on purpose: where, and why. */
export const onPurpose: readonly { readonly at: RegExp; readonly why: string }[] = [
  {
    at: /\/Config\/Attach(Stdout|Stderr)$/,
    why: "whether `docker compose up` listens to it: nobody does, and the engine has no other use for it",
  },
  {
    at: /\/Config\/Volumes$/,
    why: "docker_container tells the engine of the paths of all its volumes, as the community's provider does",
  },
  {
    at: /-ports-web-1\/HostConfig\/PortBindings\/80\/tcp$/,
    why: "a port of the engine's choice is asked for as port 0, which is the same to it",
  },
  {
    at: /\/Config\/StopTimeout$/,
    why: "docker_container takes 0 for the engine's default, 10 seconds, so that no grace is one second",
  },
  {
    at: /volumes-from[^/]*\/HostConfig\/VolumesFrom$/,
    why: "`docker compose` mounts what `:ro` says is read only so that it can be written",
  },
  {
    at: /mac-address-web-1\/Config\/MacAddress$/,
    why: "engines before API 1.44 take it in another place, where `docker compose` does not put it",
  },
];

/** `PATH: theirs, ours` of whatever is otherwise. */
export function differencesOf(theirs: Inspected, ours: Inspected): string[] {
  const found: string[] = [];
  const compare = (path: string, a: Json | undefined, b: Json | undefined): void => {
    if (JSON.stringify(a) === JSON.stringify(b) || onPurpose.some(({ at }) => at.test(path))) return;
    if (isMapping(a) && isMapping(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) compare(`${path}/${key}`, a[key], b[key]);
      return;
    }
    found.push(`${path}: ${JSON.stringify(a)}, ours ${JSON.stringify(b)}`);
  };
  compare("", theirs, ours);
  return found;
}

const isMapping = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
