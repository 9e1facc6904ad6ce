import type { TaskSpec } from "../../../engine";
import { listOf, number, string } from "../../schema";
import { oneOf, whole } from "../../schema/validators";
import { containerSpec } from "./container-spec";
import { logDriver } from "./log-driver";
import { networks } from "./networks";
import { part } from "./part";
import { placement } from "./placement";
import { resources } from "./resources";
import { restartPolicy } from "./restart-policy";

const schema = {
  task_spec: listOf(
    {
      container_spec: listOf(containerSpec.schema, { min: 1, max: 1, doc: "What the containers are made of." }),
      ...resources.schema,
      ...restartPolicy.schema,
      ...placement.schema,
      ...logDriver.schema,
      ...networks.schema,
      force_update: number({
        optional: true,
        computed: true,
        validate: whole(0),
        doc: "A counter: another number replaces every task though nothing else changed.",
      }),
      runtime: string({
        optional: true,
        computed: true,
        validate: oneOf("container", "plugin"),
        doc: "`container`, the only kind of task that this resource makes.",
      }),
    },
    { min: 1, max: 1, doc: "What a task of the service is." },
  ),
} as const;

export const taskSpec = part<typeof schema, TaskSpec>({
  schema,

  toEngine({ task_spec: [asked] }) {
    const [container] = asked!.container_spec;
    return {
      ContainerSpec: containerSpec.toEngine(container!),
      Resources: resources.toEngine(asked!),
      RestartPolicy: restartPolicy.toEngine(asked!),
      Placement: placement.toEngine(asked!),
      LogDriver: logDriver.toEngine(asked!),
      Networks: networks.toEngine(asked!),
      ForceUpdate: asked!.force_update,
      Runtime: asked!.runtime,
    };
  },

  fromEngine: (found) => ({
    task_spec: [
      {
        container_spec: [containerSpec.fromEngine(found.ContainerSpec ?? {})],
        ...resources.fromEngine(found.Resources ?? undefined),
        ...restartPolicy.fromEngine(found.RestartPolicy ?? undefined),
        ...placement.fromEngine(found.Placement ?? undefined),
        ...logDriver.fromEngine(found.LogDriver ?? undefined),
        ...networks.fromEngine(found.Networks ?? undefined),
        force_update: found.ForceUpdate ?? 0,
        runtime: found.Runtime || "container",
      },
    ],
  }),
});
