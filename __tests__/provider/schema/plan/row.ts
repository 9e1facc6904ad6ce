import type { Fields, Value } from "../../../../provider/schema";

/** One rule of the planner: what was, what is asked, what must be planned. Each row also runs through the real Terraform. */
export interface Row {
  readonly name: string;
  readonly field: Fields[string];
  /** Undefined: there is no object yet. A record with the field otherwise. */
  readonly prior?: { readonly value: Value };
  readonly config: Value;
  readonly planned: Value;
  readonly replace?: boolean;
  readonly legacy?: boolean;
}
