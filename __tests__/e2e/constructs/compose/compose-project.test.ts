import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type App, TerraformStack, Testing } from "cdktf";
import { ComposeProject, type ProjectFromFileProps } from "../../../../constructs/compose/compose-project";
import { DockerEngine } from "../../../../constructs/engine/docker-engine";
import { Engines } from "../../../../engine";
import { speaks } from "../../engine/speaks";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../provider/harness";
import { writeSynthesized } from "../../provider/harness/synthesized";

// A Compose file on one engine: deployed, edited, and deployed again.
jest.setTimeout(180_000);

const engines = new Engines();
const engine = engines.at();
const name = `t-project-${process.pid}`;
let provider: TestProvider;
let terraform: Terraform;
beforeAll(() => {
  provider = buildDockerProvider();
}, 120_000);
afterAll(() => {
  provider?.remove();
  engines.close();
});
beforeEach(async () => {
  terraform = await terraformWith(provider, "");
  rmSync(join(terraform.folder, "main.tf"));
});
afterEach(async () => {
  await terraform.destroy();
  terraform.remove();
});

type Options = Omit<ProjectFromFileProps, "file" | "files" | "name">;
interface Given extends Options {
  /** Files beside the Compose file, by their names. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Deploys the file, and again: the second time there is nothing to do. */
async function deployed(content: object, { beside = {}, ...options }: Given = {}): Promise<void> {
  const file = join(terraform.folder, "compose.json");
  for (const [path, text] of Object.entries({ "compose.json": JSON.stringify(content), ...beside })) {
    mkdirSync(dirname(join(terraform.folder, path)), { recursive: true });
    writeFileSync(join(terraform.folder, path), text);
  }
  const app = Testing.app({ outdir: terraform.folder, context: { providerBundle: provider.folder } });
  const stack = new TerraformStack(app, "st");
  new DockerEngine(stack, "docker");
  ComposeProject.fromFile(stack, "it", { file, name, ...options });
  writeSynthesized(stack, terraform.folder);
  layBeside(app);
  const { code, errors, text: told } = await terraform.apply();
  if (code !== 0) throw new Error(errors.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n") || told);
  expect((await terraform.plan()).filter(({ actions }) => actions[0] !== "no-op")).toEqual([]);
}

/** What an app's own synth lays beside a stack: links to build contexts, and Dockerfiles. */
function layBeside(app: App): void {
  app.synth();
  for (const name of ["contexts", "dockerfiles"]) {
    const [laid, wanted] = [join(terraform.folder, "stacks/st", name), join(terraform.folder, name)];
    rmSync(wanted, { recursive: true, force: true });
    if (existsSync(laid)) symlinkSync(laid, wanted, "dir");
  }
}

const nameOf = (service: string, number = 1) => `${name}-${service}-${number}`;
const idOf = async (service: string, number = 1) => (await engine.containers.inspect(nameOf(service, number))).Id;
const service = (more: object = {}) => ({
  image: "alpine",
  command: ["sleep", "1d"],
  stop_grace_period: "1s",
  ...more,
});

/** A proxy before an app that is built, its worker, a migration that runs once, and a database. */
const shop = () => ({
  services: {
    proxy: service({ networks: ["front"], depends_on: ["web"] }),
    web: {
      build: { context: "./web" },
      stop_grace_period: "1s",
      networks: ["front", "back"],
      environment: { GREETING: "hello" } as Record<string, string>,
      secrets: ["key"],
      depends_on: { migration: { condition: "service_completed_successfully" }, db: { condition: "service_healthy" } },
    },
    worker: service({ networks: ["back"], scale: 2, volumes: ["/scratch"] }),
    migration: service({
      command: ["sh", "-c", "date +%s%N >> /data/runs"],
      networks: ["back"],
      volumes: ["data:/data"],
      depends_on: { db: { condition: "service_healthy" } },
    }),
    db: service({
      networks: ["back"],
      volumes: ["data:/data"],
      restart: "no",
      healthcheck: { test: ["CMD", "test", "-d", "/data"], interval: "200ms" },
    }),
    debug: service({ profiles: ["debug"] }),
  } as Record<string, Record<string, unknown>>,
  networks: { front: {}, back: { internal: true } } as Record<string, object>,
  volumes: { data: {} },
  secrets: { key: { environment: "KEY" } },
});

const dockerfile = 'FROM alpine\nCOPY page /page\nCMD ["sleep", "1d"]\n';
const beside = { "web/Dockerfile": dockerfile, "web/page": "one\n" };
const variables = { KEY: "sesame" };

const running = ["db", "migration", "proxy", "web", "worker"];
const idsOf = async (services: readonly string[] = running) =>
  Object.fromEntries(await Promise.all(services.map(async (each) => [each, await idOf(each)] as const)));
/** Services whose first container is another one now. */
const replaced = async (before: Readonly<Record<string, string>>) => {
  const now = await idsOf(Object.keys(before));
  return Object.keys(before).filter((each) => now[each] !== before[each]);
};
const printed = (container: string, ...command: string[]) =>
  engine.exec.run(container, { cmd: command }).then(({ stdout }) => stdout.toString());
const runs = async () => (await printed(nameOf("db"), "cat", "/data/runs")).trim().split("\n").length;

test("a project is deployed in its order, edited part by part, and destroyed with all that it made", async () => {
  const file = shop();
  const deploy = (more: Given = {}) => deployed(file, { beside, variables, ...more });
  await deploy();
  expect(await runs()).toBe(1);
  expect(await printed(nameOf("web"), "cat", "/run/secrets/key")).toBe("sesame");
  expect((await engine.containers.list({ all: true, filters: { name: [nameOf("debug")] } })).length).toBe(0);

  // A changed variable is its service's own affair.
  let before = await idsOf();
  file.services["web"]!["environment"] = { GREETING: "good day" };
  await deploy();
  expect(await replaced(before)).toEqual(["web"]);
  expect(await runs()).toBe(1);

  // A restart policy is changed in place.
  before = await idsOf();
  file.services["db"]!["restart"] = "unless-stopped";
  await deploy();
  expect(await replaced(before)).toEqual([]);
  expect((await engine.containers.inspect(nameOf("db"))).HostConfig.RestartPolicy?.Name).toBe("unless-stopped");

  // What is built is built anew when a byte of it changes.
  before = await idsOf();
  await deploy({ beside: { ...beside, "web/page": "two\n" } });
  expect(await replaced(before)).toEqual(["web"]);
  expect(await printed(nameOf("web"), "cat", "/page")).toBe("two\n");
  const later = { ...beside, "web/page": "two\n" };

  // A secret's new content is put into a new container.
  before = await idsOf();
  await deploy({ beside: later, variables: { KEY: "open" } });
  expect(await replaced(before)).toEqual(["web"]);
  const given = { beside: later, variables: { KEY: "open" } };

  // An anonymous volume outlives its container.
  await engine.exec.run(nameOf("worker"), { cmd: ["sh", "-c", "echo kept > /scratch/note"] });
  before = await idsOf();
  file.services["worker"]!["labels"] = { a: "b" };
  await deploy(given);
  expect(await replaced(before)).toEqual(["worker"]);
  expect(await printed(nameOf("worker"), "cat", "/scratch/note")).toBe("kept\n");

  // More containers come beside those that are there, and fewer leave them.
  before = await idsOf();
  await deploy({ ...given, services: { worker: { replicas: 3 } } });
  expect([await replaced(before), await idOf("worker", 3)]).toEqual([[], expect.any(String)]);
  await deploy({ ...given, services: { worker: { replicas: 1 } } });
  expect((await engine.containers.list({ all: true, filters: { name: [`${name}-worker`] } })).length).toBe(1);

  // What runs once runs again when it is otherwise, and those that wait for it stay.
  file.services["migration"]!["environment"] = { VERSION: "2" };
  await deploy(given);
  expect(await runs()).toBe(2);

  // A profile brings its service; a service that goes takes its network along.
  await deploy({ ...given, profiles: ["debug"] });
  expect(await idOf("debug")).toEqual(expect.any(String));
  delete file.services["proxy"];
  file.services["web"]!["networks"] = ["back"];
  delete file.networks["front"];
  await deploy(given);
  expect((await engine.networks.list()).map(({ Name }) => Name)).not.toContain(`${name}_front`);

  await terraform.destroy();
  const filters = { label: [`com.docker.compose.project=${name}`] };
  const left = await Promise.all([
    engine.containers.list({ all: true, filters }),
    engine.networks.list({ filters }),
    engine.volumes.list({ filters }),
  ]);
  expect(left.flat()).toEqual([]);
}, 600_000);

test("a dependency that was to end with 0 and did not is an error that names it, and its dependants are not made", async () => {
  const file = {
    services: {
      web: service({ depends_on: { job: { condition: "service_completed_successfully" } } }),
      job: service({ command: ["sh", "-c", "echo no such table; exit 3"] }),
    },
  };
  await expect(deployed(file)).rejects.toThrow(new RegExp(`${name}-job-1[^]*3[^]*no such table`));
  expect(await engine.containers.tryInspect(nameOf("web"))).toBeUndefined();
});

test("a container that somebody removed comes back, and what shares its network with it", async () => {
  const file = { services: { web: service({ network_mode: "service:db" }), db: service() } };
  await deployed(file);
  const before = await idsOf(["web", "db"]);
  await engine.containers.remove(nameOf("db"), { force: true });
  await deployed(file);
  expect(await replaced(before)).toEqual(["web", "db"]);
});

test("commands of `post_start` run in each container once it has started", async () => {
  await deployed({
    services: {
      web: service({
        post_start: [{ command: ["sh", "-c", "echo $$GREETING > /started"], environment: { GREETING: "hello" } }],
      }),
    },
  });
  expect(await printed(nameOf("web"), "cat", "/started")).toBe("hello\n");
});

test("what is taken over has its commands taken to have run, until one is another", async () => {
  const note = (word: string) => ({ command: ["sh", "-c", `echo ${word} >> /notes`] });
  const file = (second: string) => ({
    services: {
      web: service({
        depends_on: { db: { condition: "service_started", restart: true } },
        post_start: [note("first"), note(second)],
        pre_stop: [note("down")],
      }),
      db: service(),
    },
  });
  await deployed(file("second"));
  const before = await idsOf(["web", "db"]);
  const state = join(terraform.folder, "terraform.tfstate");
  expect(existsSync(state)).toBe(true);
  rmSync(state);
  await deployed(file("second"), { adopt: true });
  await deployed(file("second"));
  expect(await replaced(before)).toEqual([]);
  expect(await printed(nameOf("web"), "cat", "/notes")).toBe("first\nsecond\n");
  await deployed(file("third"));
  expect(await replaced(before)).toEqual([]);
  expect(await printed(nameOf("web"), "cat", "/notes")).toBe("first\nsecond\nthird\n");
});

test("a dependant with `restart: true` is stopped and started with its dependency, in place, and its hooks run", async () => {
  const note = (word: string) => [{ command: ["sh", "-c", `echo ${word} >> /notes`] }];
  const file = {
    services: {
      web: service({
        depends_on: { db: { condition: "service_started", restart: true } },
        post_start: note("up"),
        pre_stop: note("down"),
      }),
      db: service({ environment: {} as Record<string, string> }),
    },
  };
  await deployed(file);
  const before = await idsOf(["web", "db"]);
  file.services.db = service({ environment: { A: "1" } }) as typeof file.services.db;
  await deployed(file);
  expect(await replaced(before)).toEqual(["db"]);
  expect(await printed(nameOf("web"), "cat", "/notes")).toBe("up\ndown\nup\n");
});

test("volumes that are to be kept outlive the project, and the next deploy takes them up again", async () => {
  const file = {
    services: { db: service({ volumes: ["data:/data", "cache:/cache"] }) },
    volumes: { data: {}, cache: {} },
  };
  const volumes = async () =>
    (await engine.volumes.list({ filters: { label: [`com.docker.compose.project=${name}`] } })).map(({ Name }) => Name);
  await deployed(file, { keepVolumes: ["data"] });
  await engine.exec.run(nameOf("db"), { cmd: ["sh", "-c", "echo kept > /data/note"] });
  await terraform.destroy();
  expect(await volumes()).toEqual([`${name}_data`]);
  await deployed(file, { keepVolumes: ["data"] });
  expect(await printed(nameOf("db"), "cat", "/data/note")).toBe("kept\n");
  await deployed(file);
  await terraform.destroy();
  expect(await volumes()).toEqual([]);
});

test("a range of the machine's ports gives each of a service's containers one", async () => {
  await deployed({ services: { web: service({ scale: 2, ports: ["127.0.0.1:46000-46999:80"] }) } });
  const bound = await Promise.all(
    [1, 2].map(async (number) => {
      const { NetworkSettings } = await engine.containers.inspect(nameOf("web", number));
      return Number(NetworkSettings.Ports?.["80/tcp"]?.[0]?.HostPort);
    }),
  );
  expect(new Set(bound).size).toBe(2);
  expect(bound.every((port) => port >= 46_000 && port <= 46_999)).toBe(true);
});

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

test("an image is mounted where the engine can do that, and refused with its version where it is too old", async () => {
  const mount = { type: "image", source: "alpine", target: "/other", image: { subpath: "etc" } };
  const file = { services: { web: service({ volumes: [mount] }) } };
  if (!(await speaks(engine, "1.48")))
    return expect(deployed(file)).rejects.toThrow(/too old for mounts\.type[\s\S]*API 1\.48/);
  await deployed(file);
  const { HostConfig } = await engine.containers.inspect(nameOf("web"));
  expect(HostConfig.Mounts).toMatchObject([
    { Type: "image", Source: "alpine", Target: "/other", ImageOptions: { Subpath: "etc" } },
  ]);
  expect(await printed(nameOf("web"), "ls", "/other")).toContain("passwd");
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
