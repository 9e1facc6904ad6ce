import { join } from "node:path";
import { Construct } from "constructs";
import type { DockerNetwork } from "./bindings/docker-network";
import type { DockerService } from "./bindings/docker-service";
import type { DockerVolume } from "./bindings/docker-volume";
import { ComposeStack, type ComposeStackOptions } from "./compose/compose-stack";
import type { EdgeProps } from "./compose/edge/edge-model";
import type { EdgeService } from "./compose/edge/edge-service";

/** The stack file, which `docker stack deploy` takes as well. */
export const VOTING_APP_FILE = join(__dirname, "../images/voting-app/docker-stack.yml");

export interface VotingAppProps extends Pick<ComposeStackOptions, "engine" | "converge" | "ingress"> {
  /** Name of the stack. @default "voting_stack" */
  readonly name?: string;
  /** Tasks that take votes; a Terraform number is fine. @default 2 */
  readonly voteReplicas?: number;
  /** Images to run instead of those that the file names, by service. @default - the file's */
  readonly images?: Partial<Readonly<Record<VotingService, string>>>;
  /** More about the edge, where `ingress` is `edge`. @default - HTTP, votes repeated, results live */
  readonly edge?: EdgeProps;
}

const votingServices = ["redis", "vote", "db", "result", "worker"] as const;
export type VotingService = (typeof votingServices)[number];

/**
 * A vote replaces the voter's last, so it may be repeated; its page, which every image of it has, needs nothing but its
 * task. The result page is written to while it is open.
 */
const served: Readonly<Record<string, EdgeService>> = {
  vote: { protocol: "http", idempotent: true, healthPath: "/" },
  result: { protocol: "http", live: true },
};

/**
 * The voting app of the lab on a swarm: vote at port 5000, see the result at port 5001.
 * @see https://github.com/dockersamples/example-voting-app
 */
export class VotingApp extends Construct {
  readonly stack: ComposeStack;
  /** vote, redis and worker. */
  readonly frontend: DockerNetwork;
  /** worker, db and result. */
  readonly backend: DockerNetwork;
  /** Votes that are counted. */
  readonly dbData: DockerVolume;
  /** Votes that are not counted yet. */
  readonly redisData: DockerVolume;
  readonly redis: DockerService;
  readonly vote: DockerService;
  readonly db: DockerService;
  readonly result: DockerService;
  readonly worker: DockerService;

  constructor(scope: Construct, id: string, props: VotingAppProps = {}) {
    super(scope, id);
    const { name = "voting_stack", voteReplicas, images = {}, edge, ...options } = props;
    this.stack = ComposeStack.fromFile(this, "stack", {
      ...options,
      file: VOTING_APP_FILE,
      envFiles: [],
      name,
      services: Object.fromEntries(
        votingServices.map((service) => [
          service,
          { image: images[service], replicas: service === "vote" ? voteReplicas : undefined },
        ]),
      ),
      edge: { ...edge, services: { ...served, ...edge?.services } },
    });
    const { networks, volumes, services } = this.stack;
    this.frontend = networks["frontend"]!;
    this.backend = networks["backend"]!;
    this.dbData = volumes["db-data"]!;
    this.redisData = volumes["redis-data"]!;
    this.redis = services["redis"]!;
    this.vote = services["vote"]!;
    this.db = services["db"]!;
    this.result = services["result"]!;
    this.worker = services["worker"]!;
  }

  /** What is made, a line each, in the words of `docker stack deploy`. */
  get output(): string {
    const { networks, volumes, services } = this.stack;
    const made = { network: networks, volume: volumes, service: services };
    return Object.entries(made)
      .flatMap(([kind, all]) => Object.values(all).map(({ name }) => `Creating ${kind} ${name}`))
      .join("\n");
  }
}
