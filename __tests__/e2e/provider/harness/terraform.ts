import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipName } from "../../../../provider/build/zip-name";
import { environment } from "./environment";
import { type Outcome, outcomeOf } from "./output";
import { Running } from "./running";
import type { TestProvider } from "./test-provider";

type Json = { readonly [name: string]: unknown };

/** A resource in state. */
export interface StateResource {
  /** `test_thing.a` */
  readonly address: string;
  readonly values: Json;
  readonly tainted: boolean;
}

/** What a plan does to one resource: https://developer.hashicorp.com/terraform/internals/json-format */
export interface PlannedChange {
  readonly address: string;
  /** `["create"]`, `["delete", "create"]`, `["no-op"]`, … */
  readonly actions: readonly string[];
  readonly before: Json | null;
  readonly after: Json | null;
  /** `true` in place of every value that is unknown. */
  readonly afterUnknown: Json;
  readonly replacePaths: readonly (readonly (string | number)[])[];
}

/**
 * The real Terraform in a temporary folder of its own, with one provider and no settings of the user's.
 *
 * ```ts
 * const provider = buildThingProvider();                       // once per test file
 * const terraform = await terraformWith(provider, `resource "test_thing" "a" { name = "a" }`);
 * const { changes, errors } = await terraform.apply();         // every command: exit code, diagnostics, counts
 * terraform.write(`resource "test_thing" "a" { name = "b" }`); // no second init needed
 * const [planned] = await terraform.plan();                    // before, after, unknowns, replacements
 * terraform.state();                                           // what is in terraform.tfstate
 * terraform.putState([{ type: "test_thing", name: "a", attributes: { … } }]); // a state that no apply made
 * terraform.env["TF_LOG_PROVIDER"] = "debug";                  // for every command from now on
 * const running = terraform.start("apply");                    // to send it signals
 * terraform.remove();
 * ```
 *
 * Many cases are cheap in one: give each a resource of its own, and one `init`, `plan` and `apply` serve all.
 */
export class Terraform {
  /** Added to the environment of every command. */
  readonly env: { [name: string]: string } = {};

  constructor(
    readonly folder: string,
    private readonly provider: TestProvider,
  ) {}

  /** Replaces the configuration; `required_providers` is added to it. */
  write(hcl: string): void {
    const { source, version } = this.provider.manifest;
    const required = `terraform {\n  required_providers {\n    ${this.provider.type} = {\n      source  = "${source}"\n      version = "${version}"\n    }\n  }\n}\n`;
    writeFileSync(join(this.folder, "main.tf"), `${required}\n${hcl}\n`);
  }

  /** Runs one command to its end. `args` go after those that each command is given. */
  async run(command: keyof typeof ARGUMENTS, ...args: readonly string[]): Promise<Outcome> {
    return outcomeOf(await this.start(command, ...args).ended);
  }

  apply = (...args: readonly string[]): Promise<Outcome> => this.run("apply", ...args);
  destroy = (...args: readonly string[]): Promise<Outcome> => this.run("destroy", ...args);
  validate = (): Promise<Outcome> => this.run("validate");

  /** Plans, and reads the plan. Rejects with what Terraform printed where it cannot plan. */
  async plan(...args: readonly string[]): Promise<readonly PlannedChange[]> {
    const planned = await this.run("plan", ...args);
    if (planned.code !== 0) throw new Error(planned.text);
    return this.planned();
  }

  /** Plans, and reads what the plan changes. A plan that changes nothing is not read, which saves a start of the provider. */
  async changes(): Promise<readonly PlannedChange[]> {
    const planned = await this.run("plan", "-detailed-exitcode");
    if (planned.code === 0) return [];
    if (planned.code !== 2) throw new Error(planned.text);
    return (await this.planned()).filter(({ actions }) => actions[0] !== "no-op");
  }

