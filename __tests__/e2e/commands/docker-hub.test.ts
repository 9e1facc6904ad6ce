import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { certifyNames } from "../../../commands/test/docker-hub/authority";
import { type HubBehaviour, hubNames, ImitatedHub } from "../../../commands/test/docker-hub/docker-hub";
import { standInsFor } from "../../../offline/images";
import { ensureMirror } from "../../../offline/mirror";
import { openEngine } from "../drills/lab-objects";
import { OwnCheckout } from "./own-checkout";
import { freeNetwork, OwnMachine } from "./own-machine";

jest.setTimeout(300_000);

const network = freeNetwork();
let folder: string;
let machine: OwnMachine;
let hub: ImitatedHub;
let checkout: OwnCheckout;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hub-"));
  const certificate = certifyNames(hubNames, folder);
  const engine = openEngine();
  const registry = await ensureMirror(engine, standInsFor(["stage1"]), () => {});
  engine.close();
  const hosts = Object.fromEntries(hubNames.map((name) => [name, network.outside]));
  machine = await OwnMachine.start({ network, hosts, authority: certificate.authority });
  hub = await ImitatedHub.start({ host: network.outside, port: 443 }, certificate, registry);
  checkout = new OwnCheckout("");
});

afterAll(async () => {
  await checkout?.untilQuiet();
  await machine?.remove();
  await hub?.stop();
  checkout?.remove();
  rmSync(folder, { recursive: true });
});

const lab = (...args: string[]) => machine.run(join(checkout.folder, "lab"), ...args);
const settings = () => readFileSync(machine.file("daemon.json"), "utf8");

describe("Docker Hub as it is", () => {
  test.each([
    { name: "asks for no token", behaviour: {} },
    { name: "asks for a token", behaviour: { token: true } },
    { name: "answers after 3 s", behaviour: { token: true, slow: 3000 } },
    { name: "answers after 8 s", behaviour: { token: true, slow: 8000 } },
  ] satisfies { name: string; behaviour: HubBehaviour }[])("that $name is there", async ({ behaviour }) => {
    hub.behaviour = behaviour;
    const { stdout } = await lab("doctor");
    expect(stdout).toMatch(/^✓ images +Docker Hub answers$/m);
  });

  test("that is slow is waited for, aloud, and the stage is deployed with its images; nothing of the engine's changes", async () => {
    hub.behaviour = { token: true, slow: 3000 };
    const { code, stderr, stdout } = await lab("deploy", "stage1");
    expect(stderr).toMatch(/^· Docker Hub does not answer: asking once more, for up to 20 s/m);
    expect(stderr).not.toContain("stand-in");
    expect(stdout).toContain("Hello from Docker!");
    expect(code).toBe(0);
    expect(hub.asked).toContain("HEAD /v2/library/hello-world/manifests/latest");
    expect(settings()).toBe("{}");
    expect(await lab("mirror")).toMatchObject({ stdout: "the engine has no mirror: it pulls from Docker Hub\n" });
  });

  test("is not asked where the images are there, or none is needed", async () => {
    hub.behaviour = { refuses: 429 };
    expect(await lab("deploy", "stage1")).toMatchObject({ code: 0, stderr: expect.not.stringContaining("429") });
    hub.asked.length = 0;
    expect(await lab("destroy", "stage1")).toMatchObject({ code: 0 });
    expect(hub.asked).toEqual([]);
  });

  test.each([
    { refuses: 429 as const, helps: /docker login.*`\.\/lab mirror on`/, fails: "asked too often" },
    { refuses: 503 as const, helps: /wait and try again.*`\.\/lab mirror on`/, fails: "in trouble" },
  ])("that answers $refuses is there: what helps is said, and no stand-in is made", async (row) => {
    hub.behaviour = { token: true, refuses: row.refuses };
    expect(await lab("doctor")).toMatchObject({ stdout: expect.stringMatching(row.helps) });
    const { code, stderr } = await lab("deploy", "stage1");
    expect(stderr).toMatch(row.helps);
    expect(stderr).toContain(row.fails);
    expect(stderr).not.toContain("building");
    expect(code).toBe(1);
    expect(settings()).toBe("{}");
  });
});

describe("without Docker Hub", () => {
  beforeAll(() => hub.stop());

  test("--no-install says what is missing", async () => {
    const { code, stderr } = await lab("deploy", "stage1", "--no-install");
    expect(stderr).toMatch(/^✗ Docker Hub cannot be reached .*hello-world, alpine/m);
    expect(code).toBe(1);
    expect(settings()).toBe("{}");
  });

  test("stand-ins are served, doctor and `mirror` name them, and `mirror off` takes all of it back", async () => {
    const { code, stderr } = await lab("deploy", "stage1");
    expect(stderr).toMatch(/^· Docker Hub cannot be reached: serving stand-ins/m);
    expect(code).toBe(0);
    const url = "http://127.0.0.1:5555";
    expect(JSON.parse(settings())).toEqual({ "registry-mirrors": [url] });
    expect(await lab("doctor")).toMatchObject({
      stdout: expect.stringMatching(/^✓ images +stand-ins from .*`\.\/lab mirror off` undoes/m),
    });
    const shown = (await lab("mirror")).stdout;
    expect(shown).toMatch(/^http:\/\/127\.0\.0\.1:5555 +\.\/lab +yes$/m);
    expect(shown).toMatch(/^hello-world +served$/m);
    const lines = (await lab("mirror", "off")).stderr;
    expect(lines).toMatch(/^· the engine pulls from \S+ no more; .* until it is restarted$/m);
    expect(settings()).toBe("{}");
    expect(await machine.engine.volumes.tryInspect("docker-stages-registry")).toBeUndefined();
    expect(await machine.engine.containers.tryInspect("docker-stages-registry")).toBeUndefined();
    expect((await machine.engine.images.list()).flatMap(({ RepoTags }) => RepoTags ?? []).sort()).toEqual([
      "alpine:latest",
      "hello-world:latest",
    ]);
    const labFile = JSON.parse(readFileSync(join(checkout.folder, "lab.json"), "utf8"));
    expect(labFile).not.toHaveProperty("registryMirror");
    expect(await lab("mirror", "off")).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^· \.\/lab has made no mirror for this engine\n$/m),
    });
  });
});
