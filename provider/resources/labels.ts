import { NONCE_LABEL, toLabelBlocks } from "../../formats/labels";
import { setOf, string } from "../schema";

const fields = {
  label: string({ required: true, doc: "Key." }),
  value: string({ required: true, doc: "Value." }),
} as const;

/** Labels as a set of blocks: `labels { label = "…" value = "…" }`. Those that nobody asked for are not shown. */
export const labelBlocks = (doc: string, options: { forceNew?: true; computed?: true } = {}) =>
  setOf(fields, { doc, adds: true, key: ["label"], ...options });

/** The same of what a specification says is to be made: nobody adds to it by himself. */
export const specifiedLabels = (doc: string) => setOf(fields, { doc, key: ["label"] });

/** Labels that an object has though nobody asked for them: this provider's, and the engine's (28 and later). */
const ADDED: readonly string[] = [NONCE_LABEL, "com.docker.volume.anonymous"];

/** The labels that somebody asked for. */
export const askedLabels = (found: Record<string, string> | null | undefined) =>
  toLabelBlocks(found ?? {}).filter(({ label }) => !ADDED.includes(label));
