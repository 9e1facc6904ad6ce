/** Attributes of Terraform resources that carry a key, `TYPE.PATH`. */
export interface Becomes {
  readonly becomes: string;
}

/** Carried out here: what it does. */
export interface Does {
  readonly does: string;
}

/** Warning: why, and what to do instead; otherwise for the values of `otherwise` that match. */
export interface Ignored {
  readonly ignored: string;
  readonly otherwise?: readonly (readonly [value: RegExp, ignored: string])[];
  /** The value that says what a swarm does anyway. @default false */
  readonly usual?: true;
}

/** Error: the change that helps. */
export interface Refused {
  readonly refused: string;
}

/** Where images are built: on a cluster that they can be pushed to. */
export interface WhereBuilt {
  readonly whereBuilt: Becomes | Does;
  readonly elsewhere: Ignored | Refused;
}

/** What becomes of a Compose key on a target; it holds for what stands under the key too, unless that has its own. */
export type Support = Becomes | Does | Ignored | Refused | WhereBuilt;

/** What becomes of a key, by target: a target more is a column more. */
export interface SupportByTarget {
  /** A swarm, as `docker stack deploy` has it. */
  readonly swarm: Support;
  /** One engine, as `docker compose up` has it. */
  readonly host: Support;
}

export type Target = keyof SupportByTarget;

/** Where a file is deployed to, as far as it changes what becomes of a key. */
export interface Deployment {
  readonly target: Target;
  /** Whether images are built. */
  readonly builds: boolean;
}
