import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { compareVersions, imageStoreOf } from "../../../../../engine";
import { image } from "../../../../../provider/resources/image";
import type { ObjectValue } from "../../../../../provider/schema";
import { type Files, folderOf } from "../../../../build-context/folder";
import { BuildScene } from "./build-scene";

jest.setTimeout(120_000);

let scene: BuildScene;
let canKeep: boolean;
beforeAll(async () => {
  scene = await BuildScene.open();
  canKeep =
    compareVersions(await scene.engine.apiVersion(), "1.43") >= 0 &&
    (await imageStoreOf(scene.engine)) === "containerd";
});
afterAll(() => scene?.close());

const ask = async (method: string, path: string): Promise<unknown> => {
  const socketPath = scene.engine.url.replace("unix://", "");
  const answer = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    request({ socketPath, method, path }, resolve).on("error", reject).end();
  });
  return JSON.parse(await text(answer));
};

/** Has the engine forget the steps that have the text in them. */
async function forget(mark: string): Promise<void> {
  const { BuildCache } = (await ask("GET", "/system/df")) as { BuildCache: { ID: string; Description: string }[] };
  for (const { ID } of BuildCache.filter(({ Description }) => Description.includes(mark)))
    await ask("POST", `/build/prune?all=true&filters=${encodeURIComponent(JSON.stringify({ id: { [ID]: true } }))}`);
}

/** Builds it, looks what its one step made, and removes it. */
async function made(short: string, mark: string, block: ObjectValue) {
  const context = scene.context(`RUN cat /proc/sys/kernel/random/uuid > /made # ${mark}`);
  const { state, errors } = await scene.apply(image, { name: scene.name(short), build: [{ context, ...block }] });
  if (!state) return { errors };
  const container = await scene.ran(short, scene.name(short), ["cat", "/made"]);
  const printed = (await scene.engine.containers.logs(container)).output.trim();
  await scene.engine.containers.remove(container);
  expect((await scene.destroy(image, state)).errors).toEqual([]);
  await forget(mark);
  return { errors, printed };
}

test("steps that are kept in a folder are taken over from it once the engine has forgotten them, or it is said to keep none", async () => {
  const mark = `kept for ${scene.prefix}`;
  const folder = join(scene.folder, "kept in Español");
  const kept = await made("kept", mark, { cache_to: [`type=local,dest=${folder},mode=max`] });
  if (!canKeep) {
    expect(kept.errors).toMatchObject([{ path: ["build"], summary: expect.stringContaining("what cache_to needs") }]);
    expect(existsSync(folder)).toBe(false);
    return;
  }
  expect(kept.errors).toEqual([]);
  const blobs = readdirSync(join(folder, "blobs/sha256"));
  for (const hex of blobs)
    expect(
      createHash("sha256")
        .update(readFileSync(join(folder, "blobs/sha256", hex)))
        .digest("hex"),
    ).toBe(hex);
  expect(readdirSync(join(folder, "ingest"))).toEqual([]);

  const { printed: anew } = await made("anew", mark, {});
  expect(anew).not.toBe(kept.printed);
  const taken = await made("taken", mark, { cache_from: [`type=local,src=${folder}`] });
  expect(taken).toEqual({ errors: [], printed: kept.printed });

  const both = await made("both", mark, {
    cache_from: [`type=local,src=${folder}`],
    cache_to: [`type=local,dest=${folder},tag=other`],
  });
  expect(both).toEqual(taken);
  const { manifests } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const tags = manifests.map(({ annotations }: { annotations: object }) => Object.values(annotations));
  expect(tags).toEqual([["latest"], ["other"]]);
  rmSync(folder, { recursive: true });
});

test("a folder that has no steps yet is passed over", async () => {
  const mark = `none for ${scene.prefix}`;
  const { errors } = await made("none", mark, { cache_from: [`type=local,src=${join(scene.folder, "nothing")}`] });
  expect(errors).toEqual([]);
});

test("a folder that holds something else is told, and nothing is built", async () => {
  const folder = folderOf({ "index.json": "{" });
  const { errors } = await made("else", "none", { cache_from: [`type=local,src=${folder}`] });
  expect(errors).toMatchObject([
    {
      path: ["build"],
      summary: `the cache in the folder ${folder} cannot be used`,
      detail: expect.stringContaining("correct the path"),
    },
  ]);
});

const ignoring = (text: string): Files => ({ ".dockerignore": text });
test.each([
  { says: "in the context is refused", at: "kept/here", files: ignoring("other\n"), isSent: true },
  { says: "in the context is refused whatever its name", at: "..kept", files: ignoring("other\n"), isSent: true },
  { says: "in the context is taken where it is not sent", at: "kept/here", files: ignoring("kept\n"), isSent: false },
])("a folder $says", async ({ at, files, isSent }) => {
  const context = scene.context("COPY . /made", files);
  const folder = join(context, at);
  const block = { context, cache_to: [`type=local,dest=${folder}`] };
  const { errors } = await scene.apply(image, { name: scene.name("sent"), build: [block] });
  const refusal = canKeep
    ? `the cache in the folder ${folder} is sent with the context`
    : expect.stringContaining("what cache_to needs");
  const isRefused = isSent || !canKeep;
  expect(errors).toEqual(isRefused ? [expect.objectContaining({ path: ["build"], summary: refusal })] : []);
  expect(existsSync(folder)).toBe(!isRefused);
});
