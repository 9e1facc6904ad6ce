import { like, whole } from "../../schema/validators";

/** Bits of permissions, whatever else a file's mode has: the engine's numbers have 32 bits, and nodes take what they know. */
export const fileMode = whole(0, { to: 0xffffffff });

/** A ratio as the community provider has it: a number from 0.0 to 1.0, in any of Go's decimal spellings. */
export const ratio = like(
  (text) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) && Number(text) >= 0 && Number(text) <= 1,
  "ratio",
  'a decimal number from "0.0" to "1.0"',
);
