import type { Encodable } from "../../protobuf";
import type { Identity } from "../../schema/resource";
import type { ObjectValue } from "../../schema/value";
import { decodeValue, encodeValue } from "./dynamic-value";
import type { DynamicValue, ResourceIdentityData, ResourceIdentitySchema } from "./values";

/** What an object of a type is known by, as Terraform is told it. */
export const identityMessage = ({ schema, version = 0 }: Identity): Encodable<typeof ResourceIdentitySchema> => ({
  version,
  identity_attributes: Object.entries(schema).flatMap(([name, field]) =>
    field.kind === "block"
      ? []
      : [
          {
            name,
            type: Buffer.from(JSON.stringify(field.type)),
            required_for_import: field.options.required ?? false,
            optional_for_import: field.options.optional ?? false,
            description: field.options.doc,
          },
        ],
  ),
});

type Data = { readonly identity_data: DynamicValue | undefined } | undefined;

/** Undefined where none is known, or the type has none. */
export const decodeIdentity = (identity: Identity | undefined, data: Data): ObjectValue | undefined =>
  identity && decodeValue(identity.schema, data?.identity_data);

export const encodeIdentity = (
  identity: Identity | undefined,
  value: ObjectValue | undefined,
): Encodable<typeof ResourceIdentityData> | undefined =>
  identity && value && { identity_data: encodeValue(identity.schema, value) };
