import { TerraformStack, Testing } from "cdktf";
import { tryCompileProject } from "../../../../constructs/compose/compile-project";
import { ComposeProject } from "../../../../constructs/compose/compose-project";
import { render } from "../../../../constructs/compose/problems/render";
import { documents, variables } from "./documents";

// The corpus on one engine: 0 crashes, and every error has its place.

const compiled = documents.map(({ name, path }) => ({
  name,
  attempted: tryCompileProject({ files: [path], name: "host", variables }),
}));

test("each document becomes a project that can be declared to cdktf, or errors, each with its place", () => {
  const stack = new TerraformStack(Testing.app({ stackTraces: false }), "st");
  const faults = compiled.flatMap(({ name, attempted }, i) => {
    if ("model" in attempted) {
      new ComposeProject(stack, `project-${i}`, { model: { ...attempted.model, name: `host-${i}` } });
      return [];
    }
    const lost = [...attempted.errors, ...attempted.warnings].filter(({ origin }) => !origin);
    return attempted.errors.length === 0 ? [`${name}: neither`] : lost.map((problem) => `${name}: ${render(problem)}`);
  });
  expect(faults).toEqual([]);
  // Most of them are right.
  expect(compiled.filter(({ attempted }) => "model" in attempted).length).toBeGreaterThan(compiled.length / 2);
  expect(() => stack.toTerraform()).not.toThrow();
});
