import { resources } from "../../../provider/resources";
import type { Journal } from "../../../provider/resources/journal";
import { leftovers } from "../../../provider/resources/leftovers";

test("of every type it is said what a killed run leaves of it, or why that is nothing", () => {
  const types = Object.keys(leftovers).filter((type) => type !== "docker_image, inherited");
  expect(types.sort()).toEqual(resources.map(({ type }) => type).sort());
});

test("a type without its row, or noted without something to sweep, does not compile", () => {
  const { docker_commit: commit, ...others } = leftovers;
  // @ts-expect-error docker_commit is missing
  const lacking: typeof leftovers = others;
  // @ts-expect-error what the journal notes can be swept
  const unswept: typeof leftovers = { ...leftovers, docker_commit: leftovers.docker_exec };
  // @ts-expect-error a command leaves nothing to note
  const noted = (journal: Journal) => journal.open({ type: "docker_exec", name: "", engine: "" });
  expect([lacking, unswept, noted, commit]).toHaveLength(4);
});
