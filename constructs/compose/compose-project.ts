import { relative } from "node:path";
import { Annotations, dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { own } from "../../foreign/own";
import { toLabelBlocks } from "../../formats/labels";
import { DockerContainer } from "../bindings/docker-container";
import { DockerExec } from "../bindings/docker-exec";
import type { DockerImage } from "../bindings/docker-image";
import { DockerNetwork } from "../bindings/docker-network";
import { DockerVolume } from "../bindings/docker-volume";
import { expectEngine } from "../engine/expect-engine";
import { onEngine } from "../engine/on-engine";
import { type Adoption, checkAdoptedProject, projectAdoption } from "./adoption";
import { type CompileProjectOptions, compileProject } from "./compile-project";
import type { ProjectContainer, ProjectModel, ProjectService } from "./convert/host/project-model";
import { inOrder } from "./dependency-order";
import type { FileImage } from "./file-image";
import { keptVolumes } from "./kept-volumes";
import { unknownService } from "./overrides";
import { render } from "./problems/render";
import { projectImages } from "./project-images";
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
   * The volumes of these keys of the file, or all of them, stay when the project is destroyed, as `docker compose down`
   * leaves them, and the next deploy takes them up again. It counts as it was last applied.
   * @default - they go with the project, and their data
   */
  readonly keepVolumes?: boolean | readonly string[];
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
  /** Images that are pulled or built, by the service that builds them, or asks most of their pull, the first of several. */
  readonly images: Readonly<Record<string, DockerImage>>;
  /** The containers of each service, the first first. */
  readonly containers: Readonly<Record<string, readonly DockerContainer[]>>;

  /** Commands of `post_start`, by service, with the names of their containers. */
  private readonly hooks = new Map<string, { readonly exec: DockerExec; readonly container: string }[]>();
  private readonly addresses = new Map<ITerraformDependable, string>();

  /**
   * The project of a Compose file, or of several. A pure function of the files and props.
   * @throws ComposeError with all that is wrong, each with file, line and column
   * @throws ConstructError `unknown-service`, `unknown-volume`, `adopt-anonymous-volume`
   */
  static fromFile(scope: Construct, id: string, props: ProjectFromFileProps): ComposeProject {
    const { file, files, engine, services = {}, converge, keepVolumes, adopt, ...options } = props;
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
    return new ComposeProject(scope, id, { model, engine, converge, keepVolumes, adopt });
  }

  constructor(scope: Construct, id: string, props: ComposeProjectProps) {
    super(scope, id);
    const { model, engine, adopt, keepVolumes = false, converge: { timeout = 180 } = {} } = props;
    expectEngine(this);
    noteStackName(this, model.name);
    this.model = model;
    for (const warning of model.warnings) Annotations.of(this).addWarning(render(warning));
    const adoption = projectAdoption(model, adopt);
    checkAdoptedProject(this, adoption, model);
    this.networks = this.makeNetworks();
    this.volumes = this.makeVolumes(keptVolumes(model, keepVolumes));
    const images = withoutStackTraces(() => projectImages(new Construct(this, "images"), model.services));
    this.images = Object.fromEntries(images.byService);
    this.containers = withoutStackTraces(() => this.makeContainers(images.byName, timeout));
    this.adopt(adoption, images.byName);
    if (engine !== undefined) onEngine(this, typeof engine === "string" ? engine : engine.engine);
  }

  private adopt(adoption: Adoption, images: ReadonlyMap<string, FileImage>): void {
    for (const section of ["networks", "volumes"] as const)
      for (const [key, resource] of Object.entries(this[section]))
        adoption.take(section, key, resource, own(this.model[section], key)!.name);
    for (const [name, { resource }] of images) adoption.take("images", name, resource, resource.nameInput!);
    for (const [key, containers] of Object.entries(this.containers))
      for (const [i, container] of containers.entries())
        adoption.take("services", key, container, own(this.model.services, key)!.containers[i]!.name);
    for (const [key, hooks] of this.hooks)
      for (const { exec, container } of hooks) adoption.take("services", key, exec, container);
  }

  private makeNetworks(): Record<string, DockerNetwork> {
    const scope = new Construct(this, "networks");
    return mapValues(
      this.model.networks,
      ({ labels, ...network }, key) =>
        new DockerNetwork(scope, constructId(key), escapeTemplates({ ...network, labels: toLabelBlocks(labels) })),
    );
  }

  private makeVolumes(kept: ReadonlySet<string>): Record<string, DockerVolume> {
    const scope = new Construct(this, "volumes");
    return mapValues(
      this.model.volumes,
      ({ labels, ...volume }, key) =>
        new DockerVolume(scope, constructId(key), {
          ...escapeTemplates({ ...volume, labels: toLabelBlocks(labels) }),
          ...(kept.has(key) && { keepOnDestroy: true }),
        }),
    );
  }

  private makeContainers(images: ReadonlyMap<string, FileImage>, timeout: number) {
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
      const restarts = restartTriggers(service, made);
      const hooks = containers.flatMap((container, i) =>
        postStart(container, service, restarts).map((exec) => ({
          exec,
          container: service.containers[i]!.name,
        })),
      );
      this.hooks.set(key, hooks);
      ready.set(key, [...containers, ...hooks.map(({ exec }) => exec)]);
    }
    return mapValues(this.model.services, (_, key) => made.get(key)!);
  }

  /** Asked for once of what many containers are on: each asking is a token of its own. */
  private addressOf(resource: ITerraformDependable): string {
    const known = this.addresses.get(resource) ?? dependable(resource);
    this.addresses.set(resource, known);
    return known;
  }

  private makeContainer(scope: Construct, wanted: Wanted): DockerContainer {
    const { id, container, service, made, ready, images, timeout } = wanted;
    const { name, labels, arguments: asked } = container;
    const image = images.get(service.image);
    const mounted = container.volumes.map((key) => own(this.volumes, key)!);
    const connected = container.networks.map((key) => own(this.networks, key)!);
    const dependencies = Object.entries(service.dependsOn);
    const shared = dependencies.flatMap(([key, { isShared }]) => (isShared ? made.get(key)!.slice(0, 1) : []));
    const brought = [image, ...container.images.map((name) => images.get(name))].flatMap(
      (each) => each?.resource ?? [],
    );
    const causes = [...connected, ...mounted, ...shared].map((each) => `${this.addressOf(each)}.id`);
    const replaceTriggeredBy = [...brought.map((each) => `${this.addressOf(each)}.image_id`), ...causes];
    const restarts = restartTriggers(service, made);
    return new DockerContainer(scope, id, {
      ...escapeTemplates({ ...asked, name, image: service.image, labels: toLabelBlocks(labels) }),
      destroyGraceSeconds: asked.destroyGraceSeconds ?? GRACE,
      ...(!STARTED_AGAIN.has(asked.restart) && { expectedExitCode: 0 }),
      ...(asked.wait && { waitTimeout: timeout }),
      ...(restarts.length > 0 && { restartTriggers: restarts }),
      dependsOn: [...brought, ...connected, ...mounted, ...dependencies.flatMap(([key]) => ready.get(key)!)],
      ...(replaceTriggeredBy.length > 0 && { lifecycle: { replaceTriggeredBy } }),
    });
  }
}

