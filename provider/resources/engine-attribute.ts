import { type ContainerAddress, parseAddress, tryParseAddress } from "../../engine";
import { string } from "../schema";

const doc =
  "URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`.";

/** The engine that a data source asks. */
export const engineAttribute = string({ optional: true, doc });

/** The engine that an object is on: elsewhere it would be another object. */
export const engineOfObject = string({
  optional: true,
  doc: `${doc} Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster.`,
  forceNew: ({ prior, planned }) => !isSameEngine(prior, planned),
});

/**
 * What an import names: `ENGINE|NAME` where the object is on another engine than the provider's. Names have no bar.
 *
 * @throws EngineError where what stands before the bar is an address that does not read
 */
export function importedFrom(text: string): { readonly name: string; readonly engine?: string } {
  const bar = text.lastIndexOf("|");
  if (bar < 0 || !/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { name: text };
  const engine = text.slice(0, bar);
  parseAddress(engine);
  return { name: text.slice(bar + 1), engine };
}

/** Whether two addresses are of one engine or one cluster. */
export function isSameEngine(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  const [left, right] = [tryParseAddress(a), tryParseAddress(b)];
  if (left === undefined || right === undefined) return false;
  if (left.url === right.url) return true;
  return left.kind === "container" && right.kind === "container" && sharesContainer(left, right);
}

const sharesContainer = (a: ContainerAddress, b: ContainerAddress): boolean =>
  a.via?.url === b.via?.url && a.names.some((name) => b.names.includes(name));
