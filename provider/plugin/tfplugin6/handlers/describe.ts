import { schemaMessage } from "../schema-message";
import type { Handlers } from "./handler";

const server_capabilities = {
  plan_destroy: true,
  get_provider_schema_optional: true,
  move_resource_state: true,
};

const typeNames = (types: readonly { readonly type: string }[]) => types.map(({ type }) => ({ type_name: type }));

/** What the provider is. */
export const describe: Handlers<"GetMetadata" | "GetProviderSchema" | "GetFunctions" | "CallFunction"> = {
  GetMetadata: (_, { provider: { definition } }) => ({
    server_capabilities,
    resources: typeNames(definition.resources),
    data_sources: typeNames(definition.dataSources),
  }),

  GetProviderSchema: (_, { provider: { definition } }) => ({
    server_capabilities,
    provider: schemaMessage(definition),
    resource_schemas: definition.resources.map((resource) => [resource.type, schemaMessage(resource)] as const),
    data_source_schemas: definition.dataSources.map((source) => [source.type, schemaMessage(source)] as const),
  }),

  GetFunctions: () => ({}),

  CallFunction: ({ name }) => ({ error: { text: `this provider has no function ${name}` } }),
};
