import type { Answer, TaskSpecContainerSpec } from "../../../engine";
import { bool, number, setOf, string } from "../../schema";
import { fileMode } from "./checks";
import { part, some, sortedBy } from "./part";

/** An id that is left empty is looked up by the name, so every id is what it stands for. */
const id = (kind: string) =>
  string({
    required: true,
    same: (a, b) => a === b || a === "" || b === "",
    doc: `Id of the ${kind}; empty to look it up by its name.`,
  });

const name = (kind: string) =>
  string({ optional: true, doc: `Name of the ${kind}. Needed where the id is empty; else looked up by it.` });

const target = {
  file_name: string({ required: true, doc: "Path in the container; a secret's is relative to `/run/secrets`." }),
  file_uid: string({ optional: true, default: "0", doc: "User that the file belongs to." }),
  file_gid: string({ optional: true, default: "0", doc: "Group that the file belongs to." }),
  file_mode: number({
    optional: true,
    default: 0o444,
    validate: fileMode,
    doc: "Permissions as a decimal number: 292 is 0444.",
  }),
};

const secretFields = {
  secrets: setOf(
    {
      secret_id: id("secret"),
      secret_name: name("secret"),
      ...target,
    },
    { doc: "A secret as a file in memory." },
  ),
} as const;

const configFields = {
  configs: setOf(
    {
      config_id: id("config"),
      config_name: name("config"),
      ...target,
      runtime: bool({
        optional: true,
        zero: false,
        doc: "The config is for the engine (a credential specification): no file is made, and `file_name` is empty.",
      }),
    },
    { doc: "A config as a file." },
  ),
} as const;

type Secrets = TaskSpecContainerSpec["Secrets"];
type Configs = TaskSpecContainerSpec["Configs"];
interface Target {
  readonly file_name: string;
  readonly file_uid: string;
  readonly file_gid: string;
  readonly file_mode: number;
}

const toFile = ({ file_name, file_uid, file_gid, file_mode }: Target) => ({
  Name: file_name,
  UID: file_uid,
  GID: file_gid,
  Mode: file_mode,
});

type File = Answer<Partial<ReturnType<typeof toFile>>> | null | undefined;
const fromFile = (file: File): Target => ({
  file_name: file?.Name ?? "",
  file_uid: file?.UID ?? "0",
  file_gid: file?.GID ?? "0",
  file_mode: file?.Mode ?? 0,
});

/** Source: https://docs.docker.com/engine/swarm/secrets/ */
export const secrets = part<typeof secretFields, Secrets>({
  schema: secretFields,
  toEngine: (asked) =>
    some(
      sortedBy(asked.secrets, ({ file_name }) => file_name).map((secret) => ({
        SecretID: secret.secret_id,
        SecretName: secret.secret_name,
        File: toFile(secret),
      })),
    ),
  fromEngine: (found) => ({
    secrets: (found ?? []).map(({ SecretID, SecretName, File }) => ({
      secret_id: SecretID ?? "",
      secret_name: SecretName ?? undefined,
      ...fromFile(File),
    })),
  }),
});

/** Source: https://docs.docker.com/engine/swarm/configs/ */
export const configs = part<typeof configFields, Configs>({
  schema: configFields,
  toEngine: (asked) =>
    some(
      sortedBy(asked.configs, ({ file_name }) => file_name).map((config) => ({
        ConfigID: config.config_id,
        ConfigName: config.config_name,
        ...(config.runtime ? { Runtime: {} } : { File: toFile(config) }),
      })),
    ),
  fromEngine: (found) => ({
    configs: (found ?? []).map(({ ConfigID, ConfigName, File, Runtime }) => ({
      config_id: ConfigID ?? "",
      config_name: ConfigName ?? undefined,
      ...fromFile(File),
      ...(Runtime ? { file_mode: 0o444 } : {}),
      runtime: Boolean(Runtime),
    })),
  }),
});
