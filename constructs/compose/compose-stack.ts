import { relative } from "node:path";
import { Annotations } from "cdktf";
import { Construct } from "constructs";
import { own } from "../../foreign/own";
import { toLabelBlocks } from "../../formats/labels";
import { DockerConfig } from "../bindings/docker-config";
import { DockerNetwork } from "../bindings/docker-network";
import { DockerSecret } from "../bindings/docker-secret";
import { DockerService } from "../bindings/docker-service";
import { DockerVolume } from "../bindings/docker-volume";
import { expectEngine } from "../engine/expect-engine";
import { onEngine } from "../engine/on-engine";
import type { BuiltImage } from "../image/built-image";
import type { Cluster } from "../swarm/cluster";
import { type Adoption, checkAdoptedStack, stackAdoption } from "./adoption";
import { type CompileOptions, compile } from "./compile";
import type { ServiceSpec } from "./convert/engine-api";
import type { StackModel } from "./convert/stack-model";
import { inOrder } from "./dependency-order";
import { behindEdge, type EdgeProps, edgeModel } from "./edge/edge-model";
import { builtImage, inBuildOrder } from "./file-image";
import { type ServiceOverrides, withOverrides } from "./overrides";
import { render } from "./problems/render";
import { noteStackName } from "./stack-names";
import { constructId } from "./terraform/construct-id";
import { data, objectName } from "./terraform/content";
import { escapeTemplates } from "./terraform/escape";
import { mapValues } from "./terraform/map-values";
import { type MadeObjects, type Reference, referredTo } from "./terraform/objects";
import { pathFromStack } from "./terraform/path-from-stack";
import { type Convergence, serviceConfig } from "./terraform/service-config";
import { markTokens } from "./terraform/tokens";
import { withoutStackTraces } from "./terraform/without-stack-traces";

export interface ComposeStackOptions {
  /**
   * Where the stack is deployed to: the address of a manager's engine, a construct that has one as `engine`, or a
   * cluster, whose nodes are then waited for, and which builds the images of services that have `build`.
   * @default - the provider's
   */
  readonly engine?: string | { readonly engine: string } | Cluster;
  /** What to have otherwise than the file says, by service. @default - nothing */
  readonly services?: Readonly<Record<string, ServiceOverrides>>;
  /**
   * `{ timeout }` that a deploy waits for a service whose tasks move on no more (a pull that goes on moves), in all ten
   * times as long; `false` for not at all.
   * @default - 3 minutes
   */
  readonly converge?: Convergence | false;
  /**
   * Who publishes ports. `mesh`: Docker's own routing mesh. `edge`: HAProxy on every node, a stack of its own, where the
   * kernel has no ip_vs and neither the mesh nor virtual addresses answer; services are then on `dnsrr`.
   * @default "mesh"
   */
  readonly ingress?: "mesh" | "edge";
  /** More about the edge. @default - as its own props have it */
  readonly edge?: EdgeProps;
  /**
   * Takes over what `docker stack deploy` made, by import blocks, instead of making it: all of it, or what these services
   * have. For the first apply alone: remove it then.
   * @default - nothing is there yet
   */
  readonly adopt?: boolean | readonly string[];
}

export interface ComposeStackProps extends ComposeStackOptions {
  readonly model: StackModel;
  /** A stack whose networks this one's services are on, too. @default - none */
  readonly beside?: ComposeStack;
}

export interface FromFileProps
  extends ComposeStackOptions,
    Omit<CompileOptions, "files" | "from" | "show" | "images" | "ingress" | "builds" | "pathOf"> {
  /** The Compose file. @default - `files` has it: one of the two is needed */
  readonly file?: string;
  /** Several files, each building on those before it. @default - `file` alone */
  readonly files?: readonly string[];
  /** By service, `replicas` and `image` instead of the file's; Terraform values are fine. @default - the file's */
  readonly services?: Readonly<Record<string, FileServiceOverrides>>;
}

export interface FileServiceOverrides extends ServiceOverrides {
  /** Image to run instead of the file's; a Terraform string is fine. */
  readonly image?: string;
}

