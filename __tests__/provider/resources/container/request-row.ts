import type { ContainerCreateRequest, HostConfig } from "../../../../engine";
import type { ObjectValue } from "../../../../provider/schema";

export interface Row {
  readonly name: string;
  readonly asked: ObjectValue;
  /** What the request has of it. */
  readonly config?: ContainerCreateRequest;
  readonly host?: HostConfig;
  /** Version of the API that the engine speaks. @default "1.41" */
  readonly api?: string;
}
