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

  ValidateResourceConfig({ type_name, config }, { provider }) {
    const resource = provider.resource(type_name);
    return {
      diagnostics: validateConfig(resource, decodeValue(resource.schema, config) ?? {}).map(diagnosticMessage),
    };
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
