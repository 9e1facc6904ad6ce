import { join } from "node:path";
import type { Construct } from "constructs";
import { BuiltImage, type BuiltImageProps } from "./built-image";

export interface NodeHelloImageProps extends Pick<BuiltImageProps, "name" | "bases" | "resource"> {
  /** Which index.js: the first, or the one that was changed. */
  readonly version: "v0.1" | "v0.2";
}

/** A Node.js program that says hello from its container, on Alpine: the lab's five-line Dockerfile. */
export class NodeHelloImage extends BuiltImage {
  constructor(scope: Construct, id: string, { version, ...props }: NodeHelloImageProps) {
    super(scope, id, { ...props, context: join(__dirname, "../../images/node-hello", version) });
  }
}
