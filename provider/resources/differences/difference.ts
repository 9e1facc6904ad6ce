/** What of a type's interface differs. Closed: each is held against the schema by a test. */
export type Aspect =
  /** Attribute or block that only this provider has. */
  | "added"
  /** Attribute or block, and what is below it, that only the community provider has. */
  | "absent"
  | "value"
  | "presence"
  | "computed"
  | "forceNew"
  | "sensitive"
  | "default"
  | "max"
  | "conflicts"
  | "validated"
  /** Spellings that the community provider takes for no change. */
  | "suppressed"
  /** What it does, which no schema shows. */
  | "meaning";

/** A deliberate difference from the community provider's interface at 3.6.2, whose names and meaning are kept elsewhere. */
export interface Difference {
  /** `docker_container`, `data.docker_logs`, or `provider`. */
  readonly type: string;
  /** `healthcheck.test` */
  readonly path: string;
  readonly aspect: Aspect;
  readonly why: string;
}

/** Rows of one type. */
export const rowsOf =
  (type: string) =>
  (aspect: Aspect, paths: readonly string[], why: string): Difference[] =>
    paths.map((path) => ({ type, path, aspect, why }));
