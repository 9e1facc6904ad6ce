import fs from "node:fs";
import { createLog, type Log, logOf } from "../../log";

const LEVELS = ["trace", "debug", "info", "warn", "error"] as const;
const levelsOf = (log: Log) => LEVELS.filter((level) => log[level] !== undefined);

const rows = [
  { name: "nothing asked for", environment: {}, levels: ["error"] },
  { name: "TF_LOG", environment: { TF_LOG: "INFO" }, levels: ["info", "warn", "error"] },
  { name: "lower case", environment: { TF_LOG: "warn" }, levels: ["warn", "error"] },
  {
    name: "TF_LOG_PROVIDER goes before TF_LOG",
    environment: { TF_LOG: "TRACE", TF_LOG_PROVIDER: "ERROR" },
    levels: ["error"],
  },
  { name: "JSON is everything", environment: { TF_LOG: "JSON" }, levels: [...LEVELS] },
  { name: "what Terraform does not know it takes for everything", environment: { TF_LOG: "1" }, levels: [...LEVELS] },
  { name: "off", environment: { TF_LOG: "off" }, levels: ["error"] },
  {
    name: "an empty variable is none",
    environment: { TF_LOG_PROVIDER: "", TF_LOG: "DEBUG" },
    levels: ["debug", "info", "warn", "error"],
  },
];
test.each(rows)("$name: $levels", ({ environment, levels }) => {
  expect(levelsOf(createLog("m", environment, () => {}))).toEqual(levels);
});

test("a line is what Terraform takes over: level, message, module, time with six digits of a second, and fields", () => {
  const lines: string[] = [];
  createLog("plugin", { TF_LOG: "DEBUG" }, (line) => lines.push(line)).debug?.("answered", {
    call: "ReadResource",
    ms: 3,
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{.*\}\n$/);
  expect(JSON.parse(lines[0]!)).toEqual({
    "@level": "debug",
    "@message": "answered",
    "@module": "plugin",
    "@timestamp": expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
    call: "ReadResource",
    ms: 3,
  });
});

test("a message of several lines stays one line", () => {
  const lines: string[] = [];
  createLog("plugin", {}, (line) => lines.push(line)).error("a\nb");
  expect(lines.join("").split("\n")).toHaveLength(2);
});

test.each(["EPIPE", "EIO", "EAGAIN"])("a line that cannot be written (%s) is dropped", (code) => {
  const write = jest.spyOn(fs, "writeSync").mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
  expect(() => logOf("plugin").error("nobody reads this")).not.toThrow();
  expect(write).toHaveBeenCalledWith(2, expect.stringContaining("nobody reads this"));
  write.mockRestore();
});
