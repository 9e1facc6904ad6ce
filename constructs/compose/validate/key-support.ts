/** What becomes of a Compose key on a swarm; it holds for what stands under the key too, unless that has its own. */
export type KeySupport =
  /** Attributes of Terraform resources that carry it, `TYPE.PATH`. */
  | { readonly becomes: string }
  /** Carried out here: what it does. */
  | { readonly does: string }
  /** Warning: why, and what to do instead; otherwise for the values of `otherwise` that match. */
  | {
      readonly ignored: string;
      readonly otherwise?: readonly (readonly [value: RegExp, ignored: string])[];
      /** The value that says what a swarm does anyway. @default false */
      readonly usual?: true;
    }
  /** Error: the change that helps. */
  | { readonly refused: string };

export type KeySupportTable = Readonly<Record<string, KeySupport>>;
