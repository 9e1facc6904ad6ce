import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Engine, Engines } from "../../../../../engine";
import { unpackedPackage } from "../../../../../offline/build/apt";
import { type Tree, writeTree } from "../../../../../offline/build/archive";
import { type ImageConfig, imageOf, layerFrom } from "../../../../../offline/build/image";
import { loadImage } from "../../../../../offline/registry/container";
import { removeLeft } from "../../../../../provider/resources/container/removal";
import type { Services } from "../../../../../provider/resources/define";
import { LeftImages } from "../../../../../provider/resources/image/left-images";
import { Journal } from "../../../../../provider/resources/journal";
import { anonymous, type RegistryCredentials } from "../../../../../provider/resources/registry-credentials";
import {
  type AnyDataSource,
  type AnyResource,
  type Diagnostic,
  type Fields,
  type ObjectValue,
  PrivateState,
} from "../../../../../provider/schema";
import { applyChange, planChange, readDataSource, readState } from "../../../../../provider/schema/operations";
import { complete } from "../../../../../provider/schema/plan/conform";

/** Where packages are unpacked, once for all runs. */
export const cache = resolve(__dirname, "../../../../../.offline");
const RUN_LABEL = "t-image.run";

/** State of an object, and what was said about it. */
export interface Result {
  readonly state: ObjectValue | undefined;
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

/** A corner of the real engine for one test file: everything in it has one random prefix, and is removed at the end. */
export class Scene {
  /** Of every name: `t-image-1a2b3c`. */
  readonly prefix = `t-image-${randomBytes(4).toString("hex")}`;
  /** Like the folder that Terraform works in. */
  readonly folder = mkdtempSync(join(tmpdir(), `${this.prefix}-`));
  readonly engines = new Engines();
  /** The machine's own, or the one whose URL is in T_IMAGE_ENGINE: `container://NAME` for one of another version. */
  readonly engine: Engine = this.engines.at(process.env["T_IMAGE_ENGINE"]);
  registries: RegistryCredentials = anonymous;
  /** What is kept beside the states that were told: a state that was made up has nothing. */
  private readonly kept = new WeakMap<ObjectValue, PrivateState>();
  private readonly leftImages = new LeftImages(join(this.folder, "left-images"));
  private journals = new Journal(join(this.folder, "journal"));

  private get services(): Services {
    const { engine, engines, journals: journal, registries, leftImages } = this;
    return { engine, engines, journal, registries, leftImages };
  }

  /** A copy, as Terraform hands one on. */
  private privateOf(state: ObjectValue | undefined): PrivateState {
    return PrivateState.decode((state && this.kept.get(state)?.encode()) ?? new Uint8Array());
  }

  private result(
    state: ObjectValue | undefined,
    privateState: PrivateState,
    diagnostics: readonly Diagnostic[],
  ): Result {
    if (state) this.kept.set(state, privateState);
    return result(state, diagnostics);
  }

  get journal(): Journal {
    return this.journals;
  }

  /** What a provider process that starts now knows of the ones before it. */
  newRun(): void {
    this.journals = new Journal(join(this.folder, "journal"));
  }

  name(short: string): string {
    return `${this.prefix}/${short}`;
  }

  /** Loads busybox into the engine under a name; another `text` is another image. Its id. */
  async load(reference: string, text = reference, config: ImageConfig = {}): Promise<string> {
    const root = await unpackedPackage(cache, "busybox-static");
    const busybox = { file: join(root, "bin/busybox"), mode: 0o755 };
    const links = Object.fromEntries(
      ["sh", "ls", "cat", "echo", "rm", "sleep", "date", "true"].map((name) => [`/bin/${name}`, { link: "busybox" }]),
    );
    const tree: Tree = { "/bin/busybox": busybox, ...links, "/text": { text }, "/old": { text: "" } };
    const layer = await layerFrom(this.folder, (tar) => writeTree(tree, tar));
    const labels = { ...config.Labels, [RUN_LABEL]: this.prefix };
    const image = imageOf([layer], { Cmd: ["cat", "/text"], ...config, Labels: labels }, "busybox");
    await loadImage(this.engine, /:[^/]*$/.test(reference) ? reference : `${reference}:latest`, image);
    return this.imageId(reference);
  }

  async imageId(name: string): Promise<string> {
    return (await this.engine.images.inspect(name)).Id;
  }

  async exists(name: string): Promise<boolean> {
    return (await this.engine.images.tryInspect(name)) !== undefined;
  }

  /** A container, made and not started. Its id. */
  async container(short: string, image: string, cmd?: string[]): Promise<string> {
    const body = { Image: image, Cmd: cmd, Labels: { [RUN_LABEL]: this.prefix } };
    return (await this.engine.containers.create(`${this.prefix}-${short}`, body)).Id;
  }

  /** Runs a command to its end in a new container. Its id. */
  async ran(short: string, image: string, cmd: string[]): Promise<string> {
    const id = await this.container(short, image, cmd);
    const { exit } = await this.engine.containers.expectExit(id);
    await this.engine.containers.start(id);
    await exit;
    return id;
  }

