import type { Problem as AnyProblem } from "../../../problem";
import { locationOf, type Origin } from "../source/source";
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
import { subjectOf } from "./together";

export interface Problem extends AnyProblem<Code> {
  readonly severity: "error" | "warning";
  /** Where it stands; absent only for what no file says, such as a file that is not there. */
  readonly origin?: Origin;
  /** Further places of the same. @default - none */
  readonly also?: readonly Origin[];
}

/** A problem whose words are found when they are read: of thousands, a few are. */
class Reported implements Problem {
  readonly also: Origin[] = [];
  private words: Text | undefined;

  constructor(
    readonly code: Code,
    readonly severity: Problem["severity"],
    readonly origin: Origin | undefined,
    private readonly say: () => Text,
  ) {}

  get where(): string | undefined {
    return this.origin && locationOf(this.origin);
  }

  get what(): string {
    return unmarked(this.text.what);
  }

  get allowed(): string | undefined {
    const { allowed } = this.text;
    return allowed && unmarked(allowed);
  }

  get remedy(): string | undefined {
    const { remedy } = this.text;
    return remedy && unmarked(remedy);
  }

  private get text(): Text {
    this.words ??= this.say();
    return this.words;
  }
}

/** Where an unset variable stands for nothing. */
interface Blank {
  readonly name: string;
  readonly start: number;
}

function withBlanks(text: Text, names: readonly string[]): Text {
  if (names.length === 0) return text;
  const variables = names.map((name) => `\`${name}\``).join(" and ");
  const unset = names.length === 1 ? `variable ${variables} is not set` : `variables ${variables} are not set`;
  const set = `set ${variables} in \`variables\` or in an .env file`;
  return { ...text, what: `${text.what}; ${unset}`, remedy: text.remedy ? `${set}, or ${text.remedy}` : set };
}

/** Collects what is wrong; phases go on as far as they can, so that all of it is reported at once. */
export class Problems {
  private readonly reported: Problem[] = [];
  private readonly spoiled = new Map<Origin["source"], Set<number>>();
  private readonly seen = new Map<Origin["source"], Set<string>>();
  private readonly told = new Map<string, Reported>();
  private readonly blanks = new Map<Origin["source"], Blank[]>();

  /** Says that a value could not be had: what else would be said of it there only follows from that. */
  spoil({ source, start }: Origin): void {
    const spoiled = this.spoiled.get(source) ?? new Set();
    this.spoiled.set(source, spoiled.add(start));
  }

  report<C extends ErrorCode | WarningCode>(code: C, origin: Origin | undefined, parameters: Parameters<C>): void {
    if (origin && (this.spoiled.get(origin.source)?.has(origin.start) || this.repeated(code, origin))) return;
    const subject = subjectOf(code, parameters);
    const told = subject === undefined ? undefined : this.told.get(subject);
    if (told && origin) {
      told.also.push(origin);
      return;
    }
    const message = messages[code] as (parameters: Parameters<C>) => Text;
    const severity = warningCodes.has(code) ? "warning" : "error";
    const blanks = severity === "error" && origin ? this.blanksIn(origin) : [];
    const problem = new Reported(code, severity, origin, () => withBlanks(message(parameters), blanks));
    this.reported.push(problem);
    if (subject !== undefined) this.told.set(subject, problem);
  }

  /** Says that an unset variable stands for nothing there: what is wrong with the value probably comes from that. */
  blank(name: string, { source, start }: Origin): void {
    const known = this.blanks.get(source);
    if (known) known.push({ name, start });
    else this.blanks.set(source, [{ name, start }]);
  }

  private blanksIn({ source, start, end }: Origin): readonly string[] {
    const inside = this.blanks.get(source)?.filter((blank) => blank.start >= start && blank.start < end) ?? [];
    return [...new Set(inside.map(({ name }) => name))];
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
