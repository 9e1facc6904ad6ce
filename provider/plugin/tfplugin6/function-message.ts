import type { Encodable } from "../../protobuf";
import type { AnyFunction } from "../../schema/function";
import { type FunctionSignature, MARKDOWN } from "./values";

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** A function by its name, as Terraform is told it. */
export const functionMessage = ({ name, summary, doc, parameter, returns }: AnyFunction) =>
  [
    name,
    {
      parameters: [
        { name: parameter.name, type: json("string"), description: parameter.doc, description_kind: MARKDOWN },
      ],
      return: { type: json(returns) },
      summary,
      description: doc,
      description_kind: MARKDOWN,
    } satisfies Encodable<typeof FunctionSignature>,
  ] as const;
