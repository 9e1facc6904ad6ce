import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { image } from "../../../../../provider/resources/image";
import type { ObjectValue } from "../../../../../provider/schema";
import { type Files, fill, folderOf } from "../../../../build-context/folder";
import { BuildScene, builders } from "./build-scene";

jest.setTimeout(180_000);

let scene: BuildScene;
beforeAll(async () => {
  scene = await BuildScene.open();
});
afterAll(() => scene?.close());

const context = (dockerfile: string, files?: Files) => scene.context(dockerfile, files);
const printed = (name: string, short: string, cmd?: string[]) => scene.printed(name, short, cmd);
const inspect = (name: string) => scene.engine.images.inspect(name);

describe.each(builders)("$builder", ({ builder, version }) => {
  const short = (name: string) => `${name}-${version ?? "2"}`;
  const config = (name: string, block: ObjectValue, more: ObjectValue = {}) => ({
    name: scene.name(short(name)),
    build: [{ version, ...block }],
    ...more,
  });

  test("builds, is quiet while nothing changes, and leaves nothing", async () => {
    const name = scene.name(short("plain"));
    const root = context("COPY made /made\nRUN cat /made", { made: "first" });
    const state = await scene.made(image, config("plain", { context: root }));
    const { Id: id } = await inspect(name);
    expect(state).toMatchObject({ id: `${id}${name}`, image_id: id, pulled: false });
    expect(await printed(name, short("plain"))).toBe("first");
    expect(await scene.read(image, state)).toEqual({ state, errors: [], warnings: [] });
    expect(await scene.plan(image, config("plain", { context: root }), state)).toEqual({ changed: [], replace: [] });
    await scene.engine.containers.remove(`${scene.prefix}-${short("plain")}`);
    expect(await scene.destroy(image, state)).toEqual({ state: undefined, errors: [], warnings: [] });
    expect(await scene.exists(id)).toBe(false);
  });

  test("one changed byte builds anew, and reuses the steps before it", async () => {
    const root = context("RUN date +%N > /when || echo $RANDOM > /when\nCOPY made /made", { made: "one" });
    const state = await scene.made(image, config("changed", { context: root }));
    const when = await printed(scene.name(short("changed")), short("changed-1"), ["cat", "/when"]);
    fill(root, { made: "two" });
    expect((await scene.plan(image, config("changed", { context: root }), state)).replace).toEqual([
      ["context_digest"],
    ]);
    const { state: again } = await scene.apply(image, config("changed", { context: root }));
    expect(again?.["image_id"]).not.toBe(state["image_id"]);
    expect(String(state["build_steps"])).toMatch(
      /^=> (?:CACHED )?\[1\/3\] FROM .*\n=> \[2\/3\] RUN date .*\n=> \[3\/3\] COPY /,
    );
    expect(String(again?.["build_steps"])).toMatch(/\n=> CACHED \[2\/3\] RUN date .*\n=> \[3\/3\] COPY /);
    expect(await printed(scene.name(short("changed")), short("changed-2"))).toBe("two");
    expect(await printed(scene.name(short("changed")), short("changed-3"), ["cat", "/when"])).toBe(when);
  });

  test("a changed file of the same size and time is sent again", async () => {
    const root = context("COPY made /made", { made: "same 1" });
    utimesSync(join(root, "made"), 1000, 1000);
    await scene.made(image, config("same", { context: root }));
    fill(root, { made: "same 2" });
    utimesSync(join(root, "made"), 1000, 1000);
    await scene.apply(image, config("same", { context: root }));
    expect(await printed(scene.name(short("same")), short("same"))).toBe("same 2");
  });

  test("the names, arguments, labels and stage that it is asked for", async () => {
    const root = context(
      `ARG WORD=none\nRUN echo -n $WORD > /made\nFROM ${scene.name("base")}\nRUN echo -n last > /made`,
    );
    writeFileSync(
      join(root, "Dockerfile"),
      readFileSync(join(root, "Dockerfile"), "utf8").replace(/^(FROM \S+)/, "$1 AS first"),
    );
    const other = scene.name(short("asked-too"));
    const block = {
      context: root,
      target: "first",
      build_args: { WORD: "given" },
      labels: { a: "1" },
      label: { a: "0", b: "2" },
      tag: [other],
    };
    const state = await scene.made(image, config("asked", block));
    const found = await inspect(scene.name(short("asked")));
    expect(found.Config?.Labels).toMatchObject({ a: "1", b: "2" });
    expect(await scene.imageId(other)).toBe(found.Id);
    expect(await printed(other, short("asked"))).toBe("given");
    await scene.engine.containers.remove(`${scene.prefix}-${short("asked")}`);
    await scene.destroy(image, state);
    expect(await scene.exists(other)).toBe(false);
    expect(await scene.exists(found.Id)).toBe(false);
  });

  test("the Dockerfile may lie outside of the context, and the context ignore it", async () => {
    const root = folderOf({
      "app/made": "inside",
      "app/left-out": "",
      "app/.dockerignore": "left-out\n",
      "docker/App.Dockerfile": `FROM ${scene.name("base")}\nCOPY . /app/\nRUN ls -a /app > /made`,
    });
    await scene.made(image, config("outside", { context: join(root, "app"), dockerfile: "../docker/App.Dockerfile" }));
    const listed = (await printed(scene.name(short("outside")), short("outside"))).split("\n");
    expect(listed).toContain("made");
    expect(listed).not.toContain("left-out");
    expect(listed.filter((name) => /ockerfile/.test(name))).toEqual([]);
  });

  test("an ignored Dockerfile builds, and is not copied", async () => {
    const root = context("COPY . /app/\nRUN ls -a /app > /made", { made: "", ".dockerignore": "*\n!made\n" });
    await scene.made(image, config("ignored", { context: root }));
    expect((await printed(scene.name(short("ignored")), short("ignored"))).split("\n").sort()).toEqual([
      "",
      ".",
      "..",
      "made",
    ]);
  });

  test("links, permissions, odd names and empty folders arrive", async () => {
    const odd = "with blank, comma and é";
    const root = context(
      `COPY . /app/\nRUN cd /app && ls -l run link > /made && cat "${odd}" link >> /made && ls -d empty >> /made`,
      {
        run: { mode: 0o755, text: "#!/bin/sh" },
        link: { link: "text" },
        text: "linked",
        [odd]: "odd",
        empty: null,
      },
    );
    await scene.made(image, config("odd", { context: root }));
    const text = await printed(scene.name(short("odd")), short("odd"));
    expect(text).toMatch(/^lrwxrwxrwx\s.* link -> text$/m);
    expect(text).toMatch(/^-rwxr-xr-x\s.* run$/m);
    expect(text).toContain("oddlinkedempty");
  });

  test("a file whose name has a comma can be copied by its name", async () => {
    const root = context('COPY ["a, b", "/made"]', { "a, b": "comma" });
    await scene.made(image, config("comma", { context: root }));
    expect(await printed(scene.name(short("comma")), short("comma"))).toBe("comma");
  });

  test("a link that is copied by its name brings what it points at", async () => {
    const root = context("COPY current/made /made", { "releases/2/made": "two", current: { link: "releases/2" } });
    await scene.made(image, config("followed", { context: root }));
    expect(await printed(scene.name(short("followed")), short("followed"))).toBe("two");
  });

  test("the progress goes to the file that is asked for", async () => {
    const root = context("RUN echo said-by-the-step");
    const file = join(folderOf({}), "build.log");
    await scene.made(image, config("logged", { context: root, build_log_file: file, no_cache: true }));
    expect(readFileSync(file, "utf8")).toContain("said-by-the-step");
  });

  test("names that another image has are taken from it, which the plan says, and given back with the resource", async () => {
    const [name, more] = [scene.name(short("taken")), `${scene.name(short("taken"))}:more`];
    const other = await scene.load(name, builder);
    await scene.engine.images.tag(other, { repo: name, tag: "more" });
    const { state, warnings } = await scene.apply(
      image,
      config("taken", { context: context("RUN true"), tag: [more] }),
    );
    const taken = (each: string) => ({ summary: `the name "${each}" is taken from another image` });
    expect(warnings.slice(0, 2)).toMatchObject([taken(name), taken(more)]);
    expect(await scene.imageId(name)).toBe(state!["image_id"]);
    // Engines with containerd's image store do not keep what BuildKit takes the last name from.
    const isKept = await scene.exists(other);
    expect(warnings.slice(2).every(({ summary }) => summary.includes("which is gone"))).toBe(true);
    expect(warnings.length > 2).toBe(!isKept);
    await scene.destroy(image, state!);
    expect(await Promise.all([name, more].map((each) => scene.exists(each)))).toEqual([isKept, isKept]);
    if (isKept) expect(await scene.imageId(name)).toBe(other);
  });

  describe("behind its back", () => {
    test("an image that is gone is built anew", async () => {
      const state = await scene.made(image, config("gone", { context: context("RUN true") }));
      await scene.engine.images.remove(scene.name(short("gone")));
      expect((await scene.read(image, state)).state).toBeUndefined();
    });

    test("another image under its name: built anew, and the other one stays", async () => {
      const asked = config("moved", { context: context("RUN echo ours") });
      const state = await scene.made(image, asked);
      const theirs = await scene.load(scene.name(short("moved")), `theirs ${builder}`);
      const { state: seen } = await scene.read(image, state);
      expect(seen).toMatchObject({ image_id: theirs });
      expect((await scene.plan(image, asked, seen!)).replace).toEqual([["image_id"]]);
      await scene.destroy(image, seen!);
      expect(await scene.imageId(scene.name(short("moved")))).toBe(theirs);
      expect(await scene.exists(String(state["image_id"]))).toBe(false);
    });

    test("a name beside it that is gone is given anew", async () => {
      const asked = config("untagged", {
        context: context("RUN echo untagged"),
        tag: [scene.name(short("untagged-too"))],
      });
      const state = await scene.made(image, asked);
      await scene.engine.images.remove(scene.name(short("untagged-too")));
      const { state: seen } = await scene.read(image, state);
      expect((await scene.plan(image, asked, seen!)).replace).toEqual([["build"]]);
    });
  });

  test("given up, it ends at once and leaves nothing", async () => {
    const abort = new AbortController();
    const root = context("RUN sleep 60");
    const begun = Date.now();
    const building = scene.apply(image, config("given-up", { context: root }), undefined, abort.signal);
    setTimeout(() => abort.abort(), 1500);
    const { state, errors } = await building;
    expect(state).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(Date.now() - begun).toBeLessThan(15_000);
  });
});
