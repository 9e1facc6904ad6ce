import { progress as words } from "../words/progress";

/** What Terraform does to a resource, by its own words. */
export type Action = "create" | "read" | "update" | "delete" | "replace" | "noop" | "import" | "forget" | "move";

interface Resource {
  /** Address, with the hash that cdktf puts behind the construct's path. */
  readonly addr: string;
}

export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
}

export interface OutputValue {
  /** Absent where it is sensitive, and in a plan. */
  readonly value?: unknown;
}

interface Counts {
  readonly add: number;
  readonly change: number;
  readonly remove: number;
  readonly operation: "plan" | "apply" | "destroy";
}

interface Hook {
  readonly resource: Resource;
  readonly action: Action;
}

/**
 * A line of what `terraform … -json` prints, as far as it is read here; OpenTofu prints the same.
 * Source: https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export type TerraformEvent = { readonly "@message": string } & (
  | { readonly type: "refresh_start" | "refresh_complete"; readonly hook: Pick<Hook, "resource"> }
  | { readonly type: "apply_start" | "apply_complete" | "apply_errored"; readonly hook: Hook }
  | { readonly type: "planned_change" | "resource_drift"; readonly change: Hook }
  | { readonly type: "change_summary"; readonly changes: Counts }
  | { readonly type: "outputs"; readonly outputs: Readonly<Record<string, OutputValue>> }
  | { readonly type: "diagnostic"; readonly diagnostic: Diagnostic }
  | { readonly type: "version" }
);

/** The event in a line; undefined where it is none, as what OpenTofu or Terraform says before it reads its options. */
export function readEvent(line: string): TerraformEvent | undefined {
  try {
    const event: unknown = JSON.parse(line);
    return typeof event === "object" && event !== null && "type" in event ? (event as TerraformEvent) : undefined;
  } catch {
    return undefined;
  }
}

/** An address without the hash that cdktf puts behind the construct's path. */
export const readable = (address: string): string => address.replace(/_[0-9A-F]{8}(?=$|\[)/, "");

/** In words. */
export interface LockHolder {
  readonly who: string;
  readonly since: string;
}

/** Who holds the lock of the state that Terraform wanted; undefined where that is not what is wrong. */
export function lockHolder(errors: readonly Diagnostic[]): LockHolder | undefined {
  const error = errors.find(({ summary }) => summary === "Error acquiring the state lock");
  if (!error) return undefined;
  const [, who = words.somebody()] = /^ *Who: +(\S.*)$/m.exec(error.detail ?? "") ?? [];
  const [, since] = /^ *Created: +(\S+ [\d:]+)/m.exec(error.detail ?? "") ?? [];
  return { who, since: since === undefined ? words.someTime() : `${since} UTC` };
}
