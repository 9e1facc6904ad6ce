import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { installMirror } from "../constructs/engine/install-mirror";
import { type ProviderBundle, readProviderBundle } from "../constructs/engine/provider-bundle";
import { buildIfStale } from "../provider/build";
import { bundleFolder } from "../provider/build/bundle-folder";

const run = promisify(execFile);
const OUTPUT_BYTES = 64 * 1024 * 1024;

/** This checkout's provider. */
function currentBundle(): ProviderBundle {
  buildIfStale();
  return readProviderBundle(bundleFolder);
}

/** A temporary folder with a configuration and a provider beside it. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), "docker-stages-bench-"));

  constructor(configuration: string, bundle: ProviderBundle = currentBundle()) {
    const name = bundle.source.split("/").at(-1);
    const required = `terraform {\n  required_providers {\n    ${name} = {\n      source  = "${bundle.source}"\n      version = "${bundle.version}"\n    }\n  }\n}\n`;
    writeFileSync(join(this.folder, "main.tf"), required + configuration);
    installMirror(bundle, this.folder);
  }

  async init(): Promise<void> {
    await this.terraform("init");
  }

  /** Runs Terraform to its end; rejects with what it printed where it fails. */
  async terraform(...args: readonly string[]): Promise<string> {
    const { stdout } = await run("terraform", [...args, "-no-color"], {
      cwd: this.folder,
      env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_PLUGIN_CACHE_DIR: "" },
      maxBuffer: OUTPUT_BYTES,
    });
    return stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
