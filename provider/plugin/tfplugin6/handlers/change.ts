import { applyChange, planChange } from "../../../schema/operations";
import { attributePath } from "../attribute-path";
import { diagnosticMessage } from "../diagnostic-message";
import { decodeValue, encodeValue } from "../dynamic-value";
import type { Handlers } from "./handler";

/** What is to be, and making it so. */
export const change: Handlers<"PlanResourceChange" | "ApplyResourceChange"> = {
  async PlanResourceChange({ type_name, prior_state, config, proposed_new_state }, { provider, signal }) {
    const resource = provider.resource(type_name);
    const prior = decodeValue(resource.schema, prior_state);
    // The configuration is sent for a destroy too; what tells one is that nothing is proposed.
    const wanted = decodeValue(resource.schema, proposed_new_state) && decodeValue(resource.schema, config);
    const services = resource.plan && wanted ? await provider.servicesIfKnown(type_name, wanted) : undefined;
    const { planned, replace, legacy, diagnostics } = await planChange(resource, {
      prior,
      config: wanted,
      services,
      signal,
    });
    return {
      planned_state: encodeValue(resource.schema, planned),
      requires_replace: replace.map(attributePath),
      legacy_type_system: legacy,
      diagnostics: diagnostics.map(diagnosticMessage),
    };
  },

  async ApplyResourceChange({ type_name, prior_state, planned_state, config }, { provider, signal }) {
    const resource = provider.resource(type_name);
    const prior = decodeValue(resource.schema, prior_state);
    const planned = decodeValue(resource.schema, planned_state);
    const services = await provider.services(type_name, planned ?? prior ?? {});
    const { state, legacy, diagnostics } = await applyChange(resource, {
      prior,
      planned,
      config: decodeValue(resource.schema, config),
      services,
      signal,
    });
    return {
      new_state: encodeValue(resource.schema, state),
      legacy_type_system: legacy,
      diagnostics: diagnostics.map(diagnosticMessage),
    };
  },
};
