import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DataDockerNetwork } from "@cdktf/provider-docker/lib/data-docker-network";
import { Volume } from "@cdktf/provider-docker/lib/volume";
import { App, LocalBackend, TerraformStack, Testing } from "cdktf";
import { DockerExec } from "../../../constructs/bindings/docker-exec";
import {
  DockerService,
  type DockerServiceTaskSpecContainerSpecMounts,
} from "../../../constructs/bindings/docker-service";
import { DockerVolume } from "../../../constructs/bindings/docker-volume";
import { RunOnce } from "../../../constructs/container/run-once";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { onEngine } from "../../../constructs/engine/on-engine";
import { zipName } from "../../../provider/build/zip-name";
import { bundleVersion, codeOf, scratchFolder, synthesized, testApp, writeBundle } from "../scratch";

const scratch = scratchFolder();
const bundle = writeBundle(join(scratch, "bundle"));
const source = "docker-stages.invalid/docker-stages/docker";

const stackWith = (...engines: ConstructorParameters<typeof DockerEngine>[2][]) => {
  const stack = new TerraformStack(testApp(bundle), "test");
  engines.forEach((props, index) => {
    new DockerEngine(stack, `engine-${index}`, props);
  });
  return stack;
};

describe("the provider that a stack requires", () => {
  test("is docker-stages' own, at exactly the bundle's version", () => {
    expect(synthesized(stackWith({}))).toMatchObject({
      terraform: { required_providers: { docker: { source, version: bundleVersion } } },
    });
  });

  test("is the community's with `registry`, which needs no bundle", () => {
    const stack = new TerraformStack(testApp(join(scratch, "nowhere")), "test");
    new DockerEngine(stack, "engine", { provider: "registry" });
    expect(synthesized(stack)).toMatchObject({
      terraform: { required_providers: { docker: { source: "kreuzwerker/docker", version: "3.6.2" } } },
    });
  });

  test("is not both", () => {
    expect(codeOf(() => stackWith({}, { provider: "registry", alias: "other" }))).toBe("mixed-providers");
  });

  test("cannot be the own one before it is built", () => {
    const stack = new TerraformStack(testApp(join(scratch, "nowhere")), "test");
    expect(codeOf(() => new DockerEngine(stack, "engine"))).toBe("bundle-missing");
  });
});

test("the engine's address and the like are the provider's", () => {
  const stack = stackWith({ host: "unix:///a.sock" }, { host: "tcp://b:2376", alias: "b", certPath: "certs" });
  expect(synthesized(stack)["provider"]).toEqual({
    docker: [{ host: "unix:///a.sock" }, { host: "tcp://b:2376", alias: "b", cert_path: "certs" }],
  });
});

