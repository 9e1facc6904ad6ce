import { setTimeout as pause } from "node:timers/promises";
import { type Engine, isEngineError, type Service } from "../../engine";
import { progress } from "../words/progress";
import type { DeclaredService } from "./services";

/** Milliseconds between two looks at services that Terraform waits for. */
const LOOK_MS = 1000;

/** How many tasks of services run, of those that are wanted, while Terraform waits for them. */
export class TaskCounts {
  private readonly notes = new Map<string, string>();
  private readonly engines = new Map<string, Engine>();
  private readonly ended = new AbortController();

  /** @param open the engine at an address */
  constructor(
    private readonly services: ReadonlyMap<string, DeclaredService>,
    private readonly open: (url: string) => Engine,
  ) {}

  /** `1 of 2 tasks`, of the service at an address. */
  noteOf = (address: string): string | undefined => this.notes.get(address);

  /** Looks at services for as long as `changing` names some, until `close`. */
  async watch(changing: () => readonly string[]): Promise<void> {
    const { signal } = this.ended;
    while (this.services.size > 0 && !signal.aborted) {
      await this.look(changing().filter((address) => this.services.has(address)));
      await pause(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }

  close(): void {
    this.ended.abort();
    for (const engine of this.engines.values()) engine.close();
  }

  private async look(addresses: readonly string[]): Promise<void> {
    for (const url of new Set(addresses.map((address) => this.services.get(address)!.engine))) {
      const found = await this.servicesAt(url);
      for (const address of addresses) {
        const { name, engine } = this.services.get(address)!;
        const status = found.find(({ Spec }) => Spec.Name === name)?.ServiceStatus;
        if (engine === url && status)
          this.notes.set(address, progress.tasks(status.RunningTasks ?? 0, status.DesiredTasks ?? 0));
      }
    }
  }

  /** Only to be shown: an engine that does not answer now has none. */
  private async servicesAt(url: string): Promise<Service[]> {
    const engine = this.engines.get(url) ?? this.open(url);
    this.engines.set(url, engine);
    try {
      return await engine.services.list({ status: true, signal: this.ended.signal });
    } catch (error) {
      if (!isEngineError(error)) throw error;
      return [];
    }
  }
}
