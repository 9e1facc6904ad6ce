import { decodeTyped, encodeTyped } from "../../../schema/codec";
import { FunctionProblem } from "../../../schema/function";
import type { Value } from "../../../schema/value";
import type { Handlers } from "./handler";

const TEXT = 0;

const names = (functions: readonly { readonly name: string }[]): string =>
  functions.map(({ name }) => name).join(", ") || "none";

/** What is the same each time, and of no engine. Terraform sends no argument that is null or unknown. */
export const functions: Handlers<"CallFunction"> = {
  CallFunction({ name, arguments: given }, { provider }) {
    const found = provider.functions.find((each) => each.name === name);
    if (!found)
      return { error: { text: `this provider has no function ${name}; it has ${names(provider.functions)}` } };
    const text = decodeTyped("string", given[TEXT]?.msgpack ?? new Uint8Array()) as string;
    try {
      return { result: { msgpack: encodeTyped(found.returns, found.call(text) as Value) } };
    } catch (thrown) {
      if (!(thrown instanceof FunctionProblem)) throw thrown;
      return { error: { text: thrown.message, function_argument: TEXT } };
    }
  },
};
