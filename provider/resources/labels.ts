import { type Label, NONCE_LABEL, toLabelBlocks } from "../../formats/labels";
import { setOf, string } from "../schema";

const fields = {
  label: string({ required: true, doc: "Key." }),
  value: string({ required: true, doc: "Value." }),
} as const;

/** Labels as a set of blocks: `labels { label = "…" value = "…" }`. */
export const labelBlocks = (doc: string, options: { forceNew?: true; computed?: true } = {}) =>
  setOf(fields, { doc, ...options });

/** Labels that an object has though nobody asked for them: this provider's, and the engine's (28 and later). */
const ADDED: readonly string[] = [NONCE_LABEL, "com.docker.volume.anonymous"];

/** The labels that somebody asked for. */
export const askedLabels = (found: Record<string, string> | null | undefined) =>
  toLabelBlocks(found ?? {}).filter(({ label }) => !ADDED.includes(label));

/**
 * What of the engine's labels the state shows: those that were asked for, as they are now. On import all of them
 * that somebody asked for.
 */
export function observeLabels(
  found: Record<string, string> | null | undefined,
  asked: readonly Label[] | undefined,
  imported = false,
): { label: string; value: string }[] {
  const wanted = new Set(asked?.map(({ label }) => label));
  return askedLabels(found).filter(({ label }) => imported || wanted.has(label));
}
