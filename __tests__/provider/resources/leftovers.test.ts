import { defineResource, type Services } from "../../../provider/resources/define";
import { leftovers, tryLeftover } from "../../../provider/resources/leftovers";
import { string } from "../../../provider/schema";

test("services are swept before the networks that they are on, volumes after what mounts them", () => {
  const kinds = leftovers.flatMap((leftover) => ("kind" in leftover ? [leftover.kind] : []));
  expect(kinds).toEqual([
    "service",
    "container",
    "network",
    "secret",
    "config",
    "volume",
    "plugin",
    "swarm",
    "tag",
    "image",
    "image",
    "image",
  ]);
});

test("a note's type is the resource's, and what its notes add to that", () => {
  expect(tryLeftover("docker_image, inherited")).toBe(tryLeftover("docker_image"));
  expect(tryLeftover("docker_exec")).toEqual({ nothing: expect.any(String) });
  expect(tryLeftover("docker_thing")).toBeUndefined();
});

test("a type that does not say what it leaves, or that notes what nothing sweeps, does not compile", () => {
  const calls = { create: async () => ({ id: "" }), read: async () => undefined, delete: async () => undefined };
  const thing = {
    type: "docker_thing",
    doc: "A thing.",
    schema: { id: string({ computed: true, doc: "Its id." }) },
  } as const;
  // @ts-expect-error what it leaves is missing
  const lacking = defineResource({ ...thing, ...calls });
  const noting = defineResource({
    ...thing,
    ...calls,
    leftover: { nothing: "a thing is in its container, and goes with it" },
    // @ts-expect-error it has no journal
    delete: async ({ journal }: Pick<Services, "journal">) => journal.settle(undefined),
  });
  expect([lacking, noting]).toHaveLength(2);
});
