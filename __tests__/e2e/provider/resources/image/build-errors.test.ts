import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { image } from "../../../../../provider/resources/image";
import type { ObjectValue } from "../../../../../provider/schema";
import { type Files, folderOf } from "../../../../build-context/folder";
import { BuildScene, builders } from "./build-scene";

jest.setTimeout(180_000);

let scene: BuildScene;
beforeAll(async () => {
  scene = await BuildScene.open();
});
afterAll(() => scene?.close());

const context = (dockerfile: string, files?: Files) => scene.context(dockerfile, files);

describe.each(builders)("$builder", ({ version }) => {
  const short = (name: string) => `${name}-${version ?? "2"}`;
  const config = (name: string, block: ObjectValue, more: ObjectValue = {}) => ({
    name: scene.name(short(name)),
    build: [{ version, ...block }],
    ...more,
  });

  describe("errors", () => {
    const failing = async (block: ObjectValue) => {
      const { state, errors, warnings } = await scene.apply(image, config("failing", block));
      expect({ state, warnings }).toEqual({ state: undefined, warnings: [] });
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ path: ["build"] });
      return errors[0]!;
    };

    test("a step that fails: the line, the step, and its last words", async () => {
      const root = context(
        "RUN echo fine\n# why\nRUN for i in 1 2 3; do echo word $i; done; \\\n    echo last words >&2; exit 7",
      );
      const { summary, detail } = await failing({ context: root });
      expect(summary).toMatch(/^build of image ".*" failed at .*Dockerfile:4: .*RUN for i in 1 2 3/);
      expect(detail).toMatch(/7/);
      expect(detail).toMatch(/word 1\n(.*\n)*.*word 3/);
      expect(detail).toContain("last words");
      expect(detail).not.toContain("fine");
    });

    test("a Dockerfile that is none: the line", async () => {
      const { summary, detail } = await failing({ context: context("RUN true\nFORM scratch") });
      expect(summary).toMatch(/Dockerfile:3/);
      expect(detail).toMatch(/unknown instruction: FORM/i);
    });

    test("an argument without a value: its name and line", async () => {
      const { detail } = await failing({ context: folderOf({ Dockerfile: "ARG BASE\nFROM $BASE\n" }) });
      expect(detail).toContain("`BASE` (line 1)");
      expect(detail).toContain("build_args");
    });

    test("a context that is not there", async () => {
      const root = join(folderOf({}), "absent");
      const { detail } = await failing({ context: root });
      expect(detail).toBe(`the build context ${root} does not exist; give the path of a folder`);
    });

    test("a Dockerfile that is not there", async () => {
      const root = folderOf({ a: "" });
      expect((await failing({ context: root })).detail).toContain(
        `there is no Dockerfile at ${join(root, "Dockerfile")}`,
      );
    });

    test("a file that the Dockerfile copies and the context does not have", async () => {
      const { summary, detail } = await failing({ context: context("COPY absent /") });
      expect(summary).toMatch(/Dockerfile:2/);
      expect(detail).toMatch(/absent/);
    });

    test("a stage that there is not", async () => {
      expect((await failing({ context: context("RUN true"), target: "nowhere" })).detail).toMatch(/nowhere/);
    });

    test("a log file that cannot be written", async () => {
      const { summary } = await failing({ context: context("RUN true"), build_log_file: "/absent/folder/log" });
      expect(summary).toContain("/absent/folder/log");
    });
  });
});

test.each([
  { where: "in the context", name: "within", file: (root: string) => join(root, "build.log"), warned: true },
  {
    where: "that .dockerignore names",
    name: "ignored",
    file: (root: string) => join(root, "ignored.log"),
    warned: false,
  },
  { where: "beside the context", name: "beside", file: (root: string) => `${root}.log`, warned: false },
])("a log file $where: a warning of a build at every apply is given: $warned", async ({ name, file, warned }) => {
  const root = context("RUN true", { ".dockerignore": "ignored.log" });
  const build = [{ context: root, build_log_file: file(root) }];
  const { errors, warnings } = await scene.apply(image, { name: scene.name(`log-${name}`), build });
  rmSync(file(root));
  expect(errors).toEqual([]);
  expect(warnings.map(({ summary }) => summary)).toEqual(
    warned ? [`build_log_file ${JSON.stringify(file(root))} is sent with the context`] : [],
  );
});

test("a folder that is not readable, and other files that cannot be sent, are named", async () => {
  const root = context("COPY . /app/", { a: "" });
  execFileSync("mknod", [join(root, "device"), "c", "1", "3"]);
  const { errors } = await scene.apply(image, { name: scene.name("device"), build: [{ context: root }] });
  expect(errors).toMatchObject([{ detail: expect.stringContaining(join(root, "device")) }]);
});

test("a build that takes longer than it may is given up, and says so", async () => {
  const build = [{ context: context("RUN sleep 60") }];
  const { state, errors } = await scene.apply(image, { name: scene.name("slow"), build, timeouts: [{ create: "2s" }] });
  expect(state).toBeUndefined();
  expect(errors).toMatchObject([
    {
      path: ["build"],
      summary: `build of image "${scene.name("slow")}" did not end within 2s`,
      detail: expect.stringMatching(/in time.*Raise `create` in `timeouts` \(it is "2s"\)/s),
    },
  ]);
});

test("a builder that there is not, and what any would ignore", async () => {
  const auth_config = [{ host_name: "r.example.com", user_name: "u", password: "p" }];
  const build = [{ context: context("RUN true"), builder: "t-image-absent", memory: 64_000_000, auth_config }];
  const { state, errors, warnings } = await scene.apply(image, { name: scene.name("built-elsewhere"), build });
  expect(state).toBeUndefined();
  expect(warnings).toMatchObject([{ summary: 'builder "t-image-absent" ignores `memory`, `auth_config`' }]);
  // Where the docker command has no buildx, that is what is said.
  expect(errors).toMatchObject([{ path: ["build"] }]);
  expect(`${errors[0]?.summary} ${errors[0]?.detail}`).toMatch(/no `docker buildx`|no builder "t-image-absent" found/);
});
