import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ContainerInspect } from "../../../../../engine";
import { container } from "../../../../../provider/resources/container";
import type { Services } from "../../../../../provider/resources/define";
import type { Note } from "../../../../../provider/resources/journal";
import type { AnyResource, ObjectValue } from "../../../../../provider/schema";
import { importState } from "../../../../../provider/schema/operations";
import { removeNetwork } from "../../../remove-network";
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

  /** What an import of the container makes of it. */
  async imported(resource: AnyResource<Services>, id: string): Promise<Result> {
    const { state, diagnostics } = importState(resource, id);
    if (!state) throw new Error(JSON.stringify(diagnostics));
    return this.read(resource, state, true);
  }

  /** A note as a run that was killed has left it. Seen by the next run. */
  note(what: Pick<Note, "type" | "name" | "pid" | "started">): Note {
    const note = { ...what, nonce: randomBytes(12).toString("hex"), engine: this.engine.url };
    mkdirSync(this.journalFolder, { recursive: true });
    writeFileSync(join(this.journalFolder, `${note.nonce}.json`), JSON.stringify(note));
    return note;
  }

  /** The files of the notes that there are. */
  notes(): string[] {
    return readdirSync(this.journalFolder);
  }

  private get journalFolder(): string {
    return join(this.folder, "journal");
  }

  override async close(): Promise<void> {
    const named = await this.engine.containers.list({ all: true, filters: { name: this.prefix } });
    for (const { Id } of named) await this.engine.containers.tryRemove(Id, { force: true, volumes: true });
    for (const { Id } of await this.engine.networks.list({ filters: { name: this.prefix } }))
      await removeNetwork(this.engine, Id);
    for (const { Name } of await this.engine.volumes.list({ filters: { name: this.prefix } }))
      await this.engine.volumes.tryRemove(Name!);
    await super.close();
  }
}
