import type { Engine } from "../../../engine";
import { resources } from "../../../provider/resources";
import type { Services } from "../../../provider/resources/define";
import { image } from "../../../provider/resources/image";
import { secret } from "../../../provider/resources/secret";
import { type ObjectValue, PrivateState } from "../../../provider/schema";
import { planChange, readState } from "../../../provider/schema/operations";
import { complete } from "../../../provider/schema/plan/conform";

const signal = new AbortController().signal;

/** An engine that has nothing, or these images and secrets. */
const engineWith = (found: object | undefined) => {
  const group = { tryInspect: async () => found };
  return {
    url: "unix:///shop.sock",
    ...{ containers: group, networks: group, volumes: group, images: group, secrets: group, configs: group },
    services: group,
  } as unknown as Engine;
};

const services = (engine: Engine) =>
  ({
    engine,
    journal: { settle() {}, settleNamed() {}, orphansNamed: () => [], lost: { settle() {}, add() {} } },
  }) as unknown as Services;

type Resource = (typeof resources)[number];

const read = (
  resource: Resource,
  state: ObjectValue,
  found: object | undefined,
  { imported = true, privateState = PrivateState.empty() } = {},
) =>
  readState(resource, {
    state: complete(resource.schema, state),
    imported,
    privateState,
    services: services(engineWith(found)),
    signal,
  });

const byName = ["container", "network", "volume", "image", "secret", "config", "service"];

test.each(byName.map((kind) => ({ kind, resource: resources.find(({ type }) => type === `docker_${kind}`)! })))(
  "a $kind that an import names and that is not there is an error that names it, and the change that helps",
  async ({ kind, resource }) => {
    const { state, diagnostics } = await read(
      resource,
      { id: "shop-web-1", ...("name" in resource.schema && { name: "shop-web-1" }) },
      undefined,
    );
    expect(state).toBeDefined();
    expect(diagnostics).toMatchObject([
      {
        severity: "error",
        summary: `there is no ${kind} "shop-web-1" to import on unix:///shop.sock`,
        detail: expect.stringContaining("`adopt`"),
      },
    ]);
  },
);

test("one that is gone later is no error", async () => {
  expect(await read(image, { id: "x", name: "alpine" }, undefined, { imported: false })).toEqual({ diagnostics: [] });
});

describe("what no engine tells", () => {
  const build = [{ context: "web", dockerfile: "Dockerfile" }];
  const alpine = { Id: "sha256:1", RepoDigests: [] };

  /** What is planned of what an import finds, in the same run or in a later one. */
  async function planned(resource: Resource, found: object, config: ObjectValue, { later = false } = {}) {
    const privateState = PrivateState.empty();
    let { state } = await read(resource, { id: "app", name: "app" }, found, { privateState });
    if (later) ({ state } = await read(resource, state!, found, { privateState, imported: false }));
    return planChange(resource, {
      prior: state,
      config: complete(resource.schema, { name: "app", ...config }),
      services: services(engineWith(found)),
      privateState,
      signal,
    });
  }

  test("of an image's build is taken to be what is asked for, and said", async () => {
    const { replace, diagnostics, planned: plan } = await planned(image, alpine, { build, triggers: { sent: "1" } });
    expect(replace).toEqual([]);
    expect(plan).toMatchObject({ image_id: "sha256:1", build });
    expect(diagnostics).toMatchObject([{ severity: "warning", summary: 'image "app" is taken over as it is' }]);
  });

  test("of an image's platform is taken to have been asked for where the image is for it, and pulled where it is not", async () => {
    const found = { ...alpine, Os: "linux", Architecture: "arm64" };
    const replaced = async (platform: string) => (await planned(image, found, { platform })).replace;
    expect(await replaced("linux/arm64/v8")).toEqual([]);
    expect(await replaced("linux/amd64")).toEqual([["platform"]]);
  });

  test("of a secret is taken to be what is asked for, and said", async () => {
    const { replace, diagnostics } = await planned(secret, { ID: "1", Spec: { Name: "app" } }, { data: "eA==" });
    expect(replace).toEqual([]);
    expect(diagnostics).toMatchObject([{ severity: "warning", summary: 'secret "app" is taken over as it is' }]);
  });

  test("of a command is taken to be what is asked for, to have run, and said", async () => {
    const exec = resources.find(({ type }) => type === "docker_exec")!;
    const asked = { container: "app", command: ["date"], environment: { A: "1" }, triggers: { b: "2" } };
    const privateState = PrivateState.empty();
    const { state: prior } = await read(exec, { id: "app", container: "app" }, { Id: "1" }, { privateState });
    expect(prior).toMatchObject({ container_id: "1", id: expect.not.stringMatching(/^app$/) });
    const plan = () => planChange(exec, { prior, config: complete(exec.schema, asked), privateState, signal });
    const { replace, diagnostics, planned } = await plan();
    expect(replace).toEqual([]);
    expect(planned).toMatchObject({ ...asked, container_id: "1", expected_exit_code: 0 });
    expect(diagnostics).toMatchObject([
      { severity: "warning", summary: 'a command in container "app" is taken to have run' },
    ]);
    await read(exec, prior!, { Id: "1" }, { privateState, imported: false });
    expect((await plan()).replace).not.toEqual([]);
  });

  test("is that no more in a later run", async () => {
    expect((await planned(image, alpine, { build }, { later: true })).replace).toEqual([["build"]]);
    expect(
      (await planned(secret, { ID: "1", Spec: { Name: "app" } }, { data: "eA==" }, { later: true })).replace,
    ).toEqual([["data"]]);
  });

  test("an image that is pulled is as it was", async () => {
    const { planned: plan, diagnostics } = await planned(image, alpine, {});
    expect(plan).toMatchObject({ id: "sha256:1app", pulled: false, build: [] });
    expect(diagnostics).toEqual([]);
  });
});
