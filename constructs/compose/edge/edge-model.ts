import { Fn, Op, Token } from "cdktf";
import { own } from "../../../foreign/own";
import { STACK_LABEL } from "../../../formats/labels";
import type { Problem } from "../../../problem";
import { throwProblems } from "../../construct-error";
import type { EndpointSpec } from "../convert/deploy";
import type { ServiceSpec } from "../convert/engine-api";
import { contentHash, IMAGE_LABEL } from "../convert/names";
import type { StackModel, StackService } from "../convert/stack-model";
import type { Port } from "../formats/port";
import { nearest } from "../problems/suggest";
import { didYouMean, oneOf } from "../problems/text";
import { hasTokens, markTokens } from "../terraform/tokens";
import type { EdgeRoute, EdgeService } from "./edge-service";
import { haproxyConfig } from "./haproxy-config";
import { HAPROXY_CONFIG, HAPROXY_IMAGE } from "./haproxy-image";

export interface EdgeProps {
  /** Name of the edge's own stack. @default - the stack's, its ending `_stack` replaced by `_edge`: `voting_edge` */
  readonly name?: string;
  /** HAProxy 2.6 or later. @default "haproxy:2.6-alpine" */
  readonly image?: string;
  /** How each service's ports are served: `{ protocol: "tcp" }`, or `{ protocol: "http", … }`. @default - as HTTP where the file's `app_protocol` says so, else as TCP */
  readonly services?: Readonly<Record<string, EdgeService>>;
  /** Tasks of one service that can be served. @default - 20, or twice the replicas if that is more */
  readonly slots?: number;
}

/** The key of HAProxy's service in its stack, and of its configuration. */
const HAPROXY = "haproxy";
const LEAST_SLOTS = 20;

const isIngress = ({ mode = "ingress" }: Port): boolean => mode === "ingress";

/** The stack with its services on `dnsrr`, without the ports that the edge publishes. */
export function behindEdge(model: StackModel): StackModel {
  const services = Object.entries(model.services).map(([key, service]) => {
    const ports = service.spec.EndpointSpec.Ports?.filter(({ PublishMode }) => PublishMode === "host");
    const EndpointSpec: EndpointSpec = ports?.length ? { Mode: "dnsrr", Ports: ports } : { Mode: "dnsrr" };
    return [key, { ...service, spec: { ...service.spec, EndpointSpec } }];
  });
  return { ...model, services: Object.fromEntries(services) };
}

/**
 * HAProxy on every node, as a stack of its own, publishing what `model`'s services publish in the mesh; undefined where
 * they publish nothing.
 * @throws ConstructError `edge-unknown-service`, `edge-port-unpublished`, `edge-protocol`, `edge-health-path`
 */
export function edgeModel(model: StackModel, props: EdgeProps): StackModel | undefined {
  const published = Object.entries(model.services).filter(([, { ports }]) => ports.some(isIngress));
  throwProblems(faults(model, props));
  if (published.length === 0) return undefined;
  const routes = published.flatMap(([key, service]) =>
    service.ports.filter(isIngress).map((port) => route(key, service, port, props)),
  );
  const name = props.name ?? `${model.name.replace(/_stack$/, "")}_edge`;
  const networks = networksOf(published.map(([, service]) => service));
  const content = haproxyConfig(routes);
  const config = `${name}_${HAPROXY}-${contentHash(content)}`;
  const spec = serviceSpec(name, config, [...networks.keys()], routes, markTokens(props.image ?? HAPROXY_IMAGE));
  return {
    name,
    services: { [HAPROXY]: { spec, keys: edgeKeys(spec, networks), dependsOn: [], ports: [] } },
    networks: {},
    volumes: {},
    secrets: {},
    configs: {
      [HAPROXY]: {
        name: config,
        content: hasTokens(content) ? content : Buffer.from(content),
        labels: { [STACK_LABEL]: name },
      },
    },
    warnings: [],
  };
}

