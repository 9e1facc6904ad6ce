import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { NONCE_LABEL } from "../../../../../formats/labels";
import { containerDiff } from "../../../../../provider/data-sources/container-diff";
import { image } from "../../../../../provider/data-sources/image";
import { imageHistory } from "../../../../../provider/data-sources/image-history";
import { commit } from "../../../../../provider/resources/commit";
import { Scene } from "./scene";

jest.setTimeout(120_000);

let scene: Scene;
let container: string;
beforeAll(async () => {
  scene = new Scene();
  await scene.load(scene.name("base"));
  container = await scene.ran("worker", scene.name("base"), [
    "sh",
    "-c",
    "echo new > /new; echo more >> /text; rm /old",
  ]);
});
afterAll(() => scene?.close());

const inspect = (name: unknown) => scene.engine.images.inspect(String(name));

test("a container's files become an image without a name, removed with the resource", async () => {
  const state = await scene.made(commit, { container });
  const found = await inspect(state["id"]);
  expect(state["image_id"]).toBe(state["id"]);
  expect(found.RepoTags).toEqual([]);
  expect(await scene.read(commit, state)).toEqual({ state, errors: [], warnings: [] });
  expect(await scene.plan(commit, { container }, state)).toEqual({ changed: [], replace: [] });
  await scene.destroy(commit, state);
  expect(await scene.exists(String(state["id"]))).toBe(false);
});

test("everything that can be said of it", async () => {
  const name = scene.name("figlet:v1");
  const asked = {
    container,
    name,
    author: "Jane <jane@example.com>",
    message: "with figlet",
    changes: ['CMD ["cat", "/new"]', "ENV COLOUR=blue SIZE=2", "LABEL a=b"],
    pause: false,
  };
  const state = await scene.made(commit, asked);
  const found = await inspect(name);
  expect(found).toMatchObject({ Id: state["id"], Author: asked.author, Comment: asked.message });
  expect(found.Config).toMatchObject({ Cmd: ["cat", "/new"], Labels: { a: "b" } });
  expect(found.Config?.Env).toEqual(expect.arrayContaining(["COLOUR=blue", "SIZE=2"]));
  expect((await scene.engine.containers.logs(await scene.ran("figlet", name, ["cat", "/new"]))).stdout).toBe("new\n");
  expect(await scene.read(commit, state)).toEqual({ state, errors: [], warnings: [] });
});

test("an empty name is none", async () => {
  const state = await scene.made(commit, { container, name: "" });
  expect((await inspect(state["id"])).RepoTags).toEqual([]);
  expect((await scene.plan(commit, { container }, state)).replace).toEqual([]);
});

test("a name that another image has is taken from it, which the plan says, and given back with the resource", async () => {
  const name = scene.name("taken");
  const other = await scene.load(name);
  const { state, warnings } = await scene.apply(commit, { container, name });
  expect(warnings).toMatchObject([
    { summary: `the name "${name}" is taken from another image`, detail: expect.stringContaining(other) },
  ]);
  expect(await scene.imageId(name)).toBe(state!["id"]);
  await scene.destroy(commit, state!);
  expect(await scene.imageId(name)).toBe(other);
  expect(await scene.exists(String(state!["id"]))).toBe(false);
});

describe("behind its back", () => {
  test("an image that is gone is made anew", async () => {
    const state = await scene.made(commit, { container });
    await scene.engine.images.remove(String(state["id"]));
    expect((await scene.read(commit, state)).state).toBeUndefined();
  });

  test("an image that lost its name is made anew, and what has the name stays", async () => {
    const name = scene.name("lost");
    const state = await scene.made(commit, { container, name });
    const theirs = await scene.load(name, "theirs");
    expect((await scene.read(commit, state)).state).toBeUndefined();
    await scene.destroy(commit, state);
    expect(await scene.imageId(name)).toBe(theirs);
    expect(await scene.exists(String(state["id"]))).toBe(false);
  });
});