/**
 * A Compose file's stack on a swarm, as `docker stack deploy` makes it, each network, volume, secret, config and service
 * a resource of its own: `docker stack ls`, `docker stack services` and `docker stack ps` know it.
 *
 * More than `docker stack deploy` does: `extends`, `include`, profiles and .env files are honoured; secrets and configs
 * are replaced when their content changes; what the file no longer names is removed; services wait for those they depend
 * on, and the deploy for all of them.
 */
export class ComposeStack extends Construct {
  readonly model: StackModel;
  /** What was made, by the keys of the file; not what is external, nor volumes that the tasks make where they land. */
  readonly networks: Readonly<Record<string, DockerNetwork>>;
  readonly volumes: Readonly<Record<string, DockerVolume>>;
  readonly secrets: Readonly<Record<string, DockerSecret>>;
  readonly configs: Readonly<Record<string, DockerConfig>>;
  readonly services: Readonly<Record<string, DockerService>>;
  /** HAProxy, where `ingress` is `edge` and a port is published. */
  readonly edge?: ComposeStack;

  /**
   * The stack of a Compose file, or of several. A pure function of the files and props.
   * @throws ComposeError with all that is wrong, each with file, line and column
   */
  static fromFile(scope: Construct, id: string, props: FromFileProps): ComposeStack {
    const { file, files, engine, services = {}, converge, edge, adopt, ...options } = props;
    const images = Object.entries(services).flatMap(([key, { image }]) => (image === undefined ? [] : [[key, image]]));
    const model = compile({
      ...options,
      builds: isCluster(engine),
      images: Object.fromEntries(images),
      files: files ?? (file === undefined ? [] : [file]),
      show: (path) => relative(process.cwd(), path),
      pathOf: (path) => pathFromStack(scope, path),
    });
    const { ingress } = options;
    return new ComposeStack(scope, id, { model, engine, services, converge, edge, ingress, adopt });
  }

  constructor(scope: Construct, id: string, props: ComposeStackProps) {
    super(scope, id);
    const { engine, services = {}, converge = {}, beside, ingress, edge = {}, adopt } = props;
    expectEngine(this);
    const model = withOverrides(props.model, services);
    noteStackName(this, model.name);
    this.model = ingress === "edge" ? behindEdge(model) : model;
    for (const warning of model.warnings) Annotations.of(this).addWarning(render(warning));
    const adoption = stackAdoption(this.model, adopt);
    checkAdoptedStack(this, adoption, this.model);
    this.networks = this.makeNetworks();
    this.volumes = this.makeVolumes();
    this.secrets = this.makeSecrets();
    this.configs = this.makeConfigs();
    const images = isCluster(engine) ? this.pushImages(engine) : new Map<string, string>();
    this.services = withoutStackTraces(() => this.makeServices(converge, images, beside));
    this.adopt(adoption);
    const published = ingress === "edge" ? edgeModel(model, edge) : undefined;
    if (published) this.edge = new ComposeStack(this, "edge", { model: published, beside: this, converge });
    if (isCluster(engine)) engine.place(this);
    else if (engine !== undefined) onEngine(this, typeof engine === "string" ? engine : engine.engine);
  }

  private adopt(adoption: Adoption): void {
    for (const section of ["networks", "volumes", "secrets", "configs"] as const) {
      const models: Readonly<Record<string, { readonly name: string }>> = this.model[section];
      for (const [key, resource] of Object.entries(this[section]))
        adoption.take(section, key, resource, own(models, key)!.name);
    }
    for (const [key, resource] of Object.entries(this.services))
      adoption.take("services", key, resource, own(this.model.services, key)!.spec.Name);
  }

  private makeNetworks(): Record<string, DockerNetwork> {
    const scope = new Construct(this, "networks");
    return mapValues(
      this.model.networks,
      ({ labels, internal, attachable, ...network }, key) =>
        new DockerNetwork(
          scope,
          constructId(key),
          escapeTemplates({
            ...network,
            labels: toLabelBlocks(labels),
            internal: internal || undefined,
            attachable: attachable || undefined,
          }),
        ),
    );
  }

  /** One that the file no longer names goes after the services that had it were changed, not before. */
  private makeVolumes(): Record<string, DockerVolume> {
    const scope = new Construct(this, "volumes");
    return mapValues(
      this.model.volumes,
      ({ labels, ...volume }, key) =>
        new DockerVolume(scope, constructId(key), {
          ...escapeTemplates({ ...volume, labels: toLabelBlocks(labels) }),
          lifecycle: { createBeforeDestroy: true },
        }),
    );
  }

