import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { tryCompile } from "../../../../constructs/compose/compile";
import { tryCompileProject } from "../../../../constructs/compose/compile-project";
import { ComposeProject } from "../../../../constructs/compose/compose-project";
import { ComposeStack } from "../../../../constructs/compose/compose-stack";
import type { SourceOptions } from "../../../../constructs/compose/prepare";
import type { Problem } from "../../../../constructs/compose/problems/problem";
import { render } from "../../../../constructs/compose/problems/render";
import { memory } from "../../../../constructs/compose/source/files";
import type { Files } from "./project";

const MAIN = "/p/compose.yml";
const variables = { TAG: "1.2", EMPTY: "", N: "2" };

/** Milliseconds of the processor that a project may take, which most do in three: a machine that is busy takes none. */
const LIMIT = 10_000;

export interface Checked {
  readonly faults: readonly string[];
  readonly taken: boolean;
}

type Told = { readonly errors: readonly Problem[]; readonly warnings: readonly Problem[] };

/** On each target what becomes of a project: something that can be declared to cdktf, or what is wrong with it. */
const targets: readonly ((options: SourceOptions) => ((stack: TerraformStack) => Construct) | Told)[] = [
  (options) => {
    const compiled = tryCompile({ ...options, rotate: false });
    return "stack" in compiled ? (stack) => new ComposeStack(stack, "it", { model: compiled.stack }) : compiled;
  },
  (options) => {
    const attempted = tryCompileProject(options);
    return "model" in attempted ? (stack) => new ComposeProject(stack, "it", { model: attempted.model }) : attempted;
  },
];

/**
 * What is wrong with how a project is taken on either target: nothing, where it becomes a stack that can be declared to
 * cdktf, or errors of which each has its place and its words.
 *
 * @param declares whether a stack is declared, too
 */
export function check(files: Files, declares = true): Checked {
  const from = memory(Object.fromEntries(Object.entries(files).map(([name, text]) => [`/p/${name}`, text])));
  const checked = targets.map((compile) =>
    checkOne(() => compile({ files: [MAIN], from, name: "st", variables, profiles: ["*"] }), declares),
  );
  return { faults: checked.flatMap(({ faults }) => faults), taken: checked[0]!.taken };
}

function checkOne(compile: () => ReturnType<(typeof targets)[number]>, declares: boolean): Checked {
  const started = process.cpuUsage();
  try {
    const told = compile();
    const taken = typeof told === "function";
    if (taken && declares) declare(told);
    const faults = taken ? [] : faultsOf(told);
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1000;
    return { taken, faults: took > LIMIT ? [...faults, `it took ${took.toFixed(0)} ms`] : faults };
  } catch (error) {
    return { taken: false, faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

function declare(make: (stack: TerraformStack) => Construct): void {
  const stack = new TerraformStack(new App({ stackTraces: false }), "fuzz");
  new DockerProvider(stack, "docker");
  make(stack);
  stack.toTerraform();
}

function faultsOf({ errors, warnings }: Told): string[] {
  if (errors.length === 0) return ["neither a stack nor an error"];
  return [...errors, ...warnings].flatMap((problem) => {
    const text = render(problem);
    return problem.origin ? [] : [`no place: ${text}`];
  });
}
