import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { writeTree } from "../build/archive";
import { withExtractedPackages } from "../build/extracted-packages";
import { type ImageConfig, layerFrom } from "../build/image";
import type { BaseLayer, StandIn } from "../build/stand-in";

const source = join(__dirname, "../../images/voting-app");

/** Where Debian's node looks for what it has of its own. */
const nodeLibrary = "/usr/share/nodejs";

/** What runs the parts, and nearly all of each image: a node of the swarm pulls it once. */
const node: BaseLayer = {
  build: (workspace) =>
    withExtractedPackages(workspace, ["nodejs"], async (extracted) => {
      const tree = {
        ...(await extracted.programs("/usr/bin/node")),
        ...(await extracted.folders(nodeLibrary).catch(() => ({}))),
        "/etc/passwd": { text: "root:x:0:0:root:/:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n" },
        "/tmp": { folder: true, mode: 0o1777 },
      } as const;
      return layerFrom(workspace.cache, (tar) => writeTree(tree, tar));
    }),
};

/** A part of the voting app, written for this project, under the name that the stack file has. */
const partOf = (part: "vote" | "result" | "worker", config: ImageConfig): StandIn => ({
  name: `dockersamples/examplevotingapp_${part}`,
  madeOf: `this project's own images/voting-app/${part} and Debian's nodejs`,
  files: [__filename, ...sourcesOf(part), ...sourcesOf("service"), join(__dirname, "../../package-lock.json")],
  config: { Entrypoint: ["/usr/bin/node", "--enable-source-maps", "/app/main.js"], WorkingDir: "/app", ...config },
  base: node,
  layer: async ({ cache }) => {
    const program = await bundled(part);
    return layerFrom(cache, (tar) => writeTree({ "/app/main.js": { text: program } }, tar));
  },
});

const sourcesOf = (folder: string): string[] =>
  readdirSync(join(source, folder)).map((name) => join(source, folder, name));

/** The part and its libraries as one file for Node 18. */
async function bundled(part: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(source, part, "main.ts")],
    bundle: true,
    platform: "node",
    target: "node18",
    format: "cjs",
    external: ["pg-native"],
    minifySyntax: true,
    legalComments: "inline",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

const served: ImageConfig = { ExposedPorts: { "80/tcp": {} }, User: "65534:65534" };

export const vote = partOf("vote", served);
export const result = partOf("result", served);
export const worker = partOf("worker", { User: "65534:65534" });
