import { ComplexObject } from "cdktf";
import type { Construct } from "constructs";
import { ComputedList } from "./computed-list";
import { DockerDataSource, type DockerDataSourceConfig } from "./docker-data-source";

/** Which services of the swarm are meant. */
export interface ServiceFilter {
  /** Stack that they belong to. @default - any, and none */
  readonly stack?: string;
  /** What their names begin with. @default - any name */
  readonly namePrefix?: string;
  /** Labels that they all carry, with these values. @default - any labels */
  readonly labels?: Record<string, string>;
}

export interface DataDockerServicesConfig extends DockerDataSourceConfig, ServiceFilter {}

/** @public */
export class ServiceSummary extends ComplexObject {
  get id(): string {
    return this.getStringAttribute("id");
  }

  get name(): string {
    return this.getStringAttribute("name");
  }

  /** Empty where it belongs to none. */
  get stack(): string {
    return this.getStringAttribute("stack");
  }

  /** `replicated`, `global`, `replicated job` or `global job`. */
  get mode(): string {
    return this.getStringAttribute("mode");
  }

  /** Tasks that run. */
  get running(): number {
    return this.getNumberAttribute("running");
  }

  /** Tasks that should. */
  get desired(): number {
    return this.getNumberAttribute("desired");
  }

  /** Tasks of a job that have done their work. */
  get completed(): number {
    return this.getNumberAttribute("completed");
  }

  /** Without the digest that the swarm pinned it to. */
  get image(): string {
    return this.getStringAttribute("image");
  }

  /** `*:5000->80/tcp`, with `host` for the star where nodes publish it themselves. */
  get ports(): string[] {
    return this.getListAttribute("ports");
  }

  get labels(): Record<string, string> {
    return this.getStringMapAttribute("labels");
  }
}

/** `docker_services`: the services of a swarm, sorted by name, like `docker service ls`. */
export class DataDockerServices extends DockerDataSource {
  static readonly tfResourceType = "docker_services";

  readonly services = new ComputedList(this, "services", ServiceSummary);

  constructor(scope: Construct, id: string, config: DataDockerServicesConfig = {}) {
    super(scope, id, DataDockerServices.tfResourceType, config);
  }

  /** Laid out like `docker stack services`, without ids. */
  get table(): string {
    return this.getStringAttribute("table");
  }

  /** The stacks that they belong to, laid out like `docker stack ls`. */
  get stackTable(): string {
    return this.getStringAttribute("stack_table");
  }
}
