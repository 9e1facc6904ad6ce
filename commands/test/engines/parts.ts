import type { EngineBuild } from "./builds";

/** What is run on each engine: its name in the records, ./lab's arguments in the machine, and whose nodes swarms have. */
export interface EnginePart {
  readonly name: "provider" | "stages" | "stages on its nodes";
  readonly args: readonly string[];
  readonly nodes: "stand-in" | "own";
}

export const engineParts: readonly EnginePart[] = [
  { name: "stages", args: ["test", "stages"], nodes: "stand-in" },
  { name: "stages on its nodes", args: ["test", "stages"], nodes: "own" },
  { name: "provider", args: ["test", "e2e", "__tests__/e2e/provider"], nodes: "stand-in" },
];

/** The stand-in's engine is that of this distribution: nodes of its own would be the same. */
export const partsOf = (build: EngineBuild, distribution: string): readonly EnginePart[] =>
  engineParts.filter(({ nodes }) => nodes === "stand-in" || build.suite !== distribution);
