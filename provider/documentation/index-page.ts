import { SOURCE } from "../build/docker-provider";
import { cliConfiguration, requiredProviders } from "../mirror";
import type { AnyDataSource, AnyEphemeralResource, AnyFunction, AnyResource, Fields } from "../schema";
import { page } from "./page";
import { absentTypes, functionTable, typeTable } from "./types";

interface Index {
  readonly doc: string;
  readonly schema: Fields;
  readonly resources: readonly AnyResource[];
  readonly dataSources: readonly AnyDataSource[];
  readonly ephemeralResources: readonly AnyEphemeralResource[];
  readonly functions: readonly AnyFunction[];
  /** Configuration by the name of its file. */
  example(name: string): string | undefined;
}

const terraform = (text: string): string => `\`\`\`terraform\n${text.trim()}\n\`\`\``;

/** The provider's own page: all that is needed to use it from Terraform's language. */
export function indexPage(index: Index): string {
  const { doc, schema, resources, dataSources, ephemeralResources, functions, example } = index;
  const sorted = <T extends { readonly type: string }>(types: readonly T[]): T[] =>
    [...types].sort((a, b) => (a.type < b.type ? -1 : 1));
  return page({
    title: "docker-stages' Docker provider",
    doc: [
      doc,
      "## Install",
      "It needs Node.js 20 to 26 beside Terraform or OpenTofu, on Linux or macOS (on Windows: all of it in WSL), and is in no Terraform registry. The npm package has it (`npm ci && npm pack` in a checkout makes that) and lays it in a folder, as a filesystem mirror:",
      "```sh\nnpx --package ./docker-stages-*.tgz docker-stages provider mirror ~/terraform-mirror\n```",
      "In a script, `npx --yes`: it asks before it installs. What is to be written where is printed at the end. In `~/.terraformrc` (OpenTofu reads `~/.tofurc`, or that too), with the folder's absolute path:",
      terraform(cliConfiguration({ folder: "/home/you/terraform-mirror", source: SOURCE })),
      "In the configuration:",
      terraform(requiredProviders({ source: SOURCE, version: "1.0.0" })),
      "`terraform init` or `tofu init` takes it from there. The mirror calls the provider by the package's version; another run, of a newer package, adds that version beside. The zips of all platforms are one program with one checksum, so the lock file's holds on each of them, and `init`'s warning that it has one platform's alone can be passed over. Stacks of [DockerEngine](../constructs/docker-engine.md) need none of this: they have the provider beside them, at a version of its own that ends in a hash (`1.0.0-3f9c21ab77de`), and pin it; `>= 1.0` never takes one of those.",
      "## First steps",
      terraform(example("docker_container") ?? ""),
      "## Which engine",
      "An object is on the engine that its own `engine` names, else on the provider's: `context`, then `host`, then `DOCKER_HOST`, then `DOCKER_CONTEXT`, then `unix:///var/run/docker.sock`. An engine is connected when it is first needed, never when the provider is configured.",
      terraform(example("provider") ?? ""),
      "`engine` and `host` take `unix:///PATH`, `tcp://HOST:PORT` (TLS by `cert_path` and the like), `ssh://[USER@]HOST` (the system's ssh) and `container://NAME`: the engine inside a container of the default engine, or of another one with `?via=URL`. Of `container://node1,node2` the first that answers is asked, so that a swarm outlives any one of its managers. One provider block serves a whole cluster:",
      terraform(example("engine") ?? ""),
      "A swarm's services, configs and secrets want a manager's engine; [docker_swarm](resources/docker_swarm.md) makes one, [docker_swarm_node](resources/docker_swarm_node.md) joins others to it.",
      "## Resources",
      typeTable(sorted(resources).map((each) => ({ ...each, kind: "resource" as const }))),
      "## Data sources",
      typeTable(sorted(dataSources).map((each) => ({ ...each, kind: "data" as const }))),
      "## Ephemeral resources",
      "Asked for in each run anew and kept in no plan and no state, by Terraform 1.10 and OpenTofu 1.11 or newer. With them, with ephemeral variables and with [write-only arguments](../secrets.md) a secret reaches neither.",
      typeTable(sorted(ephemeralResources).map((each) => ({ ...each, kind: "ephemeral" as const }))),
      "## Functions",
      "`provider::docker::NAME(TEXT)`, from Terraform 1.8 and OpenTofu 1.7 on.",
      functionTable(functions),
      "## Beside the community's provider",
      `Names, attributes and meaning are those of \`kreuzwerker/docker\` 3.6.2, and a state can [go from one to the other](../from-the-community-provider.md). What differs on purpose, attribute by attribute and with the reason, is in [differences](differences.md); in short:`,
      `- types of its own, "new" above, and \`engine\` on every type
- what was there before is never taken over or removed: a name in use is an error, and an image goes only with the resource that brought it
- a container that has stopped is started, not replaced; changes that the engine can make are made in place
${absentTypes()}`,
    ].join("\n\n"),
    schema,
  });
}
