import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ObjectValue } from "../../../../../provider/schema";
import { RegistryClient } from "../../../../../registry";
import { theirTypes } from "../../../../provider/interface/theirs";
import { buildDockerProvider, type Terraform, terraformWith } from "../../harness";
import { type RegistryProcess, startRegistry, user } from "./registry-process";
import { Scene } from "./scene";

/*
 * Everything that a tag and a pushed image can ask for at the community provider, each in an object of its own, all made
 * by one apply.
 */
jest.setTimeout(120_000);

const provider = buildDockerProvider();
let scene: Scene;
let terraform: Terraform;
/** Without a password, and with one. */
const registries = {} as Record<"open" | "locked", RegistryProcess>;
let id: string;

beforeAll(async () => {
  scene = new Scene();
  const [open, locked] = await Promise.all([startRegistry(), startRegistry({ password: true })]);
  Object.assign(registries, { open, locked });
  id = await scene.load(scene.name("source:1"));
  for (const { registry, name } of pushes()) await scene.engine.images.tag(id, nameOf(registry, name));
  terraform = await terraformWith(provider, "");
  write();
  const { code, text } = await terraform.apply();
  if (code !== 0) throw new Error(text);
});
afterAll(async () => {
  terraform?.remove();
  provider.remove();
  await scene?.close();
  await Promise.all(Object.values(registries).map((registry) => registry.stop()));
});

interface Tag {
  readonly says: string;
  readonly asked: ObjectValue;
  /** The name that the image has then. */
  readonly given: string;
}
const tags = (): readonly Tag[] => [
  {
    says: "of an image by its name",
    asked: { source_image: scene.name("source:1"), target_image: scene.name("named:2") },
    given: scene.name("named:2"),
  },
  {
    says: "of an image by its id, without a tag, which is `latest`",
    asked: { source_image: id, target_image: scene.name("by-id") },
    given: scene.name("by-id:latest"),
  },
  {
    says: "that is given anew where a trigger changes",
    asked: { source_image: scene.name("source:1"), target_image: scene.name("triggered:1"), tag_triggers: ["a", "b"] },
    given: scene.name("triggered:1"),
  },
];

interface Push {
  readonly says: string;
  readonly registry: keyof typeof registries;
  /** Of the image, with its tag. */
  readonly name: { readonly repo: string; readonly tag: string };
  readonly more?: ObjectValue;
  /** What is asked instead by the next plan, and what that does. */
  readonly next?: { readonly asked: ObjectValue; readonly does: string };
  /** It is there after it is destroyed. */
  readonly stays?: true;
}
const pushes = (): readonly Push[] => [
  { says: "that asks for nothing more", registry: "open", name: { repo: "plain", tag: "1" } },
  { says: "without a tag, which is `latest`", registry: "open", name: { repo: "untagged", tag: "latest" } },
  {
    says: "that stays in the registry",
    ...{ registry: "open", name: { repo: "kept", tag: "1" }, more: { keep_remotely: true }, stays: true },
    next: { asked: { keep_remotely: false, insecure_skip_verify: true }, does: "update" },
  },
  {
    says: "that is pushed anew where a trigger changes",
    ...{ registry: "open", name: { repo: "triggered", tag: "1" }, more: { triggers: { build: "1" } } },
    next: { asked: { triggers: { build: "2" } }, does: "delete+create" },
  },
  {
    says: "with a user of its own",
    ...{ registry: "locked", name: { repo: "locked", tag: "1" } },
    more: { auth_config: { address: registries.locked.address, ...user } },
    next: {
      asked: { auth_config: { address: `http://${registries.locked.address}`, ...user } },
      does: "update",
    },
  },
];

const nameOf = (registry: keyof typeof registries, { repo, tag }: Push["name"]) => ({
  repo: `${registries[registry].address}/${scene.name(repo)}`,
  tag,
});
const asked = ({ registry, name, more }: Push): ObjectValue => {
  const { repo, tag } = nameOf(registry, name);
  return { name: tag === "latest" ? repo : `${repo}:${tag}`, ...more };
};

function write(change: (push: Push) => ObjectValue = ({ more = {} }) => more, triggers?: string[]): void {
  const named = <T>(all: readonly T[], object: (item: T) => ObjectValue) =>
    Object.fromEntries(all.map((item, i) => [`row${i}`, object(item)]));
  const again = triggers ? { tag_triggers: triggers } : {};
  const resource = {
    docker_tag: named(tags(), ({ asked }) => ({ ...asked, ...(asked["tag_triggers"] && again) })),
    docker_registry_image: named(pushes(), (push) => asked({ ...push, more: change(push) })),
  };
  writeFileSync(join(terraform.folder, "rows.tf.json"), JSON.stringify({ resource }));
}

