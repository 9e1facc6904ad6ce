import type { Engine } from "../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { LabFolder } from "./lab-folder";

jest.setTimeout(120_000);
const prefix = `${newPrefix("lab")}-`;
const name = (container: string) => `${prefix}stage1-${container}`;

let engine: Engine;
let lab: LabFolder;

beforeAll(async () => {
  engine = openEngine();
  lab = new LabFolder({ prefix });
  const deployed = await lab.cdktf("deploy", "stage1");
  if (deployed.code !== 0) throw new Error(deployed.stdout + deployed.stderr);
});

afterAll(async () => {
  await removeNamed(engine, prefix);
  engine.close();
  lab.remove();
});

const ends = [
  { container: "hello-world", exitCode: 0, log: /^Hello from Docker!/ },
  { container: "alpine-ls", exitCode: 0, log: /^total \d+\n[\s\S]* bin\n[\s\S]* var\n$/ },
  { container: "alpine-sh", exitCode: 0, log: /^$/ },
  { container: "isolation-reader", exitCode: 0, log: /^bin\ndev\n(?!.*hello\.txt)/s },
];
test.each(ends)("$container ran to its end and printed what the lab shows", async ({ container, exitCode, log }) => {
  const found = await engine.containers.inspect(name(container));
  expect(found.State).toMatchObject({ Status: "exited", ExitCode: exitCode });
  expect((await engine.containers.logs(name(container))).output).toMatch(log);
});

test.each(["alpine-interactive", "isolation-writer"])("%s stays up with a terminal", async (container) => {
  const { State, Config } = await engine.containers.inspect(name(container));
  expect({ ...State, ...Config }).toMatchObject({ Running: true, Tty: true, OpenStdin: true });
});

test("every container carries the stage's label", async () => {
  const labelled = await engine.containers.list({
    all: true,
    filters: { label: [`docker-stages.stage=${prefix}stage1`] },
  });
  expect(labelled.map(({ Names }) => Names[0]!.slice(1)).sort()).toEqual(
    ["alpine-interactive", "alpine-ls", "alpine-sh", "hello-world", "isolation-reader", "isolation-writer"].map(name),
  );
});

test("the outputs read as a transcript of the lab", () => {
  const text = Object.values(lab.outputs("stage1")).join("\n\n");
  expect(text).toMatch(/^\$ docker container run hello-world\nHello from Docker!/);
  expect(text).toContain("$ docker container run alpine ls -l\ntotal ");
  expect(text).toMatch(/\$ docker container run alpine \/bin\/sh\n\n/);
  expect(text).toMatch(new RegExp(`\\$ docker container exec ${name("isolation-writer")} ls\\n[\\s\\S]*hello\\.txt`));
});

test("a second deploy changes nothing", async () => {
  const before = lab.outputs("stage1");
  const { code, stdout, stderr } = await lab.cdktf("deploy", "stage1");
  expect([code, stderr, stdout]).toEqual([0, expect.anything(), expect.stringContaining("No changes.")]);
  expect(lab.outputs("stage1")).toEqual(before);
});

test("a container that was stopped by hand is started again, not replaced", async () => {
  const before = await engine.containers.inspect(name("isolation-writer"));
  await engine.containers.stop(name("isolation-writer"), { timeout: 0 });
  const { code, stdout } = await lab.cdktf("deploy", "stage1");
  expect(code).toBe(0);
  expect(stdout).toMatch(/0 added, 1 changed, 0 destroyed/);
  const after = await engine.containers.inspect(name("isolation-writer"));
  expect({ id: after.Id, running: after.State.Running }).toEqual({ id: before.Id, running: true });
  const listed = await engine.exec.run(name("isolation-writer"), { cmd: ["ls", "/"] });
  expect(listed.output).toContain("hello.txt");
});

test("a foreign container that holds one of the names is reported and untouched", async () => {
  const foreign = new LabFolder({ prefix: `${prefix}b-` });
  const { Id } = await engine.containers.create(`${prefix}b-stage1-alpine-sh`, { Image: "alpine", Cmd: ["true"] });
  try {
    const { code, stdout, stderr } = await foreign.cdktf("deploy", "stage1");
    expect(code).not.toBe(0);
    expect(stdout + stderr).toMatch(/name in use/);
    expect((await engine.containers.inspect(Id)).State.Status).toBe("created");
  } finally {
    await foreign.cdktf("destroy", "stage1");
    expect(await objectsNamed(engine, `${prefix}b-`)).toEqual([`container ${prefix}b-stage1-alpine-sh`]);
    await engine.containers.remove(Id);
    foreign.remove();
  }
});

test("destroy leaves nothing of the stage", async () => {
  const { code } = await lab.cdktf("destroy", "stage1");
  expect(code).toBe(0);
  expect(await objectsNamed(engine, prefix)).toEqual([]);
});
