import type { Diagnostic } from "../../../schema/diagnostic";
import { DiagnosticError } from "../../../schema/diagnostic";
import { identityOf, importState, readDataSource, readState, upgradeState } from "../../../schema/operations";
import { PrivateState } from "../../../schema/private-state";
import type { AnyResource } from "../../../schema/resource";
import type { ObjectValue } from "../../../schema/value";
import { diagnosticMessage } from "../diagnostic-message";
import { decodeValue, encodeValue } from "../dynamic-value";
import { decodeIdentity, encodeIdentity } from "../identity-message";
import type { Handlers } from "./handler";

/** Kept beside an imported state until it was read: that read has nothing to go by but how to find the object. */
const IMPORTED = "imported";

/** What is. */
export const state: Handlers<
  | "UpgradeResourceState"
  | "UpgradeResourceIdentity"
  | "MoveResourceState"
  | "ReadResource"
  | "ImportResourceState"
  | "ReadDataSource"
> = {
  UpgradeResourceState({ type_name, version, raw_state }, { provider }) {
    const resource = provider.resource(type_name);
    const upgraded = upgradeState(resource, version, jsonOf(raw_state));
    return { upgraded_state: found(resource, upgraded), diagnostics: upgraded.diagnostics.map(diagnosticMessage) };
  },

  /** A `moved` block from another provider's type of the same name: its state is read as an old state of ours. */
  MoveResourceState(request, { provider }) {
    const { source_provider_address, source_type_name, target_type_name, source_schema_version } = request;
    const resource = provider.resource(target_type_name);
    if (source_type_name !== target_type_name) {
      const summary = `${source_type_name} of ${source_provider_address} cannot become ${target_type_name}`;
      const detail = "only a type of the same name can be moved here; import the object instead";
      throw new DiagnosticError([{ severity: "error", summary, detail }]);
    }
    const moved = upgradeState(resource, source_schema_version, jsonOf(request.source_state));
    return {
      target_state: found(resource, moved),
      target_private: request.source_private,
      diagnostics: moved.diagnostics.map(diagnosticMessage),
    };
  },

  /** There is one version of every identity as yet: what is written down is in this one's terms. */
  UpgradeResourceIdentity({ type_name, raw_identity }, { provider }) {
    const { identity } = provider.resource(type_name);
    const json = Buffer.from(raw_identity?.json ?? []);
    return {
      upgraded_identity: identity && {
        identity_data: encodeValue(identity.schema, decodeValue(identity.schema, { json, msgpack: new Uint8Array() })),
      },
    };
  },

  async ReadResource(request, { provider, signal }) {
    const { type_name, current_state, private: kept, current_identity } = request;
    const resource = provider.resource(type_name);
    const current = decodeValue(resource.schema, current_state);
    if (!current) return { new_state: current_state };
    const { identity } = resource;
    const services = await provider.services(type_name, current);
    const privateState = PrivateState.decode(kept);
    const imported = privateState.tryGet(IMPORTED) !== undefined;
    const read = await readState(resource, { state: current, imported, privateState, services, signal });
    const before = imported ? undefined : decodeIdentity(identity, current_identity);
    const failed = read.diagnostics.some(({ severity }) => severity === "error");
    if (!failed) privateState.remove(IMPORTED);
    if (read.state) provider.refreshed.note(resource, read.state, privateState.encode());
    return {
      new_state: encodeValue(resource.schema, read.state),
      new_identity: failed ? current_identity : encodeIdentity(identity, identityOf(resource, read.state, before)),
      private: privateState.encode(),
      diagnostics: read.diagnostics.map(diagnosticMessage),
    };
  },

  ImportResourceState({ type_name, id, identity: data }, { provider }) {
    const resource = provider.resource(type_name);
    const identity = decodeIdentity(resource.identity, data);
    const imported = importState(resource, identity ? { identity } : id);
    const privateState = PrivateState.empty();
    privateState.set(IMPORTED, "true");
    const resources = imported.state
      ? [
          {
            type_name,
            state: encodeValue(resource.schema, imported.state),
            private: privateState.encode(),
            identity: data,
          },
        ]
      : [];
    return { imported_resources: resources, diagnostics: imported.diagnostics.map(diagnosticMessage) };
  },

  async ReadDataSource({ type_name, config }, { provider, signal }) {
    const source = provider.dataSource(type_name);
    const wanted = decodeValue(source.schema, config) ?? {};
    const services = await provider.services(type_name, wanted);
    const read = await readDataSource(source, { config: wanted, services, signal });
    return {
      state: encodeValue(source.schema, read.state),
      diagnostics: read.diagnostics.map(diagnosticMessage),
    };
  },
};

const jsonOf = (raw: { readonly json: Uint8Array } | undefined): Uint8Array => raw?.json ?? new Uint8Array();

/** Nothing at all rather than a null object, which Terraform takes for a bug, where an error says why. */
const found = (resource: AnyResource, { state }: { state?: ObjectValue; diagnostics: readonly Diagnostic[] }) =>
  state && encodeValue(resource.schema, state);
