import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { isRemoteContext } from "../../build-context";
import { fileName, layBesideStack } from "./beside-stack";

/**
 * A path that leads to the folder from where Terraform works: a link that each synth lays beside the stack. So the
 * synthesized stack names no path of this machine, and nothing is copied, however large the folder is.
 */
export const linkContext = (scope: IConstruct, folder: string): string =>
  layBesideStack(scope, join("contexts", fileName(scope)), (link) => layLink(resolve(folder), link));

/** `NAME=CONTEXT` of each, a folder by a link of its own; what the engine fetches stays as it is. */
export const linkedContexts = (scope: IConstruct, contexts: Readonly<Record<string, string>>): string[] =>
  Object.entries(contexts).map(([name, context], i) => {
    const isFolder = !/^docker-image:\/\//.test(context) && !isRemoteContext(context);
    const link = join("contexts", `${fileName(scope)}-${i + 1}`);
    return `${name}=${isFolder ? layBesideStack(scope, link, (path) => layLink(resolve(context), path)) : context}`;
  });

function layLink(target: string, link: string): void {
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(target, link, "dir");
}
