import { applyChange, identityOf, planChange } from "../../../schema/operations";
import { PrivateState } from "../../../schema/private-state";
import { attributePath, diagnosticMessage } from "../diagnostic-message";
import { decodeValue, encodeValue } from "../dynamic-value";
import { decodeIdentity, encodeIdentity } from "../identity-message";
import type { Handlers } from "./handler";

/** What is to be, and making it so. */
export const change: Handlers<"PlanResourceChange" | "ApplyResourceChange"> = {
  async PlanResourceChange(request, { provider, signal }) {
    const { type_name, prior_state, config, proposed_new_state } = request;
    const resource = provider.resource(type_name);
    const prior = decodeValue(resource.schema, prior_state);
    // The configuration is sent for a destroy too; what tells one is that nothing is proposed.
    const wanted = decodeValue(resource.schema, proposed_new_state) && decodeValue(resource.schema, config);
    const isNew = !prior && wanted && request.prior_private.length === 0;
    const kept = isNew ? provider.refreshed.keptOf(resource, wanted) : request.prior_private;
    const asks = wanted ? resource.plan : resource.planDestroy;
    const services = asks ? await provider.servicesIfKnown(type_name, wanted ?? prior ?? {}) : undefined;
    const { planned, replace, legacy, diagnostics } = await planChange(resource, {
      prior,
      config: wanted,
      privateState: PrivateState.decode(kept),
      services,
      signal,
    });
    return {
      planned_state: encodeValue(resource.schema, planned),
      planned_identity: planned && request.prior_identity,
      // Where it replaces the object, Terraform hands it on to the plan of the new one, and to the destroy of the old one.
      planned_private: kept,
      requires_replace: replace.map(attributePath),
      legacy_type_system: legacy,
      diagnostics: diagnostics.map(diagnosticMessage),
    };
  },

  async ApplyResourceChange(request, { provider, signal }) {
    const { type_name, prior_state, planned_state, config, planned_private } = request;
    const resource = provider.resource(type_name);
    const prior = decodeValue(resource.schema, prior_state);
    const planned = decodeValue(resource.schema, planned_state);
    const { identity } = resource;
    const before = prior && decodeIdentity(identity, request.planned_identity);
    const services = await provider.services(type_name, planned ?? prior ?? {});
    const { state, privateState, legacy, diagnostics } = await applyChange(resource, {
      prior,
      planned,
      config: decodeValue(resource.schema, config),
      privateState: PrivateState.decode(planned_private),
      services,
      signal,
    });
    return {
      new_state: encodeValue(resource.schema, state),
      private: privateState.encode(),
      new_identity: encodeIdentity(identity, identityOf(resource, state, before)),
      legacy_type_system: legacy,
      diagnostics: diagnostics.map(diagnosticMessage),
    };
  },
};
