import { resolve } from "node:path";
import { bundleFolder } from "../provider/build/bundle-folder";
import { cliConfiguration, layMirror, platforms, requiredProviders } from "../provider/mirror";
import type { Command } from "./command";
import { version } from "./version";

const names = platforms.map(({ os, arch }) => `${os}_${arch}`).join(", ");

export const providerMirror: Command = {
  usage: ["provider", "mirror", "DIR"],
  summary: "lay the Docker provider in DIR, where Terraform and OpenTofu take it from",
  details: `DIR becomes a filesystem mirror, and is made if it is not there: a zip for each
of ${names} (on Windows, in WSL), SHA256SUMS, and the index
that makes it a network mirror where a web server shows it. The provider's version there is the package's, ${version}.
What else is in DIR stays. Printed are the lines that Terraform and OpenTofu need.`,
  async run(directory) {
    const folder = resolve(directory!);
    const { source, replaced } = await laid(folder);
    return `${source} ${version} is in ${folder}
for ${names} (on Windows: in WSL); it needs Node.js.
${replaced.map((file) => `\nreplaced ${file}, which held something else`).join("")}${replaced.length > 0 ? replacedAdvice : ""}
In ~/.terraformrc (OpenTofu: ~/.tofurc, or the same file):

${cliConfiguration({ folder, source })}
In the configuration:

${requiredProviders({ source, version })}`;
  },
};

const replacedAdvice = `
Where \`terraform init\` says that it matches none of the checksums, remove the provider's block from .terraform.lock.hcl.
`;

async function laid(folder: string): ReturnType<typeof layMirror> {
  try {
    return await layMirror({ bundleFolder, version, folder });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Error(`cannot lay a mirror in ${folder}: ${message}; name a folder that can be written to`);
  }
}
