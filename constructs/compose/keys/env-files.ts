import { list, single } from "./shapes/collections";
import { fields } from "./shapes/fields";
import { choice, flag, text } from "./shapes/scalars";
import { byKind, mapped, type Shape } from "./shapes/shape";

export interface EnvFileReference {
  readonly path: string;
  readonly format?: "raw" | undefined;
  /** Whether it is an error if the file is not there. @default true */
  readonly required?: boolean | undefined;
}

const path: Shape<EnvFileReference> = mapped(text, (path): EnvFileReference => ({ path }));
const env = {
  swarm: { becomes: "docker_service.task_spec.container_spec.env" },
  host: { becomes: "docker_container.env" },
};
const long = fields(
  {
    path: { shape: text, ...env },
    format: { shape: choice("raw"), ...env },
    required: { shape: flag, ...env },
  },
  "path",
);

/** A path, or a list of paths and of mappings with `path`. */
export const envFiles: Shape<readonly EnvFileReference[]> = byKind({
  scalar: single(path),
  sequence: list<EnvFileReference>(byKind({ scalar: path, mapping: long })),
});
