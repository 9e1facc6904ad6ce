import type { Engine, LogOptions } from "../../engine";
import { collectOutput } from "../../engine/output";
import { withPath } from "../resources/with-path";
import { bool, string, stringList } from "../schema";
import { like } from "../schema/validators";
import { defineDataSource } from "./define";
import { tryInstant, validateInstant } from "./instant";

const schema = {
  id: string({ computed: true, doc: "The container's name." }),
  name: string({ required: true, doc: "Name or id of the container." }),
  show_stdout: bool({ optional: true, default: true, doc: "What it printed on standard output." }),
  show_stderr: bool({ optional: true, default: true, doc: "What it printed on standard error." }),
  since: string({
    optional: true,
    validate: validateInstant,
    doc: 'Only what it printed since: a time like `"2026-01-31T12:00:00Z"`, seconds since 1970, or how long ago like `"10m"`.',
  }),
  until: string({
    optional: true,
    validate: validateInstant,
    doc: "Only what it printed until then, written likewise.",
  }),
  tail: string({
    optional: true,
    validate: like(/^(all|-?\d+|)$/, "number of lines", 'one, or "all"'),
    doc: 'Only that many lines from the end, or `"all"`.',
  }),
  timestamps: bool({ optional: true, default: false, doc: "Begin each line with its time." }),
  details: bool({ optional: true, default: false, doc: "Begin each line with what the log driver's options add." }),
  follow: bool({ optional: true, default: false, doc: "Wait until it has ended." }),
  discard_headers: bool({
    optional: true,
    default: true,
    doc: "No effect: lines never have the headers that the engine puts between its two streams.",
  }),
  logs_list_string_enabled: bool({ optional: true, default: true, doc: "Give the lines in `logs_list_string`." }),
  logs_list_string: stringList({
    computed: true,
    doc: "What it printed, a line each, in the order in which they were written.",
  }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerLogs */
export const logs = defineDataSource({
  type: "docker_logs",
  doc: "What a container printed, like `docker container logs`.",
  schema,

  async read({ config, engine, signal }) {
    const { name, follow, tail, since, until, timestamps, details } = config;
    const options: LogOptions = {
      stdout: config.show_stdout,
      stderr: config.show_stderr,
      since: since ? tryInstant(since) : undefined,
      until: until ? tryInstant(until) : undefined,
      // To the engine, less than none is all.
      tail: tail && tail !== "all" && Number(tail) >= 0 ? Number(tail) : undefined,
      timestamps,
      details,
      signal,
    };
    const output = await withPath(["name"], outputOf(engine, name, options, follow));
    return { id: name, logs_list_string: config.logs_list_string_enabled ? linesOf(output) : undefined };
  },
});

async function outputOf(engine: Engine, name: string, options: LogOptions, follow: boolean): Promise<string> {
  if (!follow) return (await engine.containers.logs(name, options)).output;
  return (await collectOutput(await engine.containers.followLogs(name, options))).output;
}

/** Without the line breaks; a terminal's have a carriage return each. */
const linesOf = (output: string): string[] => (output === "" ? [] : output.replace(/\r?\n$/, "").split(/\r?\n/));
