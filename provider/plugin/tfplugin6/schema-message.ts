import type { Encodable } from "../../protobuf";
import type { AnyAttribute } from "../../schema/attribute";
import type { Block, Fields } from "../../schema/block";
import { type BlockIn, MARKDOWN, NESTING, type NestedBlockIn, type Schema } from "./values";

/** The schema of a type, as Terraform is told it. */
export const schemaMessage = (type: {
  readonly schema: Fields;
  readonly doc: string;
  readonly version?: number;
}): Encodable<typeof Schema> => ({
  version: type.version ?? 0,
  block: { ...blockMessage(type.schema), ...markdown(type.doc) },
});

/** Terraform's own code generators go by name; so does the order here. */
function blockMessage(fields: Fields): BlockIn {
  const byName = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    attributes: byName.flatMap(([name, field]) => (field.kind === "attribute" ? [attributeMessage(name, field)] : [])),
    block_types: byName.flatMap(([name, field]) => (field.kind === "block" ? [nestedBlockMessage(name, field)] : [])),
  };
}

function attributeMessage(name: string, { type, options }: AnyAttribute) {
  const hasDefault = options.default !== undefined;
  return {
    name,
    type: Buffer.from(JSON.stringify(type)),
    required: options.required ?? false,
    // Only a computed attribute may be planned as something that the configuration does not say: the default.
    optional: options.optional ?? hasDefault,
    computed: options.computed ?? hasDefault,
    sensitive: options.sensitive ?? false,
    deprecated: options.deprecated !== undefined,
    write_only: options.writeOnly ?? false,
    ...markdown(described(options.doc, options.deprecated)),
  };
}

function nestedBlockMessage(name: string, { nesting, fields, options }: Block): NestedBlockIn {
  return {
    type_name: name,
    nesting: NESTING[nesting],
    min_items: options.min ?? 0,
    max_items: options.max ?? 0,
    block: {
      ...blockMessage(fields),
      ...markdown(described(options.doc, options.deprecated)),
      deprecated: options.deprecated !== undefined,
    },
  };
}

const markdown = (description: string) => ({ description, description_kind: MARKDOWN });

/** The protocol has a flag for what is deprecated, and no room for what to use instead. */
const described = (doc: string, deprecated: string | undefined): string =>
  deprecated === undefined ? doc : `${doc}\n\n**Deprecated**: ${deprecated}`;
