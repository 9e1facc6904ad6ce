import { resources } from ".";
import type { Leftover, NothingLeft } from "./leftover";

/** What a killed run leaves, those first that hold others: services before networks. */
export const leftovers: readonly (Leftover | NothingLeft)[] = resources.map(({ leftover }) => leftover);

/**
 * What is left of what a note is of; undefined for a type that this version does not know.
 *
 * @param noteType the resource's, and what its notes add to that: `docker_image, inherited`
 */
export function tryLeftover(noteType: string): Leftover | NothingLeft | undefined {
  const [noted] = noteType.split(", ");
  return resources.find(({ type }) => type === noted)?.leftover;
}
