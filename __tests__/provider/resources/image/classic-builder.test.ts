import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBuildLog } from "../../../../provider/resources/image/build-log";
import type { BuildRequest } from "../../../../provider/resources/image/builder";
import { classicBuilder } from "../../../../provider/resources/image/classic-builder";
import { FakeEngine } from "../../../engine/fake-engine";

/** Another build's removal at that very moment cannot be brought about. */
const gone = { error: `unable to find image "sha256:${"a".repeat(64)}"` };

let fake: FakeEngine;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-log-"));
  file = join(folder, "build.log");
});
afterEach(async () => {
  await fake.close();
  rmSync(folder, { recursive: true });
});

/** Begins builds on an engine that answers one after the other so, each with messages of its own. */
async function begin(...answers: readonly (readonly object[])[]) {
  let builds = 0;
  fake = await FakeEngine.start((request, response) => {
    const messages = answers[builds++] ?? [gone];
    request.resume().on("end", () => response.end(messages.map((each) => JSON.stringify(each)).join("\n")));
  });
  const request: BuildRequest = {
    ...{ engine: fake.engine, query: {}, source: undefined, remote: "http://127.0.0.1:1/context.tar" },
    ...{ dockerfile: "Dockerfile", args: {}, sessionId: undefined, signal: new AbortController().signal },
    credentials: async () => undefined,
    secret: async () => undefined,
    agents: {},
  };
  const builder = classicBuilder();
  const log = openBuildLog("web", file);
  await builder
    .build(
      request,
      (message) => log.write(builder.progress.read(message)),
      () => log.clear(),
    )
    .finally(() => log.close());
  return { builds, builder };
}

const build = async (...answers: readonly object[]) => (await begin(...answers.map((each) => [each]))).builds;

test("a build that another one took an image of the cache from is begun again", async () => {
  expect(await build(gone, gone, { stream: "Successfully built" })).toBe(3);
});

test("of one that was given up, neither steps nor words are left", async () => {
  const step = { stream: "Step 1/2 : FROM alpine\n ---> f864dbc10d8a\n" };
  const { builder } = await begin([step, gone], [step, { stream: "Step 2/2 : ENV A=1\n" }]);
  expect(builder.progress.endedSteps().map(({ name }) => name)).toEqual(["[1/2] FROM alpine", "[2/2] ENV A=1"]);
  expect(readFileSync(file, "utf8")).toBe("Step 1/2 : FROM alpine\n ---> f864dbc10d8a\nStep 2/2 : ENV A=1\n");
});

test("but not for ever", async () => {
  await expect(build()).rejects.toMatchObject({ code: "cached-image-gone" });
  expect(fake.requests.filter((request) => request.includes("/build"))).toHaveLength(5);
});

test("and one that fails is not", async () => {
  await expect(build({ error: "unable to find image web" })).rejects.toMatchObject({ code: "server-error" });
  expect(fake.requests.filter((request) => request.includes("/build"))).toHaveLength(1);
});