/** The networks that services are on, sorted by name: their keys in the file, undefined for external ones. */
function networksOf(services: readonly StackService[]): ReadonlyMap<string, string | undefined> {
  const all = services.flatMap(({ spec, keys }) =>
    spec.TaskTemplate.Networks.map((attachment) => [attachment.Target, keys.get(attachment)] as const),
  );
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

/** The networks are the other stack's, the configuration is its own. */
function edgeKeys({ TaskTemplate: task }: ServiceSpec, networks: ReadonlyMap<string, string | undefined>) {
  const keys = new Map<object, string>();
  for (const attachment of task.Networks) {
    const key = networks.get(attachment.Target);
    if (key !== undefined) keys.set(attachment, key);
  }
  for (const config of task.ContainerSpec.Configs ?? []) keys.set(config, HAPROXY);
  return keys;
}

function route(key: string, { spec }: StackService, port: Port, { services = {}, slots }: EdgeProps): EdgeRoute {
  const replicas = "Replicated" in spec.Mode ? (spec.Mode.Replicated.Replicas ?? 1) : 1;
  const as = own(services, key) ?? { protocol: /^(?:https?|h2c?)$/i.test(port.appProtocol ?? "") ? "http" : "tcp" };
  return {
    key,
    service: spec.Name,
    published: port.published!,
    target: port.target,
    slots: markTokens(slots === undefined ? slotsFor(replicas) : String(slots)),
    as,
  };
}

/** Twice the replicas, for an update that starts new tasks first; more than the least only where it must be. */
function slotsFor(replicas: number): string {
  if (!Token.isUnresolved(replicas)) return String(Math.max(LEAST_SLOTS, 2 * replicas));
  return Token.asString(Fn.max([LEAST_SLOTS, Op.mul(2, replicas)]));
}

function* faults(model: StackModel, { services = {} }: EdgeProps): Generator<Problem> {
  const known = Object.keys(model.services);
  for (const [key, as] of Object.entries(services)) {
    if (!known.includes(key)) {
      const remedy = didYouMean(nearest(key, known)) ?? `the file has ${oneOf(known)}`;
      yield {
        code: "edge-unknown-service",
        what: `the edge is told of service \`${key}\`, which the file does not have`,
        remedy,
      };
    }
    if (as.protocol === "http" && as.healthPath !== undefined && !/^\/[\w./~%-]*$/.test(as.healthPath)) {
      const what = `health path \`${as.healthPath}\` of service \`${key}\` is no path`;
      yield { code: "edge-health-path", what, remedy: "use letters, digits and . / ~ % - _, a slash first" };
    }
  }
  for (const [key, { ports }] of Object.entries(model.services)) {
    for (const { published, target, protocol = "tcp" } of ports.filter(isIngress)) {
      if (protocol !== "tcp") {
        const what = `port ${target}/${protocol} of service \`${key}\` cannot be served by the edge, which speaks TCP`;
        yield { code: "edge-protocol", what, remedy: "publish it with `mode: host`" };
      } else if (published === undefined) {
        const what = `port ${target} of service \`${key}\` is published wherever the swarm chooses, which an edge cannot know`;
        yield { code: "edge-port-unpublished", what, remedy: `write \`PORT:${target}\`` };
      }
    }
  }
}

function serviceSpec(
  name: string,
  config: string,
  networks: readonly string[],
  routes: readonly EdgeRoute[],
  image: string,
): ServiceSpec {
  const labels = { [STACK_LABEL]: name };
  return {
    Name: `${name}_${HAPROXY}`,
    Labels: { ...labels, [IMAGE_LABEL]: image },
    TaskTemplate: {
      ContainerSpec: {
        Image: image,
        Labels: labels,
        Privileges: { CredentialSpec: null, SELinuxContext: null, NoNewPrivileges: false },
        Configs: [{ File: { Name: HAPROXY_CONFIG, UID: "0", GID: "0", Mode: 0o444 }, ConfigName: config }],
      },
      Resources: {},
      RestartPolicy: { Condition: "any", Delay: 200e6 },
      Placement: {},
      Networks: networks.map((Target) => ({ Target })),
      ForceUpdate: 0,
    },
    Mode: { Global: {} },
    UpdateConfig: { Parallelism: 1, MaxFailureRatio: 0, Order: "stop-first" },
    EndpointSpec: {
      Mode: "dnsrr",
      Ports: routes.map(({ published }) => ({
        Protocol: "tcp",
        TargetPort: published,
        PublishedPort: published,
        PublishMode: "host",
      })),
    },
  };
}
