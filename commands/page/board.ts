import type { SectionMessage, SectionName, Sections } from "./protocol";

interface Entry {
  readonly version: number;
  readonly message: string;
}

/** Before anything was seen. */
const nothing: Sections = {
  stages: [],
  engine: { containers: [], images: [], networks: [], volumes: [] },
  swarm: null,
  votes: null,
  work: null,
  trouble: "",
};

/** What the page shows by now, and who is told when that changes. */
export class Board {
  private readonly entries = new Map<SectionName, Entry>();
  private readonly listeners = new Set<() => void>();
  private readonly values: { -readonly [Name in SectionName]: Sections[Name] };
  private version = 0;

  constructor(initial: Sections = nothing) {
    this.values = { ...initial };
    for (const name of Object.keys(initial) as SectionName[]) this.set(name, initial[name]);
  }

  get<Name extends SectionName>(name: Name): Sections[Name] {
    return this.values[name];
  }

  /** Tells the listeners, unless it is what was there. */
  set<Name extends SectionName>(name: Name, value: Sections[Name]): void {
    const message = JSON.stringify({ name, value } as SectionMessage);
    if (this.entries.get(name)?.message === message) return;
    this.version += 1;
    this.values[name] = value;
    this.entries.set(name, { version: this.version, message });
    for (const listener of this.listeners) listener();
  }

  /** @returns what ends it */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** How many listen. */
  get listenerCount(): number {
    return this.listeners.size;
  }

  /** A section that changed since the last one of `seen`, which then has it; undefined where none did. */
  next(seen: Map<SectionName, number>): string | undefined {
    for (const [name, { version, message }] of this.entries) {
      if (seen.get(name) === version) continue;
      seen.set(name, version);
      return message;
    }
    return undefined;
  }
}
