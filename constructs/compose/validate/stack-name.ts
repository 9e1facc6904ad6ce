import type { Scope } from "./scope";

const STACK_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

export function stackIsNamed({ stack, project, origins, problems }: Scope): void {
  if (!STACK_NAME.test(stack)) problems.report("bad-stack-name", origins.of(project, "name"), { name: stack });
}
