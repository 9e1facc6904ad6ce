import { expectNodes } from "../../../commands/setup/swarm-nodes";
import type { Engine } from "../../../engine";

/** As engines say it. */
const engineWith = (...SecurityOptions: string[]) =>
  ({ system: { info: async () => ({ SecurityOptions }) } }) as unknown as Engine;

const usual = "name=seccomp,profile=default";

test("an engine with userns-remap is refused for stages with a swarm, which are named, with what helps", async () => {
  await expect(expectNodes(engineWith(usual, "name=userns"), ["stage1", "stage3", "stage4"])).rejects.toMatchObject({
    code: "nodes-remapped",
    message: expect.stringMatching(/`userns-remap`.* nodes of stage3, stage4 .*: nothing was made\. .*daemon\.json/),
  });
});

test("so is one that runs without root", async () => {
  await expect(expectNodes(engineWith(usual, "name=rootless"), ["stage1", "stage3"])).rejects.toMatchObject({
    code: "nodes-rootless",
    message: expect.stringMatching(/without root.* nodes of stage3 .*: nothing was made\. .*DOCKER_HOST/),
  });
});

test.each(["name=userns", "name=rootless"])("stages without a swarm are not, with %s", (option) =>
  expect(expectNodes(engineWith(option), ["stage1", "stage2"])).resolves.toBeUndefined(),
);

test("any other engine is not", () =>
  expect(expectNodes(engineWith("name=apparmor", usual), ["stage3"])).resolves.toBeUndefined());
