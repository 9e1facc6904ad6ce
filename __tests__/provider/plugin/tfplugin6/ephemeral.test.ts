import { received, sent } from "./calling";
import { configured, end, open, renew, reset, tokenSchema } from "./provider";

beforeEach(reset);

const type_name = "t_token";
const config = sent(tokenSchema, { name: "a", token: undefined });
const told = { steps: [expect.objectContaining({ attribute_name: "name" })] };

test("its configuration is judged", async () => {
  const { call } = await configured();
  const bad = sent(tokenSchema, { name: "bad", token: undefined });
  const { diagnostics } = await call("ValidateEphemeralResourceConfig", { type_name, config: bad });
  expect(diagnostics).toMatchObject([{ detail: "say good", attribute: told }]);
});

test("it is opened with the provider's services, renewed and closed with what was kept", async () => {
  open.mockImplementation(async ({ config: { name }, engine, privateState }) => {
    privateState.set("lease", `${engine}/${name}`);
    return { result: { token: "t0ken" }, renewAt: new Date(1_500) };
  });
  const { call } = await configured();
  const opened = await call("OpenEphemeralResource", { type_name, config });
  expect(opened.diagnostics).toEqual([]);
  expect(received(tokenSchema, opened.result)).toEqual({ name: "a", token: "t0ken" });
  expect(opened.renew_at).toEqual({ seconds: 1, nanos: 500_000_000 });

  renew.mockImplementation(async ({ privateState }) => {
    privateState.set("lease", `${privateState.tryGet("lease")} again`);
    return { renewAt: new Date(2_000) };
  });
  const renewed = await call("RenewEphemeralResource", { type_name, private: opened.private });
  expect(renewed.renew_at).toEqual({ seconds: 2, nanos: 0 });

  end.mockResolvedValue(undefined);
  expect((await call("CloseEphemeralResource", { type_name, private: renewed.private })).diagnostics).toEqual([]);
  expect(end.mock.calls[0][0].privateState.tryGet("lease")).toBe("e/a again");
});

test("one that cannot be opened, renewed or closed says why", async () => {
  for (const fails of [open, renew, end]) fails.mockRejectedValue(new Error("no such swarm"));
  const { call } = await configured();
  const opened = await call("OpenEphemeralResource", { type_name, config });
  expect(opened.result).toBeUndefined();
  const answers = [
    opened,
    await call("RenewEphemeralResource", { type_name }),
    await call("CloseEphemeralResource", { type_name }),
  ];
  expect(answers.map(({ diagnostics }) => diagnostics)).toMatchObject(
    Array(3).fill([{ severity: 1, summary: "no such swarm" }]),
  );
});

test("a type that is not there names those that are", async () => {
  const { call } = await configured();
  const { diagnostics } = await call("OpenEphemeralResource", { type_name: "t_other" });
  expect(diagnostics).toMatchObject([{ summary: "this provider has no ephemeral resource t_other" }]);
});
