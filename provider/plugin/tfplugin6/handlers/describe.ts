import { functionMessage } from "../function-message";
import { identityMessage } from "../identity-message";
import { schemaMessage } from "../schema-message";
import type { Handlers } from "./handler";

const server_capabilities = {
  plan_destroy: true,
  get_provider_schema_optional: true,
  move_resource_state: true,
};

const typeNames = (types: readonly { readonly type: string }[]) => types.map(({ type }) => ({ type_name: type }));

const schemasOf = (types: readonly (Parameters<typeof schemaMessage>[0] & { readonly type: string })[]) =>
  types.map((each) => [each.type, schemaMessage(each)] as const);

/** What the provider is. */
export const describe: Handlers<"GetMetadata" | "GetProviderSchema" | "GetResourceIdentitySchemas" | "GetFunctions"> = {
  GetMetadata: (_, { provider: { definition } }) => ({
    server_capabilities,
    resources: typeNames(definition.resources),
    data_sources: typeNames(definition.dataSources),
    ephemeral_resources: typeNames(definition.ephemeralResources ?? []),
    functions: definition.functions?.map(({ name }) => ({ name })),
  }),

  GetProviderSchema: (_, { provider: { definition, functions } }) => ({
    server_capabilities,
    provider: schemaMessage(definition),
    resource_schemas: schemasOf(definition.resources),
    data_source_schemas: schemasOf(definition.dataSources),
    ephemeral_resource_schemas: schemasOf(definition.ephemeralResources ?? []),
    functions: functions.map(functionMessage),
  }),

  GetResourceIdentitySchemas: (_, { provider: { definition } }) => ({
    identity_schemas: definition.resources.flatMap(({ type, identity }) =>
      identity ? [[type, identityMessage(identity)] as const] : [],
    ),
  }),

  GetFunctions: (_, { provider: { functions } }) => ({ functions: functions.map(functionMessage) }),
};
