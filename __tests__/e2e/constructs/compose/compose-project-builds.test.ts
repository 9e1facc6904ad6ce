import { speaks } from "../../engine/speaks";
import { deployed, engine, idsOf, nameOf, printed, replaced, service } from "./deployed-project";

// Images that a Compose file on one engine has built.
jest.setTimeout(180_000);

test("a Dockerfile that stands in the file builds the image, and a changed one builds it anew", async () => {
  const file = (line: string) => ({
    services: {
      web: {
        ...service(),
        image: undefined,
        build: { context: "./web", dockerfile_inline: `FROM alpine\nCOPY page /\n${line}` },
      },
    },
  });
  const beside = { "web/page": "one\n" };
  await deployed(file(""), { beside });
  const before = await idsOf(["web"]);
  await deployed(file("RUN echo two >> /page\n"), { beside });
  expect(await replaced(before)).toEqual(["web"]);
  expect(await printed(nameOf("web"), "cat", "/page")).toBe("one\ntwo\n");
});

test("a build copies from another folder where the engine can do that, and is refused where it is too old", async () => {
  const build = { context: "./web", additional_contexts: ["more=./more"] };
  const file = { services: { web: { ...service(), image: undefined, build } } };
  const beside = { "web/Dockerfile": "FROM alpine\nCOPY --from=more page /page\n", "more/page": "of more\n" };
  if (!(await speaks(engine, "1.42")))
    return expect(deployed(file, { beside })).rejects.toThrow(/additional_contexts[\s\S]*Docker 23/);
  await deployed(file, { beside });
  expect(await printed(nameOf("web"), "cat", "/page")).toBe("of more\n");
  const before = await idsOf(["web"]);
  await deployed(file, { beside: { ...beside, "more/page": "otherwise\n" } });
  expect(await replaced(before)).toEqual(["web"]);
  expect(await printed(nameOf("web"), "cat", "/page")).toBe("otherwise\n");
});

test("what a service builds is built from another one's image, and anew with it, where the engine can do that", async () => {
  const web = { context: "./web", additional_contexts: { base: "service:base" } };
  const file = {
    services: {
      web: { ...service(), image: undefined, build: web },
      base: { ...service(), image: undefined, build: { context: "./base", cache_to: ["type=inline"] } },
    },
  };
  const beside = {
    "web/Dockerfile": "FROM base\nRUN cat /said > /page\n",
    "base/Dockerfile": "FROM alpine\nCOPY said /said\n",
    "base/said": "one\n",
  };
  if (!(await speaks(engine, "1.42")))
    return expect(deployed(file, { beside })).rejects.toThrow(/additional_contexts[\s\S]*Docker 23/);
  await deployed(file, { beside });
  expect(await printed(nameOf("web"), "cat", "/page")).toBe("one\n");
  const before = await idsOf(["web", "base"]);
  await deployed(file, { beside: { ...beside, "base/said": "two\n" } });
  expect((await replaced(before)).sort()).toEqual(["base", "web"]);
  expect(await printed(nameOf("web"), "cat", "/page")).toBe("two\n");
});

test("a build keeps its steps in its image for the next one", async () => {
  const build = { context: "./web", cache_to: ["type=inline"] };
  const file = { services: { web: { ...service(), image: undefined, build } } };
  await deployed(file, { beside: { "web/Dockerfile": "FROM alpine\nRUN echo kept > /page\n" } });
  const { Image } = await engine.containers.inspect(nameOf("web"));
  const chunks: Buffer[] = [];
  for await (const chunk of await engine.images.save([Image])) chunks.push(Buffer.from(chunk as Buffer));
  expect(Buffer.concat(chunks).includes("moby.buildkit.cache.v0")).toBe(true);
});

test("an empty entrypoint takes away the image's, with its command or another one", async () => {
  const dockerfile_inline = 'FROM alpine\nENTRYPOINT ["false"]\nCMD ["sleep", "1d"]\n';
  const built = { ...service(), image: undefined, command: undefined, build: { context: "./web", dockerfile_inline } };
  const file = {
    services: {
      own: { ...built, entrypoint: [] },
      other: { ...built, entrypoint: "", command: ["sleep", "2d"] },
    },
  };
  await deployed(file, { beside: { "web/page": "" } });
  const ran = async (name: string) => {
    const { Path, Args, State } = await engine.containers.inspect(nameOf(name));
    return [State.Running, Path, ...(Args ?? [])];
  };
  expect([await ran("own"), await ran("other")]).toEqual([
    [true, "sleep", "1d"],
    [true, "sleep", "2d"],
  ]);
});
