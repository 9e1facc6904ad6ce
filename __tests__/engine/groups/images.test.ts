import { FakeEngine } from "../fake-engine";

const GONE = { message: `content digest sha256:${"6d".repeat(32)}: not found` };

/** Only an engine that somebody else removes images from answers so, and only now and then. */
function withEngine(refusals: number, refusal: object = GONE): Promise<FakeEngine> {
  let refused = 0;
  return FakeEngine.start((_request, response) => {
    const [status, body] = refused++ < refusals ? [404, refusal] : [200, [{ Id: "sha256:0" }]];
    response.writeHead(status as number, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
}

describe("a list of images", () => {
  let fake: FakeEngine;
  afterEach(() => fake.close());

  const lists = () => fake.requests.filter((each) => each.includes("/images/json"));

  test("is asked for again where an image of it was removed meanwhile", async () => {
    fake = await withEngine(2);
    await expect(fake.engine.images.list()).resolves.toEqual([{ Id: "sha256:0" }]);
    expect(lists()).toHaveLength(3);
  });

  test("fails where the engine says so again and again", async () => {
    fake = await withEngine(Infinity);
    await expect(fake.engine.images.list()).rejects.toMatchObject({ code: "not-found", engineMessage: GONE.message });
    expect(lists()).toHaveLength(10);
  });

  test("is asked for once where something else is not found", async () => {
    fake = await withEngine(1, { message: "page not found" });
    await expect(fake.engine.images.list()).rejects.toMatchObject({ engineMessage: "page not found" });
    expect(lists()).toHaveLength(1);
  });
});
