import type { Workspace } from "../workspace";
import type { ImageConfig, Layer } from "./image";

/** An image that takes the place of Docker Hub's where that cannot be reached. */
export interface StandIn {
  /** Docker Hub's name for what it stands in for, `alpine` or `postgres:15-alpine`; without a tag, `latest`. */
  readonly name: string;
  /** What it consists of, for its label and the docs. */
  readonly madeOf: string;
  /** Files that it is made from: its own module, and whatever that reads. */
  readonly files: readonly string[];
  readonly config: ImageConfig;
  /**
   * Processors that it is served for in one index, as Docker Hub serves its images: this machine's own, and others to be
   * chosen from, whose files are this machine's all the same. @default - an image for this machine's, served alone
   */
  readonly architectures?: readonly string[];
  /** What lies under its layer, which an engine that has another one's has already. @default - nothing */
  readonly base?: BaseLayer;
  layer(workspace: Workspace): Promise<Layer>;
}

/** A layer that several stand-ins have in common. */
export interface BaseLayer {
  build(workspace: Workspace): Promise<Layer>;
}
