import { randomBytes } from "node:crypto";
import type { ContainerInspect } from "../../../../../provider/engine";
import { container } from "../../../../../provider/resources/container";
import type { ObjectValue } from "../../../../../provider/schema";
import { type Result, Scene } from "../image/scene";

/** A corner of the real engine for containers that have the scene's prefix, and an image to make them of. */
export class ContainerScene extends Scene {
  override readonly prefix = `t-container-${randomBytes(4).toString("hex")}`;
  /** The image's name, without a tag. */
  image = "";
  private count = 0;

  static async open(): Promise<ContainerScene> {
    const scene = new ContainerScene();
    scene.image = scene.name("busybox");
    await scene.load(scene.image, "hello", {
      Cmd: ["sleep", "600"],
      Env: ["PATH=/bin", "FROM_IMAGE=1"],
      Labels: { image: "yes" },
    });
    return scene;
  }

  /** A configuration under a name of its own, that ends at once when it is stopped. */
  config(more: ObjectValue = {}): ObjectValue {
    this.count += 1;
    return { name: `${this.prefix}-${this.count}`, image: this.image, ...more };
  }

  /** A container of which nothing is told but what was asked. */
  async makes(more: ObjectValue = {}): Promise<{ config: ObjectValue; state: ObjectValue }> {
    const config = this.config(more);
    return { config, state: await this.made(container, config) };
  }

  /** The apply of a configuration of its own. */
  async tries(more: ObjectValue = {}): Promise<Result & { readonly name: string }> {
    const config = this.config(more);
    return { ...(await this.apply(container, config)), name: String(config["name"]) };
  }

  inspect(state: ObjectValue | undefined): Promise<ContainerInspect> {
    return this.engine.containers.inspect(String(state?.["id"]));
  }

  override async close(): Promise<void> {
    const named = await this.engine.containers.list({ all: true, filters: { name: this.prefix } });
    for (const { Id } of named) await this.engine.containers.tryRemove(Id, { force: true, volumes: true });
    for (const { Id } of await this.engine.networks.list({ filters: { name: this.prefix } }))
      await this.engine.networks.tryRemove(Id);
    for (const { Name } of await this.engine.volumes.list({ filters: { name: this.prefix } }))
      await this.engine.volumes.tryRemove(Name!);
    await super.close();
  }
}
