import { engineBuilds } from "../../../../commands/test/engines/builds";
import { partsOf } from "../../../../commands/test/engines/parts";

test("each engine has both image stores but the oldest, which has one", () => {
  expect(engineBuilds.map(({ name, store }) => [name, store])).toEqual([
    ["trixie", "classic"],
    ["trixie-containerd", "containerd"],
    ["forky", "classic"],
    ["forky-containerd", "containerd"],
    ["head", "classic"],
    ["head-containerd", "containerd"],
    ["bookworm", "classic"],
  ]);
});

test.each(engineBuilds.map((build) => [build.name, build] as const))(
  "nodes of %s's own engine are another part, unless the stand-in has that engine",
  (name, build) => {
    const own = partsOf(build, "bookworm").filter(({ nodes }) => nodes === "own");
    expect(own).toHaveLength(name === "bookworm" ? 0 : 1);
  },
);