  /** Made anew beside the old one, which goes when no service has it any more. */
  private makeSecrets(): Record<string, DockerSecret> {
    const scope = new Construct(this, "secrets");
    return mapValues(
      this.model.secrets,
      ({ name, content, version, labels, ...secret }, key) =>
        new DockerSecret(scope, constructId(key), {
          ...escapeTemplates({ ...secret, labels: toLabelBlocks(labels) }),
          ...(version === undefined
            ? { name: objectName(name, `${this.model.name}_${key}`, content), data: content ? data(content) : "" }
            : { name, dataWo: data(content!), dataWoVersion: version }),
          lifecycle: { createBeforeDestroy: true },
        }),
    );
  }

  private makeConfigs(): Record<string, DockerConfig> {
    const scope = new Construct(this, "configs");
    return mapValues(
      this.model.configs,
      ({ name, content, labels, ...config }, key) =>
        new DockerConfig(scope, constructId(key), {
          ...escapeTemplates({ ...config, labels: toLabelBlocks(labels) }),
          name: objectName(name, `${this.model.name}_${key}`, content),
          data: data(content),
          lifecycle: { createBeforeDestroy: true },
        }),
    );
  }

  /** Images that are built, as the cluster's nodes get them, by the names that the services have for them. */
  private pushImages(cluster: Cluster): ReadonlyMap<string, string> {
    const scope = new Construct(this, "images");
    const pushed = new Map<string, string>();
    const [made, byName] = [new Map<string, BuiltImage>(), new Map<string, BuiltImage>()];
    for (const [key, { build }] of inBuildOrder(this.model.services)) {
      if (!build) continue;
      const image = byName.get(build.image) ?? builtImage(scope, key, build, made);
      made.set(key, image);
      if (byName.has(build.image)) continue;
      byName.set(build.image, image);
      pushed.set(build.image, markTokens(cluster.push(image).name));
    }
    return pushed;
  }

  private makeServices(
    converge: Convergence | false,
    images: ReadonlyMap<string, string>,
    beside?: ComposeStack,
  ): Record<string, DockerService> {
    const scope = new Construct(this, "services");
    const made = this.madeObjects();
    const known = beside ? { ...made, networks: beside.madeObjects().networks } : made;
    const services = new Map<string, DockerService>();
    for (const [key, { spec, keys, dependsOn }] of inOrder(this.model.services, ({ dependsOn }) => dependsOn)) {
      const objects = referredTo(known, keys);
      const resource = new DockerService(scope, constructId(key), {
        ...escapeTemplates(serviceConfig(withImage(spec, images), objects)),
        dependsOn: dependsOn.length > 0 ? dependsOn.map((other) => services.get(other)!) : undefined,
      });
      if (converge) resource.putConvergeConfig({ timeout: "3m", ...converge });
      services.set(key, resource);
    }
    return mapValues(this.model.services, (_, key) => services.get(key)!);
  }

  private madeObjects(): MadeObjects {
    return {
      networks: referencesTo(this.networks),
      volumes: referencesTo(this.volumes),
      secrets: referencesTo(this.secrets),
      configs: referencesTo(this.configs),
    };
  }
}

const isCluster = (engine: ComposeStackOptions["engine"]): engine is Cluster =>
  typeof engine === "object" && "push" in engine;

/** The specification with the image as the cluster's nodes get it, where it is built. */
function withImage(spec: ServiceSpec, images: ReadonlyMap<string, string>): ServiceSpec {
  const { ContainerSpec } = spec.TaskTemplate;
  const Image = images.get(ContainerSpec.Image) ?? ContainerSpec.Image;
  return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec: { ...ContainerSpec, Image } } };
}

const referencesTo = (resources: Readonly<Record<string, Reference>>): ReadonlyMap<string, Reference> =>
  new Map(Object.entries(resources).map(([key, resource]) => [key, referenceTo(resource)]));

/** Read once: each reading of an attribute is a token of its own. */
const referenceTo = ({ id, name }: Reference): Reference => ({ id: markTokens(id), name: markTokens(name) });
