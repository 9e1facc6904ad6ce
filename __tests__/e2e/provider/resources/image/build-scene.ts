import { join } from "node:path";
import { unpackedPackage } from "../../../../../offline/build/apt";
import { type Files, folderOf, removeFolders } from "../../../../build-context/folder";
import { cache, Scene } from "./scene";

/** A corner of the real engine for builds, with an image to build upon. */
export class BuildScene extends Scene {
  /** Path of a busybox that needs no libraries. */
  busybox = "";

  static async open(): Promise<BuildScene> {
    const scene = new BuildScene();
    scene.busybox = join(await unpackedPackage(cache, "busybox-static"), "bin/busybox");
    await scene.load(scene.name("base"));
    return scene;
  }

  /** A context whose Dockerfile begins with the scene's busybox. */
  context(dockerfile: string, files: Files = {}): string {
    return folderOf({ Dockerfile: `FROM ${this.name("base")}\n${dockerfile}`, ...files });
  }

  /** What a container of an image prints: by default its file /made. */
  async printed(name: string, short: string, cmd: string[] = []): Promise<string> {
    const id = await this.ran(short, name, cmd.length > 0 ? cmd : ["cat", "/made"]);
    return (await this.engine.containers.logs(id)).output;
  }

  override async close(): Promise<void> {
    await super.close();
    removeFolders();
  }
}

/** Either builder, by what `version` says. */
export const builders = [
  { builder: "BuildKit", version: undefined },
  { builder: "the classic builder", version: "1" },
];
