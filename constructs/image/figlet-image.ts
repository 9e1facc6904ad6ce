import { join } from "node:path";
import type { Construct } from "constructs";
import { RunOnce, type RunOnceProps } from "../container/run-once";
import { BuiltImage, type BuiltImageProps } from "./built-image";
import { CommittedImage } from "./committed-image";

/** Folder with the Dockerfile. */
const context = join(__dirname, "../../images/figlet");

/** What one types in the container. */
const INSTALL = 'apt-get update && apt-get install -y figlet && figlet "hello docker"';

export interface FigletImageProps extends Pick<BuiltImageProps, "name" | "bases"> {}

export interface CommittedFigletImageProps extends Pick<BuiltImageProps, "name"> {
  /** The one that `install` gave. */
  readonly container: RunOnce;
}

/** Ubuntu with figlet, from a Dockerfile. */
export class FigletImage extends BuiltImage {
  constructor(scope: Construct, id: string, props: FigletImageProps) {
    super(scope, id, { ...props, context });
  }

  /** The container in which figlet is installed by hand: `apt-get` needs a network. */
  static install(scope: Construct, id: string, props: Omit<RunOnceProps, "command">): RunOnce {
    return new RunOnce(scope, id, { ...props, command: ["bash", "-c", INSTALL] });
  }

  /** The same image made the long way: of the container in which figlet was installed. */
  static committed(scope: Construct, id: string, props: CommittedFigletImageProps): CommittedImage {
    return new CommittedImage(scope, id, props);
  }
}
