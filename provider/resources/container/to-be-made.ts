import type { Engine } from "../../../engine";

/**
 * Containers that the plan makes, by engine and name: what refers to one by its name, and is of its id, gets to do with a
 * new one. Terraform plans it before whatever refers to it.
 */
const toBeMade = new Set<string>();
const keyOf = (engine: Engine | undefined, name: string) => `${engine?.url} ${name}`;

export const noteToBeMade = (engine: Engine | undefined, name: string): void => void toBeMade.add(keyOf(engine, name));

export const isToBeMade = (engine: Engine | undefined, name: string): boolean => toBeMade.has(keyOf(engine, name));

/** The container is made by now: a plan after this begins anew. */
export const settleToBeMade = (engine: Engine, name: string): void => void toBeMade.delete(keyOf(engine, name));
