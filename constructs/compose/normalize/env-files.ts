import { fields, list, single } from "./collections";
import { choice, flag, text } from "./scalars";
import { byKind, mapped, type Shape } from "./shape";

export interface EnvFileReference {
  readonly path: string;
  readonly format?: "raw" | undefined;
  /** Whether it is an error if the file is not there. @default true */
  readonly required?: boolean | undefined;
}

const path: Shape<EnvFileReference> = mapped(text, (path): EnvFileReference => ({ path }));
const long = fields({ path: text, format: choice("raw"), required: flag }, "path");

/** A path, or a list of paths and of mappings with `path`. */
export const envFiles: Shape<readonly EnvFileReference[]> = byKind({
  scalar: single(path),
  sequence: list<EnvFileReference>(byKind({ scalar: path, mapping: long })),
});
