import { setOf, string } from "../schema";
import { NONCE_LABEL } from "./nonce";

/** On every object of a stack. Source: https://docs.docker.com/reference/cli/docker/stack/deploy/ */
export const STACK_LABEL = "com.docker.stack.namespace";

const fields = {
  label: string({ required: true, doc: "Key." }),
  value: string({ required: true, doc: "Value." }),
} as const;

type Label = { label: string; value: string };

/** Labels as a set of blocks: `labels { label = "…" value = "…" }`. */
export const labelBlocks = (doc: string, options: { forceNew?: true; computed?: true } = {}) =>
  setOf(fields, { doc, ...options });

/** Labels that an object has though nobody asked for them: this provider's, and the engine's (28 and later). */
const ADDED: readonly string[] = [NONCE_LABEL, "com.docker.volume.anonymous"];

/** The labels that somebody asked for. */
export const askedLabels = (found: Record<string, string> | null | undefined): Label[] =>
  Object.entries(found ?? {})
    .filter(([label]) => !ADDED.includes(label))
    .map(([label, value]) => ({ label, value }));

/** As the Engine API has them. */
export const toRecord = (labels: readonly Label[]): Record<string, string> =>
  Object.fromEntries(labels.map(({ label, value }) => [label, value]));

/**
 * What of the engine's labels the state shows: those that were asked for, as they are now. On import all of them
 * that somebody asked for.
 */
export function observeLabels(
  found: Record<string, string> | null | undefined,
  asked: readonly Label[] | undefined,
  imported = false,
): Label[] {
  const wanted = new Set(asked?.map(({ label }) => label));
  return askedLabels(found).filter(({ label }) => imported || wanted.has(label));
}
