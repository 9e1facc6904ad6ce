import { relative } from "node:path";
import { Annotations, dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { own } from "../../foreign/own";
import { toLabelBlocks } from "../../formats/labels";
import { DataDockerRegistryImage } from "../bindings/data-docker-registry-image";
import { DockerContainer } from "../bindings/docker-container";
import { DockerExec } from "../bindings/docker-exec";
import type { DockerImage } from "../bindings/docker-image";
import { DockerNetwork } from "../bindings/docker-network";
import { DockerVolume } from "../bindings/docker-volume";
import { expectEngine } from "../engine/expect-engine";
import { onEngine } from "../engine/on-engine";
import { BuiltImage } from "../image/built-image";
import { HubImage } from "../image/hub-image";
import { type Adoption, checkAdoptedProject, projectAdoption } from "./adoption";
import { type CompileProjectOptions, compileProject } from "./compile-project";
import type { ProjectContainer, ProjectModel, ProjectService } from "./convert/host/project-model";
import { inOrder } from "./dependency-order";
import { unknownService } from "./overrides";
import { render } from "./problems/render";
import { noteStackName } from "./stack-names";
import { constructId } from "./terraform/construct-id";
import { escapeTemplates } from "./terraform/escape";
import { mapValues } from "./terraform/map-values";
import { pathFromStack } from "./terraform/path-from-stack";
import { withoutStackTraces } from "./terraform/without-stack-traces";

export interface ComposeProjectOptions {
  /** The engine that it is made on: its address, or a construct that has one as `engine`. @default - the provider's */
  readonly engine?: string | { readonly engine: string };
  /** `{ timeout }`, in seconds, that a deploy waits for each service that others need to be healthy. @default - 3 minutes */
  readonly converge?: ProjectConvergence;
  /**
   * Takes over what `docker compose` runs already, by import blocks, instead of making it: all of it, or what these
   * services have. For the first apply alone: remove it then.
   * @default - nothing is there yet
   */
  readonly adopt?: boolean | readonly string[];
}

export interface ProjectConvergence {
  /** Seconds. @default 180 */
  readonly timeout?: number;
}

export interface ComposeProjectProps extends ComposeProjectOptions {
  readonly model: ProjectModel;
}

export interface ProjectFromFileProps
  extends ComposeProjectOptions,
    Omit<CompileProjectOptions, "files" | "from" | "show" | "images" | "replicas" | "pathOf"> {
  /** The Compose file. @default - `files` has it: one of the two is needed */
  readonly file?: string;
  /** Several files, each building on those before it. @default - `file` alone */
  readonly files?: readonly string[];
  /** By service, `replicas` and `image` instead of the file's. @default - the file's */
  readonly services?: Readonly<Record<string, ProjectServiceOverrides>>;
}

/** What a service is to have otherwise than its file says. */
export interface ProjectServiceOverrides {
  /** Number of containers, known at synth. @default - the file's */
  readonly replicas?: number;
  /** Image to run instead of the file's; a Terraform string is fine. @default - the file's */
  readonly image?: string;
}

/**
 * A Compose file's project on one engine, as `docker compose up` makes it, each network, volume, image and container a
 * resource of its own: `docker compose ls`, `ps`, `logs`, `exec` and `down` know it.
 *
 * More than `docker compose up` does: a plan of what changes, drift of what somebody changed, and anonymous volumes that
 * outlive their containers.
 */
export class ComposeProject extends Construct {
  readonly model: ProjectModel;
  /** What was made, by the keys of the file; not what is external. */
  readonly networks: Readonly<Record<string, DockerNetwork>>;
  readonly volumes: Readonly<Record<string, DockerVolume>>;
  /** Images that are pulled or built, by the service that names them first. */
  readonly images: Readonly<Record<string, DockerImage>>;
  /** The containers of each service, the first first. */
  readonly containers: Readonly<Record<string, readonly DockerContainer[]>>;

  /**
   * The project of a Compose file, or of several. A pure function of the files and props.
   * @throws ComposeError with all that is wrong, each with file, line and column
   * @throws ConstructError `unknown-service`, `adopt-anonymous-volume`
   */
  static fromFile(scope: Construct, id: string, props: ProjectFromFileProps): ComposeProject {
    const { file, files, engine, services = {}, converge, adopt, ...options } = props;
    const of = <K extends keyof ProjectServiceOverrides>(key: K) =>
      Object.fromEntries(
        Object.entries(services).flatMap(([service, { [key]: value }]) =>
          value === undefined ? [] : [[service, value]],
        ),
      ) as Record<string, NonNullable<ProjectServiceOverrides[K]>>;
    const model = compileProject({
      ...options,
      images: of("image"),
      replicas: of("replicas"),
      files: files ?? (file === undefined ? [] : [file]),
      show: (path) => relative(process.cwd(), path),
      pathOf: (path) => pathFromStack(scope, path),
    });
    const known = Object.keys(model.services);
    const strange = Object.keys(services).find((service) => !known.includes(service));
    if (strange !== undefined) throw unknownService(strange, known, "overrides are given");
    return new ComposeProject(scope, id, { model, engine, converge, adopt });
  }

  constructor(scope: Construct, id: string, props: ComposeProjectProps) {
    super(scope, id);
    const { model, engine, adopt, converge: { timeout = 180 } = {} } = props;
    expectEngine(this);
    noteStackName(this, model.name);
    this.model = model;
    for (const warning of model.warnings) Annotations.of(this).addWarning(render(warning));
    const adoption = projectAdoption(model, adopt);
    checkAdoptedProject(this, adoption, model);
    this.networks = this.makeNetworks();
    this.volumes = this.makeVolumes();
    const images = this.makeImages();
    this.images = Object.fromEntries(images.byService);
    this.containers = withoutStackTraces(() => this.makeContainers(images.byName, timeout));
    this.adopt(adoption, images.byName);
    if (engine !== undefined) onEngine(this, typeof engine === "string" ? engine : engine.engine);
  }

  private adopt(adoption: Adoption, images: ReadonlyMap<string, HubImage | BuiltImage>): void {
    for (const section of ["networks", "volumes"] as const)
      for (const [key, resource] of Object.entries(this[section]))
        adoption.take(section, key, resource, own(this.model[section], key)!.name);
    for (const [name, { resource }] of images) adoption.take("images", name, resource, name);
    for (const [key, containers] of Object.entries(this.containers))
      for (const [i, container] of containers.entries())
        adoption.take("services", key, container, own(this.model.services, key)!.containers[i]!.name);
  }

  private makeNetworks(): Record<string, DockerNetwork> {
    const scope = new Construct(this, "networks");
    return mapValues(
      this.model.networks,
      ({ labels, ...network }, key) =>
        new DockerNetwork(scope, constructId(key), escapeTemplates({ ...network, labels: toLabelBlocks(labels) })),
    );
  }

  private makeVolumes(): Record<string, DockerVolume> {
    const scope = new Construct(this, "volumes");
    return mapValues(
      this.model.volumes,
      ({ labels, ...volume }, key) =>
        new DockerVolume(scope, constructId(key), escapeTemplates({ ...volume, labels: toLabelBlocks(labels) })),
    );
  }

  /** One resource an image, whoever names it. One that is never pulled is the engine's affair. */
  private makeImages() {
    const scope = new Construct(this, "images");
    const byName = new Map<string, HubImage | BuiltImage>();
    const byService = new Map<string, DockerImage>();
    for (const [key, { image: name, build, pull }] of Object.entries(this.model.services)) {
      if (byName.has(name) || (!build && pull === "never")) continue;
      const image = build ? builtImage(scope, key, build) : pulledImage(scope, key, { name, pull });
      byName.set(name, image);
      byService.set(key, image.resource);
    }
    return { byName, byService };
  }

  private makeContainers(images: ReadonlyMap<string, HubImage | BuiltImage>, timeout: number) {
    const scope = new Construct(this, "containers");
    const made = new Map<string, DockerContainer[]>();
    const ready = new Map<string, ITerraformDependable[]>();
    for (const [key, service] of inOrder(this.model.services, ({ dependsOn }) => Object.keys(dependsOn))) {
      const containers = service.containers.map((container, i) =>
        this.makeContainer(scope, {
          id: `${constructId(key)}-${i + 1}`,
          container,
          service,
          made,
          ready,
          images,
          timeout,
        }),
      );
      made.set(key, containers);
      ready.set(key, [...containers, ...containers.flatMap((container) => postStart(container, service))]);
    }
    return mapValues(this.model.services, (_, key) => made.get(key)!);
  }

  private makeContainer(scope: Construct, wanted: Wanted): DockerContainer {
    const { id, container, service, made, ready, images, timeout } = wanted;
    const { name, labels, arguments: asked } = container;
    const image = images.get(service.image);
    const mounted = container.volumes.map((key) => own(this.volumes, key)!);
    const connected = container.networks.map((key) => own(this.networks, key)!);
    const dependencies = Object.entries(service.dependsOn);
    const shared = dependencies.flatMap(([key, { isShared }]) => (isShared ? made.get(key)!.slice(0, 1) : []));
    const restarting = dependencies.flatMap(([key, { restart }]) => (restart ? made.get(key)! : []));
    const { resource } = image ?? {};
    const causes = [...connected, ...mounted, ...shared, ...restarting].map((each) => `${dependable(each)}.id`);
    const replaceTriggeredBy = [...(resource ? [`${dependable(resource)}.image_id`] : []), ...causes];
    return new DockerContainer(scope, id, {
      ...escapeTemplates({ ...asked, name, image: service.image, labels: toLabelBlocks(labels) }),
      ...(asked.wait && { waitTimeout: timeout }),
      dependsOn: [
        ...(resource ? [resource] : []),
        ...connected,
        ...mounted,
        ...dependencies.flatMap(([key]) => ready.get(key)!),
      ],
      ...(replaceTriggeredBy.length > 0 && { lifecycle: { replaceTriggeredBy } }),
    });
  }
}

interface Wanted {
  readonly id: string;
  readonly container: ProjectContainer;
  readonly service: ProjectService;
  /** Containers of the services before it. */
  readonly made: ReadonlyMap<string, readonly DockerContainer[]>;
  /** What must be there of a service so that others can depend on it. */
  readonly ready: ReadonlyMap<string, readonly ITerraformDependable[]>;
  readonly images: ReadonlyMap<string, HubImage | BuiltImage>;
  readonly timeout: number;
}

function builtImage(scope: Construct, key: string, build: NonNullable<ProjectService["build"]>): BuiltImage {
  const { image: name, context, dockerfile, ...more } = build;
  return new BuiltImage(scope, constructId(key), { name, context, dockerfile, ...escapeTemplates(more) });
}

/** One that is always to be the registry's is asked for at each plan: its digest there, which costs no pull. */
function pulledImage(scope: Construct, key: string, { name, pull }: { name: string } & Pick<ProjectService, "pull">) {
  const id = constructId(key);
  if (pull !== "always") return new HubImage(scope, id, { name });
  const there = new DataDockerRegistryImage(scope, `${id}-digest`, { name });
  return new HubImage(scope, id, { name, pullTriggers: [there.sha256Digest] });
}

/** Commands that run in a container once it has started: each after the one before it. */
function postStart(container: DockerContainer, { postStart: hooks }: ProjectService): DockerExec[] {
  const execs: DockerExec[] = [];
  for (const [i, hook] of hooks.entries()) {
    const before = execs.at(-1);
    execs.push(
      new DockerExec(container, `post-start-${i + 1}`, {
        ...escapeTemplates(hook),
        container: container.name,
        ...(before && { dependsOn: [before] }),
      }),
    );
  }
  return execs;
}
