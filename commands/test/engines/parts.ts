import type { EngineBuild } from "./builds";

/** What is run on each engine. */
export interface EnginePart {
  readonly name: "stages" | "nodes" | "provider";
  /** What it is, as the page of the engines says. */
  readonly doc: string;
  /** ./lab's, in the machine. */
  readonly args: readonly string[];
  /** Whose engine swarms' nodes run. */
  readonly nodes: "stand-in" | "own";
}

const e2eFolders = ["engine", "provider/resources", "provider/data-sources"].map((each) => `__tests__/e2e/${each}`);

export const engineParts: readonly EnginePart[] = [
  {
    name: "stages",
    doc: "all four, by `./lab` and by plain cdktf: deployed, deployed again without a change, verified, destroyed, nothing left; nodes of the swarm run the engine of Debian 12",
    args: ["test", "stages"],
    nodes: "stand-in",
  },
  {
    name: "nodes",
    doc: "the same, with nodes that run the engine itself",
    args: ["test", "stages"],
    nodes: "own",
  },
  {
    name: "provider",
    doc: `the end-to-end tests of engines, resources and data sources (${e2eFolders.map((each) => `\`${each}\``).join(", ")})`,
    args: ["test", "e2e", ...e2eFolders],
    nodes: "stand-in",
  },
];

/** The stand-in's engine is that of this distribution: nodes of its own would be the same. */
export const partsOf = (build: EngineBuild, distribution: string): readonly EnginePart[] =>
  engineParts.filter(({ nodes }) => nodes === "stand-in" || build.suite !== distribution);
