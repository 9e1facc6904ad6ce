import { join } from "node:path";
import type { Network } from "@cdktf/provider-docker/lib/network";
import type { Service } from "@cdktf/provider-docker/lib/service";
import type { Volume } from "@cdktf/provider-docker/lib/volume";
import { Construct } from "constructs";
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
  readonly frontend: Network;
  /** worker, db and result. */
  readonly backend: Network;
  /** Votes that are counted. */
  readonly dbData: Volume;
  /** Votes that are not counted yet. */
  readonly redisData: Volume;
  readonly redis: Service;
  readonly vote: Service;
  readonly db: Service;
  readonly result: Service;
  readonly worker: Service;

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
}
