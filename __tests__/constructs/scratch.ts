import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, TerraformStack, Testing } from "cdktf";

/** A folder of the test's own, removed after it. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "docker-stages-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const bundleVersion = "1.0.0-0123456789ab";

/** A provider bundle of the form that the build has, with nothing in it. */
export function writeBundle(folder: string, version = bundleVersion): string {
  const zip = `terraform-provider-docker_${version}.zip`;
  const source = "docker-stages.invalid/docker-stages/docker";
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, zip), `the provider at ${version}`);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ version, zip, source }));
  return folder;
}

/** An app makes its output folder at once; without this one it would stay behind. */
const outdir = scratchFolder();

export const testApp = (bundle: string, context: Record<string, unknown> = {}): App =>
  Testing.app({ outdir, stackTraces: false, context: { providerBundle: bundle, ...context } });

/** A stack without a provider: for constructs that are looked at by what they synthesize. */
export const testStack = (context: Record<string, unknown> = {}): TerraformStack =>
  new TerraformStack(Testing.app({ outdir, stackTraces: false, context }), "test");

type Elements = Record<string, Record<string, Record<string, unknown>>>;

/** What `stack` synthesizes, without cdktf's own notes. */
export const synthesized = (stack: TerraformStack): { resource: Elements; data: Elements; [key: string]: unknown } =>
  JSON.parse(Testing.synth(stack));

/** The one resource or data source of `type` in `stack`. */
export function only(stack: TerraformStack, type: string): Record<string, unknown> {
  const { resource, data } = synthesized(stack);
  const found = Object.values({ ...resource?.[type], ...data?.[type] });
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** The code of the error that `run` throws. */
export function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
  return undefined;
}
