import { own } from "../../../../foreign/own";
import type { Config, Secret } from "../../keys/project";
import type { FileReference } from "../../keys/references";
import type { Service } from "../../keys/service";
import { resolveFrom } from "../../merge/documents";
import type { Normalized } from "../../normalize/normalize";
import type { PathOf } from "./mounts";
import type { ContainerArguments } from "./project-model";

/** Permissions of what is put into a container, where the file says none. */
const READABLE = 0o444;

type Uploads = Extract<ContainerArguments["upload"], readonly unknown[]>;
type Mounts = Extract<ContainerArguments["mounts"], readonly unknown[]>;

/** Secrets and configs: a file of the machine's is bound, read only; any other content is put into the container. */
export function fileArguments(
  service: Service,
  { project, contents, origins }: Normalized,
  pathOf: PathOf,
): { readonly upload: Uploads; readonly mounts: Mounts } {
  const upload: Uploads[number][] = [];
  const mounts: Mounts[number][] = [];
  const give = (reference: FileReference, item: Secret | Config, path: string) => {
    const origin = item.file === undefined ? undefined : origins.of(item, "file");
    if (item.file !== undefined && origin) {
      const absolute = resolveFrom(origin, item.file);
      const source = item.file.startsWith("/") ? absolute : pathOf(absolute);
      mounts.push({ type: "bind", source, target: path, readOnly: true });
      return;
    }
    const content = contents.get(item) ?? "";
    const permissions = `0${(reference.mode ?? READABLE).toString(8)}`;
    const { uid, gid } = reference;
    const owner = { ...(uid !== undefined && { owner: uid }), ...(gid !== undefined && { group: gid }) };
    const held = typeof content === "string" ? { content } : { contentBase64: content.toString("base64") };
    upload.push({ file: path, permissions, ...owner, ...held });
  };
  for (const reference of service.secrets ?? [])
    give(reference, own(project.secrets, reference.source)!, secretPath(reference));
  for (const reference of service.configs ?? [])
    give(reference, own(project.configs, reference.source)!, reference.target ?? `/${reference.source}`);
  return { upload, mounts };
}

const secretPath = ({ source, target = source }: FileReference): string =>
  target.startsWith("/") ? target : `/run/secrets/${target}`;
