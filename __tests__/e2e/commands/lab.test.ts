import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { OwnCheckout } from "./own-checkout";

jest.setTimeout(300_000);

const prefix = `${newPrefix("lab")}-`;
const writer = `${prefix}stage1-isolation-writer`;
let engine: Engine;
let checkout: OwnCheckout;

beforeAll(() => {
  engine = openEngine();
  checkout = new OwnCheckout(prefix);
});

afterAll(async () => {
  await checkout.untilQuiet();
  await removeNamed(engine, prefix);
  engine.close();
  checkout.remove();
});

/** What ./lab tells beside the signs of what goes on. */
const staying = (stderr: string) => stderr.replaceAll(/^… .*\n/gm, "");

describe("a stage's life", () => {
  test("deploy ends with the transcript", async () => {
    const { code, stdout, stderr } = await checkout.lab("deploy", "stage1");
    expect(stderr).toMatch(/^stage1 {2}\+ docker_container\.hello-world$/m);
    expect(stdout).toMatch(/^\nstage1\n\n\$ docker container run hello-world\nHello from Docker!\n/);
    expect(stdout).toContain(`$ docker container exec ${writer} ls\nbin\ndev\netc\nhello.txt\n`);
    expect(stdout).not.toMatch(/ago|\[0m/);
    expect(code).toBe(0);
  });

  test("the state is its owner's alone, backup included", () => {
    for (const name of ["terraform.stage1.tfstate", "terraform.stage1.tfstate.backup"]) {
      expect([name, statSync(join(checkout.folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
  });

  test("what ./lab found is beside what somebody wrote in lab.json", () => {
    expect(JSON.parse(readFileSync(join(checkout.folder, "lab.json"), "utf8"))).toMatchObject({
      prefix,
      ingress: expect.stringMatching(/^(mesh|edge)$/),
    });
  });

  test("a second deploy changes nothing and ends with the same transcript", async () => {
    const [one, other] = [await checkout.lab("deploy"), await checkout.lab("deploy")];
    for (const { code, stderr } of [one, other]) {
      expect(staying(stderr)).toBe("stage1  no changes\nstage1  0 added, 0 changed, 0 destroyed\n");
      expect(code).toBe(0);
    }
    expect(one.stdout).toBe(other.stdout);
  });

  test("verify has a ✓ for each lesson, the running containers' shells undisturbed", async () => {
    const { code, stdout } = await checkout.lab("verify", "stage1");
    expect(
      stdout
        .trim()
        .split("\n")
        .slice(1)
        .map(([sign]) => sign),
    ).toEqual(Array(8).fill("✓"));
    expect(code).toBe(0);
  });

  test("status has a line for each object, with its state", async () => {
    const { code, stdout } = await checkout.lab("status");
    const line = (name: string, state: string) =>
      new RegExp(`^container +[0-9a-f]{12} +${name} +alpine +${state} +\\d+[smh] ago$`, "m");
    expect(stdout).toMatch(line(writer, "running"));
    expect(stdout).toMatch(line(`${prefix}stage1-alpine-sh`, "exited \\(0\\)"));
    expect(code).toBe(0);
  });

  test("verify says what does not hold, and fails", async () => {
    await engine.exec.run(writer, { cmd: ["rm", "/hello.txt"] });
    await engine.containers.stop(`${prefix}stage1-alpine-interactive`, { timeout: 0 });
    const { code, stdout } = await checkout.lab("verify");
    expect(stdout).toMatch(/^✗ .*hello\.txt.*No such file/m);
    expect(stdout).toMatch(/^✗ .*-it stays up.*exited$/m);
    expect(code).toBe(1);
  });

  test("destroy leaves nothing, and says so when asked again", async () => {
    expect(await checkout.lab("destroy", "stage1")).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/\d+ destroyed\n$/),
    });
    expect(await objectsNamed(engine, prefix)).toEqual([]);
    expect(await checkout.lab("destroy")).toEqual({
      code: 0,
      stdout: "",
      stderr: expect.stringContaining("nothing of stage4, stage3, stage2, stage1 is deployed"),
    });
    expect(await checkout.lab("verify", "stage1")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("./lab deploy stage1"),
    });
  });
});

const goesOn =
  "✗ interrupted: `./lab deploy stage1` goes on from here, `./lab destroy stage1` takes back what was made\n";

describe("a deploy that is interrupted", () => {
  test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("by %s to its group: destroy leaves nothing", async (signal) => {
    const deploying = checkout.start(["deploy", "stage1"]);
    await deploying.says(/^stage1 {2}\+ docker_container/m);
    deploying.killGroup(signal);
    const { code, stderr } = await deploying.ended;
    if (signal === "SIGKILL") expect(code).not.toBe(0);
    else expect([code, stderr]).toEqual([130, expect.stringMatching(new RegExp(`${goesOn}$`))]);
    await checkout.untilQuiet();
    JSON.parse(readFileSync(join(checkout.folder, "terraform.stage1.tfstate"), "utf8"));
    expect(await checkout.lab("destroy")).toMatchObject({ code: 0 });
    expect(await objectsNamed(engine, prefix)).toEqual([]);
  });

  test("before Terraform is there: nothing is made, and the same is said", async () => {
    const deploying = checkout.start(["deploy", "stage1"]);
    await checkout.untilAtWork();
    deploying.killGroup("SIGTERM");
    const { code, stderr } = await deploying.ended;
    expect([code, stderr]).toEqual([130, expect.stringMatching(new RegExp(`${goesOn}$`))]);
    expect(await objectsNamed(engine, prefix)).toEqual([]);
  });
});

describe("two at once", () => {
  test("the second ./lab says who is at work, and the first goes on", async () => {
    const deploying = checkout.start(["deploy", "stage1"]);
    await checkout.untilAtWork();
    expect(await checkout.lab("destroy")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/✗ another run is at work here \(`\.\/lab deploy stage1`, process \d+, since /),
    });
    expect((await deploying.ended).code).toBe(0);
  });

  test("a Terraform that somebody else runs is told of, too", async () => {
    const asking = checkout.terraform("stage1", "destroy");
    await asking.prints(/Enter a value:/);
    expect(await checkout.lab("deploy")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/✗ another run is at work on stage1 \(\S+@\S+, since .* UTC\): wait for its end/),
    });
    asking.killGroup("SIGINT");
    await asking.ended;
    expect(await checkout.lab("destroy")).toMatchObject({ code: 0 });
  });
});

