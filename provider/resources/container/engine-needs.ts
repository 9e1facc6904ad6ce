import { compareVersions } from "../../../engine";
import { type Config, type Diagnostic, DiagnosticError } from "../../schema";
import type { DockerCall } from "../define";
import { hasStartInterval } from "../health-check";
import { ALL_AT_CREATE, losesMacAddress } from "./network";
import type { schema } from "./parts";

type Container = Config<typeof schema>;
type Mount = Container["mounts"][number];

interface Need {
  /** As it is written in the configuration, blocks joined by dots. */
  readonly attribute: string;
  /** The API version that brought it, and Docker's release with that. */
  readonly api: string;
  readonly release: string;
  readonly isAsked: (container: Container) => boolean;
}

const anyMount = (isAsked: (mount: Mount) => unknown) => (container: Container) =>
  container.mounts.some((mount) => Boolean(isAsked(mount)));

const anyBind = (isAsked: (options: Mount["bind_options"][number]) => unknown) =>
  anyMount(({ type, bind_options: [options] }) => type === "bind" && options && isAsked(options));

/**
 * What engines of an earlier API version leave out without a word: the container would be another one than was asked
 * for. Source: https://docs.docker.com/reference/api/engine/version-history/
 */
const NEEDS: readonly Need[] = [
  {
    attribute: "networks_advanced.mac_address",
    api: ALL_AT_CREATE,
    release: "25",
    isAsked: losesMacAddress,
  },
  {
    attribute: "platform",
    api: "1.41",
    release: "20.10",
    isAsked: ({ platform }) => Boolean(platform),
  },
  {
    attribute: "mounts.bind_options.create_mountpoint",
    api: "1.42",
    release: "23",
    isAsked: anyBind(({ create_mountpoint: make }) => make),
  },
  {
    attribute: "annotations",
    api: "1.43",
    release: "24",
    isAsked: ({ annotations }) => Object.keys(annotations ?? {}).length > 0,
  },
  {
    attribute: "healthcheck.start_interval",
    api: "1.44",
    release: "25",
    isAsked: ({ healthcheck: [check] }) => check !== undefined && hasStartInterval(check),
  },
  {
    attribute: "networks_advanced.interface_name",
    api: "1.49",
    release: "28.1",
    isAsked: ({ networks_advanced }) => networks_advanced.some(({ interface_name: name }) => Boolean(name)),
  },
  {
    attribute: "networks_advanced.gw_priority",
    api: "1.48",
    release: "28",
    isAsked: ({ networks_advanced }) => networks_advanced.some(({ gw_priority: priority }) => Boolean(priority)),
  },
  {
    attribute: "mounts.bind_options.read_only_non_recursive",
    api: "1.44",
    release: "25",
    isAsked: anyBind(({ read_only_non_recursive: leaves }) => leaves),
  },
  {
    attribute: "mounts.bind_options.read_only_force_recursive",
    api: "1.44",
    release: "25",
    isAsked: anyBind(({ read_only_force_recursive: forces }) => forces),
  },
  {
    attribute: "mounts.type",
    api: "1.48",
    release: "28",
    isAsked: anyMount(({ type }) => type === "image"),
  },
  {
    attribute: "mounts.volume_options.subpath",
    api: "1.45",
    release: "26",
    isAsked: anyMount(({ type, volume_options: [options] }) => type === "volume" && options?.subpath),
  },
];

/** Refuses, before anything is made, what the engine would leave out. All of it is told at once. */
export async function assertKnown(
  { engine, signal }: Pick<DockerCall, "engine" | "signal">,
  planned: Container,
): Promise<void> {
  const asked = NEEDS.filter(({ isAsked }) => isAsked(planned));
  if (asked.length === 0) return;
  const spoken = await engine.apiVersion({ signal });
  const missing = asked.filter(({ api }) => compareVersions(spoken, api) < 0);
  if (missing.length === 0) return;
  const { Version: release } = await engine.system.version({ signal });
  throw new DiagnosticError(
    missing.map(
      (need): Diagnostic => ({
        severity: "error",
        summary: `container "${planned.name}": its engine is too old for ${need.attribute}`,
        detail: `It needs API ${need.api} (Docker ${need.release}); the engine at ${engine.url} is ${release} and speaks ${spoken}. Remove it, or use a newer engine.`,
        path: [need.attribute.split(".")[0]!],
      }),
    ),
  );
}