/** Seconds that `docker compose` gives a container to stop, where the file says nothing. */
const GRACE = 10;

/** Policies of `restart` by which the engine starts what ends with 0: any other container may be a job, and end so. */
const STARTED_AGAIN: ReadonlySet<string | undefined> = new Set(["always", "unless-stopped"]);

/** What a service's containers are stopped and started for: containers of others that were made anew. */
function restartTriggers({ dependsOn }: ProjectService, made: Wanted["made"]): string[] {
  const restarting = Object.entries(dependsOn).filter(([, { restart, isShared }]) => restart && !isShared);
  return restarting.flatMap(([key]) => made.get(key)!.map(({ id }) => id));
}

interface Wanted {
  readonly id: string;
  readonly container: ProjectContainer;
  readonly service: ProjectService;
  /** Containers of the services before it. */
  readonly made: ReadonlyMap<string, readonly DockerContainer[]>;
  /** What must be there of a service so that others can depend on it. */
  readonly ready: ReadonlyMap<string, readonly ITerraformDependable[]>;
  readonly images: ReadonlyMap<string, FileImage>;
  readonly timeout: number;
}

/** Commands that run in a container once it has started: each after the one before it, and again where it is restarted. */
function postStart(
  container: DockerContainer,
  { postStart: hooks }: ProjectService,
  restarts: readonly string[],
): DockerExec[] {
  const execs: DockerExec[] = [];
  for (const [i, hook] of hooks.entries()) {
    const before = execs.at(-1);
    execs.push(
      new DockerExec(container, `post-start-${i + 1}`, {
        ...escapeTemplates(hook),
        container: container.name,
        ...(restarts.length > 0 && { triggers: { restarts: restarts.join(" ") } }),
        ...(before && { dependsOn: [before] }),
      }),
    );
  }
  return execs;
}
