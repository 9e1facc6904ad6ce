import type { IConstruct } from "constructs";
import { ConstructError } from "../construct-error";
import type { BuiltImage } from "../image/built-image";
import { swarmProblem } from "./problems";
import { PushedImage, type PushedImageProps } from "./pushed-image";
import type { SwarmMembers } from "./swarm-members";

export interface PushProps extends Omit<PushedImageProps, "image"> {
  /** Whose image it is. */
  readonly cluster: IConstruct;
  readonly members: SwarmMembers;
}

/** An image is built in one cluster. */
const clusterOf = new WeakMap<BuiltImage, IConstruct>();
const made = new WeakMap<BuiltImage, PushedImage>();

/**
 * Has the image built on the cluster's first node and pushed to its registry. Asked again, the same.
 *
 * @throws ConstructError `push-twice` where it is another cluster's already
 */
export function pushImage(image: BuiltImage, { cluster, members, ...props }: PushProps): PushedImage {
  const owner = clusterOf.get(image) ?? cluster;
  if (owner !== cluster) {
    const facts = { path: image.node.path, owner: owner.node.path, cluster: cluster.node.path };
    throw new ConstructError(swarmProblem("push-twice", facts));
  }
  clusterOf.set(image, cluster);
  const pushed = made.get(image) ?? new PushedImage(image, "Pushed", { ...props, image });
  if (!made.has(image)) members.placeOnFirst(image);
  made.set(image, pushed);
  return pushed;
}
