import { readDuration } from "../../formats/duration";
import { defineFunction, FunctionProblem } from "../schema";

const NANOSECONDS = 1e9;

/** Source: https://pkg.go.dev/time#ParseDuration */
export const parseDuration = defineFunction({
  name: "parse_duration",
  summary: "Seconds of a duration such as `1m30s`.",
  doc: "Seconds of a duration such as `1m30s`, as Docker reads it: numbers with the units `ns`, `us`, `ms`, `s`, `m` and `h`. Parts of a second are kept: `1.5s` is 1.5.",
  parameter: { name: "duration", doc: "The duration, `1m30s` for instance." },
  returns: "number",
  call(text) {
    const nanoseconds = readDuration(text);
    if (nanoseconds !== undefined) return nanoseconds / NANOSECONDS;
    throw new FunctionProblem(
      `${JSON.stringify(text)} is no duration; write numbers with units (ns, us, ms, s, m, h), like "1m30s"`,
    );
  },
});
