import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { imageKey } from "./name";

/** An image under the name by which it was brought. */
export interface LeftImage {
  readonly engine: Pick<Engine, "url">;
  readonly name: string;
  readonly id: string;
}

/**
 * Images that were in use when the resource that brought them was destroyed. Another resource that uses them may be in
 * another Terraform state, which knows nothing of the first: so they are kept in the user's folder of states, one file
 * each, and the last resource of the name to be destroyed removes the image.
 */
export class LeftImages {
  /** @param folder made when the first image is left */
  constructor(private readonly folder: string) {}

  /** Remembers the image. Where the folder cannot be written nothing is remembered, and the image stays on the engine. */
  add(image: LeftImage): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeFileSync(this.file(image), image.id, { mode: 0o600 });
    } catch {}
  }

  /** Whether a resource that is gone left that very image under the name. */
  has(image: LeftImage): boolean {
    const file = this.file(image);
    return existsSync(file) && readFileSync(file, "utf8") === image.id;
  }

  /** The name is somebody's again, or gone. */
  settle(image: Omit<LeftImage, "id">): void {
    const file = this.file(image);
    if (existsSync(file)) rmSync(file, { force: true });
  }

  private file({ engine, name }: Omit<LeftImage, "id">): string {
    const key = JSON.stringify([engine.url, imageKey(name)]);
    return join(this.folder, createHash("sha256").update(key).digest("hex"));
  }
}

/** Source: https://specifications.freedesktop.org/basedir-spec/latest/ */
export const leftImagesFolder = ({ XDG_STATE_HOME: states, HOME: home = homedir() }: NodeJS.ProcessEnv): string =>
  join(states || join(home, ".local", "state"), "docker-stages", "left-images");
