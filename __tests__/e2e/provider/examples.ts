import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../../../docs/provider/examples");

/** Beside them, what those that build an image build it from. */
export const contextFolder = join(folder, "app");

interface Example {
  /** `docker_image`, `data_docker_image` */
  readonly name: string;
  readonly text: string;
  /**
   * The text under names that begin with `prefix`; the nodes in it take Docker Hub's images from `var.mirror`, tokens
   * come from the registry `var.tokens`, and plugins from `var.plugins`.
   */
  asModule(prefix: string): string;
}

/** Those of the documentation. */
export const examples: readonly Example[] = readdirSync(folder)
  .filter((file) => file.endsWith(".tf"))
  .map((file) => {
    const name = file.replace(/\.tf$/, "");
    const text = readFileSync(join(folder, file), "utf8");
    return {
      name,
      text,
      asModule: (prefix) =>
        text
          .replaceAll('= "example', `= "${prefix}-${name}`)
          .replaceAll('"registry.example.com/app"', '"${var.tokens}/app"')
          .replaceAll('"registry.example.com/plugin:1"', '"${var.plugins}/plugin:1"')
          // A module has no provider block of its own.
          .replace(/^provider "docker" \{[\s\S]*?^\}/m, "")
          .replace(/^ {2}entrypoint .*swarm-node.*\n/m, (line) => `${line}  command = ${nodeArguments}\n`),
    };
  });

const nodeArguments = '["--registry-mirror=${var.mirror}", "--insecure-registry=${var.mirror}"]';

/** Examples that are applied as one. */
export interface Module {
  readonly name: string;
  readonly examples: readonly Example[];
}

/** Those that others name are one with them. */
const HOSTS = ["docker_swarm", "docker_plugin"] as const;

/** Each is one, but those that name the example of a swarm, or of a plugin, are one with it. */
export function modulesOf(all: readonly Example[]): Module[] {
  const isWith = (host: string) => (example: Example) =>
    example.name === host || new RegExp(`\\b${host}(?:'s example|\\.example)\\b`).test(example.text);
  const alone = all.filter((example) => !HOSTS.some((host) => isWith(host)(example)));
  return [
    ...alone.map((example) => ({ name: example.name, examples: [example] })),
    ...HOSTS.map((host) => ({ name: host, examples: all.filter(isWith(host)) })),
  ];
}

/** What a configuration declares: `docker_image.alpine`, `data.docker_image.alpine`. */
export const addressesIn = (text: string): string[] =>
  [...text.matchAll(/^(resource|data) "(\w+)" "(\w+)"/gm)].map(
    ([, kind, type, name]) => `${kind === "data" ? "data." : ""}${type}.${name}`,
  );

/** A registry that nodes in containers reach, with Docker Hub's `alpine` in it: not every machine reaches Docker Hub. */
export const registry = (prefix: string): string => `
resource "docker_image" "registry" {
  name = "registry:2"
}

resource "docker_container" "registry" {
  name  = "${prefix}-registry"
  image = docker_image.registry.name
  ports {
    internal = 5000
    ip       = "127.0.0.1"
  }
}

resource "docker_image" "alpine" {
  name = "alpine"
}

resource "docker_tag" "alpine" {
  source_image = docker_image.alpine.name
  target_image = "127.0.0.1:\${docker_container.registry.ports[0].external}/library/alpine:latest"
}

resource "docker_registry_image" "alpine" {
  name          = docker_tag.alpine.target_image
  keep_remotely = true
}

locals {
  mirror = "http://\${docker_container.registry.network_data[0].ip_address}:5000"
}
`;
