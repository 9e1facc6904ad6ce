import { readFileSync } from "node:fs";
import { join } from "node:path";
import { consumers } from "../commands/test/consumers/consumers";
import { hclConsumers } from "../commands/test/consumers/hcl";
import { openTofuVersion } from "../commands/test/consumers/opentofu";
import { newestKnown, oldestSpoken } from "../engine/api-version";
import { own } from "../foreign/own";

/** What package.json says of the versions of others. */
interface Manifest {
  readonly engines: { readonly node: string };
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The page of what this works with, from what the code says. @param checkout its folder */
export function supportedVersions(checkout: string): string {
  const manifest = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as Manifest;
  return `# Supported versions
What docker-stages works with, and what that was tried with. \`npm run docs\` writes this page from the code, and a test holds it. Of docker-stages itself the newest release is supported ([SECURITY.md](../SECURITY.md)).

| | supported | tried |
|---|---|---|
| Node.js | \`${manifest.engines.node}\` | all tests: 20; projects below: 22, 24 and 26 |
| Terraform | 1.0 or newer: what speaks plugin protocol 6; the labs: 1.4 or newer (\`terraform_data\`) | all tests, when this was written: 1.11 alone |
| OpenTofu | what speaks the same | a project below: ${openTofuVersion.slice(1)} |
| Docker Engine | API ${oldestSpoken} or newer (Docker 19.03), spoken up to ${newestKnown} | all tests: 20.10 (API 1.41); the others, with what was seen on each: [engines.md](engines.md) |
| platforms | Linux and macOS, on amd64 and arm64; on Windows, WSL ([machines.md](machines.md)) | Linux on amd64 alone |

An engine that is newer than API ${newestKnown} is spoken to in ${newestKnown}, as long as it still does; one that does not is an error that says so, and so is one that is too old.

## Peers
The package brings none of these: a project names them itself.

| package | supported | tried by all tests |
|---|---|---|
${rows(Object.entries(manifest.peerDependencies).map(([name, range]) => [code(name), code(range), own(manifest.devDependencies, name) ?? "not tried"]))}

cdktf is archived. Under cdktn, which goes on from it, the same code runs: the project \`cdktn\` below, with these lines in its package.json:

\`\`\`json
${JSON.stringify(cdktn(), undefined, 2)}
\`\`\`

## Projects
What \`./lab test consumers\` takes the packed package into, each deployed on a real engine, planned again without a change, and destroyed; those with CDK are edited and deployed once more before. [examples/](../examples/) are run by the same.

| project | what it is | with |
|---|---|---|
${rows(projects())}
`;
}

const projects = (): readonly (readonly string[])[] => [
  ...consumers.map(({ name, title, packages }) => [code(name), title, packages.map(code).join(" ")]),
  ...hclConsumers.map(({ name, title }) => [code(name), title, "the provider alone"]),
];

const code = (text: string): string => `\`${text}\``;

const rows = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");

/** What that project's package.json says, as `npm install` leaves it. */
function cdktn(): object {
  const { packages, manifest } = consumers.find(({ name }) => name === "cdktn")!;
  const dependencies = packages.map((each) => {
    const at = each.indexOf("@", 1);
    return [each.slice(0, at), each.slice(at + 1)] as const;
  });
  const wanted = dependencies.filter(([name]) => /^(cdktf|constructs|@cdktf\/provider-docker)$/.test(name));
  return { dependencies: Object.fromEntries(wanted), ...manifest };
}
