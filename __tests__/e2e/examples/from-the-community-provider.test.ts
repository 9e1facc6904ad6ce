import { theirTypes } from "../../provider/interface/theirs";
import { Example } from "./example";

jest.setTimeout(400_000);

/*
 * The state that the app on the community's provider has left is made of one of this provider's own: its objects are as
 * that provider makes them, and of their attributes the ones stand that it knows, under its address. States as its
 * releases have written them, letter for letter, are in provider/recorded-states.test.ts.
 */
const community = 'provider["registry.terraform.io/kreuzwerker/docker"]';
const state = "terraform.shop.tfstate";

let example: Example;
let containers: readonly string[];
beforeAll(async () => {
  example = await Example.install("from-the-community-provider", (prefix) => ({ SHOP: prefix }));
  await example.deploy("shop");
  await example.rewrite(state, theirs);
  containers = await ids();
});
afterAll(() => example?.close());

interface Resource {
  readonly type: string;
  readonly instances: { readonly schema_version: number; readonly attributes: Readonly<Record<string, unknown>> }[];
}

/** The state with what that provider knows alone. */
function theirs(text: string): string {
  const types = theirTypes();
  const { resources, ...rest } = JSON.parse(text) as { resources: Resource[] };
  const known = ({ type, instances, ...more }: Resource) => {
    const paths = [...types.get(type)!.paths.keys()].map((path) => path.split(".")[0]);
    const kept = instances.map(({ schema_version, attributes }) => ({
      schema_version,
      attributes: Object.fromEntries(
        Object.entries(attributes).filter(([name]) => paths.includes(name) || name === "id"),
      ),
    }));
    return { ...more, mode: "managed", type, provider: community, instances: kept };
  };
  return JSON.stringify({ ...rest, resources: resources.map(known) });
}

const ids = async () =>
  (await example.outer.containers.list({ all: true, filters: { name: [example.prefix] } })).map(({ Id }) => Id);

test("both apps type check, and the former is that provider's alone", async () => {
  await example.run("npx", "tsc");
  const output = ["--app", "npx tsx before.ts", "--output", "before.out"];
  await example.run("cdktf", "synth", ...output);
  const { terraform } = JSON.parse(await example.read("before.out/stacks/shop/cdk.tf.json"));
  expect(terraform.required_providers).toEqual({ docker: { source: "kreuzwerker/docker", version: "3.6.2" } });
});

test("its state moves by one command, and a plan is empty", async () => {
  const [from, to] = ["kreuzwerker/docker", "docker-stages.invalid/docker-stages/docker"];
  const moved = await example.run(
    "terraform",
    "state",
    "replace-provider",
    "-auto-approve",
    `-state=${state}`,
    from,
    to,
  );
  expect(moved).toContain("Successfully replaced provider for 4 resources");
  expect(await example.diff("shop")).toContain("No changes.");
});

test("an edit changes the container that is there", async () => {
  await example.edit("shop.ts", '"unless-stopped"', '"always"');
  await example.deploy("shop");
  expect(await ids()).toEqual(containers);
  expect((await example.outer.containers.inspect(containers[0]!)).HostConfig.RestartPolicy).toMatchObject({
    Name: "always",
  });
});

test("destroy leaves nothing", async () => {
  await example.destroy("shop");
  expect(await example.objects()).toEqual([]);
});
