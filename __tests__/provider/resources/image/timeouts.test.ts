import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engines } from "../../../../engine";
import type { Services } from "../../../../provider/resources/define";
import { image } from "../../../../provider/resources/image";
import { LeftImages } from "../../../../provider/resources/image/left-images";
import { within } from "../../../../provider/resources/image/timeouts";
import { Journal } from "../../../../provider/resources/journal";
import { anonymous } from "../../../../provider/resources/registry-credentials";
import { attributeError, diagnosticsOf, type ObjectValue } from "../../../../provider/schema";
import { applyChange, planChange } from "../../../../provider/schema/operations";
import { complete } from "../../../../provider/schema/plan/conform";
import { FakeEngine, type Handler } from "../../../engine/fake-engine";

const call = { signal: new AbortController().signal };
const timeouts = [{ create: "20ms" }];
const untilEnd = (signal: AbortSignal, error: () => unknown) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(error())));

async function complaint(work: Promise<unknown>) {
  const [first] = await work.then(() => [], diagnosticsOf);
  return first;
}

test("what runs out of time is named, with its limit, what it was at, and the attribute to raise", async () => {
  const slow = within({ call, timeouts, which: "create", what: 'build of image "web"' }, ({ signal }) =>
    untilEnd(signal, () => attributeError(["build"], "it was at step 3", "RUN sleep")),
  );
  expect(await complaint(slow)).toEqual({
    severity: "error",
    path: ["build"],
    summary: 'build of image "web" did not end within 20ms',
    detail:
      'it was at step 3\nRUN sleep\nRaise `create` in `timeouts` (it is "20ms"), or remove it: then there is no limit.',
  });
});

test("the user's own end, and a failure before the limit, are told as they are", async () => {
  const stop = new AbortController();
  const stopped = within({ call: stop, timeouts, which: "create", what: "it" }, ({ signal }) => {
    const ended = untilEnd(signal, () => new Error("stopped"));
    stop.abort();
    return ended;
  });
  expect(await complaint(stopped)).toMatchObject({ summary: "stopped" });
  const failed = within({ call, timeouts, which: "create", what: "it" }, async () => {
    throw new Error("broken");
  });
  expect(await complaint(failed)).toMatchObject({ summary: "broken" });
});

describe("whatever call the limit of an image falls into", () => {
  let fake: FakeEngine;
  let folder: string;
  afterEach(async () => {
    await fake.close();
    rmSync(folder, { recursive: true });
  });

  const silent: Handler = () => {};
  const moments: readonly { name: string; handler: Handler; ownPing?: boolean }[] = [
    { name: "that of the API version", handler: silent, ownPing: true },
    { name: "the first look", handler: silent },
    {
      name: "that for the builder",
      handler: (request, response) => {
        if (!request.url?.includes("/images/")) return;
        response.writeHead(404).end('{"message":"No such image"}');
      },
    },
  ];
  test.each(moments)("$name: the build is named", async ({ handler, ownPing }) => {
    fake = await FakeEngine.start(handler, { ownPing });
    folder = mkdtempSync(join(tmpdir(), "t-timeouts-"));
    writeFileSync(join(folder, "Dockerfile"), "FROM scratch\n");
    const engines = new Engines({ url: fake.engine.url });
    const services: Services = {
      engine: engines.at(),
      engines,
      journal: new Journal(join(folder, "journal")),
      leftImages: new LeftImages(join(folder, "left-images")),
      registries: anonymous,
    };
    const config: ObjectValue = {
      name: "web",
      build: [{ context: folder, dockerfile: "Dockerfile" }],
      timeouts: [{ create: "100ms" }],
    };
    const { diagnostics } = await applied(services, config);
    engines.close();
    expect(diagnostics).toMatchObject([
      {
        summary: 'build of image "web" did not end within 100ms',
        detail: expect.stringContaining("Raise `create` in `timeouts`"),
      },
    ]);
    expect(JSON.stringify(diagnostics)).not.toContain("_ping");
  });

  async function applied(services: Services, asked: ObjectValue) {
    const config = complete(image.schema, asked);
    const { signal } = new AbortController();
    // Planned where the engine is not known yet: it is the apply whose time is limited.
    const { planned } = await planChange(image, { config, services: undefined, signal });
    return applyChange(image, { planned, config, services, signal });
  }
});
