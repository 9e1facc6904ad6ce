import {
  bool,
  bytes,
  type Decoded,
  type Encodable,
  embedded,
  integer,
  type Message,
  map,
  message,
  optional,
  repeated,
  singular,
  string,
} from "../../protobuf";

export const DynamicValue = message({ msgpack: singular(1, bytes), json: singular(2, bytes) });
export type DynamicValue = Decoded<typeof DynamicValue>;

const AttributePathStep = message({
  attribute_name: optional(1, string),
  element_key_string: optional(2, string),
  element_key_int: optional(3, integer),
});
export const AttributePath = message({ steps: repeated(1, AttributePathStep) });

/** Diagnostic.Severity */
export const SEVERITY = { error: 1, warning: 2 } as const;
export const Diagnostic = message({
  severity: singular(1, integer),
  summary: singular(2, string),
  detail: singular(3, string),
  attribute: optional(4, AttributePath),
});

/** StringKind */
export const MARKDOWN = 1;
const Attribute = message({
  name: singular(1, string),
  /** JSON. */
  type: singular(2, bytes),
  description: singular(3, string),
  required: singular(4, bool),
  optional: singular(5, bool),
  computed: singular(6, bool),
  sensitive: singular(7, bool),
  description_kind: singular(8, integer),
  deprecated: singular(9, bool),
  write_only: singular(11, bool),
});

/** Schema.NestedBlock.NestingMode */
export const NESTING = { single: 1, list: 2, set: 3, map: 4, group: 5 } as const;
// Blocks hold blocks; a type that names itself cannot be inferred.
interface BlockOut {
  version: number;
  attributes: Decoded<typeof Attribute>[];
  block_types: NestedBlockOut[];
  description: string;
  description_kind: number;
  deprecated: boolean;
}
interface NestedBlockOut {
  type_name: string;
  block: BlockOut | undefined;
  nesting: number;
  min_items: number;
  max_items: number;
}
export interface BlockIn extends Partial<Omit<BlockOut, "attributes" | "block_types">> {
  readonly attributes?: readonly Encodable<typeof Attribute>[];
  readonly block_types?: readonly NestedBlockIn[];
}
export interface NestedBlockIn extends Partial<Omit<NestedBlockOut, "block">> {
  readonly block?: BlockIn;
}
const NestedBlock: Message<NestedBlockOut, NestedBlockIn> = message({
  type_name: singular(1, string),
  block: optional(
    2,
    embedded((): Message<BlockOut, BlockIn> => Block),
  ),
  nesting: singular(3, integer),
  min_items: singular(4, integer),
  max_items: singular(5, integer),
});
const Block: Message<BlockOut, BlockIn> = message({
  version: singular(1, integer),
  attributes: repeated(2, Attribute),
  block_types: repeated(3, NestedBlock),
  description: singular(4, string),
  description_kind: singular(5, integer),
  deprecated: singular(6, bool),
});
export const Schema = message({ version: singular(1, integer), block: optional(2, Block) });

/** What Terraform can do, as it says with a call. */
export const ClientCapabilities = message({
  deferral_allowed: singular(1, bool),
  write_only_attributes_allowed: singular(2, bool),
});

export const ServerCapabilities = message({
  plan_destroy: singular(1, bool),
  get_provider_schema_optional: singular(2, bool),
  move_resource_state: singular(3, bool),
});

export const diagnostics = (number: number) => repeated(number, Diagnostic);
export const schemas = (number: number) => map(number, Schema);

export const ResourceIdentityData = message({ identity_data: optional(1, DynamicValue) });
export const ResourceIdentitySchema = message({
  version: singular(1, integer),
  identity_attributes: repeated(
    2,
    message({
      name: singular(1, string),
      /** JSON. */
      type: singular(2, bytes),
      required_for_import: singular(3, bool),
      optional_for_import: singular(4, bool),
      description: singular(5, string),
    }),
  ),
});

/** google.protobuf.Timestamp */
export const Timestamp = message({ seconds: singular(1, integer), nanos: singular(2, integer) });

const Parameter = message({
  name: singular(1, string),
  /** JSON. */
  type: singular(2, bytes),
  allow_null_value: singular(3, bool),
  allow_unknown_values: singular(4, bool),
  description: singular(5, string),
  description_kind: singular(6, integer),
});
export const FunctionSignature = message({
  parameters: repeated(1, Parameter),
  variadic_parameter: optional(2, Parameter),
  return: optional(3, message({ type: singular(1, bytes) })),
  summary: singular(4, string),
  description: singular(5, string),
  description_kind: singular(6, integer),
  deprecation_message: singular(7, string),
});
