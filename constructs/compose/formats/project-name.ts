const PROJECT_NAME = /^[a-z0-9][a-z0-9_-]*$/;

export const isProjectName = (name: string): boolean => PROJECT_NAME.test(name);

/** The name that a folder's gives: what of it a name may have. */
export const projectNameOf = (folder: string): string =>
  folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, "")
    .replace(/^[_-]+/, "");
