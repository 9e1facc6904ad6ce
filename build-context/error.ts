import { type Problem, ProblemError, sentence } from "../problem";

/** Why a build context cannot be read. */
export type BuildContextErrorCode =
  | "context-absent"
  | "context-no-folder"
  | "dockerfile-absent"
  | "unreadable"
  | "device"
  | "not-utf8"
  | "changed";

const problems: { readonly [Code in BuildContextErrorCode]: (path: string, more: string) => Omit<Problem, "code"> } = {
  "context-absent": (path) => ({
    what: `the build context ${path} does not exist`,
    remedy: "give the path of a folder",
  }),
  "context-no-folder": (path) => ({
    what: `the build context ${path} is no folder`,
    remedy: "give the path of the folder that the Dockerfile copies from",
  }),
  "dockerfile-absent": (path, more) => ({
    what: `there is no Dockerfile at ${path}${more}`,
    remedy: "correct the path, or make the file",
  }),
  unreadable: (path, more) => ({
    what: `${path} cannot be read (${more})`,
    remedy: "allow it, or name it in .dockerignore",
  }),
  device: (path) => ({
    what: `${path} is a device, which cannot be sent`,
    remedy: "remove it, or name it in .dockerignore",
  }),
  "not-utf8": (path) => ({
    what: `the name of ${path} is not UTF-8`,
    remedy: "rename the file, or name its folder in .dockerignore",
  }),
  changed: (path) => ({
    what: `${path} changed while it was being sent`,
    remedy: "build again once nothing writes to it",
  }),
};

/** A build context that cannot be read as it is. */
export class BuildContextError extends ProblemError<BuildContextErrorCode> {
  override readonly name = "BuildContextError";

  constructor(
    code: BuildContextErrorCode,
    readonly path: string,
    more = "",
  ) {
    const problem = { code, ...problems[code](path, more) };
    super([problem], sentence(problem));
  }
}
