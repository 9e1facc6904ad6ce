import { own } from "../../../../foreign/own";
import type { Config, Secret } from "../../keys/project";
import type { FileReference } from "../../keys/references";
import type { Service } from "../../keys/service";
import { resolveFrom } from "../../merge/documents";
import type { Normalized } from "../../normalize/normalize";
import type { WriteOnlySecrets } from "../names";
import type { PathOf } from "../path-of";
import type { ContainerArguments } from "./project-model";

/** Permissions of what is put into a container, where the file says none. */
const READABLE = 0o444;

type Uploads = Extract<ContainerArguments["upload"], readonly unknown[]>;
type Mounts = Extract<ContainerArguments["mounts"], readonly unknown[]>;

interface Given {
  readonly upload: Uploads;
  readonly mounts: Mounts;
  /** What is write-only, and the number that shows that some of it is another. */
  readonly contents: Pick<ContainerArguments, "uploadContentWo" | "uploadContentWoVersion">;
}

/** Secrets and configs: a file of the machine's is bound, read only; any other content is put into the container. */
export function fileArguments(
  service: Service,
  { project, contents: held, origins }: Normalized,
  { pathOf, writeOnly, secretVersions = {} }: WriteOnlySecrets & { readonly pathOf: PathOf },
): Given {
  const upload: Uploads[number][] = [];
  const mounts: Mounts[number][] = [];
  const writeOnlyContents = new Map<string, string>();
  let version = 0;
  const give = (reference: FileReference, item: Secret | Config, path: string, isSecret: boolean) => {
    const origin = item.file === undefined ? undefined : origins.of(item, "file");
    if (item.file !== undefined && origin) {
      const absolute = resolveFrom(origin, item.file);
      const source = item.file.startsWith("/") ? absolute : pathOf(absolute);
      mounts.push({ type: "bind", source, target: path, readOnly: true });
      return;
    }
    const content = held.get(item) ?? "";
    const permissions = `0${(reference.mode ?? READABLE).toString(8)}`;
    const { uid, gid } = reference;
    const owner = { ...(uid !== undefined && { owner: uid }), ...(gid !== undefined && { group: gid }) };
    if (isSecret && writeOnly) {
      writeOnlyContents.set(path, content as string);
      // Versions go up: so does their sum.
      version += own(secretVersions, reference.source) ?? 1;
      upload.push({ file: path, permissions, ...owner });
      return;
    }
    const given =
      typeof content === "string" ? { content } : { contentBase64: Buffer.from(content).toString("base64") };
    upload.push({ file: path, permissions, ...owner, ...given });
  };
  for (const reference of service.secrets ?? [])
    give(reference, own(project.secrets, reference.source)!, secretPath(reference), true);
  for (const reference of service.configs ?? [])
    give(reference, own(project.configs, reference.source)!, reference.target ?? `/${reference.source}`, false);
  const contentsGiven = version > 0 && {
    uploadContentWo: Object.fromEntries(writeOnlyContents),
    uploadContentWoVersion: version,
  };
  return { upload, mounts, contents: { ...contentsGiven } };
}

const secretPath = ({ source, target = source }: FileReference): string =>
  target.startsWith("/") ? target : `/run/secrets/${target}`;
