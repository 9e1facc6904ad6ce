import type { ContainerCreateRequest } from "../../../engine";
import type { Config } from "../../schema";
import { connections } from "./network";
import { parts, type schema } from "./schema";

/**
 * The request that makes the container.
 *
 * @param api version that the engine speaks
 * @param ownership labels beside those that were asked for
 */
export function createRequest(
  asked: Config<typeof schema>,
  api: string,
  ownership: Readonly<Record<string, string>> = {},
): ContainerCreateRequest {
  const { atCreate, macAddress } = connections(asked, api);
  const requests = parts.map((part) => part.toEngine(asked));
  const config: ContainerCreateRequest = Object.assign({}, ...requests.map(({ config }) => config));
  return {
    ...config,
    Labels: { ...(config.Labels as Record<string, string>), ...ownership },
    HostConfig: Object.assign({}, ...requests.map(({ host }) => host)),
    ...(macAddress !== undefined && { MacAddress: macAddress }),
    NetworkingConfig: atCreate,
  };
}
