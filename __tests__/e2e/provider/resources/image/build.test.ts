import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { archiveOf, everything, walk } from "../../../../../build-context";
import { unpackedPackage } from "../../../../../offline/build/apt";
import { image } from "../../../../../provider/resources/image";
import type { ObjectValue } from "../../../../../provider/schema";
import { type Files, fill, folderOf, removeFolders } from "../../../../build-context/folder";
import { cache, Scene } from "./scene";

jest.setTimeout(180_000);

let scene: Scene;
let busybox: string;
beforeAll(async () => {
  scene = new Scene();
  busybox = join(await unpackedPackage(cache, "busybox-static"), "bin/busybox");
  await scene.load(scene.name("base"));
});
afterAll(async () => {
  await scene?.close();
  removeFolders();
});

/** A context whose Dockerfile begins with the scene's busybox. */
function context(dockerfile: string, files: Files = {}): string {
  return folderOf({ Dockerfile: `FROM ${scene.name("base")}\n${dockerfile}`, ...files });
}

const inspect = (name: string) => scene.engine.images.inspect(name);
const printed = async (name: string, short: string, cmd: string[] = []) => {
  const id = await scene.ran(short, name, cmd.length > 0 ? cmd : ["cat", "/made"]);
  return (await scene.engine.containers.logs(id)).output;
};

/** Either builder, by what `version` says. */
const builders = [
  { builder: "BuildKit", version: undefined },
  { builder: "the classic builder", version: "1" },
];

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

test("a folder that is not readable, and other files that cannot be sent, are named", async () => {
  const root = context("COPY . /app/", { a: "" });
  execFileSync("mknod", [join(root, "device"), "c", "1", "3"]);
  const { errors } = await scene.apply(image, { name: scene.name("device"), build: [{ context: root }] });
  expect(errors).toMatchObject([{ detail: expect.stringContaining(join(root, "device")) }]);
});

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
      build: [{ context: root, version: "1", secrets: [{ id: "word", src: busybox }] }],
    });
    expect(errors).toMatchObject([{ summary: "secrets need BuildKit" }]);
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

test("a builder that there is not", async () => {
  const build = [{ context: context("RUN true"), builder: "t-image-absent" }];
  const { state, errors } = await scene.apply(image, { name: scene.name("built-elsewhere"), build });
  expect(state).toBeUndefined();
  // Where the docker command has no buildx, that is what is said.
  expect(errors).toMatchObject([{ path: ["build"] }]);
  expect(`${errors[0]?.summary} ${errors[0]?.detail}`).toMatch(/no `docker buildx`|no builder "t-image-absent" found/);
});
