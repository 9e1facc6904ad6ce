import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, TerraformStack } from "cdktf";
import { tryCompile } from "../../../../constructs/compose/compile";
import { ComposeStack } from "../../../../constructs/compose/compose-stack";
import type { StackModel } from "../../../../constructs/compose/convert/stack-model";
import { render } from "../../../../constructs/compose/problems/render";
import { memory } from "../../../../constructs/compose/source/files";
import type { Files } from "./project";

const MAIN = "/p/compose.yml";
const variables = { TAG: "1.2", EMPTY: "", N: "2" };

/** Milliseconds that a project may take, which most do in three. */
const LIMIT = 10_000;

export interface Checked {
  readonly faults: readonly string[];
  readonly taken: boolean;
}

/**
 * What is wrong with how a project is taken: nothing, where it becomes a stack that can be declared to cdktf, or errors
 * of which each has its place and its words.
 *
 * @param declares whether a stack is declared, too
 */
export function check(files: Files, declares = true): Checked {
  const from = memory(Object.fromEntries(Object.entries(files).map(([name, text]) => [`/p/${name}`, text])));
  const started = performance.now();
  try {
    const compiled = tryCompile({ files: [MAIN], from, name: "st", variables, profiles: ["*"], rotate: false });
    const taken = "stack" in compiled;
    const faults = taken ? [] : faultsOf(compiled);
    if (taken && declares) declare(compiled.stack);
    const took = performance.now() - started;
    return { taken, faults: took > LIMIT ? [...faults, `it took ${took.toFixed(0)} ms`] : faults };
  } catch (error) {
    return { taken: false, faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

function declare(model: StackModel): void {
  const stack = new TerraformStack(new App({ stackTraces: false }), "fuzz");
  new DockerProvider(stack, "docker");
  new ComposeStack(stack, "it", { model });
  stack.toTerraform();
}

function faultsOf({ errors, warnings }: Exclude<ReturnType<typeof tryCompile>, { stack: unknown }>): string[] {
  if (errors.length === 0) return ["neither a stack nor an error"];
  return [...errors, ...warnings].flatMap((problem) => {
    const text = render(problem);
    return problem.origin ? [] : [`no place: ${text}`];
  });
}