const state = (address: string) => terraform.state().find((each) => each.address === address)!.values;
const planned = async () =>
  Object.fromEntries((await terraform.plan()).map(({ address, actions }) => [address, actions.join("+")]));
const pushed = ({ registry, name }: Push) => {
  const { address } = registries[registry];
  const credentials = registry === "locked" ? user : undefined;
  const client = new RegistryClient({ host: address, credentials, insecure: true });
  return client.tryDigest(scene.name(name.repo), name.tag);
};

test("a tag is given, whatever says of which image", async () => {
  for (const [i, { says, asked, given }] of tags().entries()) {
    expect([says, await scene.imageId(given)]).toEqual([says, id]);
    expect([says, state(`docker_tag.row${i}`)]).toEqual([
      says,
      expect.objectContaining({
        id: `${String(asked["source_image"])}.${String(asked["target_image"])}`,
        source_image_id: id,
      }),
    ]);
  }
});

test("an image is pushed, and its digest is that of the registry", async () => {
  for (const [i, push] of pushes().entries()) {
    const digest = await pushed(push);
    expect([push.says, digest]).toEqual([push.says, expect.stringMatching(/^sha256:/)]);
    const { id, sha256_digest } = state(`docker_registry_image.row${i}`);
    expect([push.says, id, sha256_digest]).toEqual([push.says, digest, digest]);
  }
});

test("a second plan changes nothing", async () => {
  expect(new Set(Object.values(await planned()))).toEqual(new Set(["no-op"]));
});

test("the community provider's states of them need no change", async () => {
  const community = "registry.terraform.io/kreuzwerker/docker";
  const held = join(terraform.folder, "terraform.tfstate");
  const kept = readFileSync(held);
  const theirs = terraform.state().map(({ address, values }) => {
    const [type = "", name = ""] = address.split(".");
    const known = Object.entries(values).filter(([key]) => key === "id" || theirTypes().get(type)!.paths.has(key));
    return { type, name, attributes: Object.fromEntries(known) };
  });
  terraform.putState(theirs, community);
  try {
    expect((await terraform.run("replaceProvider", community, provider.manifest.source)).code).toBe(0);
    expect(new Set(Object.values(await planned()))).toEqual(new Set(["no-op"]));
  } finally {
    writeFileSync(held, kept);
  }
});

test("what can change in place does, and a trigger does the whole anew", async () => {
  write(({ next, more = {} }) => next?.asked ?? more, ["a", "c"]);
  const expected = {
    ...Object.fromEntries(
      tags().map(({ asked }, i) => [`docker_tag.row${i}`, asked["tag_triggers"] ? "delete+create" : "no-op"]),
    ),
    ...Object.fromEntries(pushes().map(({ next }, i) => [`docker_registry_image.row${i}`, next?.does ?? "no-op"])),
  };
  expect(await planned()).toEqual(expected);
  write();
});

test("with the objects go the names and the images, but for one that is kept; the source stays", async () => {
  expect((await terraform.destroy()).errors).toEqual([]);
  for (const { says, given } of tags()) expect([says, await scene.exists(given)]).toEqual([says, false]);
  for (const push of pushes())
    expect([push.says, (await pushed(push)) !== undefined]).toEqual([push.says, push.stays ?? false]);
  expect(await scene.imageId(scene.name("source:1"))).toBe(id);
});

test.each(["docker_tag", "docker_registry_image"])("every attribute of %s is in a row", (type) => {
  const objects = {
    docker_tag: tags().map(({ asked }) => asked),
    docker_registry_image: pushes().flatMap((push) => [asked(push), push.next?.asked ?? {}]),
  }[type]!;
  const nested = (object: ObjectValue) =>
    Object.entries(object).flatMap(([name, inner]) => [
      name,
      ...(typeof inner === "object" && !Array.isArray(inner) ? Object.keys(inner).map((key) => `${name}.${key}`) : []),
    ]);
  const covered = new Set(objects.flatMap(nested));
  const settable = [...theirTypes().get(type)!.paths].filter(([, { presence }]) => presence !== "");
  expect(settable.map(([path]) => path).filter((path) => !covered.has(path))).toEqual([]);
});
