import { progress } from "../words/progress";
import { told } from "../words/told";
import { type Diagnostic, readable } from "./event";

/** Why Terraform could not do what a stage wants, in a line. */
export function failureOf(stage: string, errors: readonly Diagnostic[], words: readonly string[]): string {
  const [first, ...others] = errors;
  if (!first) return progress.failed(stage, words.at(-1)?.trim() ?? progress.wordless());
  const where = first.address ? `${readable(first.address)}: ` : "";
  const more = others.length === 0 ? "" : progress.moreFailures(others.length);
  return progress.failed(stage, `${where}${told(first.summary)}${more}`);
}

export interface LockHolder {
  readonly who: string;
  readonly since: string;
}

/** Who holds the lock of the state that Terraform wanted; undefined where that is not what is wrong. */
export function lockHolder(errors: readonly Diagnostic[]): LockHolder | undefined {
  const error = errors.find(({ summary }) => summary === "Error acquiring the state lock");
  if (!error) return undefined;
  const [, who = "somebody"] = /^ *Who: +(\S.*)$/m.exec(error.detail ?? "") ?? [];
  const [, since = "some time"] = /^ *Created: +(\S+ [\d:]+)/m.exec(error.detail ?? "") ?? [];
  return { who, since: `${since} UTC` };
}
