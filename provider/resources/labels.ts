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

/** As the Engine API has them. */
export const toRecord = (labels: readonly Label[]): Record<string, string> =>
  Object.fromEntries(labels.map(({ label, value }) => [label, value]));

/**
 * What of the engine's labels the state shows: those that were asked for, as they are now. On import all of them,
 * but for the provider's own.
 */
export function observeLabels(
  found: Record<string, string> | null | undefined,
  asked: readonly Label[] | undefined,
  imported = false,
): Label[] {
  const there = Object.entries(found ?? {}).filter(([label]) => label !== NONCE_LABEL);
  const wanted = new Set(asked?.map(({ label }) => label));
  return there.filter(([label]) => imported || wanted.has(label)).map(([label, value]) => ({ label, value }));
}
