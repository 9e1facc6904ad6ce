import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, Testing } from "cdktf";
import { own } from "../../foreign/own";
import { type StageName, stages } from "../../stacks";
import { makeTemporary } from "../../temporary";

/** A resource's arguments, as far as pictures go into them. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a stage declares, by type: of each type its resources in the order of their addresses. */
export class Declared {
  constructor(
    private readonly resources: Readonly<Record<string, Readonly<Record<string, Arguments>>>>,
    private readonly variables: Readonly<Record<string, { readonly default?: unknown }>> = {},
  ) {}

  /** @typeParam T what is read of each */
  all<T extends Arguments>(type: string): readonly (T & { readonly address: string })[] {
    return Object.entries(own(this.resources, type) ?? {}).map(([key, value]) => ({
      ...(value as T),
      address: `${type}.${key}`,
    }));
  }

  /** The default of the variable that a reference leads to, `${var.vote_replicas}`. */
  defaultOf(reference: string): unknown {
    const [, name = ""] = /\$\{var\.(\w+)\}/.exec(reference) ?? [];
    return own(this.variables, name)?.default;
  }

  /** The resource that a reference leads to, `${docker_image.alpine.name}`. */
  referred<T extends Arguments>(reference: string): (T & { readonly address: string }) | undefined {
    const [, type, key] = /\$\{(\w+)\.([\w-]+)\./.exec(reference) ?? [];
    return this.all<T>(type ?? "").find(({ address }) => address === `${type}.${key}`);
  }
}

/** What a stage declares where nothing is configured: no engine is asked, no bundle needed. */
export function declaredBy(name: StageName): Declared {
  const folder = makeTemporary();
  try {
    const bundle = { version: "0.0.0", zip: "provider.zip", source: "docker-stages.invalid/docker-stages/docker" };
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(bundle));
    writeFileSync(join(folder, bundle.zip), "");
    const app = new App({ outdir: join(folder, "out"), context: { providerBundle: folder } });
    const Stage = stages[name].stack();
    const { resource, variable } = JSON.parse(Testing.synth(new Stage(app))) as { resource: never; variable?: never };
    return new Declared(resource, variable);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
