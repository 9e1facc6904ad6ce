import { Aspects, type IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import { ConstructError } from "../construct-error";
import { isAddress } from "./address";
import { type DockerElement, isDockerElement } from "./docker-element";
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

/** What the classes of `constructs/bindings` have. */
interface WithEngine {
  engine: string;
  readonly engineInput?: string;
}

const hasEngine = (element: DockerElement): element is DockerElement & WithEngine => "engineInput" in element;

/** What an aspect has put on an engine: a nearer one puts it on another. */
const placed = new WeakSet<IConstruct>();

/** Aspects of outer scopes visit first, so the nearest one writes last. */
class OnEngine implements IAspect {
  constructor(readonly engine: string) {}

  visit(node: IConstruct): void {
    if (!isDockerElement(node)) return;
    // The community's own classes have no such property.
    if (!hasEngine(node)) node.addOverride("engine", this.engine);
    else if (node.engineInput === undefined || placed.has(node)) {
      node.engine = this.engine;
      placed.add(node);
    }
  }
}
