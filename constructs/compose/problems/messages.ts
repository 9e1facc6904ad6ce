import { addressErrors } from "./address-messages";
import { engineErrors, engineWarnings } from "./engine-messages";
import { hostErrors, hostWarnings } from "./host-messages";
import { interpolateErrors, interpolateWarnings } from "./interpolate-messages";
import { mergeErrors } from "./merge-messages";
import { normalizeErrors, normalizeWarnings } from "./normalize-messages";
import { readErrors } from "./read-messages";
import { validateErrors, validateWarnings } from "./validate-messages";

export type { Text } from "./text";

const errors = {
  ...readErrors,
  ...interpolateErrors,
  ...mergeErrors,
  ...normalizeErrors,
  ...validateErrors,
  ...addressErrors,
  ...engineErrors,
  ...hostErrors,
};
const warnings = {
  ...interpolateWarnings,
  ...normalizeWarnings,
  ...validateWarnings,
  ...engineWarnings,
  ...hostWarnings,
};

/** Every message that the compiler can give, by code. Tests assert codes, people read messages. */
export const messages = { ...errors, ...warnings };

export type ErrorCode = keyof typeof errors;
export type WarningCode = keyof typeof warnings;
export type Code = ErrorCode | WarningCode;

export const warningCodes: ReadonlySet<Code> = new Set(Object.keys(warnings) as WarningCode[]);

/** What a message of this code must be told. */
export type Parameters<C extends Code> = (typeof messages)[C] extends (parameters: infer P) => unknown ? P : never;
