import { attributeError, string, stringList } from "../schema";
import { oneOf } from "../schema/validators";
import { defineEphemeralResource } from "./define";

const schema = {
  swarm: string({
    optional: true,
    doc: "Id of the swarm that it has to be: `docker_swarm.NAME.id`, so that a swarm which the same apply makes is asked once it is there. Default: whichever swarm the engine manages.",
  }),
  role: string({
    optional: true,
    default: "worker",
    validate: oneOf("worker", "manager"),
    doc: "What a machine joins as: `worker` or `manager`.",
  }),
  token: string({ computed: true, sensitive: true, doc: "What a machine joins with, `docker swarm join --token`." }),
  managers: stringList({ computed: true, doc: "Addresses of the managers that it can join at, `10.0.0.1:2377`." }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Swarm/operation/SwarmInspect */
export const swarmJoinToken = defineEphemeralResource({
  type: "docker_swarm_join_token",
  doc: "What a machine joins a swarm with, asked of a manager in each run and kept in no plan and no state. It goes where Terraform takes what is ephemeral: into provider blocks, provisioners and write-only arguments. `docker_swarm_node` needs none.",
  schema,

  async open({ config, engine, signal }) {
    const { swarm: wanted, role } = config;
    const [swarm, info] = await Promise.all([engine.swarm.inspect({ signal }), engine.system.info({ signal })]);
    if (wanted !== undefined && wanted !== swarm.ID) {
      throw attributeError(
        ["swarm"],
        `${engine.url} manages the swarm ${swarm.ID}, not ${wanted}`,
        "name a manager of that swarm as `engine`, or remove `swarm`",
      );
    }
    const { JoinTokens: tokens } = swarm;
    return {
      result: {
        token: (role === "manager" ? tokens.Manager : tokens.Worker) ?? undefined,
        managers: (info.Swarm?.RemoteManagers ?? []).flatMap(({ Addr }) => Addr ?? []).sort(),
      },
    };
  },
});