test("an image in use stays, with a warning", async () => {
  const state = await scene.made(commit, { container });
  await scene.container("user", String(state["id"]));
  const { errors, warnings } = await scene.destroy(commit, state);
  expect(errors).toEqual([]);
  expect(warnings).toMatchObject([{ summary: expect.stringContaining("in use") }]);
});

test("what a killed run made is removed before it is made again", async () => {
  const state = await scene.made(commit, { container });
  const [note] = scene.journal
    .all()
    .filter(({ type }) => type === "docker_commit")
    .slice(-1);
  expect((await inspect(state["id"])).Config?.Labels).toMatchObject({ [NONCE_LABEL]: note?.nonce });
  writeFileSync(
    join(scene.folder, "journal", `${note?.nonce}.json`),
    JSON.stringify({ ...note, pid: 0, started: "killed" }),
  );
  scene.newRun();
  await scene.made(commit, { container });
  expect(await scene.exists(String(state["id"]))).toBe(false);
});

describe("errors", () => {
  test("a container that is not there", async () => {
    const { errors } = await scene.apply(commit, { container: `${scene.prefix}-absent` });
    expect(errors).toMatchObject([
      { path: ["container"], summary: `container "${scene.prefix}-absent" does not exist` },
    ]);
  });

  test("an instruction that there is not", async () => {
    const { state, errors } = await scene.apply(commit, { container, changes: ["FROM x"] });
    expect(state).toBeUndefined();
    expect(errors).toMatchObject([{ path: ["changes"], detail: expect.stringMatching(/FROM/i) }]);
  });
});

describe("what a container and an image are made of", () => {
  test("diff", async () => {
    const { state, errors } = await scene.data(containerDiff, { container: `${scene.prefix}-worker` });
    expect(errors).toEqual([]);
    expect(state).toMatchObject({
      id: container,
      changes: [
        { kind: "A", path: "/new" },
        { kind: "D", path: "/old" },
        { kind: "C", path: "/text" },
      ],
      lines: "A /new\nD /old\nC /text",
    });
  });

  test("diff of a container that is not there", async () => {
    const { errors } = await scene.data(containerDiff, { container: "t-image-absent" });
    expect(errors).toMatchObject([{ path: ["container"] }]);
  });

  test("history, layers", async () => {
    const made = await scene.made(commit, { container, name: scene.name("told"), message: "told" });
    const { state, errors } = await scene.data(imageHistory, { name: scene.name("told") });
    expect(errors).toEqual([]);
    const base = await inspect(scene.name("base"));
    expect(state).toMatchObject({
      id: made["id"],
      history: [
        {
          created_by: "sh -c echo new > /new; echo more >> /text; rm /old",
          comment: "told",
          tags: [`${scene.name("told")}:latest`],
        },
        { created_by: "busybox", comment: "", tags: [`${scene.name("base")}:latest`] },
      ],
      layers: [...base.RootFS.Layers!, expect.stringMatching(/^sha256:/)],
    });
    expect(String(state?.["table"]).split("\n")).toEqual([
      "CREATED BY                                      SIZE     COMMENT",
      expect.stringMatching(/^sh -c echo new > \/new; echo more >> \/text; r…\s+[\d.]+k?B\s+told$/),
      expect.stringMatching(/^busybox\s+1.9\dMB$/),
    ]);
  });

  test("history of an image that is not there", async () => {
    const { errors } = await scene.data(imageHistory, { name: scene.name("absent") });
    expect(errors).toMatchObject([{ path: ["name"], summary: `image "${scene.name("absent")}" does not exist` }]);
  });

  test("an image by name", async () => {
    const { state } = await scene.data(image, { name: scene.name("base") });
    expect(state).toMatchObject({ id: await scene.imageId(scene.name("base")), repo_digest: expect.any(String) });
  });

  test("an image that is not there", async () => {
    const { errors } = await scene.data(image, { name: scene.name("absent") });
    expect(errors).toMatchObject([{ path: ["name"], detail: expect.stringContaining("make it first") }]);
  });
});