  /** Plans and applies: create where there is no state, update where there is. */
  async apply(
    resource: AnyResource<Services>,
    config: ObjectValue,
    prior?: ObjectValue,
    signal = AbortSignal.timeout(120_000),
  ): Promise<Result> {
    const asked = complete(resource.schema, config);
    const { planned, replace, diagnostics } = await planChange(resource, {
      prior,
      config: asked,
      privateState: this.privateOf(prior),
      services: this.services,
      signal,
    });
    if (replace.length > 0) throw new Error(`the plan replaces because of ${JSON.stringify(replace)}`);
    const privateState = this.privateOf(prior);
    const request = { prior, planned, config: asked, privateState, services: this.services, signal };
    const applied = await applyChange(resource, request);
    return this.result(applied.state, applied.privateState, [...diagnostics, ...applied.diagnostics]);
  }

  /** What Terraform does before it destroys `former`, with create_before_destroy. */
  async applyBeforeDestroy(resource: AnyResource<Services>, config: ObjectValue, former: ObjectValue): Promise<Result> {
    const change = { config: complete(resource.schema, config), services: this.services };
    const privateState = this.privateOf(former);
    const signal = AbortSignal.timeout(60_000);
    const { diagnostics } = await planChange(resource, { ...change, privateState, signal });
    this.newRun();
    const applied = await this.apply(resource, config);
    return { ...applied, warnings: [...diagnostics, ...applied.warnings] };
  }

  /** `apply` of what must succeed without a word. */
  async made(resource: AnyResource<Services>, config: ObjectValue, prior?: ObjectValue): Promise<ObjectValue> {
    const { state, errors, warnings } = await this.apply(resource, config, prior);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    return state!;
  }

  /** Attributes whose values the plan changes, and those that replace the object. */
  async plan(resource: AnyResource<Services>, config: ObjectValue, prior: ObjectValue) {
    const signal = AbortSignal.timeout(60_000);
    const asked = complete(resource.schema, config);
    const { planned = {}, replace } = await planChange(resource, {
      prior,
      config: asked,
      privateState: this.privateOf(prior),
      services: this.services,
      signal,
    });
    const changed = Object.entries(resource.schema as Fields)
      .filter(([name, field]) => textOf(planned[name], isSet(field)) !== textOf(prior[name], isSet(field)))
      .map(([name]) => name);
    return { changed, replace };
  }

  async read(resource: AnyResource<Services>, state: ObjectValue, imported = false): Promise<Result> {
    const signal = AbortSignal.timeout(60_000);
    const privateState = this.privateOf(state);
    const read = await readState(resource, { state, imported, privateState, services: this.services, signal });
    return this.result(read.state, privateState, read.diagnostics);
  }

  async destroy(resource: AnyResource<Services>, state: ObjectValue): Promise<Result> {
    const signal = AbortSignal.timeout(60_000);
    const privateState = this.privateOf(state);
    const applied = await applyChange(resource, { prior: state, privateState, services: this.services, signal });
    return result(applied.state, applied.diagnostics);
  }

  async data(source: AnyDataSource<Services>, config: ObjectValue): Promise<Result> {
    const signal = AbortSignal.timeout(60_000);
    const asked = complete(source.schema, config);
    const { state, diagnostics } = await readDataSource(source, { config: asked, services: this.services, signal });
    return result(state, diagnostics);
  }

  /** Removes whatever has the prefix or the label. */
  async close(): Promise<void> {
    const label = [`${RUN_LABEL}=${this.prefix}`];
    // The classic builder's own, of a build that was given up, the engine may be removing already.
    for (const { Id } of await this.engine.containers.list({ all: true, filters: { label } }))
      await removeLeft(this.engine, Id);
    const images = await this.engine.images.list({ filters: {} });
    for (const { Id = "", RepoTags, RepoDigests, Labels } of images) {
      const names = [...(RepoTags ?? []), ...(RepoDigests ?? [])].filter((name) => name.includes(this.prefix));
      const isOurs = (Labels as Record<string, string> | null)?.[RUN_LABEL] === this.prefix;
      for (const name of names) await this.engine.images.tryRemove(name, { force: true });
      if (isOurs && names.length === 0) await this.engine.images.tryRemove(Id, { force: true });
    }
    this.engines.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const isSet = (field: Fields[string]): boolean =>
  field.kind === "block" ? field.nesting === "set" : typeof field.type !== "string" && field.type[0] === "set";

/** As JSON, with the unknown values that it would leave out; a set in an order of its own. */
function textOf(value: ObjectValue[string], unordered: boolean): string | undefined {
  if (unordered && Array.isArray(value))
    return value
      .map((item) => textOf(item, false))
      .sort()
      .join();
  return JSON.stringify(value, (_, inner) => (typeof inner === "symbol" ? "(known after apply)" : inner));
}

function result(state: ObjectValue | undefined, diagnostics: readonly Diagnostic[]): Result {
  return {
    state,
    errors: diagnostics.filter(({ severity }) => severity === "error"),
    warnings: diagnostics.filter(({ severity }) => severity === "warning"),
  };
}
