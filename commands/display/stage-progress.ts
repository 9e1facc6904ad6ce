import { type Style, styled } from "../colour";
import { type Action, readable, type TerraformEvent } from "../terraform/event";
import { signs } from "../terraform/sign";
import { progress } from "../words/progress";
import type { Activity } from "./activity";
import { bar } from "./bar";
import { elapsed } from "./elapsed";
import { spinner } from "./spinner";

/** A resource that Terraform is at, since when. */
interface UnderWay {
  readonly action: Action;
  readonly since: number;
}

/** Lines of resources under way that are shown at once. */
const SHOWN = 6;

const painted = (style: Style, text: string) => styled(style, text, process.stderr);

/** What Terraform does to a stage, as its events tell. */
export class StageProgress implements Activity {
  private phase: keyof typeof progress & ("starting" | "planning" | "reading" | "ending") = "starting";
  private readonly underWay = new Map<string, UnderWay>();
  private read = 0;
  private planned: number | undefined;
  private done = 0;

  /**
   * @param began when, in milliseconds
   * @param known how many resources its state has
   * @param noteOf what is waited for at a resource, in words: `1 of 2 tasks`
   */
  constructor(
    private readonly stage: string,
    private readonly began: number,
    private readonly known: number,
    private readonly noteOf: (address: string) => string | undefined = () => undefined,
  ) {}

  /** Takes notice of what Terraform told. */
  take(event: TerraformEvent, now: number): void {
    switch (event.type) {
      case "version":
        this.phase = "planning";
        break;
      case "refresh_start":
        this.phase = "reading";
        break;
      case "refresh_complete":
        this.read += 1;
        break;
      case "apply_start":
        this.underWay.set(event.hook.resource.addr, { action: event.hook.action, since: now });
        break;
      case "apply_complete":
      case "apply_errored":
        this.underWay.delete(event.hook.resource.addr);
        if (signs[event.hook.action]) this.done += 1;
        break;
      case "change_summary":
        this.summarize(event.changes);
        break;
    }
  }

  /** Addresses of the resources that are made, changed or removed right now. */
  get changing(): string[] {
    return [...this.underWay].filter(([, { action }]) => signs[action]).map(([address]) => address);
  }

  lines(now: number, columns: number): string[] {
    const changes = this.changing;
    const shown = changes.slice(0, SHOWN).map((address) => this.resourceLine(address, now, columns));
    const more = changes.length - shown.length;
    return [this.headLine(now, columns), ...shown, ...(more > 0 ? [painted("dim", `    ${progress.more(more)}`)] : [])];
  }

  brief(now: number): string {
    const changes = this.changing.map((address) => {
      const { sign } = signs[this.underWay.get(address)!.action]!;
      const note = this.noteOf(address);
      return `${sign} ${readable(address)}${note ? ` ${note}` : ""} (${elapsed(now - this.underWay.get(address)!.since)})`;
    });
    return `${this.stage}: ${[this.state(), ...changes].join(", ")}`;
  }

  private summarize({ add, change, remove, operation }: Summary): void {
    if (operation !== "plan") return;
    this.planned = add + change + remove;
    this.phase = "ending";
  }

  /** What is done of what there is to do. */
  private get share(): readonly [number, number] | undefined {
    if (this.planned) return [this.done, this.planned];
    return this.phase === "reading" ? [this.read, Math.max(this.known, this.read)] : undefined;
  }

  private state(): string {
    const share = this.share;
    const phase = progress[this.phase]();
    if (!share) return phase;
    return this.planned ? progress.share(...share) : `${phase} ${progress.share(...share)}`;
  }

  private headLine(now: number, columns: number): string {
    const time = elapsed(now - this.began);
    const state = this.state();
    const width = Math.min(30, columns - this.stage.length - state.length - time.length - 9);
    const drawn = this.share && width >= 5 ? `${bar(...this.share, width)}  ` : "";
    const parts = [painted("yellow", spinner(now)), this.stage, "", `${drawn}${state}`, "", painted("dim", time)];
    return parts.join(" ");
  }

  private resourceLine(address: string, now: number, columns: number): string {
    const { action, since } = this.underWay.get(address)!;
    const { sign, style } = signs[action]!;
    const behind = [this.noteOf(address), elapsed(now - since)].filter(Boolean).join("  ");
    const room = columns - behind.length - sign.length - 8;
    return `    ${painted(style, sign)} ${cut(readable(address), room)}  ${painted("dim", behind)}`;
  }
}
type Summary = Extract<TerraformEvent, { type: "change_summary" }>["changes"];

const cut = (text: string, room: number) => (text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text);
