import type { TaskSpecContainerSpec } from "../../engine";
import { number, setOf, string } from "../../schema";
import { wholeFrom } from "./checks";
import { part, some } from "./part";

const target = {
  file_name: string({ required: true, doc: "Path in the container; a secret's is relative to `/run/secrets`." }),
  file_uid: string({ optional: true, default: "0", doc: "User that the file belongs to." }),
  file_gid: string({ optional: true, default: "0", doc: "Group that the file belongs to." }),
  file_mode: number({
    optional: true,
    default: 0o444,
    validate: wholeFrom(0, 0o7777),
    doc: "Permissions as a decimal number: 292 is 0444.",
  }),
};

const secretFields = {
  secrets: setOf(
    {
      secret_id: string({ required: true, doc: "Id of the secret." }),
      secret_name: string({ optional: true, doc: "Its name." }),
      ...target,
    },
    { doc: "A secret as a file in memory." },
  ),
} as const;

const configFields = {
  configs: setOf(
    {
      config_id: string({ required: true, doc: "Id of the config." }),
      config_name: string({ optional: true, doc: "Its name." }),
      ...target,
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

type File = Partial<ReturnType<typeof toFile>> | null | undefined;
const fromFile = (file: File): Target => ({
  file_name: file?.Name ?? "",
  file_uid: file?.UID ?? "0",
  file_gid: file?.GID ?? "0",
  file_mode: file?.Mode ?? 0,
});

/** Source: https://docs.docker.com/engine/swarm/secrets/ */
export const secrets = part<typeof secretFields, Secrets>({
  fields: secretFields,
  toEngine: (asked) =>
    some(
      asked.secrets.map((secret) => ({
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
  fields: configFields,
  toEngine: (asked) =>
    some(
      asked.configs.map((config) => ({
        ConfigID: config.config_id,
        ConfigName: config.config_name,
        File: toFile(config),
      })),
    ),
  fromEngine: (found) => ({
    configs: (found ?? []).map(({ ConfigID, ConfigName, File }) => ({
      config_id: ConfigID ?? "",
      config_name: ConfigName ?? undefined,
      ...fromFile(File),
    })),
  }),
});
