import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Manifest } from "../../../../provider/build/manifest";

/** What Terraform tells each plugin that it starts. */
export const TERRAFORM = {
  TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
  PLUGIN_PROTOCOL_VERSIONS: "5,6",
};

/** A built provider, unpacked as `terraform init` does it. */
export interface Unpacked {
  readonly folder: string;
  readonly executable: string;
  remove(): void;
}

export function unpack({ folder, manifest }: { readonly folder: string; readonly manifest: Manifest }): Unpacked {
  const target = mkdtempSync(join(tmpdir(), "t-provider-unpacked-"));
  const files = Object.entries(unzipSync(readFileSync(join(folder, manifest.zip))));
  for (const [name, content] of files) writeFileSync(join(target, name), content);
  const executable = join(target, files.find(([name]) => name.startsWith("terraform-provider-"))![0]);
  chmodSync(executable, 0o755);
  return { folder: target, executable, remove: () => rmSync(target, { recursive: true, force: true }) };
}

/** Where a provider that was started says it can be reached. */
export interface Reachable {
  readonly socket: string;
  /** DER; empty without TLS. */
  readonly certificate: Buffer;
}

/** Starts an executable with an environment of this one's and `environment`; in `cwd`, for what it keeps there. */
export const launch = (
  executable: string,
  environment: { readonly [name: string]: string },
  cwd: string = tmpdir(),
  args: readonly string[] = [],
): ChildProcess =>
  spawn(executable, args, { cwd, env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });

/** The handshake line, once it is there. Rejects with standard error where the process ends without one. */
export function handshakeOf(child: ChildProcess): Promise<Reachable> {
  return new Promise((resolve, reject) => {
    let stderr = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on("close", () => reject(new Error(stderr)));
    child.stdout?.once("data", (chunk: Buffer) => {
      const [core, protocol, network, socket, kind, certificate] = chunk.toString().trimEnd().split("|");
      const head = [core, protocol, network, kind].join("|");
      if (head !== "1|6|unix|grpc") reject(new Error(`no handshake: ${chunk}`));
      else resolve({ socket: socket!, certificate: Buffer.from(certificate!, "base64") });
    });
  });
}
