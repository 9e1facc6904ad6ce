/** Why a build context cannot be read. */
export type ContextProblemCode =
  | "context-absent"
  | "context-no-folder"
  | "dockerfile-absent"
  | "unreadable"
  | "device"
  | "not-utf8"
  | "changed";

const messages: { readonly [Code in ContextProblemCode]: (path: string, more: string) => string } = {
  "context-absent": (path) => `the build context ${path} does not exist; give the path of a folder`,
  "context-no-folder": (path) =>
    `the build context ${path} is no folder; give the path of the folder that the Dockerfile copies from`,
  "dockerfile-absent": (path, more) => `there is no Dockerfile at ${path}${more}; correct the path, or make the file`,
  unreadable: (path, more) => `${path} cannot be read (${more}); allow it, or name it in .dockerignore`,
  device: (path) => `${path} is a device, which cannot be sent; remove it, or name it in .dockerignore`,
  "not-utf8": (path) => `the name of ${path} is not UTF-8; rename the file, or name its folder in .dockerignore`,
  changed: (path) => `${path} changed while it was being sent; build again once nothing writes to it`,
};

/** A build context that cannot be read as it is. Callers go by `code`, people by `message`. */
export class ContextProblem extends Error {
  override readonly name = "ContextProblem";

  constructor(
    readonly code: ContextProblemCode,
    readonly path: string,
    more = "",
  ) {
    super(messages[code](path, more));
  }
}
