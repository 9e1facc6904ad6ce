import { existsSync } from "node:fs";
import { join } from "node:path";
import { isLocked } from "../../constructs/engine/dependency-lock";
import { tryRead } from "../../constructs/try-read";
import { terraformPlatform } from "../../provider/build/platform";

/** The part of what cdktf synthesized that `terraform init` goes by. */
interface Synthesized {
  readonly terraform?: {
    readonly backend?: { readonly local?: { readonly path?: string } };
    readonly required_providers?: Readonly<Record<string, { readonly source?: string; readonly version?: string }>>;
  };
}

/** What `terraform init` writes down of a backend. */
interface Initialized {
  readonly backend?: { readonly type?: string; readonly config?: { readonly path?: string } };
}

/**
 * Whether `terraform init` has nothing to do in a stage's folder: its state is where the stage has it now, and the
 * providers that it asks for are there and locked.
 */
export function isInitialized(folder: string): boolean {
  const { terraform } = tryParse<Synthesized>(join(folder, "cdk.tf.json")) ?? {};
  const { backend } = tryParse<Initialized>(join(folder, ".terraform/terraform.tfstate")) ?? {};
  const path = terraform?.backend?.local?.path;
  if (path === undefined || backend?.type !== "local" || backend.config?.path !== path) return false;
  const locked = tryRead(join(folder, ".terraform.lock.hcl")) ?? "";
  const providers = Object.values(terraform?.required_providers ?? {});
  return providers.every(
    ({ source = "", version = "" }) => isThere(folder, source, version) && isLocked(locked, { source, version }),
  );
}

function isThere(folder: string, source: string, version: string): boolean {
  const { os, arch } = terraformPlatform();
  return existsSync(join(folder, ".terraform/providers", source, version, `${os}_${arch}`));
}

function tryParse<T>(file: string): T | undefined {
  try {
    return JSON.parse(tryRead(file) ?? "") as T;
  } catch {
    return undefined;
  }
}
