import type { ContainerCreateRequest, ContainerInspect } from "../../../../engine";
import { createRequest, schema } from "../../../../provider/resources/container/parts";
import type { Config, ObjectValue } from "../../../../provider/schema";
import { complete } from "../../../../provider/schema/plan/conform";
import { plan } from "../../../../provider/schema/plan/plan";
import { withoutUnknown } from "../../../../provider/schema/value";

type Container = Config<typeof schema>;

/** A whole configuration, as create is given it. */
export function configOf(more: ObjectValue = {}): Container {
  const asked = complete(schema, { name: "web", image: "alpine", ...more });
  return withoutUnknown(plan(schema, undefined, asked).planned) as unknown as Container;
}

/** The request for it to an engine of an API version, without what stands in every request. */
export function requestOf(more: ObjectValue, api = "1.41"): ContainerCreateRequest {
  return defined(createRequest(configOf(more), api));
}

/** What an engine that has made it says, where nothing but the request decides. */
export function echo(more: ObjectValue = {}, seen: Partial<ContainerInspect> = {}): ContainerInspect {
  const { HostConfig = {}, NetworkingConfig, ...config } = requestOf(more);
  return {
    Id: "0123456789ab",
    Created: "2026-01-01T00:00:00Z",
    Name: "/web",
    Image: "sha256:aa",
    State: { Status: "running", Running: true, ExitCode: 0, StartedAt: "2026-01-01T00:00:00Z" },
    Config: { Hostname: "0123456789ab", ...config },
    HostConfig: {
      Runtime: "runc",
      IpcMode: "private",
      ShmSize: 67108864,
      LogConfig: { Type: "json-file" },
      ...HostConfig,
    },
    NetworkSettings: { Networks: { ...NetworkingConfig?.EndpointsConfig } },
    ...seen,
  } as unknown as ContainerInspect;
}

/** Without members that are undefined, as JSON sends it. */
const defined = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
