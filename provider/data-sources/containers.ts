import type { ContainerInspect, ContainerSummary } from "../../engine";
import { own } from "../../foreign/own";
import { NONCE_LABEL } from "../../formats/labels";
import { bool, objectList, string, stringMap } from "../schema";
import { textTable } from "../tables/text-table";
import { defineDataSource } from "./define";
import { labelFilter } from "./label-filter";

const schema = {
  id: string({ computed: true, doc: "What was asked, as text." }),
  all: bool({ optional: true, default: false, doc: "Stopped containers too, like `docker container ls -a`." }),
  name_prefix: string({ optional: true, doc: "What their names begin with. Default: any name." }),
  labels: stringMap({ optional: true, doc: "Labels that they all carry, with these values. Default: any labels." }),
  containers: objectList({
    id: "string",
    name: "string",
    image: "string",
    command: "string",
    state: "string",
    exit_code: "number",
    error: "string",
    labels: ["map", "string"],
  })({
    computed: true,
    doc: "The containers, sorted by name. `error` is what the engine says of one that it could not start.",
  }),
  table: string({
    computed: true,
    doc: "Laid out like `docker container ls`, without what changes by itself (ids, ages).",
  }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerList */
export const containers = defineDataSource({
  type: "docker_containers",
  doc: "The containers of an engine, like `docker container ls`.",
  schema,

  async read({ config, engine, signal }) {
    const { all, name_prefix: prefix = "", labels = {} } = config;
    const summaries = await engine.containers.list({ all, filters: { label: labelFilter(labels) }, signal });
    const wanted = summaries.filter((found) => nameOf(found).startsWith(prefix));
    // Gone since the list was made: not there.
    const inspected = await Promise.all(wanted.map(({ Id }) => engine.containers.tryInspect(Id, { signal })));
    const found = inspected.flatMap((container, i) => (container ? [row(wanted[i]!, container)] : []));
    found.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { id: JSON.stringify([all, prefix, labels]), containers: found, table: table(found) };
  },
});

/** A container that is linked to has names with more than one slash; its own has one. */
const nameOf = ({ Names }: ContainerSummary): string =>
  (Names.find((name) => name.lastIndexOf("/") === 0) ?? Names[0] ?? "").replace(/^\//, "");

function row(summary: ContainerSummary, { State }: ContainerInspect) {
  const { [NONCE_LABEL]: _, ...labels } = (summary.Labels ?? {}) as Record<string, string>;
  return {
    id: summary.Id,
    name: nameOf(summary),
    image: summary.Image,
    command: summary.Command ?? "",
    state: summary.State as string,
    exit_code: State.ExitCode ?? 0,
    error: State.Error ?? "",
    labels,
  };
}

type Row = ReturnType<typeof row>;

const table = (rows: readonly Row[]): string =>
  textTable(
    ["IMAGE", "COMMAND", "STATUS", "NAMES"],
    rows.map(({ image, command, state, exit_code, name }) => [image, quoted(command), status(state, exit_code), name]),
  );

/** As `docker container ls` shortens it: 20 characters, the last of them an ellipsis. */
const quoted = (command: string): string => `"${command.length > 20 ? `${command.slice(0, 19)}…` : command}"`;

const STATUS: Readonly<Record<string, (exitCode: number) => string>> = {
  running: () => "Up",
  exited: (exitCode) => `Exited (${exitCode})`,
  paused: () => "Up (Paused)",
  created: () => "Created",
  restarting: (exitCode) => `Restarting (${exitCode})`,
  removing: () => "Removal In Progress",
  dead: () => "Dead",
};

const status = (state: string, exitCode: number): string => own(STATUS, state)?.(exitCode) ?? state;
