import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { archiveOf, everything, walk } from "../../../../../build-context";
import { image } from "../../../../../provider/resources/image";
import type { ObjectValue } from "../../../../../provider/schema";
import { type Files, fill, folderOf } from "../../../../build-context/folder";
import { BuildScene } from "./build-scene";

jest.setTimeout(180_000);

let scene: BuildScene;
beforeAll(async () => {
  scene = await BuildScene.open();
});
afterAll(() => scene?.close());

const context = (dockerfile: string, files?: Files) => scene.context(dockerfile, files);
const printed = (name: string, short: string, cmd?: string[]) => scene.printed(name, short, cmd);

test("the context is read by the ignore file of the Dockerfile where there is one", async () => {
  const root = context("COPY . /app/\nRUN ls /app > /made", {
    a: "",
    b: "",
    "Dockerfile.dockerignore": "a\n",
    ".dockerignore": "b\n",
  });
  await scene.made(image, { name: scene.name("own-ignore"), build: [{ context: root }] });
  expect(await printed(scene.name("own-ignore"), "own-ignore")).toBe("Dockerfile\nDockerfile.dockerignore\nb\n");
});

describe("secrets", () => {
  const dockerfile = "RUN --mount=type=secret,id=word cat /run/secrets/word > /made";

  test("of the environment and of a file, not kept in the image", async () => {
    process.env["T_IMAGE_SECRET"] = "from the environment";
    const root = context(dockerfile);
    const file = join(folderOf({ secret: "from a file" }), "secret");
    const made = async (name: string, secret: ObjectValue) => {
      await scene.made(image, {
        name: scene.name(name),
        build: [{ context: root, no_cache: true, secrets: [{ id: "word", ...secret }] }],
      });
      return printed(scene.name(name), name);
    };
    expect(await made("secret-env", { env: "T_IMAGE_SECRET" })).toBe("from the environment");
    expect(await made("secret-file", { src: file })).toBe("from a file");
  });

  test.each([
    { what: "a variable that is not set", secret: { env: "T_IMAGE_UNSET" }, says: "T_IMAGE_UNSET is not set" },
    { what: "a file that is not there", secret: { src: "/absent" }, says: "/absent cannot be read" },
  ])("$what", async ({ secret, says }) => {
    const root = context(dockerfile);
    const { errors } = await scene.apply(image, {
      name: scene.name("s"),
      build: [{ context: root, secrets: [{ id: "word", ...secret }] }],
    });
    expect(errors).toMatchObject([{ path: ["build"], detail: expect.stringContaining(says) }]);
  });

  test("with the classic builder", async () => {
    const root = context("RUN true");
    const { errors } = await scene.apply(image, {
      name: scene.name("s"),
      build: [{ context: root, version: "1", secrets: [{ id: "word", src: scene.busybox }] }],
    });
    expect(errors).toMatchObject([{ summary: "the classic builder has no secrets" }]);
  });
});

test("what BuildKit ignores is said", async () => {
  const { warnings } = await scene.apply(image, {
    name: scene.name("ignoring"),
    build: [{ context: context("RUN true"), memory: 64_000_000 }],
  });
  expect(warnings).toMatchObject([{ summary: "BuildKit ignores `memory`" }]);
});

test("the classic builder obeys it", async () => {
  const build = [
    {
      context: context(
        "RUN cat /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max 2>/dev/null > /made || true",
      ),
      version: "1",
      memory: 64_000_000,
    },
  ];
  await scene.made(image, { name: scene.name("obeying"), build });
  expect(await printed(scene.name("obeying"), "obeying")).toMatch(/^(64000000|63995904)/);
});

test("create before destroy: the new build stays when the old one goes", async () => {
  const root = context("COPY made /made", { made: "old" });
  const asked = { name: scene.name("cbd"), build: [{ context: root }] };
  const old = await scene.made(image, asked);
  fill(root, { made: "new" });
  const { state: recent, warnings } = await scene.applyBeforeDestroy(image, asked, old);
  expect(warnings).toEqual([]);
  await scene.destroy(image, old);
  expect(await scene.imageId(scene.name("cbd"))).toBe(recent!["image_id"]);
  expect(await scene.exists(String(old["image_id"]))).toBe(false);
});

test("create before destroy of the very same image: it stays", async () => {
  const asked = { name: scene.name("cbd-same"), build: [{ context: context("RUN echo cbd-same") }] };
  const old = await scene.made(image, asked);
  const { state: again, warnings } = await scene.applyBeforeDestroy(image, asked, old);
  expect(warnings).toEqual([]);
  expect(again!["image_id"]).toBe(old["image_id"]);
  await scene.destroy(image, old);
  expect(await scene.exists(scene.name("cbd-same"))).toBe(true);
  await scene.destroy(image, again!);
  expect(await scene.exists(scene.name("cbd-same"))).toBe(false);
});

describe("what is about to be built is noted", () => {
  const notesOf = (short: string) => scene.journal.all().filter(({ name }) => name === scene.name(short));

  test("under each of its names with what has them now, until it is read", async () => {
    const before = await scene.load(scene.name("noted"));
    const asked = {
      name: scene.name("noted"),
      build: [{ context: context("RUN true"), tag: [scene.name("noted-too")] }],
    };
    const { state } = await scene.apply(image, asked);
    expect([...notesOf("noted"), ...notesOf("noted-too")].map((note) => note.before)).toEqual([before, undefined]);
    await scene.read(image, state!);
    expect([...notesOf("noted"), ...notesOf("noted-too")]).toEqual([]);
    await scene.destroy(image, state!);
  });

  test("and a build that fails leaves no note", async () => {
    await scene.apply(image, { name: scene.name("fails"), build: [{ context: context("RUN false") }] });
    expect(notesOf("fails")).toEqual([]);
  });
});

test("a state that has no digest gets one, and nothing is planned for it", async () => {
  const asked = { name: scene.name("adopted"), build: [{ context: context("RUN true") }] };
  const state = await scene.made(image, asked);
  const { state: read } = await scene.read(image, { ...state, context_digest: undefined });
  expect(read).toEqual(state);
  expect(await scene.plan(image, asked, read!)).toEqual({ changed: [], replace: [] });
});

test.each([
  { builder: "BuildKit", version: "2" },
  { builder: "the classic builder", version: "1" },
])("the engine fetches a context by its URL: $builder", async ({ version }) => {
  const root = context("COPY made /made", { made: "fetched" });
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "application/x-tar");
    archiveOf(root, walk(root, everything)).pipe(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/context.tar`;
    const name = scene.name(`fetched-${version}`);
    const state = await scene.made(image, { name, build: [{ context: url, version }] });
    expect(state["context_digest"]).toBe("");
    expect(await printed(name, `fetched-${version}`)).toBe("fetched");
    expect(await scene.plan(image, { name, build: [{ context: url, version }] }, state)).toEqual({
      changed: [],
      replace: [],
    });
  } finally {
    server.close();
  }
});
