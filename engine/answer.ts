/**
 * A type of Docker's API specification as the engine really sends it: what the specification calls optional arrives
 * absent or, where Go held nil, as null; instants arrive as RFC 3339 text.
 */
export type Answer<T> = 0 extends 1 & T
  ? unknown
  : T extends Date
    ? string
    : T extends readonly (infer Item)[]
      ? Answer<Item>[]
      : T extends object
        ? { [Key in keyof T]: undefined extends T[Key] ? Answer<T[Key]> | null : Answer<T[Key]> }
        : T;

/** An answer of which every engine fills in the named members. */
export type Known<T, Key extends keyof T> = Answer<T> & { [Name in Key]-?: Answer<NonNullable<T[Name]>> };
