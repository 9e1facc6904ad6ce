import type { Encodable } from "../../protobuf";
import type { Path } from "../../schema/path";
import type { AttributePath } from "./values";

/** A path as the protocol sends it. */
export const attributePath = (path: Path): Encodable<typeof AttributePath> => ({
  steps: path.map((step) => (typeof step === "number" ? { element_key_int: step } : { attribute_name: step })),
});
