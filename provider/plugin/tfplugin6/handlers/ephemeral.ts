import { closeEphemeral, openEphemeral, renewEphemeral, validateConfig } from "../../../schema/operations";
import { PrivateState } from "../../../schema/private-state";
import { diagnosticMessage } from "../diagnostic-message";
import { decodeValue, encodeValue } from "../dynamic-value";
import type { Handlers } from "./handler";

/** What is asked for in each run anew, and kept nowhere. */
export const ephemeral: Handlers<
  "ValidateEphemeralResourceConfig" | "OpenEphemeralResource" | "RenewEphemeralResource" | "CloseEphemeralResource"
> = {
  ValidateEphemeralResourceConfig({ type_name, config }, { provider }) {
    const resource = provider.ephemeralResource(type_name);
    return { diagnostics: validateConfig(resource, decodeValue(resource.schema, config) ?? {}).map(diagnosticMessage) };
  },

  async OpenEphemeralResource({ type_name, config }, { provider, signal }) {
    const resource = provider.ephemeralResource(type_name);
    const wanted = decodeValue(resource.schema, config) ?? {};
    const services = await provider.services(type_name, wanted);
    const opened = await openEphemeral(resource, { config: wanted, services, signal });
    return {
      result: opened.result && encodeValue(resource.schema, opened.result),
      renew_at: timestamp(opened.renewAt),
      private: opened.privateState.encode(),
      diagnostics: opened.diagnostics.map(diagnosticMessage),
    };
  },

  async RenewEphemeralResource({ type_name, private: kept }, { provider, signal }) {
    const resource = provider.ephemeralResource(type_name);
    const { renewAt, privateState, diagnostics } = await renewEphemeral(resource, { ...decoded(kept), signal });
    return {
      renew_at: timestamp(renewAt),
      private: privateState.encode(),
      diagnostics: diagnostics.map(diagnosticMessage),
    };
  },

  async CloseEphemeralResource({ type_name, private: kept }, { provider, signal }) {
    const resource = provider.ephemeralResource(type_name);
    const { diagnostics } = await closeEphemeral(resource, { ...decoded(kept), signal });
    return { diagnostics: diagnostics.map(diagnosticMessage) };
  },
};

const decoded = (kept: Uint8Array = new Uint8Array()) => ({ privateState: PrivateState.decode(kept) });

/** google.protobuf.Timestamp */
function timestamp(at: Date | undefined) {
  if (!at) return undefined;
  const seconds = Math.floor(at.getTime() / 1000);
  return { seconds, nanos: (at.getTime() - seconds * 1000) * 1e6 };
}
