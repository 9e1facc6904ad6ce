import { stripVTControlCharacters } from "node:util";

/** What has become of a resource, by Terraform's words for it, and the sign that its plan has for the same. */
const changes: readonly (readonly [says: RegExp, shown: (address: string, detail: string) => string])[] = [
  [/^([^\s:]+)(?: [^:]*)?: Creation complete after/, (address) => `+ ${address}`],
  [/^([^\s:]+)(?: [^:]*)?: Modifications complete after/, (address) => `~ ${address}`],
  [/^([^\s:]+)(?: [^:]*)?: Destruction complete after/, (address) => `- ${address}`],
  [
    /^([^\s:]+)(?: [^:]*)?: Still \w+\.\.\. \[(?:[^\]]* )?([\dms]+) elapsed\]/,
    (address, elapsed) => `… ${address} (${elapsed})`,
  ],
  [/^(No changes)\. /, () => "no changes"],
  [/^(Apply|Destroy) complete! Resources: (.*)\.$/, (_, counts) => counts],
];

/** Terraform says so at each start, since the provider lies beside the stack; there is nothing to be done about it. */
const expected = /Incomplete lock file information for providers/;

/**
 * What a person wants to see of cdktf's output: what became of each resource, warnings and errors. The plan, the
 * outputs (the transcript shows them) and Terraform's advice are left out.
 */
export class CdktfOutput {
  private stage = "";
  /** Stages whose outputs have begun: the text in them may look like anything. */
  private readonly ended = new Set<string>();
  /** Lines of a diagnostic whose frame is still open. */
  private frame: string[] | undefined;
  /** Whether an error of Terraform's has been shown. */
  hasShownError = false;

  /** What to show of a line: nothing, or a line or more. */
  read(line: string): string[] {
    const [, stage, written] = /^(?:(\S+) {2}| {8})?(.*)$/.exec(stripVTControlCharacters(line))!;
    const text = written!.trimEnd();
    if (stage) this.stage = stage;
    if (this.ended.has(this.stage)) return [];
    if (text === "Outputs:") this.ended.add(this.stage);
    if (this.frame || text === "╷") return this.readFramed(text);
    for (const [says, shown] of changes) {
      const [found, first, second] = says.exec(text) ?? [];
      if (found) return [`${this.stage}  ${shown(readable(first!), second ?? "")}`];
    }
    return [];
  }

  private readFramed(text: string): string[] {
    const frame = [...(this.frame ?? []), text];
    this.frame = text === "╵" ? undefined : frame;
    if (this.frame) return [];
    const whole = frame.join("\n");
    if (/^│ Error: /m.test(whole)) this.hasShownError = true;
    return expected.test(whole) ? [] : frame;
  }
}

/** An address without the hash that cdktf puts behind the construct's path. */
const readable = (address: string) => address.replace(/_[0-9A-F]{8}$/, "");
