import fs from "node:fs";
import { calling, received } from "./calling";
import { configured, create, created, lookUp, plan, reset, schema } from "./provider";

beforeEach(reset);

test("a provider that cannot be loaded says so in every answer", async () => {
  const { call } = calling(() => Promise.reject(new Error("cannot load")));
  expect((await call("GetProviderSchema", {})).diagnostics).toMatchObject([{ summary: "cannot load" }]);
  expect((await call("ValidateProviderConfig", {})).diagnostics).toMatchObject([{ summary: "cannot load" }]);
});

test("bytes that are no message are an error of the call alone", async () => {
  const { answers, call } = await configured();
  const answer = await answers.answer("ReadResource", Buffer.from([0xff]));
  expect(answer.toString()).toContain("malformed protobuf message");
  expect((await call("GetMetadata", {})).diagnostics).toEqual([]);
});

describe("a mistake in the provider's code", () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    jest.spyOn(fs, "writeSync").mockImplementation((_, line) => written.push(String(line)));
  });
  afterEach(() => jest.restoreAllMocks());

  test("is told as one, with its type and function, and what was made is kept", async () => {
    create.mockImplementation(async ({ made }) => {
      made({ id: "1" });
      (undefined as unknown as { call(): void }).call();
    });
    const { call } = await configured();
    const { diagnostics, new_state } = await call("ApplyResourceChange", created);
    expect(diagnostics).toMatchObject([
      {
        summary: "this is a bug in the provider",
        detail: expect.stringMatching(
          /^t_thing: create failed with TypeError: Cannot read.*; please report it, with the stack/,
        ),
      },
    ]);
    expect(received(schema, new_state)).toMatchObject({ id: "1" });
  });

  test("has its stack in the log, and nowhere else", async () => {
    create.mockRejectedValue(new TypeError("oops"));
    const { call } = await configured();
    const { diagnostics } = await call("ApplyResourceChange", created);
    expect(diagnostics[0]?.detail).not.toContain("answer.test.ts");
    expect(JSON.parse(written[0]!)).toMatchObject({
      "@level": "error",
      where: "t_thing: create",
      error: "TypeError: oops",
      stack: expect.stringContaining("answer.test.ts"),
    });
  });

  test("may quote a secret where JSON was at fault, which is told nowhere", async () => {
    create.mockImplementation(async () => JSON.parse("s3cret"));
    const { call } = await configured();
    const { diagnostics } = await call("ApplyResourceChange", created);
    expect(diagnostics).toMatchObject([{ detail: expect.stringContaining("SyntaxError;") }]);
    expect(JSON.stringify(diagnostics) + written.join()).not.toContain("s3cret");
  });

  test("in a function that is not async is no different", async () => {
    plan.mockImplementation(() => {
      throw new ReferenceError("x is not defined");
    });
    const { call } = await configured();
    const request = { ...created, type_name: "t_planned", proposed_new_state: created.config };
    const { diagnostics } = await call("PlanResourceChange", request);
    expect(diagnostics).toMatchObject([
      { detail: expect.stringContaining("t_planned: plan failed with ReferenceError: x") },
    ]);
  });

  test("in a data source is no different", async () => {
    lookUp.mockRejectedValue(new TypeError("oops"));
    const { call } = await configured();
    const { diagnostics } = await call("ReadDataSource", { type_name: "t_source", config: created.config });
    expect(diagnostics).toMatchObject([{ detail: expect.stringContaining("t_source: read failed") }]);
  });
});
