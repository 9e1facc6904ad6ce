import { bool, type Config, listOf, type State, string } from "../../schema";
import { labelBlocks } from "../labels";
import { duration } from "./durations";
import { endpoint } from "./endpoint";
import { CAP, DEFAULT_LIMIT } from "./limit";
import { mode } from "./mode";
import { taskSpec } from "./task-spec";
import { rollbackConfig, updateConfig } from "./update-config";

export const schema = {
  id: string({ computed: true, doc: "The swarm's id of the service." }),
  name: string({ required: true, forceNew: true, doc: "Name of the service." }),
  ...taskSpec.schema,
  ...mode.schema,
  ...endpoint.schema,
  ...updateConfig.schema,
  ...rollbackConfig.schema,
  labels: labelBlocks("Label of the service. A change is made in place.", { computed: true }),
  auth: listOf(
    {
      server_address: string({ required: true, doc: "Registry of the image." }),
      username: string({ optional: true, doc: "User name. Default: `DOCKER_REGISTRY_USER`." }),
      password: string({ optional: true, sensitive: true, doc: "Password. Default: `DOCKER_REGISTRY_PASS`." }),
    },
    { max: 1, doc: "Credentials that nodes pull the image with. Default: the provider's `registry_auth`." },
  ),
  converge_config: listOf(
    {
      delay: duration("No effect: tasks are looked at as often as the swarm answers.", "7s"),
      timeout: duration(
        `How long the service may go without a task that moves on, beside the pauses that an update is told to make (\`delay\`, \`monitor\`, \`stop_grace_period\`). A task that pulls its image or starts its container moves on; one that is started again after a failure does not. In all it may take ${CAP} times as long.`,
        DEFAULT_LIMIT,
      ),
    },
    {
      max: 1,
      doc: "Wait until the service's tasks run (a job's: have completed); an error tells of each task that does not. An update that fails is waited for until it is rolled back, where it is to be. Default: the swarm is asked, and nothing waited for.",
    },
  ),
  converged: bool({
    computed: true,
    doc: "Whether the service had its tasks when last waited for. `false` makes the next apply try again.",
  }),
} as const;

export type Asked = Config<typeof schema>;
export type Known = State<typeof schema>;
