import type { HandledCall } from "./handlers";

/** By name alone: what the server needs to know of them before it loads what answers them. */
const handled: { readonly [Name in HandledCall]: true } = {
  GetMetadata: true,
  GetProviderSchema: true,
  GetResourceIdentitySchemas: true,
  GetFunctions: true,
  ValidateProviderConfig: true,
  ValidateResourceConfig: true,
  ValidateDataResourceConfig: true,
  ConfigureProvider: true,
  PlanResourceChange: true,
  ApplyResourceChange: true,
  UpgradeResourceState: true,
  MoveResourceState: true,
  UpgradeResourceIdentity: true,
  ReadResource: true,
  ImportResourceState: true,
  ReadDataSource: true,
  ValidateEphemeralResourceConfig: true,
  OpenEphemeralResource: true,
  RenewEphemeralResource: true,
  CloseEphemeralResource: true,
  CallFunction: true,
};

export const handledCalls = Object.keys(handled) as readonly HandledCall[];

/** Those whose answers are always the same: they are made when the provider is built, and kept as bytes beside it. */
export const keptCalls = ["GetProviderSchema", "GetResourceIdentitySchemas"] as const satisfies readonly HandledCall[];

/** File with the answer to such a call. */
export const keptFile = (call: HandledCall): string => `${call}.message`;
