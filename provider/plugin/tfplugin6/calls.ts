import { bool, bytes, integer, map, message, optional, repeated, singular, string } from "../../protobuf";
import {
  AttributePath,
  ClientCapabilities,
  DynamicValue,
  diagnostics,
  FunctionSignature,
  ResourceIdentityData,
  ResourceIdentitySchema,
  Schema,
  ServerCapabilities,
  schemas,
  Timestamp,
} from "./values";

const TypeName = message({ type_name: singular(1, string) });
const RawState = message({ json: singular(1, bytes) });
const FunctionError = message({ text: singular(1, string), function_argument: optional(2, integer) });
const ImportedResource = message({
  type_name: singular(1, string),
  state: optional(2, DynamicValue),
  private: singular(3, bytes),
  identity: optional(4, ResourceIdentityData),
});

const validateType = {
  request: message({ type_name: singular(1, string), config: optional(2, DynamicValue) }),
  response: message({ diagnostics: diagnostics(1) }),
};

/**
 * Every call of `tfplugin6.Provider` that this server answers. Field numbers are the protocol's:
 * https://developer.hashicorp.com/terraform/plugin/terraform-plugin-protocol
 */
export const calls = {
  GetMetadata: {
    request: message({}),
    response: message({
      server_capabilities: optional(1, ServerCapabilities),
      diagnostics: diagnostics(2),
      data_sources: repeated(3, TypeName),
      resources: repeated(4, TypeName),
      functions: repeated(5, message({ name: singular(1, string) })),
      ephemeral_resources: repeated(6, TypeName),
    }),
  },
  GetProviderSchema: {
    request: message({}),
    response: message({
      provider: optional(1, Schema),
      resource_schemas: schemas(2),
      data_source_schemas: schemas(3),
      diagnostics: diagnostics(4),
      server_capabilities: optional(6, ServerCapabilities),
      functions: map(7, FunctionSignature),
      ephemeral_resource_schemas: schemas(8),
    }),
  },
  GetResourceIdentitySchemas: {
    request: message({}),
    response: message({ identity_schemas: map(1, ResourceIdentitySchema), diagnostics: diagnostics(2) }),
  },
  ValidateProviderConfig: {
    request: message({ config: optional(1, DynamicValue) }),
    response: message({ diagnostics: diagnostics(2) }),
  },
  ValidateResourceConfig: {
    ...validateType,
    request: message({
      type_name: singular(1, string),
      config: optional(2, DynamicValue),
      client_capabilities: optional(3, ClientCapabilities),
    }),
  },
  ValidateDataResourceConfig: validateType,
  ValidateEphemeralResourceConfig: validateType,
  UpgradeResourceState: {
    request: message({
      type_name: singular(1, string),
      version: singular(2, integer),
      raw_state: optional(3, RawState),
    }),
    response: message({ upgraded_state: optional(1, DynamicValue), diagnostics: diagnostics(2) }),
  },
  UpgradeResourceIdentity: {
    request: message({
      type_name: singular(1, string),
      version: singular(2, integer),
      raw_identity: optional(3, RawState),
    }),
    response: message({ upgraded_identity: optional(1, ResourceIdentityData), diagnostics: diagnostics(2) }),
  },
  ConfigureProvider: {
    request: message({ terraform_version: singular(1, string), config: optional(2, DynamicValue) }),
    response: message({ diagnostics: diagnostics(1) }),
  },
  ReadResource: {
    request: message({
      type_name: singular(1, string),
      current_state: optional(2, DynamicValue),
      private: singular(3, bytes),
      current_identity: optional(6, ResourceIdentityData),
    }),
    response: message({
      new_state: optional(1, DynamicValue),
      diagnostics: diagnostics(2),
      private: singular(3, bytes),
      new_identity: optional(5, ResourceIdentityData),
    }),
  },
  PlanResourceChange: {
    request: message({
      type_name: singular(1, string),
      prior_state: optional(2, DynamicValue),
      proposed_new_state: optional(3, DynamicValue),
      config: optional(4, DynamicValue),
      prior_private: singular(5, bytes),
      prior_identity: optional(8, ResourceIdentityData),
    }),
    response: message({
      planned_state: optional(1, DynamicValue),
      requires_replace: repeated(2, AttributePath),
      planned_private: singular(3, bytes),
      diagnostics: diagnostics(4),
      legacy_type_system: singular(5, bool),
      planned_identity: optional(7, ResourceIdentityData),
    }),
  },
  ApplyResourceChange: {
    request: message({
      type_name: singular(1, string),
      prior_state: optional(2, DynamicValue),
      planned_state: optional(3, DynamicValue),
      config: optional(4, DynamicValue),
      planned_private: singular(5, bytes),
      planned_identity: optional(7, ResourceIdentityData),
    }),
    response: message({
      new_state: optional(1, DynamicValue),
      private: singular(2, bytes),
      diagnostics: diagnostics(3),
      legacy_type_system: singular(4, bool),
      new_identity: optional(5, ResourceIdentityData),
    }),
  },
  ImportResourceState: {
    request: message({
      type_name: singular(1, string),
      id: singular(2, string),
      identity: optional(4, ResourceIdentityData),
    }),
    response: message({ imported_resources: repeated(1, ImportedResource), diagnostics: diagnostics(2) }),
  },
  MoveResourceState: {
    request: message({
      source_provider_address: singular(1, string),
      source_type_name: singular(2, string),
      source_schema_version: singular(3, integer),
      source_state: optional(4, RawState),
      target_type_name: singular(5, string),
      source_private: singular(6, bytes),
    }),
    response: message({
      target_state: optional(1, DynamicValue),
      diagnostics: diagnostics(2),
      target_private: singular(3, bytes),
    }),
  },
  ReadDataSource: {
    request: message({ type_name: singular(1, string), config: optional(2, DynamicValue) }),
    response: message({ state: optional(1, DynamicValue), diagnostics: diagnostics(2) }),
  },
  OpenEphemeralResource: {
    request: message({ type_name: singular(1, string), config: optional(2, DynamicValue) }),
    response: message({
      diagnostics: diagnostics(1),
      renew_at: optional(2, Timestamp),
      result: optional(3, DynamicValue),
      private: optional(4, bytes),
    }),
  },
  RenewEphemeralResource: {
    request: message({ type_name: singular(1, string), private: optional(2, bytes) }),
    response: message({
      diagnostics: diagnostics(1),
      renew_at: optional(2, Timestamp),
      private: optional(3, bytes),
    }),
  },
  CloseEphemeralResource: {
    request: message({ type_name: singular(1, string), private: optional(2, bytes) }),
    response: message({ diagnostics: diagnostics(1) }),
  },
  GetFunctions: {
    request: message({}),
    response: message({ functions: map(1, FunctionSignature), diagnostics: diagnostics(2) }),
  },
  CallFunction: {
    request: message({ name: singular(1, string), arguments: repeated(2, DynamicValue) }),
    response: message({ result: optional(1, DynamicValue), error: optional(2, FunctionError) }),
  },
  StopProvider: {
    request: message({}),
    response: message({ Error: singular(1, string) }),
  },
} as const;

export type CallName = keyof typeof calls;
