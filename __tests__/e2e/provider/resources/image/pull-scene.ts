import { type RegistryProcess, startRegistry, type user } from "./registry-process";
import { Scene } from "./scene";

/** A corner of the real engine for pulls, and a registry of its own. */
export class PullScene extends Scene {
  private constructor(readonly registry: RegistryProcess) {
    super();
  }

  static async open(): Promise<PullScene> {
    return new PullScene(await startRegistry());
  }

  /** The registry's name of something. */
  remote(short: string): string {
    return `${this.registry.address}/${this.name(short)}`;
  }

  /** An image that the registry has and the engine does not. Its id. */
  async inRegistry(reference: string, text?: string, auth?: typeof user): Promise<string> {
    const id = await this.load(reference, text);
    await this.engine.images.push(reference, { auth });
    await this.engine.images.remove(reference);
    return id;
  }

  override async close(): Promise<void> {
    await super.close();
    await this.registry.stop();
  }
}