test("a deploy that fails ends with what failed and what to run", async () => {
  const name = `${prefix}stage1-hello-world`;
  await engine.images.pull("hello-world");
  await engine.containers.create(name, { Image: "hello-world" });
  const { code, stderr } = await checkout.lab("deploy", "stage1");
  await engine.containers.remove(name);
  expect([code, stderr.trimEnd().split("\n").slice(-2)]).toEqual([
    1,
    [
      `✗ stage1 failed: docker_container.hello-world: name in use: a container named "${name}" exists and was not made by this configuration`,
      "`./lab deploy stage1` goes on from here, `./lab destroy stage1` takes back what was made",
    ],
  ]);
  expect(await checkout.lab("destroy")).toMatchObject({ code: 0 });
});

describe("what ./lab cannot do itself", () => {
  const configuration = () => join(checkout.folder, "terraformrc");
  beforeAll(() => writeFileSync(configuration(), "provider_installation {\n  direct {}\n}\n"));

  test.each([
    {
      name: "an engine that does not answer where DOCKER_HOST says",
      env: () => ({ DOCKER_HOST: "unix:///tmp/no-engine.sock" }),
      says: "unix:///tmp/no-engine.sock cannot be used",
    },
    {
      name: "an address that is none",
      env: () => ({ DOCKER_HOST: "localhost" }),
      says: '"localhost" is no address of an engine',
    },
    {
      name: "a context that does not exist",
      env: () => ({ DOCKER_CONTEXT: "gone" }),
      says: "Docker context `gone` does not exist",
    },
    {
      name: "a configuration that hides the provider",
      env: () => ({ TF_CLI_CONFIG_FILE: configuration() }),
      says: "terraformrc has a `provider_installation` block",
    },
    {
      name: "no Terraform",
      env: () => ({ TERRAFORM_BINARY_NAME: "no-terraform" }),
      says: "neither `terraform` nor `tofu` is on the PATH",
    },
  ])("$name: one sentence", async ({ env, says }) => {
    const { code, stdout, stderr } = await checkout.start(["deploy"], env()).ended;
    expect(staying(stderr)).toMatch(/^✗ /);
    expect(stderr).toContain(says);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });
});
