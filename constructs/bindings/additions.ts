import type { TerraformElement } from "cdktf";

/** What docker-stages' provider adds to types of the community provider; `@cdktf/provider-docker` does not know it. */
export interface Additions {
  /** Any type: the engine that holds the object. */
  readonly engine: string;
  /** `docker_container` that runs to its end: another exit code is an apply error that shows the log. */
  readonly expected_exit_code: number;
}

const added = new WeakMap<TerraformElement, Set<string>>();

/** Sets an attribute that the element's class does not have. */
export function add<Name extends keyof Additions>(element: TerraformElement, name: Name, value: Additions[Name]): void {
  addAt(element, name, value);
}

/** As `add`, for an attribute inside the element's blocks: `path` joins them by dots, with the place in a list of blocks. */
export function addAt(element: TerraformElement, path: string, value: unknown): void {
  element.addOverride(path, value);
  added.set(element, (added.get(element) ?? new Set()).add(path));
}

/** Paths of the additions that `element` was given: none of them works with the community provider. */
export const additionsOf = (element: TerraformElement): ReadonlySet<string> => added.get(element) ?? new Set();
