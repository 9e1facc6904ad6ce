import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { digestOf, imageOf, layerFrom } from "../../../offline/build/image";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "image-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const content = Buffer.from("a tar archive, as far as this test cares");
const sha256 = (bytes: Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

test("a layer is known by the digests of its file and of what is in it", async () => {
  const layer = await layerFrom(folder, async (tar) => tar.write(content));
  const file = readFileSync(layer.file);
  expect(gunzipSync(file)).toEqual(content);
  expect(layer).toMatchObject({ digest: sha256(file), diffId: sha256(content), size: file.length });
});

test("a layer whose content fails leaves nothing and tells why", async () => {
  const write = async (tar: NodeJS.WritableStream) => {
    tar.write(content);
    throw new Error("the builder failed");
  };
  await expect(layerFrom(folder, write)).rejects.toThrow("the builder failed");
  expect(readdirSync(folder)).toEqual([]);
});

test("an image's configuration names its layers, the lowest first", async () => {
  const layer = await layerFrom(folder, async (tar) => tar.write(content));
  const upper = await layerFrom(folder, async (tar) => tar.write(`${content}, and more`));
  const { config } = imageOf([layer, upper], {}, "made here");
  expect(JSON.parse(config.toString())).toMatchObject({
    rootfs: { type: "layers", diff_ids: [layer.diffId, upper.diffId] },
    history: [{ created_by: "made here" }, { created_by: "made here" }],
  });
});

test("an image's configuration says what a container of it starts with", async () => {
  const layer = await layerFrom(folder, async (tar) => tar.write(content));
  const { config } = imageOf([layer], { Cmd: ["/bin/sh"] }, "made here");
  expect(JSON.parse(config.toString())).toMatchObject({
    os: "linux",
    config: { Cmd: ["/bin/sh"], Env: [expect.stringMatching(/^PATH=/)] },
    rootfs: { type: "layers", diff_ids: [layer.diffId] },
    history: [{ created_by: "made here" }],
  });
  expect(digestOf(config)).toBe(sha256(config));
});
