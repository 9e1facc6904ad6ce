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

/** What was pushed, and whose it is: an image is built in one cluster. */
const pushed = new WeakMap<BuiltImage, { readonly cluster: IConstruct; readonly image: PushedImage }>();

/**
 * Has the image built on the cluster's first node and pushed to its registry. Asked again, the same.
 *
 * @throws ConstructError `push-twice` where it is another cluster's already
 */
export function pushImage(image: BuiltImage, { cluster, members, ...props }: PushProps): PushedImage {
  const known = pushed.get(image);
  if (known?.cluster === cluster) return known.image;
  if (known) {
    const facts = { path: image.node.path, owner: known.cluster.node.path, cluster: cluster.node.path };
    throw new ConstructError(swarmProblem("push-twice", facts));
  }
  const made = new PushedImage(image, "Pushed", { ...props, image });
  members.placeOnFirst(image);
  pushed.set(image, { cluster, image: made });
  return made;
}
