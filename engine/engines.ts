import { type Address, defaultUrl, parseAddress } from "./address";
import { Engine, type EngineOptions } from "./engine";

export interface EnginesOptions extends Omit<EngineOptions, "via"> {
  /**
   * URL of the engine that is meant where none is named, and that runs the containers of container:// addresses.
   *
   * @default "unix:///var/run/docker.sock"
   */
  readonly url?: string;
}

/** One engine for each address, all with the same options. */
export class Engines {
  private readonly known = new Map<string, Engine>();

  constructor(private readonly options: EnginesOptions = {}) {}

  /** @throws EngineError "bad-address" */
  at(url: string = this.options.url ?? defaultUrl): Engine {
    return this.of(parseAddress(url));
  }

  /** Ends every connection. */
  close(): void {
    for (const engine of this.known.values()) engine.close();
    this.known.clear();
  }

  private of(address: Address): Engine {
    const known = this.known.get(address.url);
    if (known) return known;
    const engine = Engine.at(address, { ...this.options, via: this.outerOf(address) });
    this.known.set(address.url, engine);
    return engine;
  }

  /** The default engine runs the containers, but for its own where it is in one itself. */
  private outerOf(address: Address): Engine | undefined {
    if (address.kind !== "container") return undefined;
    const common = parseAddress(this.options.url ?? defaultUrl);
    return this.of(address.via ?? (common.url === address.url ? parseAddress(defaultUrl) : common));
  }
}