  private async planned(): Promise<readonly PlannedChange[]> {
    const shown = await this.start("show").ended;
    const { resource_changes = [] } = JSON.parse(shown.stdout) as { resource_changes?: readonly RawChange[] };
    return resource_changes.map(({ address, change }) => ({
      address,
      actions: change.actions,
      before: change.before,
      after: change.after,
      afterUnknown: change.after_unknown,
      replacePaths: change.replace_paths ?? [],
    }));
  }

  /** Starts a command, as the leader of a process group, so that it can be sent signals. */
  start(command: keyof typeof ARGUMENTS, ...args: readonly string[]): Running {
    return new Running("terraform", [...ARGUMENTS[command], ...args], {
      cwd: this.folder,
      env: { ...environment(), ...this.env },
    });
  }

  /** What is in state; nothing where there is none. */
  state(): readonly StateResource[] {
    const file = join(this.folder, "terraform.tfstate");
    if (!existsSync(file)) return [];
    const { resources } = JSON.parse(readFileSync(file, "utf8")) as { resources: readonly RawResource[] };
    return resources.flatMap(({ type, name, instances }) =>
      instances.map(({ attributes, status }) => ({
        address: `${type}.${name}`,
        values: attributes,
        tainted: status === "tainted",
      })),
    );
  }

  /** Versions of the schema that a type's resources in state have. */
  schemaVersions(type: string): number[] {
    const { resources } = JSON.parse(readFileSync(join(this.folder, "terraform.tfstate"), "utf8")) as {
      resources: readonly RawResource[];
    };
    return resources
      .filter((resource) => resource.type === type)
      .flatMap(({ instances }) => instances.map(({ schema_version }) => schema_version));
  }

  /** Writes a state that no apply made, of this provider or of another one. */
  putState(
    resources: readonly { type: string; name: string; attributes: Json; schemaVersion?: number; private?: string }[],
    source = this.provider.manifest.source,
  ): void {
    const provider = `provider["${source}"]`;
    const state = {
      version: 4,
      terraform_version: "1.11.0",
      serial: 1,
      lineage: "t-provider",
      outputs: {},
      resources: resources.map(({ type, name, attributes, schemaVersion = 0, ...more }) => ({
        mode: "managed",
        type,
        name,
        provider,
        instances: [{ schema_version: schemaVersion, attributes, sensitive_attributes: [], ...more }],
      })),
    };
    writeFileSync(join(this.folder, "terraform.tfstate"), JSON.stringify(state));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface RawChange {
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Json | null;
    readonly after: Json | null;
    readonly after_unknown: Json;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}

interface RawResource {
  readonly type: string;
  readonly name: string;
  readonly instances: readonly {
    readonly schema_version: number;
    readonly attributes: Json;
    readonly status?: string;
  }[];
}

const ARGUMENTS = {
  init: ["init", "-no-color", "-input=false"],
  validate: ["validate", "-json"],
  plan: ["plan", "-json", "-input=false", "-out=plan"],
  apply: ["apply", "-json", "-input=false", "-auto-approve"],
  destroy: ["destroy", "-json", "-input=false", "-auto-approve"],
  show: ["show", "-json", "plan"],
  import: ["import", "-no-color", "-input=false"],
  replaceProvider: ["state", "replace-provider", "-auto-approve"],
} as const;

/** An initialised Terraform with this provider and configuration. `remove` it when done. `env` is every command's. */
export async function terraformWith(
  provider: TestProvider,
  hcl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Terraform> {
  const folder = mkdtempSync(join(tmpdir(), "t-provider-terraform-"));
  const plugins = join(folder, "terraform.d/plugins", provider.manifest.source);
  mkdirSync(plugins, { recursive: true });
  copyFileSync(join(provider.folder, provider.manifest.zip), join(plugins, zipName(provider.manifest)));
  const terraform = new Terraform(folder, provider);
  Object.assign(terraform.env, env);
  terraform.write(hcl);
  const { code, text } = await terraform.run("init");
  if (code !== 0) throw new Error(text);
  return terraform;
}
