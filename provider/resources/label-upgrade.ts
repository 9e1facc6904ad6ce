type Raw = Record<string, unknown>;

/** Labels were a map in the community provider's first schemas; since then a block each. */
export const labelBlocksOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : Object.entries(value ?? {}).map(([label, text]) => ({ label, value: text }));

/** Of a type whose version 1 differs from 0 in its labels alone. */
export const labelUpgrade = {
  0: (state: Raw): Raw => ({ ...state, labels: labelBlocksOf(state["labels"]) }),
};
