import { own } from "../../foreign/own";

/** Terraform's names of what Node.js knows as process.platform and process.arch. */
const SYSTEMS: { readonly [platform: string]: string } = { linux: "linux", darwin: "darwin", freebsd: "freebsd" };
const ARCHITECTURES: { readonly [arch: string]: string } = { x64: "amd64", arm64: "arm64", arm: "arm", ia32: "386" };

export interface Platform {
  readonly os: string;
  readonly arch: string;
}

/** The platform that Terraform asks a provider for on this machine. The provider itself is the same on all of them. */
export function terraformPlatform(platform: string = process.platform, architecture: string = process.arch): Platform {
  const os = own(SYSTEMS, platform);
  const arch = own(ARCHITECTURES, architecture);
  if (os && arch) return { os, arch };
  throw new Error(
    `the provider does not run on ${platform}/${architecture}: it is a script with a shebang that listens on a unix socket; ` +
      "use Linux or macOS, on Windows the Windows Subsystem for Linux",
  );
}
