import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pack } from "tar-stream";
import type { Engine, Service, Task } from "../../../../../engine";
import { NONCE_LABEL } from "../../../../../formats/labels";
import { writeTree } from "../../../../../offline/build/archive";
import { imageOf, layerFrom } from "../../../../../offline/build/image";
import { RegistryClient } from "../../../../../offline/registry/client";
import { service } from "../../../../../provider/resources/service";
import { hasEnded } from "../../../../../provider/resources/service/tasks";
import type { ObjectValue } from "../../../../../provider/schema";
import { type Result, Scene } from "../image/scene";
import { Farm, type FarmNode } from "../swarm/farm";
import { busyboxTree } from "./busybox";

const REGISTRY = "registry";
/** Where a farm's gateway is: a registry of this machine's. */
const FARMS = "10.214.0.0/16";
/** Name and password that the scene's second registry asks for. */
export const account = { username: "reader", password: "secret" };
/** `account`, as htpasswd has it: bcrypt, the only form that the registry takes. */
const htpasswd = "reader:$2b$05$abcdefghijklmnopqrstuuOQiyCxlgf/oeuTqixKmWdcYUh4Hjl0a\n";

/** A swarm of engines in containers, with a registry on its network. */
export class ServiceScene extends Scene {
  override readonly engine: Engine;
  /** Of the image that services are made of: `sleep 600`, and a `sh` for anything else. */
  readonly image = `${REGISTRY}:5000/busybox`;
  private count = 0;

  private constructor(
    override readonly prefix: string,
    readonly farm: Farm,
    readonly nodes: readonly FarmNode[],
    /** For pushes from outside. */
    readonly registry: RegistryClient,
  ) {
    super();
    this.engine = nodes[0]!.engine;
  }

  /** @param count of nodes: the first is the manager */
  static async open(count = 2): Promise<ServiceScene> {
    const prefix = `t-service-${randomBytes(3).toString("hex")}`;
    const registries = [`${REGISTRY}:5000`, "private:5000", FARMS];
    const farm = new Farm(
      prefix,
      registries.map((registry) => `--insecure-registry=${registry}`),
    );
    try {
      await farm.open();
      const [nodes, registry] = await Promise.all([farm.nodes(count), startRegistry(farm, REGISTRY)]);
      await joinAll(nodes);
      const scene = new ServiceScene(prefix, farm, nodes, registry);
      await scene.push(registry, "busybox", "one");
      return scene;
    } catch (error) {
      await farm.close();
      throw error;
    }
  }

  /** A registry on the cluster's network under the name `private` that has the same images and asks for `account`. */
  async privateRegistry(): Promise<void> {
    await startRegistry(this.farm, "private", {
      REGISTRY_AUTH: "htpasswd",
      REGISTRY_AUTH_HTPASSWD_REALM: "test",
      REGISTRY_AUTH_HTPASSWD_PATH: "/etc/docker/registry/htpasswd",
    });
  }

  /** Pushes busybox under a name; another `text` is another image. */
  async push(registry: RegistryClient, repository: string, text: string, tag = "latest"): Promise<void> {
    const tree = await busyboxTree(text);
    const layer = await layerFrom(this.folder, (tar) => writeTree(tree, tar));
    await registry.push(repository, [tag], imageOf([layer], { Cmd: ["sleep", "600"] }, "busybox"));
  }

  /** A configuration under a name of its own; `container` goes into the container's specification. */
  config(container: ObjectValue = {}, task: ObjectValue = {}, more: ObjectValue = {}): ObjectValue {
    this.count += 1;
    return {
      name: `s${this.count}`,
      converge_config: [{ timeout: "60s" }],
      task_spec: [{ container_spec: [{ image: this.image, stop_grace_period: "0s", ...container }], ...task }],
      ...more,
    };
  }

  async makes(...parts: Parameters<ServiceScene["config"]>): Promise<{ config: ObjectValue; state: ObjectValue }> {
    const config = this.config(...parts);
    return { config, state: await this.made(service, config) };
  }

  async tries(...parts: Parameters<ServiceScene["config"]>): Promise<Result> {
    return this.apply(service, this.config(...parts));
  }

  /** What a run that was killed leaves: the service, and the note of it. Its id. */
  async killed(config: ObjectValue): Promise<string> {
    const { nonce } = this.journal.open({
      type: "docker_service",
      name: String(config["name"]),
      engine: this.engine.url,
    });
    const file = join(this.folder, "journal", `${nonce}.json`);
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), started: "long ago" }));
    this.newRun();
    const { ID } = await this.engine.services.create({
      Name: String(config["name"]),
      Labels: { [NONCE_LABEL]: nonce },
      TaskTemplate: { ContainerSpec: { Image: this.image } },
    });
    return ID;
  }

  inspect(state: ObjectValue | undefined): Promise<Service> {
    return this.engine.services.inspect(String(state?.["id"]));
  }

  /** The service's tasks that the swarm means to run, by slot. */
  async tasks(state: ObjectValue): Promise<Task[]> {
    const filters = { service: [String(state["id"])], "desired-state": ["running"] };
    const tasks = await this.engine.tasks.list({ filters });
    return tasks.filter((task) => !hasEnded(task)).sort((a, b) => (a.Slot ?? 0) - (b.Slot ?? 0));
  }

  override async close(): Promise<void> {
    await this.farm.close();
    this.engines.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function joinAll([manager, ...workers]: readonly FarmNode[]): Promise<void> {
  await manager!.engine.swarm.init({ ListenAddr: "0.0.0.0:2377", AdvertiseAddr: manager!.address });
  const { JoinTokens } = await manager!.engine.swarm.inspect();
  const join = { ListenAddr: "0.0.0.0:2377", RemoteAddrs: [`${manager!.address}:2377`], JoinToken: JoinTokens.Worker! };
  await Promise.all(workers.map(({ engine, address }) => engine.swarm.join({ ...join, AdvertiseAddr: address })));
}

async function startRegistry(farm: Farm, alias: string, env: Record<string, string> = {}): Promise<RegistryClient> {
  const { outer, prefix } = farm;
  const name = `${prefix}-${alias}`;
  if (!(await outer.images.tryInspect("registry:2"))) await outer.images.pull("registry:2");
  await outer.containers.create(name, {
    Image: "registry:2",
    Env: Object.entries(env).map(([key, value]) => `${key}=${value}`),
    HostConfig: {
      PortBindings: { "5000/tcp": [{ HostIp: "127.0.0.1" }] },
      NetworkMode: prefix,
      VolumesFrom: alias === REGISTRY ? [] : [`${prefix}-${REGISTRY}`],
    },
    NetworkingConfig: { EndpointsConfig: { [prefix]: { Aliases: [alias] } } },
  });
  if (env["REGISTRY_AUTH"]) {
    const archive = pack();
    archive.entry({ name: "htpasswd" }, htpasswd);
    archive.finalize();
    await outer.containers.putArchive(name, "/etc/docker/registry", archive as AsyncIterable<Uint8Array>);
  }
  await outer.containers.start(name);
  const { NetworkSettings } = await outer.containers.inspect(name);
  const ports = NetworkSettings.Ports as Record<string, { HostPort: string }[]>;
  const client = new RegistryClient(`http://127.0.0.1:${ports["5000/tcp"]![0]!.HostPort}`);
  for (let left = 100; !(await client.answers()); left--) {
    if (left === 0) throw new Error(`${name} does not answer`);
    await delay(50);
  }
  return client;
}
