import { printable } from "../../foreign/printable";
import { type Style, styled } from "../colour";
import { type Diagnostic, readable, type TerraformEvent } from "../terraform/event";
import { signs } from "../terraform/sign";
import { progress } from "../words/progress";
import { told } from "../words/told";

/** `text` in a style where standard error is a terminal. */
const painted = (style: Style, text: string) => styled(style, text, process.stderr);

/**
 * What stays on the screen of an event: what became of each resource, the sum, warnings and errors. The transcript shows
 * the outputs.
 */
export function linesOf(event: TerraformEvent): string[] {
  switch (event.type) {
    case "apply_complete": {
      const sign = signs[event.hook.action];
      return sign ? [`${painted(sign.style, sign.sign)} ${readable(event.hook.resource.addr)}`] : [];
    }
    case "change_summary":
      return summary(event.changes);
    case "diagnostic":
      return diagnosticLines(event.diagnostic);
    default:
      return [];
  }
}

/** What would become of a resource, and what was done to it by others: for a plan that is not carried out. */
export function planLines(event: TerraformEvent): string[] {
  if (event.type === "change_summary") return [planSummary(event.changes)];
  if (event.type !== "planned_change" && event.type !== "resource_drift") return linesOf(event);
  const { resource, action } = event.change;
  const sign = signs[action];
  if (!sign) return [];
  const line = `${painted(sign.style, sign.sign)} ${readable(resource.addr)}`;
  return [event.type === "resource_drift" ? `${line} ${progress.outside()}` : line];
}

function summary({ add, change, remove, operation }: SummaryEvent["changes"]): string[] {
  if (operation === "destroy") return [progress.destroyed(remove)];
  if (operation === "apply") return [progress.applied(add, change, remove)];
  return add + change + remove === 0 ? [progress.unchanged()] : [];
}

const planSummary = ({ add, change, remove }: SummaryEvent["changes"]): string =>
  add + change + remove === 0 ? progress.unchanged() : progress.planned(add, change, remove);

type SummaryEvent = Extract<TerraformEvent, { type: "change_summary" }>;

const marks = { error: ["✗", "red"], warning: ["!", "yellow"] } as const;

/** What is wrong, where, and under it what helps. */
function diagnosticLines(diagnostic: Diagnostic): string[] {
  const { severity, detail = "" } = diagnostic;
  const [mark, style] = marks[severity];
  const under = printable(told(detail.trim())).split("\n").filter(Boolean);
  return [`${painted(style, mark)} ${printable(headlineOf(diagnostic))}`, ...under.map((line) => `  ${line}`)];
}

/** Where it is, and what is wrong. */
const headlineOf = ({ summary, address }: Diagnostic): string =>
  `${address ? `${readable(address)}: ` : ""}${told(summary)}`;

/** Why Terraform could not do what a stage wants, in a line. @param words the last that it said beside its events */
export function failureLine(stage: string, errors: readonly Diagnostic[], words: readonly string[]): string {
  const [first, ...others] = errors;
  if (!first) return progress.failed(stage, words.at(-1)?.trim() ?? progress.wordless());
  const more = others.length === 0 ? "" : progress.moreFailures(others.length);
  return progress.failed(stage, `${headlineOf(first)}${more}`);
}
