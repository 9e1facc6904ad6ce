import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pack } from "tar-stream";
import { type Engine, Engines } from "../../../../../engine";
import { startedEngine } from "../../../../../provider/resources/swarm/started";
import { ownSubnet } from "../../../own-subnet";
import { removeNetwork } from "../../../remove-network";

const image = "docker:dind";
const REGISTRY = "registry:2";
const entrypoint = join(__dirname, "../../../../../images/swarm-node/entrypoint");
const never = new AbortController().signal;

export interface FarmNode {
  readonly name: string;
  /** `container://NAME` */
  readonly url: string;
  readonly address: string;
  readonly engine: Engine;
}

/** Engines in containers that nothing but the tests has made: what docker_swarm is given. */
export class Farm {
  readonly engines = new Engines();
  readonly outer = this.engines.at();
  private readonly subnet = `10.214.${ownSubnet()}`;
  private made = 0;

  constructor(
    readonly prefix = `t-swarm-${randomBytes(3).toString("hex")}`,
    /** Arguments of each node's dockerd. */
    private readonly engineArguments: string[] = [],
  ) {}

  /** This machine, as the nodes reach it. */
  get gateway(): string {
    return `${this.subnet}.1`;
  }

  async open(): Promise<void> {
    for (const name of [image, REGISTRY])
      if (!(await this.outer.images.tryInspect(name))) await this.outer.images.pull(name);
    await this.outer.networks.create({ Name: this.prefix, IPAM: { Config: [{ Subnet: `${this.subnet}.0/24` }] } });
  }

  /** A registry on the nodes' network that serves the images of the labs' mirror, where this machine has one. */
  async mirror(alias: string): Promise<void> {
    const volume = (await this.outer.volumes.tryInspect("docker-stages-registry"))?.Name;
    const name = `${this.prefix}-registry`;
    const Mounts = volume
      ? [{ Type: "volume" as const, Source: volume, Target: "/var/lib/registry", ReadOnly: true }]
      : [];
    await this.outer.containers.create(name, {
      Image: REGISTRY,
      Env: volume ? [] : ["REGISTRY_PROXY_REMOTEURL=https://registry-1.docker.io"],
      HostConfig: { NetworkMode: this.prefix, Mounts },
      NetworkingConfig: { EndpointsConfig: { [this.prefix]: { Aliases: [alias] } } },
    });
    await this.outer.containers.start(name);
  }

  /** A registry that speaks no TLS and has nothing, which this machine and the nodes reach: its address. */
  async registry(): Promise<string> {
    const name = `${this.prefix}-images`;
    const IPv4Address = `${this.subnet}.250`;
    await this.outer.containers.create(name, {
      Image: REGISTRY,
      HostConfig: { NetworkMode: this.prefix },
      NetworkingConfig: { EndpointsConfig: { [this.prefix]: { IPAMConfig: { IPv4Address } } } },
    });
    await this.outer.containers.start(name);
    return `${IPv4Address}:5000`;
  }

  /** As many engines more, each in a container of its own, once they answer. */
  async nodes(count: number): Promise<FarmNode[]> {
    const numbers = Array.from({ length: count }, () => ++this.made);
    return Promise.all(numbers.map((number) => this.node(number)));
  }

  async node(number: number): Promise<FarmNode> {
    const name = `${this.prefix}-node${number}`;
    const address = `${this.subnet}.${10 + number}`;
    await this.outer.containers.create(name, {
      Image: image,
      Hostname: `node${number}`,
      Entrypoint: ["/usr/local/bin/swarm-node"],
      Cmd: this.engineArguments,
      HostConfig: {
        CapAdd: ["SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE"],
        SecurityOpt: ["seccomp=unconfined", "apparmor=unconfined"],
        NetworkMode: this.prefix,
        Mounts: [{ Type: "volume", Source: name, Target: "/var/lib/docker" }],
      },
      NetworkingConfig: { EndpointsConfig: { [this.prefix]: { IPAMConfig: { IPv4Address: address } } } },
    });
    const archive = pack();
    archive.entry({ name: "swarm-node", mode: 0o755 }, await readFile(entrypoint));
    archive.finalize();
    await this.outer.containers.putArchive(name, "/usr/local/bin", archive);
    await this.outer.containers.start(name);
    const url = `container://${name}`;
    return { name, url, address, engine: await startedEngine(this.engines, url, never) };
  }

  async removeNode({ name }: FarmNode, options: { readonly volume: boolean }): Promise<void> {
    await this.outer.containers.tryRemove(name, { force: true });
    if (options.volume) await this.outer.volumes.tryRemove(name);
  }

  async close(): Promise<void> {
    const containers = await this.outer.containers.list({ all: true, filters: { name: [this.prefix] } });
    await Promise.all(containers.map(({ Id }) => this.outer.containers.tryRemove(Id, { force: true, volumes: true })));
    const volumes = await this.outer.volumes.list({ filters: { name: [this.prefix] } });
    await Promise.all(volumes.map(({ Name }) => this.outer.volumes.tryRemove(Name!)));
    await removeNetwork(this.outer, this.prefix);
    this.engines.close();
  }
}
