import type { IConstruct } from "constructs";
import { readImage } from "../compose/formats/image-reference";
import { ConstructError } from "../construct-error";
import { isKnownAtApply } from "../known-at-apply";

/** The name, where it is one that Docker takes, as far as synth can tell. @throws ConstructError `image-name` */
export function imageName(construct: IConstruct, name: string): string {
  if (isKnownAtApply(name) || readImage(name) !== undefined) return name;
  const meant = name.trim().replace(/^[^@:]*(?::\d+\/[^@:]*)?/, (path) => path.toLowerCase());
  const remedy =
    readImage(meant) === undefined
      ? "write [HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST], the repository in lower case"
      : `write \`${meant}\``;
  throw new ConstructError({
    code: "image-name",
    what: `${JSON.stringify(name)} of ${construct.node.path} (${construct.constructor.name}) is no name of an image`,
    remedy,
  });
}
