import { below, supportOf } from "../constructs/compose/keys/key";
import { project } from "../constructs/compose/keys/project";
import type { AnyKey, Shape } from "../constructs/compose/keys/shapes/shape";
import type { Target } from "../constructs/compose/keys/support";

/** Sections of the page, each of the keys under a path. */
const sections: readonly { readonly title: string; readonly path: string; readonly but?: readonly string[] }[] = [
  { title: "Top level", path: "" },
  { title: "Services", path: "services.*", but: ["build", "deploy"] },
  { title: "`build`", path: "services.*.build" },
  { title: "`deploy`", path: "services.*.deploy" },
  { title: "Networks", path: "networks.*" },
  { title: "Volumes", path: "volumes.*" },
  { title: "Secrets", path: "secrets.*" },
  { title: "Configs", path: "configs.*" },
];

/** The page of what becomes of each key of the Compose Specification, on each target, from the records of the keys. */
export const composeKeys = (): string => `# Compose keys
What becomes of each key of the Compose Specification where a file is deployed on one engine, by [ComposeProject](constructs/compose-project.md), and on a swarm, by [ComposeStack](constructs/compose-stack.md). \`npm run docs\` writes this page from the records in \`constructs/compose/keys/\`, and a test holds it.

Code in a cell is the argument of a resource that carries the key. **Ignored** is a warning with its reason, **refused** an error with the change that helps. A key that is not listed is an error, but \`x-…\`, which are the file's own.
${sections.map(section).join("")}`;

function section({ title, path, but = [] }: (typeof sections)[number]): string {
  const rows = rowsUnder(shapeAt(path), { path: [], but, covered: [] }).map((cells) => `| ${cells.join(" | ")} |\n`);
  return `\n## ${title}\n| key | one engine | swarm |\n|---|---|---|\n${rows.join("")}`;
}

function shapeAt(path: string): Shape<unknown, string> {
  return path
    .split(".")
    .filter(Boolean)
    .reduce((shape: Shape<unknown, string>, name) => below(shape, name)!.shape, project);
}

/** A row for each key, and for each below it of which something else is to be said. */
function rowsUnder(shape: Shape<unknown, string>, { path: above, but, covered }: Above): string[][] {
  return Object.entries(shape.under ?? {}).flatMap(([name, key]) => {
    const path = [...above, name];
    const cells = targets.map((target) => (covered.includes(target) ? "" : cellOf(key, target)));
    const own = cells.every((cell) => cell === "") ? [] : [[`\`${path.join(".")}\``, ...cells]];
    const isWhole = above.length === 0 && (but.includes(name) || sections.some((each) => each.path === `${name}.*`));
    const covers = targets.filter((target) => covered.includes(target) || speaksForAll(key, target));
    return isWhole ? own : [...own, ...rowsUnder(key.shape, { path, but, covered: covers })];
  });
}

const targets = ["host", "swarm"] as const;

interface Above {
  readonly path: readonly string[];
  /** Keys that have a section of their own. */
  readonly but: readonly string[];
  /** Targets on which what is above has said what becomes of all under it. */
  readonly covered: readonly Target[];
}

/** Whether what is said of a key holds for all under it, too: it is ignored or refused. */
function speaksForAll(key: AnyKey, target: Target): boolean {
  const support = supportOf(key, { target, builds: true });
  return support !== undefined && ("ignored" in support || "refused" in support);
}

function cellOf(key: AnyKey, target: Target): string {
  if (!key[target]) return "";
  const built = cell(supportOf(key, { target, builds: true }));
  const elsewhere = cell(supportOf(key, { target, builds: false }));
  return (built === elsewhere ? built : `on a cluster: ${built}; elsewhere: ${elsewhere}`).replaceAll("|", "\\|");
}

function cell(support: ReturnType<typeof supportOf>): string {
  if (!support) return "";
  if ("becomes" in support) return `\`${support.becomes}\``;
  if ("does" in support) return support.does;
  if ("ignored" in support) return `**ignored**: ${support.ignored}`;
  return `**refused**: ${support.refused}`;
}
