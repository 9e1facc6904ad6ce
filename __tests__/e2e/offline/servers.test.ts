import { setTimeout as pause } from "node:timers/promises";
import type { ContainerCreateRequest, Engine, ExecResult } from "../../../engine";
import type { StandIn } from "../../../offline/build/stand-in";
import { ensureMirror } from "../../../offline/mirror";
import { recipeOf } from "../../../offline/recipe";
import { haproxy } from "../../../offline/stand-ins/haproxy";
import { postgres } from "../../../offline/stand-ins/postgres";
import { redis } from "../../../offline/stand-ins/redis";
import { newPrefix, openEngine, removeNamed } from "../drills/lab-objects";

jest.setTimeout(120_000);

const prefix = newPrefix("servers");
const pulled: string[] = [];
let engine: Engine;

beforeAll(async () => {
  engine = openEngine();
  await ensureMirror(engine, [redis, postgres, haproxy], () => {});
  await engine.networks.create({ Name: prefix });
}, 400_000);

afterAll(async () => {
  await removeNamed(engine, prefix);
  for (const name of pulled) await engine.images.tryRemove(name, { force: true });
  engine.close();
});

/** Pulls a stand-in through the engine's mirror, under a tag that no lab uses. */
async function pull({ name, ...rest }: StandIn): Promise<string> {
  const image = `${name.split(":")[0]}:recipe-${await recipeOf({ name, ...rest })}`;
  if (!pulled.includes(image)) await engine.images.pull(image);
  pulled.push(image);
  return image;
}

let count = 0;
/** Starts a container on the test's network; `name` is how others reach it. */
async function start(standIn: StandIn, request: Partial<ContainerCreateRequest> = {}): Promise<string> {
  const name = `${prefix}-${++count}`;
  const HostConfig = { NetworkMode: prefix, ...request.HostConfig };
  await engine.containers.create(name, { ...request, Image: await pull(standIn), HostConfig });
  await engine.containers.start(name);
  return name;
}

const exec = (container: string, ...cmd: string[]): Promise<ExecResult> => engine.exec.run(container, { cmd });

/** Repeats a command until it succeeds: how it is known that a server has come up. */
async function until(container: string, ...cmd: string[]): Promise<ExecResult> {
  for (const deadline = Date.now() + 30_000; ; await pause(100)) {
    const result = await exec(container, ...cmd);
    if (result.exitCode === 0) return result;
    if (Date.now() < deadline && (await engine.containers.inspect(container)).State.Running) continue;
    throw new Error(`${cmd.join(" ")}: ${result.output}\n${(await engine.containers.logs(container)).output}`);
  }
}

const ended = async (container: string) => {
  const { exitCode } = await engine.containers.wait(container);
  return { exitCode, ...(await engine.containers.logs(container)) };
};

const processOwner = async (container: string, program: string) =>
  (
    await exec(container, "sh", "-c", `ps -o user,args | grep "[${program[0]}]${program.slice(1)}" | head -n 1`)
  ).stdout.split(" ")[0];

describe("redis:alpine", () => {
  test("serves other containers, as a user of its own", async () => {
    const [server, client] = [await start(redis), await start(redis, { Cmd: ["sleep", "600"] })];
    expect(await until(client, "redis-cli", "-h", server, "ping")).toMatchObject({ stdout: "PONG\n" });
    expect(await processOwner(server, "redis-server")).toBe("redis");
  });

  test("takes options alone for redis-server's, and keeps its data over a restart", async () => {
    const server = await start(redis, { Cmd: ["--appendonly", "yes", "--appendfsync", "always"] });
    await until(server, "redis-cli", "rpush", "votes", "a");
    await engine.containers.restart(server);
    expect(await until(server, "redis-cli", "lrange", "votes", "0", "-1")).toMatchObject({ stdout: "a\n" });
  });

  test("protects itself where it is told to", async () => {
    const server = await start(redis, { Cmd: ["redis-server", "--protected-mode", "yes"] });
    await until(server, "redis-cli", "ping");
    expect((await exec(server, "sh", "-c", 'redis-cli -h "$(hostname)" ping')).output).toContain("DENIED");
  });
});

describe("postgres:15-alpine", () => {
  const Env = ["POSTGRES_USER=ada", "POSTGRES_PASSWORD=s3cret", "POSTGRES_DB=votes"];
  const psql = (server: string, password: string, sql: string) => [
    "env",
    `PGPASSWORD=${password}`,
    ...["psql", "-h", server, "-U", "ada", "-d", "votes", "-tAc", sql],
  ];

  test("makes the user and the database, serves other containers by password, and keeps its data", async () => {
    const [server, client] = [await start(postgres, { Env }), await start(postgres, { Cmd: ["sleep", "600"] })];
    await until(client, ...psql(server, "s3cret", "create table t(x int); insert into t values (42)"));
    expect((await exec(client, ...psql(server, "wrong", "select 1"))).output).toContain(
      "password authentication failed",
    );
    expect(await processOwner(server, "postgres")).toBe("postgres");
    await engine.containers.restart(server);
    expect(await until(server, ...psql(server, "s3cret", "select x from t"))).toMatchObject({ stdout: "42\n" });
  });

  test("refuses to start without a password", async () => {
    const { exitCode, output } = await ended(await start(postgres));
    expect(exitCode).toBe(1);
    expect(output).toContain("POSTGRES_PASSWORD");
  });

  test("a variable and its file exclude each other", async () => {
    const { exitCode, output } = await ended(
      await start(postgres, { Env: [...Env, "POSTGRES_USER_FILE=/etc/hostname"] }),
    );
    expect(exitCode).toBe(1);
    expect(output).toContain("both POSTGRES_USER and POSTGRES_USER_FILE are set");
  });

  test("time zones, locale and extensions are there", async () => {
    const server = await start(postgres, { Env });
    const sql = "set timezone = 'Europe/Madrid'; create extension pgcrypto; select upper('ñ')";
    expect((await until(server, ...psql(server, "s3cret", sql))).stdout).toContain("Ñ");
  });
});

describe("haproxy", () => {
  const configuration =
    "defaults\n  mode http\n  timeout connect 1s\n  timeout client 1s\n  timeout server 1s\nfrontend f\n  bind :8080\n  http-request return status 200 content-type text/plain string hello\n";

  test("serves as a user without rights", async () => {
    const file = "/tmp/haproxy.cfg";
    const command = `printf '${configuration.replaceAll("\n", "\\n")}' >${file} && exec docker-entrypoint.sh haproxy -f ${file}`;
    const server = await start(haproxy, { Entrypoint: ["sh", "-c", command], Cmd: [] });
    expect(await until(server, "wget", "-qO-", "http://127.0.0.1:8080/")).toMatchObject({ stdout: "hello" });
    expect(await processOwner(server, "haproxy -W")).toBe("haproxy");
  });

  test("says which configuration is missing", async () => {
    expect((await ended(await start(haproxy))).output).toContain("/usr/local/etc/haproxy/haproxy.cfg");
  });
});