test("two engines without alias are told apart by none: the second is named", () => {
  const run = () => stackWith({}, { alias: "b" }, { host: "tcp://c:2375" });
  expect(codeOf(run)).toBe("engines-without-alias");
  expect(run).toThrow(/^stack `test` has an engine without `alias` already; give test\/engine-2 one, like `alias: /);
});

test.each([
  ["localhost:2375", "write `tcp://localhost:2375`"],
  ["http://10.0.0.1:2375/", "write `tcp://10.0.0.1:2375`"],
  ["/var/run/docker.sock", "use unix:///PATH, tcp://HOST:PORT, ssh://[USER@]HOST or container://NAME[,NAME…]"],
])("host %p is no engine's address: %s", (host, remedy) => {
  const run = () => stackWith({ host });
  expect(codeOf(run)).toBe("engine-host");
  expect(run).toThrow(`\`host\` of test/engine-0 is "${host}", which is no address of an engine; ${remedy}`);
});

test("an address that Terraform knows at apply may be written out", () => {
  expect(synthesized(stackWith({ host: "${var.engine}" }))["provider"]).toEqual({
    docker: [{ host: "${var.engine}" }],
  });
});

test("all that is wrong with an engine is told at once", () => {
  const run = () => stackWith({ provider: "registry" }, { host: "localhost:2375" });
  expect(run).toThrow(/same provider.*\n.*engine without `alias`.*\n.*no address of an engine/);
});

describe("beside the synthesized stack", () => {
  const laid = (folder: string, version = bundleVersion) => {
    const app = new App({ outdir: folder, context: { providerBundle: writeBundle(join(scratch, version), version) } });
    const stack = new TerraformStack(app, "test");
    new LocalBackend(stack, { path: join(folder, "terraform.test.tfstate") });
    new DockerEngine(stack, "engine");
    app.synth();
    const working = join(folder, "stacks/test");
    return {
      working,
      mirror: join(working, "terraform.d/plugins", source),
      lock: join(working, ".terraform.lock.hcl"),
    };
  };

  test("the folder, which will hold Terraform's plan, is its owner's alone", () => {
    const { working } = laid(join(scratch, "private"));
    expect(statSync(working).mode & 0o777).toBe(0o700);
  });

  test("the state, which may hold secrets, is its owner's alone, as is what was in it", () => {
    const folder = join(scratch, "state");
    const state = join(folder, "terraform.test.tfstate");
    mkdirSync(folder, { recursive: true });
    writeFileSync(state, "{}", { mode: 0o644 });
    laid(folder);
    expect([state, `${state}.backup`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(readFileSync(state, "utf8")).toBe("{}");
  });

  test("a state whose path is given from the stack's folder, as Terraform takes it, is kept private there", () => {
    const folder = join(scratch, "relative");
    const app = new App({ outdir: folder, context: { providerBundle: bundle } });
    const stack = new TerraformStack(app, "test");
    new LocalBackend(stack, { path: "states/mine.tfstate" });
    new DockerEngine(stack, "engine");
    app.synth();
    expect(statSync(join(folder, "stacks/test/states/mine.tfstate")).mode & 0o777).toBe(0o600);
  });

  test("lies the provider, whole, and is locked", () => {
    const { mirror, lock } = laid(join(scratch, "fresh"));
    const zip = zipName({ source, version: bundleVersion });
    expect(readdirSync(mirror)).toEqual([zip]);
    expect(readFileSync(join(mirror, zip), "utf8")).toBe(`the provider at ${bundleVersion}`);
    expect(readFileSync(lock, "utf8")).toContain(`provider "${source}" {\n  version     = "${bundleVersion}"`);
  });

  test("a second synth touches neither", () => {
    const { mirror, lock } = laid(join(scratch, "twice"));
    const files = [join(mirror, readdirSync(mirror)[0]!), lock];
    const before = files.map((file) => statSync(file).mtimeMs);
    laid(join(scratch, "twice"));
    expect(files.map((file) => statSync(file).mtimeMs)).toEqual(before);
  });

  test("another build takes the place of the one before, and leaves what is not a provider", () => {
    const { mirror, lock } = laid(join(scratch, "rebuilt"));
    writeFileSync(join(mirror, "README"), "");
    laid(join(scratch, "rebuilt"), "1.0.0-cccccccccccc");
    expect(readdirSync(mirror)).toEqual(["README", zipName({ source, version: "1.0.0-cccccccccccc" })]);
    expect(readFileSync(lock, "utf8")).toContain('"1.0.0-cccccccccccc"');
  });

  test("blocks of other providers stay in the lock file", () => {
    const folder = join(scratch, "foreign");
    const foreign = 'provider "registry.terraform.io/hashicorp/random" {\n  version = "3.7.1"\n}\n';
    mkdirSync(join(folder, "stacks/test"), { recursive: true });
    writeFileSync(join(folder, "stacks/test/.terraform.lock.hcl"), foreign);
    expect(readFileSync(laid(folder).lock, "utf8")).toContain(foreign);
  });

  test("lies nothing with `registry`", () => {
    const outdir = Testing.fullSynth(stackWith({ provider: "registry" }));
    expect(existsSync(join(outdir, "stacks/test/cdk.tf.json"))).toBe(true);
    expect(existsSync(join(outdir, "stacks/test/terraform.d"))).toBe(false);
    expect(existsSync(join(outdir, "stacks/test/.terraform.lock.hcl"))).toBe(false);
    rmSync(outdir, { recursive: true });
  });
});

describe("what the community provider cannot make", () => {
  const service = (stack: TerraformStack, more: Partial<DockerServiceTaskSpecContainerSpecMounts> = {}) =>
    new DockerService(stack, "web", {
      name: "web",
      mode: { global: true },
      taskSpec: {
        containerSpec: {
          image: "nginx",
          mounts: [
            { type: "volume", target: "/a" },
            { type: "volume", target: "/b", ...more },
          ],
        },
      },
    });

  const refused = (declare: (stack: TerraformStack) => void) => {
    const stack = stackWith({ provider: "registry" });
    declare(stack);
    return () => Testing.synth(stack, true);
  };

  test.each([
    {
      name: "a type of docker-stages' own",
      what: "`docker_exec` of test/ls",
      declare: (stack: TerraformStack) => new DockerExec(stack, "ls", { container: "some", command: ["ls"] }),
    },
    {
      name: "an engine per resource",
      what: "attribute `engine` of test/data",
      declare: (stack: TerraformStack) => onEngine(new Volume(stack, "data"), "container://node1"),
    },
    {
      name: "an engine of a class of ours",
      what: "attribute `engine` of test/data",
      declare: (stack: TerraformStack) => new DockerVolume(stack, "data", { engine: "container://node1" }),
    },
    {
      name: "an engine of a data source",
      what: "attribute `engine` of test/logs",
      declare: (stack: TerraformStack) =>
        new DataDockerNetwork(stack, "logs", { name: "bridge" }).addOverride("engine", "container://node1"),
    },
    {
      name: "an addition inside a list of blocks",
      what: "attribute `task_spec.container_spec.mounts.1.volume_options.subpath` of test/web",
      declare: (stack: TerraformStack) => service(stack, { volumeOptions: { subpath: "s" } }),
    },
    {
      name: "what the community takes but one by one",
      what: "attribute `converge_config` beside `mode.global` of test/web",
      declare: (stack: TerraformStack) => service(stack).putConvergeConfig({ timeout: "1m" }),
    },
    {
      name: "an expected exit code",
      what: "attribute `expected_exit_code` of test/ls/Resource",
      declare: (stack: TerraformStack) => new RunOnce(stack, "ls", { image: { name: "alpine" } }),
    },
  ])("$name is refused with its place", ({ what, declare }) => {
    expect(refused(declare)).toThrow(what);
  });

  test("all of it is told in one go", () => {
    const synth = refused((stack) => {
      new DockerExec(stack, "one", { container: "some", command: ["ls"] });
      new DockerExec(stack, "two", { container: "some", command: ["ls"] });
    });
    expect(synth).toThrow(/test\/one[\s\S]*test\/two/);
  });

  test.each([
    { name: "its own class", declare: (stack: TerraformStack) => new Volume(stack, "data") },
    { name: "ours without what is added", declare: (stack: TerraformStack) => new DockerVolume(stack, "data") },
    { name: "a service on each node", declare: (stack: TerraformStack) => service(stack) },
  ])("$name is welcome", ({ declare }) => {
    expect(refused(declare)).not.toThrow();
  });
});
