import type { TaskSpecResources } from "../../../engine";
import { listOf, number, stringSet } from "../../schema";
import { each, like, whole } from "../../schema/validators";
import { once, part, some, sortedBy } from "./part";

const nanoCpus = number({
  optional: true,
  zero: 0,
  validate: whole(0),
  doc: "CPUs in billionths: 500000000 is half of one.",
});
const memoryBytes = number({ optional: true, zero: 0, validate: whole(0), doc: "Memory in bytes." });

/** @param form of each, which the complaint tells as `KIND=…` */
const generic = (form: RegExp, told: string, doc: string) =>
  stringSet({
    optional: true,
    zero: [],
    validate: each(like(form, "resource", `\`KIND=${told}\``)),
    doc,
  });

const schema = {
  resources: listOf(
    {
      limits: listOf(
        {
          nano_cpus: nanoCpus,
          memory_bytes: memoryBytes,
          pids: number({ optional: true, zero: 0, validate: whole(0), doc: "Processes; 0 for any number." }),
        },
        { max: 1, emptyIsNone: true, adds: true, doc: "What a task can use at the most." },
      ),
      reservation: listOf(
        {
          nano_cpus: nanoCpus,
          memory_bytes: memoryBytes,
          generic_resources: listOf(
            {
              named_resources_spec: generic(/^[^=]+=.+$/, "NAME", "Resources by name: `GPU=UUID1`."),
              discrete_resources_spec: generic(/^[^=]+=\d+$/, "NUMBER", "Resources by number: `SSD=3`."),
            },
            { max: 1, emptyIsNone: true, doc: "Resources that nodes offer beside CPU and memory." },
          ),
        },
        { max: 1, emptyIsNone: true, adds: true, doc: "What a node must have free to take a task." },
      ),
    },
    {
      max: 1,
      computed: true,
      emptyIsNone: true,
      adds: true,
      doc: "How much of a node a task can use, and needs.",
    },
  ),
} as const;

type GenericResource = NonNullable<NonNullable<TaskSpecResources["Reservations"]>["GenericResources"]>[number];

const inOrder = (all: readonly string[] = []): string[] => sortedBy(all, (each) => each);

const pairOf = (text: string): [kind: string, value: string] => {
  const equals = text.indexOf("=");
  return [text.slice(0, equals), text.slice(equals + 1)];
};

/** Source: https://docs.docker.com/reference/cli/docker/service/create/#reserve-memory */
export const resources = part<typeof schema, TaskSpecResources | undefined>({
  schema,

  toEngine: (asked) =>
    once(asked.resources, ({ limits, reservation }) => ({
      Limits: once(limits, ({ nano_cpus, memory_bytes, pids }) => ({
        NanoCPUs: nano_cpus || undefined,
        MemoryBytes: memory_bytes || undefined,
        Pids: pids || undefined,
      })),
      Reservations: once(reservation, ({ nano_cpus, memory_bytes, generic_resources: [extra] }) => ({
        NanoCPUs: nano_cpus || undefined,
        MemoryBytes: memory_bytes || undefined,
        GenericResources: some<GenericResource>([
          ...inOrder(extra?.named_resources_spec).map((each) => {
            const [Kind, Value] = pairOf(each);
            return { NamedResourceSpec: { Kind, Value } };
          }),
          ...inOrder(extra?.discrete_resources_spec).map((each) => {
            const [Kind, value] = pairOf(each);
            return { DiscreteResourceSpec: { Kind, Value: Number(value) } };
          }),
        ]),
      })),
    })),

  fromEngine: (found) => ({
    resources: found
      ? [
          {
            limits: found.Limits
              ? [
                  {
                    nano_cpus: found.Limits.NanoCPUs ?? 0,
                    memory_bytes: found.Limits.MemoryBytes ?? 0,
                    pids: found.Limits.Pids ?? 0,
                  },
                ]
              : [],
            reservation: found.Reservations
              ? [
                  {
                    nano_cpus: found.Reservations.NanoCPUs ?? 0,
                    memory_bytes: found.Reservations.MemoryBytes ?? 0,
                    generic_resources: found.Reservations.GenericResources?.length
                      ? [
                          {
                            named_resources_spec: found.Reservations.GenericResources.flatMap(
                              ({ NamedResourceSpec: each }) => (each ? [`${each.Kind}=${each.Value}`] : []),
                            ),
                            discrete_resources_spec: found.Reservations.GenericResources.flatMap(
                              ({ DiscreteResourceSpec: each }) => (each ? [`${each.Kind}=${each.Value}`] : []),
                            ),
                          },
                        ]
                      : [],
                  },
                ]
              : [],
          },
        ]
      : [],
  }),
});
