import { Aspects, type IAspect, TerraformDataSource, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { add } from "../bindings/additions";
import { DockerDataSource } from "../bindings/docker-data-source";
import { DockerResource } from "../bindings/docker-resource";
import { ConstructError } from "../construct-error";
import { isAddress } from "./address";
import { engineProblem } from "./problems";

/**
 * Puts every `docker_*` resource and data source at or under `construct` on the engine at `engine`, and returns
 * `construct`: `onEngine(new Volume(…), url)` for one, `onEngine(scope, url)` for a whole tree. The nearest call counts;
 * one on the resource itself most of all.
 *
 * @param engine `unix://`, `tcp://`, `ssh://` or `container://NAME[,NAME…]`
 * @throws ConstructError `engine-address`
 */
export function onEngine<T extends IConstruct>(construct: T, engine: string): T {
  if (!isAddress(engine)) {
    throw new ConstructError(engineProblem("engine-address", { path: construct.node.path, engine }));
  }
  Aspects.of(construct).add(new OnEngine(engine));
  return construct;
}

/** The engine that `onEngine` put `construct` on; undefined where it is the provider's. */
export const engineOf = (construct: IConstruct): string | undefined =>
  construct.node.scopes
    .flatMap((scope) => Aspects.of(scope).all)
    .filter((aspect) => aspect instanceof OnEngine)
    .at(-1)?.engine;

/** Aspects of outer scopes visit first, so the nearest one writes last. */
class OnEngine implements IAspect {
  constructor(readonly engine: string) {}

  visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node) && !TerraformDataSource.isTerraformDataSource(node)) return;
    if (!node.terraformResourceType.startsWith("docker_")) return;
    const asked = node instanceof DockerResource || node instanceof DockerDataSource ? node.engine : undefined;
    if (asked === undefined) add(node, "engine", this.engine);
  }
}
