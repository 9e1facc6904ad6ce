import type { Fields } from "../../schema/block";
import { DiagnosticError } from "../../schema/diagnostic";
import type { AnyEphemeralResource } from "../../schema/ephemeral-resource";
import type { AnyFunction } from "../../schema/function";
import type { Configured, Provider } from "../../schema/provider";
import type { AnyDataSource, AnyResource } from "../../schema/resource";
import { hasUnknown, type ObjectValue } from "../../schema/value";
import { tellingBugs } from "./bugs";
import { RefreshedObjects } from "./refreshed-objects";

/** The provider with the one configuration that this process has. */
export class ServedProvider {
  private readonly resources: ReadonlyMap<string, AnyResource>;
  private readonly dataSources: ReadonlyMap<string, AnyDataSource>;
  private readonly ephemeralResources: ReadonlyMap<string, AnyEphemeralResource>;
  readonly refreshed = new RefreshedObjects();
  private configured: Configured | undefined;
  /** Whether the configuration waits for values that an apply will give. */
  private partlyUnknown = false;

  constructor(readonly definition: Provider) {
    this.resources = new Map(definition.resources.map((resource) => [resource.type, tellingBugs(resource)]));
    this.dataSources = new Map(definition.dataSources.map((source) => [source.type, tellingBugs(source)]));
    this.ephemeralResources = new Map(
      (definition.ephemeralResources ?? []).map((each) => [each.type, tellingBugs(each)]),
    );
  }

  resource(type: string): AnyResource {
    return known(this.resources, type, "resource");
  }

  dataSource(type: string): AnyDataSource {
    return known(this.dataSources, type, "data source");
  }

  ephemeralResource(type: string): AnyEphemeralResource {
    return known(this.ephemeralResources, type, "ephemeral resource");
  }

  get functions(): readonly AnyFunction[] {
    return this.definition.functions ?? [];
  }

  get schema(): Fields {
    return this.definition.schema;
  }

  configure(config: ObjectValue): void {
    this.configured?.close();
    this.configured = this.definition.configure(config);
    this.partlyUnknown = hasUnknown(config);
  }

  /** What the calls of an object with these values are given. */
  async services(type: string, values: ObjectValue): Promise<unknown> {
    if (!this.configured) throw new DiagnosticError([NOT_CONFIGURED]);
    return this.configured.services(type, values);
  }

  /** The same while planning: undefined where they hang on values that are not known yet. */
  async servicesIfKnown(type: string, values: ObjectValue): Promise<unknown> {
    try {
      return await this.services(type, values);
    } catch (thrown) {
      if (this.partlyUnknown || hasUnknown(values)) return undefined;
      throw thrown;
    }
  }

  close(): void {
    this.configured?.close();
    this.configured = undefined;
  }
}

const NOT_CONFIGURED = {
  severity: "error",
  summary: "the provider is not configured",
  detail: "its configuration failed before this call; see the first error",
} as const;

function known<T>(types: ReadonlyMap<string, T>, type: string, what: string): T {
  const found = types.get(type);
  if (found) return found;
  const summary = `this provider has no ${what} ${type}`;
  const detail = `it has ${[...types.keys()].sort().join(", ") || "none"}; run \`terraform init\` if its version changed`;
  throw new DiagnosticError([{ severity: "error", summary, detail }]);
}
