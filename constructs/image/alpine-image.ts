import type { Construct } from "constructs";
import { HubImage, type HubImageProps } from "./hub-image";

export interface AlpineImageProps extends Omit<HubImageProps, "name"> {
  /** Version of Alpine. @default - none, which Docker takes as `latest` */
  readonly tag?: string;
}

/** Alpine Linux, the small distribution that the labs' containers are made of. */
export class AlpineImage extends HubImage {
  constructor(scope: Construct, id: string, { tag, ...props }: AlpineImageProps = {}) {
    super(scope, id, { ...props, name: tag ? `alpine:${tag}` : "alpine" });
  }
}
