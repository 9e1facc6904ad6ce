import { rm } from "node:fs/promises";
import type { Workspace } from "../workspace";
import type { Layer } from "./image";
import type { BaseLayer } from "./stand-in";

/** Layers that stand-ins have in common, each built once, when the first of them needs it. */
export class BaseLayers {
  private readonly built = new Map<BaseLayer, Promise<Layer>>();

  constructor(private readonly workspace: Workspace) {}

  of(base: BaseLayer): Promise<Layer> {
    const layer = this.built.get(base) ?? base.build(this.workspace);
    this.built.set(base, layer);
    return layer;
  }

  /** Removes their files. */
  async remove(): Promise<void> {
    for (const layer of await Promise.allSettled(this.built.values()))
      if (layer.status === "fulfilled") await rm(layer.value.file, { force: true });
  }
}
