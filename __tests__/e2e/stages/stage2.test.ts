import { appendFileSync, cpSync, mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { LabFolder } from "./lab-folder";

jest.setTimeout(240_000);
const prefix = `${newPrefix("lab")}-`;

let engine: Engine;
beforeAll(() => {
  engine = openEngine();
});
afterAll(async () => {
  await removeNamed(engine, prefix);
  engine.close();
});

describe("the stage", () => {
  const lab = new LabFolder({ prefix });
  afterAll(() => lab.remove());

  test("is deployed, and its outputs read as the lab", async () => {
    const { code, stdout, stderr } = await lab.cdktf("deploy", "stage2");
    expect([code, stdout + stderr]).toEqual([0, expect.anything()]);
    const text = Object.values(lab.outputs("stage2")).join("\n\n");
    expect(text).toMatch(/\$ docker container diff \S+\n[\s\S]*A \/usr\/bin\/figlet\n/);
    expect(text).toMatch(/\$ docker image ls\nREPOSITORY +TAG +IMAGE ID +SIZE\n<none> +<none> /);
    expect(text).toMatch(/figlet hello\n[\s\S]*executable file not found/);
    expect(text).toMatch(
      /image build -t \S+hello:v0\.2 [\s\S]*\n=> CACHED \[2\/4\] RUN apk update && apk add nodejs +0\.0s\n/,
    );
    expect(text).toMatch(/hello:v0\.2\nhello from [0-9a-f]{12}\nthis is v0\.2/);
  });

  test("is not changed by a second deploy", async () => {
    const { code, stdout, stderr } = await lab.cdktf("deploy", "stage2");
    expect([code, stderr, stdout]).toEqual([0, expect.anything(), expect.stringContaining("No changes.")]);
  });

  test("is gone after destroy, dangling images included", async () => {
    const before = await engine.containers.list({
      all: true,
      filters: { label: [`docker-stages.stage=${prefix}stage2`] },
    });
    expect(before).toHaveLength(5);
    const ids = Object.values(lab.outputs("stage2")).flatMap(
      (text) => /^\$ docker (?:image build|container commit)[\s\S]*\n(sha256:\w+)$/.exec(text)?.[1] ?? [],
    );
    expect(ids).toHaveLength(4);
    const { code } = await lab.cdktf("destroy", "stage2");
    expect(code).toBe(0);
    expect(await objectsNamed(engine, prefix)).toEqual([]);
    // Another deploy of the stage on this engine has the very same images, under names of its own.
    const left = await Promise.all(ids.map((id) => engine.images.tryInspect(id)));
    expect(left.filter((image) => image && !image.RepoTags?.length)).toEqual([]);
  });
});

test("one changed byte builds that image alone, on the layers that it has; a new date builds nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "t-hello-"));
  const contexts = ["one", "two"].map((name) => join(folder, name));
  for (const context of contexts)
    cpSync(join(__dirname, "../../../images/node-hello/v0.1"), context, { recursive: true });
  const lab = new LabFolder({ prefix, contexts }, "__tests__/e2e/stages/hello-app.ts");
  try {
    await lab.cdktf("deploy", "hello");
    const before = lab.outputs("hello");
    const layersBefore = (await engine.images.inspect(before["image-id-1"]!)).RootFS.Layers!;

    utimesSync(join(contexts[0]!, "index.js"), new Date(0), new Date(0));
    appendFileSync(join(contexts[1]!, "index.js"), 'console.log("changed");\n');
    const { code, stdout } = await lab.cdktf("deploy", "hello");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/2 added, 0 changed, 2 destroyed/)]);
    const after = lab.outputs("hello");
    expect(after["image-id-0"]).toBe(before["image-id-0"]);
    expect(after["printed-1"]).toMatch(/^hello from \w+\r?\nchanged\n$/);
    const layersAfter = (await engine.images.inspect(after["image-id-1"]!)).RootFS.Layers!;
    expect(layersAfter.slice(0, 2)).toEqual(layersBefore.slice(0, 2));
    expect(layersAfter[2]).not.toBe(layersBefore[2]);
  } finally {
    await lab.cdktf("destroy", "hello");
    lab.remove();
    rmSync(folder, { recursive: true });
  }
  expect(await objectsNamed(engine, prefix)).toEqual([]);
});
