import { join, resolve } from "node:path";
import { unpackedPackage } from "../../../../../offline/build/apt";
import type { Tree } from "../../../../../offline/build/archive";

const cache = resolve(__dirname, "../../../../../.offline");
const programs = [
  "sh",
  "ls",
  "cat",
  "echo",
  "rm",
  "sleep",
  "env",
  "hostname",
  "id",
  "nslookup",
  "httpd",
  "nc",
  "mkdir",
  "kill",
];

/** Debian's static busybox and links to what tests run of it. */
export async function busyboxTree(text: string): Promise<Tree> {
  const root = await unpackedPackage(cache, "busybox-static");
  const links = Object.fromEntries(programs.map((name) => [`/bin/${name}`, { link: "busybox" }]));
  return { "/bin/busybox": { file: join(root, "bin/busybox"), mode: 0o755 }, ...links, "/text": { text } };
}
