import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkout } from "../../checkout";
import { cdktfJson, main, plain, shop, stackFile } from "./app";
import type { Consumer } from "./consumer";
import { buildOpenTofu } from "./opentofu";

const peers = ["cdktf@0.21", "constructs@10.4", "@cdktf/provider-docker@12"];
const typescript = ["typescript@5", "@types/node@20"];

/** README's first example, which a project of one file has. */
const readme = () => /^```ts\n([\s\S]*?)^```$/m.exec(readFileSync(join(checkout, "README.md"), "utf8"))![1]!;

/** Type checks of the package's declarations too, whatever the project's own settings are. */
const typecheck = ["npx", "tsc", "--noEmit", "--skipLibCheck", "false"];

const settings = (compilerOptions: object): string => JSON.stringify({ compilerOptions, include: ["*.ts"] });

const source = { "shop.ts": shop, "main.ts": main(), "docker-stack.yml": stackFile };

/** A test of its own, as the template has one: the snapshot is written by the first run, and held by the second. */
const snapshotTest = `import { Testing } from "cdktf";
import { Shop, Swarm } from "../shop";

test.each([Shop, Swarm])("%p synthesizes as before", (Stack) => {
  expect(Testing.synth(new Stack(Testing.app(), "stack"))).toMatchSnapshot();
});
`;

/** Fails where what runs is another: npm's `node` is a program that its install script fetches. */
const isNode = (major: number): readonly string[] => [
  "node",
  "--eval",
  `if (!process.version.startsWith("v${major}.")) throw new Error(\`Node is \${process.version}, not ${major}\`)`,
];

/** On a newer Node than the oldest, which the others are run on where that is this machine's. */
const onNode = (major: number): Consumer => ({
  name: `node${major}`,
  title: `TypeScript by tsx, on Node ${major}`,
  manifest: {},
  packages: [...peers, ...typescript, "tsx@4", `node@${major}`],
  files: { ...source, "cdktf.json": cdktfJson("npx tsx main.ts") },
  checks: [isNode(major)],
  cli: "cdktf",
});

export const consumers: readonly Consumer[] = [
  {
    name: "template",
    title: "cdktf's own TypeScript template, by ts-node, with a snapshot under ts-jest",
    manifest: {},
    packages: [...peers, ...typescript, "ts-node@10", "jest@29", "ts-jest@29", "@types/jest@29"],
    files: { ...source, "__tests__/main-test.ts": snapshotTest, "cdktf.json": cdktfJson("npx ts-node main.ts") },
    template: join(dirname(require.resolve("cdktf-cli/package.json")), "bundle/templates/typescript"),
    checks: [typecheck, ["npx", "jest", "--ci=false"], ["npx", "jest", "--ci"]],
    cli: "cdktf",
  },
  {
    name: "tsx",
    title: "TypeScript by tsx",
    manifest: {},
    packages: [...peers, ...typescript, "tsx@4"],
    files: { ...source, "cdktf.json": cdktfJson("npx tsx main.ts") },
    checks: [],
    cli: "cdktf",
  },
  {
    name: "strict",
    title: "strict TypeScript, compiled; and README's example, whose compiler knows no types of Node's",
    manifest: {},
    packages: [...peers, "typescript@7", "@types/node@20"],
    files: {
      ...source,
      "cdktf.json": cdktfJson("npx tsc && node main.js"),
      "tsconfig.json": settings({
        ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
        // The oldest library that cdktf's own template has.
        ...{ noPropertyAccessFromIndexSignature: true, target: "ES2018", module: "node16", types: ["node"] },
      }),
      "readme/main.ts": readme(),
      "readme/tsconfig.json": settings({ strict: true, module: "node16", types: [] }),
    },
    checks: [typecheck, [...typecheck, "--project", "readme"]],
    cli: "cdktf",
  },
  {
    name: "modules",
    title: "a project of ES modules",
    manifest: { type: "module" },
    packages: [...peers, ...typescript],
    files: {
      ...source,
      "main.ts": main(".js"),
      "cdktf.json": cdktfJson("npx tsc && node main.js"),
      "tsconfig.json": settings({ strict: true, target: "ES2022", module: "nodenext", types: ["node"] }),
    },
    checks: [typecheck],
    cli: "cdktf",
  },
  {
    name: "javascript",
    title: "plain JavaScript",
    manifest: {},
    packages: peers,
    files: { "main.js": plain, "cdktf.json": cdktfJson("node main.js") },
    checks: [],
    cli: "cdktf",
  },
  {
    name: "opentofu",
    title: "TypeScript by tsx, with OpenTofu in Terraform's stead",
    manifest: {},
    packages: [...peers, ...typescript, "tsx@4"],
    files: { ...source, "cdktf.json": cdktfJson("npx tsx main.ts") },
    checks: [],
    cli: "cdktf",
    terraform: buildOpenTofu,
  },
  {
    name: "cdktn",
    title: "cdktn, which goes on from cdktf, on Node 22",
    manifest: { overrides: { "@cdktf/provider-docker": { cdktf: "$cdktf" } } },
    packages: [
      ...["cdktf@npm:cdktn@0.24", "constructs@~10.7", "@cdktf/provider-docker@12", "cdktn-cli@0.24", "node@22"],
      ...[...typescript, "tsx@4"],
    ],
    files: { ...source, "cdktf.json": cdktfJson("npx tsx main.ts") },
    checks: [isNode(22)],
    cli: "cdktn",
  },
  onNode(24),
  onNode(26),
];
