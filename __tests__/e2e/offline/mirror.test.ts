import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { writeTree } from "../../../offline/build/archive";
import { layerFrom } from "../../../offline/build/image";
import type { StandIn } from "../../../offline/build/stand-in";
import { standInsFor } from "../../../offline/images";
import { ensureMirror, lookAtMirror } from "../../../offline/mirror";
import { recipeOf } from "../../../offline/recipe";
import { RegistryClient } from "../../../offline/registry/client";
import { alpine } from "../../../offline/stand-ins/alpine";
import { helloWorld } from "../../../offline/stand-ins/hello-world";
import { ubuntu } from "../../../offline/stand-ins/ubuntu";
import { newPrefix, openEngine, removeNamed } from "../drills/lab-objects";

jest.setTimeout(60_000);

const prefix = newPrefix("mirror");
let engine: Engine;
let url: string;
let folder: string;
const pulled: string[] = [];

beforeAll(async () => {
  engine = openEngine();
  folder = await mkdtemp(join(tmpdir(), "mirror-"));
  url = await ensureMirror(engine, [helloWorld, alpine, ubuntu], () => {});
}, 300_000);

afterAll(async () => {
  await removeNamed(engine, prefix);
  for (const name of pulled) await engine.images.tryRemove(name, { force: true });
  engine.close();
  await rm(folder, { recursive: true });
});

/** Pulls a stand-in through the engine's mirror, under a tag that no lab uses. */
async function pull(standIn: StandIn): Promise<string> {
  const name = `${standIn.name}:recipe-${await recipeOf(standIn)}`;
  pulled.push(name);
  await engine.images.pull(name);
  return name;
}

let runs = 0;
/** Like `docker run`, to its end. */
async function run(image: string, ...cmd: string[]) {
  const name = `${prefix}-${++runs}`;
  await engine.containers.create(name, { Image: image, ...(cmd.length > 0 ? { Cmd: cmd } : {}) });
  await engine.containers.start(name);
  const { exitCode } = await engine.containers.wait(name);
  return { exitCode, ...(await engine.containers.logs(name)) };
}

test("what is served is not built again", async () => {
  const said: string[] = [];
  await ensureMirror(engine, standInsFor(["stage1", "stage2"]), (line) => said.push(line));
  expect(said).toEqual([]);
});

test("the registry listens on loopback alone, without rights", async () => {
  const { HostConfig, Config } = await engine.containers.inspect("docker-stages-registry");
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:(?!500[01]$)\d+$/);
  expect(HostConfig.PortBindings?.["5000/tcp"]).toMatchObject([{ HostIp: "127.0.0.1" }]);
  expect(HostConfig).toMatchObject({ Privileged: false, ReadonlyRootfs: true, CapDrop: ["ALL"] });
  expect(Config.User).not.toMatch(/^(0|root|)(:|$)/);
});

test("hello-world greets", async () => {
  expect(await run(await pull(helloWorld))).toMatchObject({
    exitCode: 0,
    output: expect.stringMatching(
      /^Hello from Docker!\nThis message shows that your installation appears to be working/,
    ),
  });
});

