import type { BuildRequest } from "../../../../provider/resources/image/builder";
import { classicBuilder } from "../../../../provider/resources/image/classic-builder";
import { FakeEngine } from "../../../engine/fake-engine";

/** Another build's removal at that very moment cannot be brought about. */
const gone = { error: `unable to find image "sha256:${"a".repeat(64)}"` };

let fake: FakeEngine;
afterEach(() => fake.close());

/** Builds on an engine that answers one build after the other so. */
async function build(...answers: readonly object[]): Promise<number> {
  let builds = 0;
  fake = await FakeEngine.start((request, response) => {
    request.resume().on("end", () => response.end(JSON.stringify(answers[builds++] ?? gone)));
  });
  const request: BuildRequest = {
    ...{ engine: fake.engine, query: {}, source: undefined, remote: "http://127.0.0.1:1/context.tar" },
    ...{ dockerfile: "Dockerfile", args: {}, sessionId: undefined, signal: new AbortController().signal },
    credentials: async () => undefined,
    secret: async () => undefined,
  };
  await classicBuilder().build(request, () => {});
  return builds;
}

test("a build that another one took an image of the cache from is begun again", async () => {
  expect(await build(gone, gone, { stream: "Successfully built" })).toBe(3);
});

test("but not for ever", async () => {
  await expect(build()).rejects.toMatchObject({ code: "cached-image-gone" });
  expect(fake.requests.filter((request) => request.includes("/build"))).toHaveLength(5);
});

test("and one that fails is not", async () => {
  await expect(build({ error: "unable to find image web" })).rejects.toMatchObject({ code: "server-error" });
  expect(fake.requests.filter((request) => request.includes("/build"))).toHaveLength(1);
});
