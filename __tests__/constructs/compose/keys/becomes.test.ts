import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, TerraformStack } from "cdktf";
import { tryCompile } from "../../../../constructs/compose/compile";
import { ComposeStack } from "../../../../constructs/compose/compose-stack";
import { documents, stackName, variables } from "../corpus/documents";
import { onSwarm, records } from "../records";

/** `TYPE.PATH` of every attribute that a value of a resource has. */
function attributesIn(value: unknown, path: string, found: Set<string>): void {
  if (value === undefined || value === null) return;
  found.add(path);
  if (Array.isArray(value)) for (const item of value) attributesIn(item, path, found);
  else if (typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) attributesIn(inner, `${path}.${name}`, found);
  }
}

/** What the documents of the corpus that are taken become. */
function attributesOfCorpus(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const document of documents) {
    const compiled = tryCompile({ files: [document.path], name: stackName(document), variables });
    if ("errors" in compiled) continue;
    const stack = new TerraformStack(new App({ stackTraces: false }), "corpus");
    new DockerProvider(stack, "docker");
    new ComposeStack(stack, "it", { model: compiled.stack });
    const { resource = {} } = stack.toTerraform() as { resource?: Record<string, Record<string, unknown>> };
    for (const [type, made] of Object.entries(resource))
      for (const one of Object.values(made)) attributesIn(one, type, found);
  }
  return found;
}

const found = attributesOfCorpus();
const becoming = [...records].flatMap(([path, key]) => {
  const support = onSwarm(key);
  // Images are built on a cluster alone: `builds.test.ts` has them.
  return support && "becomes" in support && !support.becomes.startsWith("docker_image.")
    ? [{ path, attribute: support.becomes }]
    : [];
});

test.each(becoming)("$path becomes $attribute, which some document's resources have", ({ attribute }) => {
  expect(found).toContain(attribute);
});
