import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { speaks } from "../../engine/speaks";
import {
  deployed,
  engine,
  type Given,
  idOf,
  idsOf,
  name,
  nameOf,
  printed,
  replaced,
  service,
  terraform,
} from "./deployed-project";

// A Compose file on one engine: deployed, edited, and deployed again.
jest.setTimeout(180_000);

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
      healthcheck: { test: ["CMD", "test", "-d", "/data"], interval: "1s" },
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
const runs = async () => (await printed(nameOf("db"), "cat", "/data/runs")).trim().split("\n").length;

test("a project is deployed in its order, edited part by part, and destroyed with all that it made", async () => {
  const file = shop();
  const deploy = (more: Given = {}) => deployed(file, { beside, variables, ...more });
  await deploy();
  expect(await runs()).toBe(1);
  expect(await printed(nameOf("web"), "cat", "/run/secrets/key")).toBe("sesame");
  expect((await engine.containers.list({ all: true, filters: { name: [nameOf("debug")] } })).length).toBe(0);

  // A changed variable is its service's own affair.
  let before = await idsOf(running);
  file.services["web"]!["environment"] = { GREETING: "good day" };
  await deploy();
  expect(await replaced(before)).toEqual(["web"]);
  expect(await runs()).toBe(1);

  // A restart policy is changed in place.
  before = await idsOf(running);
  file.services["db"]!["restart"] = "unless-stopped";
  await deploy();
  expect(await replaced(before)).toEqual([]);
  expect((await engine.containers.inspect(nameOf("db"))).HostConfig.RestartPolicy?.Name).toBe("unless-stopped");

  // What is built is built anew when a byte of it changes.
  before = await idsOf(running);
  await deploy({ beside: { ...beside, "web/page": "two\n" } });
  expect(await replaced(before)).toEqual(["web"]);
  expect(await printed(nameOf("web"), "cat", "/page")).toBe("two\n");
  const later = { ...beside, "web/page": "two\n" };

  // A secret's new content is put into a new container.
  before = await idsOf(running);
  await deploy({ beside: later, variables: { KEY: "open" } });
  expect(await replaced(before)).toEqual(["web"]);
  const given = { beside: later, variables: { KEY: "open" } };

  // An anonymous volume outlives its container.
  await engine.exec.run(nameOf("worker"), { cmd: ["sh", "-c", "echo kept > /scratch/note"] });
  before = await idsOf(running);
  file.services["worker"]!["labels"] = { a: "b" };
  await deploy(given);
  expect(await replaced(before)).toEqual(["worker"]);
  expect(await printed(nameOf("worker"), "cat", "/scratch/note")).toBe("kept\n");

  // More containers come beside those that are there, and fewer leave them.
  before = await idsOf(running);
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

test("a service that ends with 0 by itself has done its work, one that was stopped is started again", async () => {
  const untilStopped = ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"];
  const file = (said: string) => ({
    services: {
      job: service({ command: ["echo", said] }),
      retried: service({ command: ["true"], restart: "on-failure" }),
      web: service({ command: untilStopped }),
    },
  });
  await deployed(file("once"));
  const before = await idsOf(["job", "retried", "web"]);
  const startOf = async (name: string) => (await engine.containers.inspect(nameOf(name))).State.StartedAt;
  const started = await startOf("job");
  await engine.containers.stop(nameOf("web"));
  expect((await engine.containers.inspect(nameOf("web"))).State.ExitCode).toBe(0);
  await deployed(file("once"));
  expect((await engine.containers.inspect(nameOf("web"))).State.Running).toBe(true);
  expect([await replaced(before), await startOf("job")]).toEqual([[], started]);
  await deployed(file("twice"));
  expect(await replaced(before)).toEqual(["job"]);
  rmSync(join(terraform.folder, "terraform.tfstate"));
  const taken = await idsOf(["job", "retried", "web"]);
  await deployed(file("twice"), { adopt: true });
  await deployed(file("twice"));
  expect(await replaced(taken)).toEqual([]);
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
