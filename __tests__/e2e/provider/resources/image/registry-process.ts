import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { unpackedPackage } from "../../../../../offline/build/apt";
import { freePort } from "../../../free-port";
import { until } from "../../harness";

const cache = resolve(__dirname, "../../../../../.offline");

/** Whom a registry with a password lets in. The hash is bcrypt's. */
export const user = { username: "lab", password: "open sesame" };
const htpasswd = "lab:$2b$05$abcdefghijklmnopqrstuupx2xBUC4954936wVIjyyPHmUBFu0wCW\n";

/** A registry on loopback, a process of its own. */
export interface RegistryProcess {
  /** `127.0.0.1:PORT` */
  readonly address: string;
  stop(): Promise<void>;
}

export interface RegistryProcessOptions {
  /** Ask for `user`'s password. @default false */
  readonly password?: boolean;
  /** More of its environment: each variable is a key of its configuration. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Debian's docker-registry, unpacked and not installed, with an empty folder to keep its images in. */
export async function startRegistry({
  password = false,
  environment,
}: RegistryProcessOptions = {}): Promise<RegistryProcess> {
  const program = join(await unpackedPackage(cache, "docker-registry"), "usr/bin/docker-registry");
  const folder = mkdtempSync(join(tmpdir(), "t-image-registry-"));
  const address = `127.0.0.1:${await freePort()}`;
  writeFileSync(join(folder, "htpasswd"), htpasswd, { mode: 0o600 });
  writeFileSync(join(folder, "config.yml"), configuration(folder));
  const child = spawn(program, ["serve", join(folder, "config.yml")], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      REGISTRY_HTTP_ADDR: address,
      ...(password && { REGISTRY_AUTH_HTPASSWD_REALM: "lab", REGISTRY_AUTH_HTPASSWD_PATH: join(folder, "htpasswd") }),
      ...environment,
    },
  });
  const printed = collect(child);
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(`the registry listens at ${address}`, () => {
      if (child.exitCode !== null) throw new Error(`the registry ended: ${printed()}`);
      return printed().includes("listening on");
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

const configuration = (folder: string) => `version: 0.1
log: { level: info }
storage: { filesystem: { rootdirectory: ${folder}/data }, delete: { enabled: true } }
http: { secret: none }
`;

function collect(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    text = (text + piece).slice(-4000);
  });
  return () => text;
}
