import { readByteSize } from "../../formats/byte-size";
import { defineFunction, FunctionProblem } from "../schema";

/** Source: https://pkg.go.dev/github.com/docker/go-units#RAMInBytes */
export const parseSize = defineFunction({
  name: "parse_size",
  summary: "Bytes of a size such as `1.5g`.",
  doc: "Bytes of a size such as `1.5g`, as Docker reads sizes of memory: the units `b`, `k`, `m`, `g`, `t` and `p`, each 1024 times the one before, also as `kb` or `KiB`. Without a unit: bytes.",
  parameter: { name: "size", doc: "The size, `512m` for instance." },
  returns: "number",
  call(text) {
    const bytes = readByteSize(text);
    if (bytes !== undefined) return bytes;
    throw new FunctionProblem(
      `${JSON.stringify(text)} is no size; write a number with one of the units b, k, m, g, t, p, like "512m", of less than 8 PiB`,
    );
  },
});
