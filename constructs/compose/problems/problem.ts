import type { Origin } from "../source/source";
import { unmarked } from "../terraform/tokens";
import {
  type Code,
  type ErrorCode,
  messages,
  type Parameters,
  type Text,
  type WarningCode,
  warningCodes,
} from "./messages";

/** As the caller's code wrote them: the marks of tokens are the compiler's own. */
const mapTexts = ({ what, allowed, help }: Text): Text => ({
  what: unmarked(what),
  ...(allowed !== undefined && { allowed: unmarked(allowed) }),
  ...(help !== undefined && { help: unmarked(help) }),
});

export interface Problem extends Text {
  readonly code: Code;
  readonly severity: "error" | "warning";
  /** Where; absent only for what no file says, such as a file that is not there. */
  readonly origin?: Origin;
}

/** Collects what is wrong; phases go on as far as they can, so that all of it is reported at once. */
export class Problems {
  private readonly reported: Problem[] = [];
  private readonly spoiled = new Map<Origin["source"], Set<number>>();
  private readonly seen = new Map<Origin["source"], Set<string>>();

  /** Says that a value could not be had: what else would be said of it there only follows from that. */
  spoil({ source, start }: Origin): void {
    const spoiled = this.spoiled.get(source) ?? new Set();
    this.spoiled.set(source, spoiled.add(start));
  }

  report<C extends ErrorCode | WarningCode>(code: C, origin: Origin | undefined, parameters: Parameters<C>): void {
    if (origin && (this.spoiled.get(origin.source)?.has(origin.start) || this.repeated(code, origin))) return;
    const message = messages[code] as (parameters: Parameters<C>) => Text;
    const severity = warningCodes.has(code) ? "warning" : "error";
    const { what, allowed, help } = message(parameters);
    this.reported.push({ code, severity, origin, ...mapTexts({ what, allowed, help }) });
  }

  get errors(): readonly Problem[] {
    return this.reported.filter(({ severity }) => severity === "error");
  }

  get warnings(): readonly Problem[] {
    return this.reported.filter(({ severity }) => severity === "warning");
  }

  /** What an anchor says is read once for each alias; its faults are reported once. */
  private repeated(code: Code, { source, start, end }: Origin): boolean {
    const seen = this.seen.get(source) ?? new Set();
    this.seen.set(source, seen);
    const key = `${code}:${start}:${end}`;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  }
}
