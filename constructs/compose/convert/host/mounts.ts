import { own } from "../../../../foreign/own";
import { toLabelBlocks } from "../../../../formats/labels";
import type { Mount } from "../../formats/mount";
import type { Service } from "../../keys/service";
import { resolveFrom } from "../../merge/documents";
import type { Normalized } from "../../normalize/normalize";
import { filled } from "../../terraform/blocks";
import type { PathOf } from "../path-of";
import { present } from "../present";
import type { ContainerArguments, ProjectVolume } from "./project-model";
import type { ProjectNames } from "./project-names";
import { isAnonymous, type Place, volumeKeys } from "./volume-keys";

/** What of a container is mounted, and what that needs. */
export interface Mounted {
  readonly arguments: ContainerArguments;
  /** Keys of the project's volumes that are mounted. */
  readonly volumes: readonly string[];
  /** Names of the images that are. */
  readonly images: readonly string[];
}

interface MountOptions {
  readonly names: ProjectNames;
  readonly pathOf: PathOf;
}

type Short = NonNullable<Extract<ContainerArguments["volumes"], readonly unknown[]>>[number];
type Long = NonNullable<Extract<ContainerArguments["mounts"], readonly unknown[]>>[number];

/** As `docker compose` has it, what can be is a bind of the old kind: the engine then makes a path that is not there. */
export function mountArguments(
  service: Service,
  { project, services }: Normalized,
  place: Place,
  { names, pathOf }: MountOptions,
): Mounted {
  const short: Short[] = [];
  const long: Long[] = [];
  const used: string[] = [];
  const images: string[] = [];
  const keyOf = volumeKeys(service);
  for (const mount of service.volumes ?? []) {
    const key = keyOf(mount, place);
    const source = mount.type === "image" ? imageOf(mount.source!, services) : sourceOf(mount, key, { names, pathOf });
    if (mount.type === "image") images.push(source!);
    if (key !== undefined && !own(project.volumes, key)?.external?.is) used.push(key);
    if (isShort(mount)) short.push(shortMount(mount, source));
    else long.push(longMount(mount, source));
  }
  const tmpfs = (service.tmpfs ?? []).map(({ target, tmpfsOptions = "" }) => [target, tmpfsOptions]);
  return {
    arguments: {
      volumes: short.length > 0 ? short : undefined,
      mounts: long.length > 0 ? long : undefined,
      tmpfs: tmpfs.length > 0 ? Object.fromEntries(tmpfs) : undefined,
    },
    volumes: used,
    images,
  };
}

/** Where it mounts volumes that no file names. */
export const anonymousPaths = ({ volumes = [] }: Service): string[] =>
  volumes.filter(isAnonymous).map(({ target }) => target);

function sourceOf(mount: Mount, key: string | undefined, { names, pathOf }: MountOptions): string | undefined {
  if (key !== undefined) return names.volume(key);
  return mount.source !== undefined && mount.isRelative ? pathOf(mount.source) : mount.source;
}

/** An image, or the one that a service's build makes. */
function imageOf(source: string, services: Normalized["services"]): string {
  const service = own(services, source);
  return service?.build ? service.image! : source;
}

const isShort = (mount: Mount): boolean =>
  mount.type === "bind"
    ? mount.propagation === undefined && mount.recursive === undefined && mount.createHostPath !== false
    : mount.type === "volume" && !mount.noCopy && mount.subpath === undefined && mount.labels === undefined;

const shortMount = ({ type, target, readOnly, selinux }: Mount, source: string | undefined): Short => ({
  containerPath: target,
  readOnly: readOnly || undefined,
  selinuxRelabel: selinux,
  ...(type === "bind" ? { hostPath: source } : { volumeName: source }),
});

const longMount = (mount: Mount, source: string | undefined): Long => ({
  type: mount.type,
  source,
  target: mount.target,
  readOnly: mount.readOnly || undefined,
  bindOptions: filled({ propagation: mount.propagation, ...recursion(mount) }),
  volumeOptions: filled({
    noCopy: mount.noCopy || undefined,
    subpath: mount.type === "volume" ? mount.subpath : undefined,
    labels: mount.labels && toLabelBlocks(mount.labels),
  }),
  tmpfsOptions: filled({ sizeBytes: mount.tmpfsSize, mode: mount.tmpfsMode }),
  imageOptions: filled({ subpath: mount.type === "image" ? mount.subpath : undefined }),
});

/** What becomes of what is mounted below the path. */
const recursions = {
  enabled: {},
  disabled: { nonRecursive: true },
  writable: { readOnlyNonRecursive: true },
  readonly: { readOnlyForceRecursive: true },
} as const;

const recursion = ({ recursive }: Mount): Partial<(typeof recursions)["disabled" | "writable" | "readonly"]> =>
  recursive === undefined ? {} : recursions[recursive];

/** The volumes that some service mounts and that are not external; anonymous ones, too, which so outlive a container. */
export function volumesToMake(
  { project, services, origins }: Normalized,
  places: readonly Place[],
  { names, pathOf }: MountOptions,
): Record<string, ProjectVolume> {
  const keys = places.flatMap((place) => {
    const service = own(services, place.service)!;
    const keyOf = volumeKeys(service);
    return (service.volumes ?? []).flatMap((mount) => keyOf(mount, place) ?? []);
  });
  return Object.fromEntries(
    [...new Set(keys)]
      .filter((key) => !own(project.volumes, key)?.external?.is)
      .map((key) => {
        const { driver, driver_opts: options, labels } = own(project.volumes, key) ?? {};
        const driverOpts = driver === "local" ? located(options, origins, pathOf) : options;
        return [key, present({ name: names.volume(key), driver, driverOpts, labels: names.volumeLabels(key, labels) })];
      }),
  );
}

type Options = Readonly<Record<string, string>>;

/** As `docker compose` has it, a volume that is a bind mount may name its folder from that of the file. */
function located(options: Options | undefined, origins: Normalized["origins"], pathOf: PathOf): Options | undefined {
  const { o, device } = options ?? {};
  if (o !== "bind" || device === undefined || /^(?:\/|~|[a-zA-Z]:[\\/]|\\\\)/.test(device)) return options;
  const origin = origins.of(options!, "device");
  return origin ? { ...options, device: pathOf(resolveFrom(origin, device)) } : options;
}
