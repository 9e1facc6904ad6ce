import { FunctionProblem } from "../../../../provider/schema";
import { decodeTyped, encodeTyped } from "../../../../provider/schema/codec";
import { calling } from "./calling";
import { half, provider, reset } from "./provider";

beforeEach(reset);

const argument = (text: string) => ({ msgpack: encodeTyped("string", text) });

test("a function is called with its text, no engine and no configuration", async () => {
  half.mockReturnValue({ half: 0.1, rest: undefined });
  const { result, error } = await calling(provider).call("CallFunction", {
    name: "half",
    arguments: [argument("0.2")],
  });
  expect(error).toBeUndefined();
  expect(half).toHaveBeenCalledWith("0.2");
  const type = ["object", { half: "number", rest: "string" }] as const;
  expect(decodeTyped(type, result!.msgpack)).toEqual({ half: 0.1, rest: undefined });
  // As digits: to Terraform the float that is nearest to 0.1 is another number than 0.1.
  expect(Buffer.from(result!.msgpack).toString("latin1")).toContain("0.1");
});

test("a text that it cannot read is an error of the argument", async () => {
  half.mockImplementation(() => {
    throw new FunctionProblem("write a number");
  });
  const { error } = await calling(provider).call("CallFunction", { name: "half", arguments: [argument("x")] });
  expect(error).toEqual({ text: "write a number", function_argument: 0 });
});

test("a mistake in it is told as one", async () => {
  half.mockImplementation(() => (undefined as unknown as { call(): string }).call());
  const { error } = await calling(provider).call("CallFunction", { name: "half", arguments: [argument("x")] });
  expect(error?.text).toMatch(/^this is a bug in the provider: CallFunction failed with TypeError/);
});

test("a function that is not there is named", async () => {
  const { error } = await calling(provider).call("CallFunction", { name: "f" });
  expect(error?.text).toBe("this provider has no function f; it has half");
});