test("hello-world is served as Docker Hub serves it: for two platforms, with an attestation", async () => {
  const tag = `recipe-${await recipeOf(helloWorld)}`;
  const response = await fetch(`${url}/v2/library/hello-world/manifests/${tag}`, {
    headers: { Accept: "application/vnd.oci.image.index.v1+json" },
  });
  const { manifests } = (await response.json()) as { manifests: { platform: { os: string; architecture: string } }[] };
  expect(manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`)).toEqual([
    "linux/amd64",
    "linux/arm64",
    "unknown/unknown",
  ]);
});

describe("alpine", () => {
  let image: string;
  beforeAll(async () => {
    image = await pull(alpine);
  });

  test("has one layer, and says that it is a stand-in", async () => {
    const { RootFS, Config } = await engine.images.inspect(image);
    expect(RootFS.Layers).toHaveLength(1);
    expect(Config?.Labels).toMatchObject({ "docker-stages.stand-in-for": "alpine" });
  });

  test("has Alpine's folders, and no others", async () => {
    const { stdout } = await run(image, "ls", "-l");
    const lines = stdout.trim().split("\n").slice(1);
    expect(lines.map((line) => line.split(" ").at(-1))).toEqual(
      "bin dev etc home lib media mnt opt proc root run sbin srv sys tmp usr var".split(" "),
    );
    expect(lines.filter((line) => !line.startsWith("d"))).toEqual([]);
  });

  test.each(["/bin/sh", "/bin/ash"])(
    "%s is busybox's, exits 0 without a terminal, and prints nothing",
    async (shell) => {
      expect(await run(image, shell)).toEqual({ exitCode: 0, stdout: "", stderr: "", output: "" });
      expect((await run(image, shell, "-c", "help")).stdout).toContain("Built-in commands");
    },
  );

  test("`apk update && apk add nodejs`, then node", async () => {
    const command = "apk update && apk add nodejs && node -e 'console.log(6 * 7)'";
    const { exitCode, stdout } = await run(image, "ash", "-c", command);
    expect(stdout).toMatch(/^OK: \d+ distinct packages available$/m);
    expect(stdout).toMatch(/^\((\d+)\/\1\) Installing nodejs/m);
    expect(stdout).toMatch(/^OK: \d+ MiB in \d+ packages\n42\n$/m);
    expect(exitCode).toBe(0);
  });

  test("a package is added without an index of one's own, and removed", async () => {
    const command =
      "apk add --no-cache figlet >&2 && figlet hi && apk del figlet >&2 && ! which figlet && ls /var/lib/apt/lists";
    expect(await run(image, "ash", "-c", command)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("|_|"),
    });
  });

  test.each([
    {
      name: "unknown packages",
      command: "apk update -q && apk add nosuch1 bash nosuch2",
      says: ["nosuch1 (no such package)", "nosuch2 (no such package)"],
    },
    { name: "no index yet", command: "apk add bash", says: ["bash (no such package)", "apk update"] },
    { name: "an unknown command", command: "apk frob", says: ["`frob`"] },
  ])(
    "apk with $name fails and says so",
    async ({ command, says }) => {
      const { exitCode, stderr } = await run(image, "ash", "-c", command);
      expect(exitCode).not.toBe(0);
      for (const text of says) expect(stderr).toContain(text);
    },
    60_000,
  );
});

test("ubuntu has no figlet until apt-get installs it", async () => {
  const image = await pull(ubuntu);
  expect(await run(image, "bash", "-c", "figlet")).toMatchObject({ exitCode: 127 });
  const command = "apt-get -q update && apt-get -q install -y figlet && figlet hello";
  expect(await run(image, "bash", "-c", command)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining("\\___/"),
  });
});

describe("two checkouts with other recipes of one image", () => {
  const repository = `${prefix}/greeting`;
  const digests: (string | undefined)[] = [];

  afterAll(async () => {
    for (const digest of new Set(digests))
      await fetch(`${url}/v2/${repository}/manifests/${digest}`, { method: "DELETE" });
  });

  /** A stand-in of which each checkout has a text of its own. */
  const greeting = (text: string): StandIn => {
    const file = join(folder, text);
    writeFileSync(file, text);
    return {
      name: repository,
      madeOf: text,
      files: [file],
      config: { Cmd: ["/greeting"] },
      layer: ({ cache }) => layerFrom(cache, (tar) => writeTree({ "/greeting": { file } }, tar)),
    };
  };

  test("each is built once, and each finds its own", async () => {
    const [one, other] = [greeting("one"), greeting("other")];
    const client = new RegistryClient(url);
    const said: string[] = [];
    const serve = async (standIn: StandIn) => {
      await ensureMirror(engine, [standIn], (line) => said.push(line));
      return client.tryDigest(repository, "latest");
    };
    for (const standIn of [one, other, one, other]) digests.push(await serve(standIn));
    expect(digests).toEqual([digests[0], digests[1], digests[0], digests[1]]);
    expect(digests[0]).not.toBe(digests[1]);
    expect(said).toHaveLength(2);
    expect(await lookAtMirror(engine, [one, other])).toMatchObject({ url, used: true, lacking: [{ madeOf: "one" }] });
  });
});
