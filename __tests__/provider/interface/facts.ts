/** What one attribute or block is, in the words of the community provider's table. */
export interface Facts {
  readonly value: string;
  readonly presence: string;
  readonly computed: boolean;
  /** Whether a change of it replaces the object, by itself or by the block that it is in. */
  readonly forceNew: boolean;
  readonly sensitive: boolean;
  readonly default: string;
  readonly max: number | undefined;
  readonly conflicts: readonly string[];
  readonly validated: boolean;
  readonly suppressed: boolean;
  /** Whether it is a member of a computed object, which has a value and nothing else. */
  readonly member?: true;
}

export interface Type {
  readonly version: number;
  readonly importable: boolean;
  readonly paths: ReadonlyMap<string, Facts>;
}
