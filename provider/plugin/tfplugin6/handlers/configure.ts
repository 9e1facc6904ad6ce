import { validateConfig } from "../../../schema/operations";
import { diagnosticMessage } from "../diagnostic-message";
import { decodeValue } from "../dynamic-value";
import type { Handlers } from "./handler";

/** What the user wrote: judged, and the provider block put in force. */
export const configure: Handlers<
  "ValidateProviderConfig" | "ValidateResourceConfig" | "ValidateDataResourceConfig" | "ConfigureProvider"
> = {
  ValidateProviderConfig: ({ config }, { provider }) => ({
    diagnostics: validateConfig(provider, decodeValue(provider.schema, config) ?? {}).map(diagnosticMessage),
  }),

  ValidateResourceConfig({ type_name, config, client_capabilities }, { provider }) {
    const resource = provider.resource(type_name);
    const client = { writeOnly: client_capabilities?.write_only_attributes_allowed ?? false };
    const wanted = decodeValue(resource.schema, config) ?? {};
    return { diagnostics: validateConfig(resource, wanted, client).map(diagnosticMessage) };
  },

  ValidateDataResourceConfig({ type_name, config }, { provider }) {
    const source = provider.dataSource(type_name);
    return { diagnostics: validateConfig(source, decodeValue(source.schema, config) ?? {}).map(diagnosticMessage) };
  },

  ConfigureProvider({ config }, { provider }) {
    provider.configure(decodeValue(provider.schema, config) ?? {});
    return {};
  },
};
