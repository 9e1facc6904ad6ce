import type { Engine } from "../../../../engine";
import { service } from "../../../../provider/resources/service";
import { lateFirstCheck, lateFirstCheckOn } from "../../../../provider/resources/service/first-check";
import { type ObjectValue, UNKNOWN } from "../../../../provider/schema";
import { validateConfig } from "../../../../provider/schema/operations";
import { complete } from "../../../../provider/schema/plan/conform";

const asked = (check: object, wait: object[] = [{ timeout: "40s" }]) =>
  complete(service.schema, {
    name: "a",
    task_spec: [{ container_spec: [{ image: "a", healthcheck: [{ test: ["CMD", "true"], ...check }] }] }],
    converge_config: wait,
  } as ObjectValue);

test.each([
  { name: "an interval beyond the limit", check: { interval: "90s" }, late: "1m30s" },
  { name: "the engine's own interval", check: {}, wait: [{ timeout: "20s" }], late: "30s" },
  { name: "an interval beyond the limit that nobody set", check: { interval: "4m" }, wait: [{}], late: "4m" },
  { name: "one within it", check: { interval: "39s" } },
  { name: "one beyond it, and nothing waited for", check: { interval: "90s" }, wait: [] },
  { name: "no check at all", check: { test: ["NONE"], interval: "90s" } },
  { name: "a limit that is not known yet", check: { interval: "90s" }, wait: [{ timeout: UNKNOWN }] },
  { name: "an interval that is not known yet", check: { interval: UNKNOWN } },
  { name: "more frequent ones in a start period", check: { interval: "90s", start_period: "60s" } },
  {
    name: "less frequent ones in a start period",
    check: { interval: "90s", start_period: "60s", start_interval: "50s" },
    late: "50s",
  },
  { name: "a start interval without a period", check: { interval: "90s", start_interval: "1s" }, late: "1m30s" },
])("a first check by $name comes late: $late", ({ check, wait, late }) => {
  expect(lateFirstCheck(asked(check, wait), true).map(({ summary }) => summary)).toEqual(
    late
      ? [expect.stringMatching(`^the first health check comes after ${late}, and nothing is waited for longer than`)]
      : [],
  );
});

test("validation names both attributes and what helps", () => {
  const [complaint] = validateConfig(service, asked({ interval: "90s" }));
  expect(complaint).toMatchObject({ severity: "error", path: ["task_spec", 0, "container_spec", 0, "healthcheck"] });
  expect(complaint!.detail).toBe(
    "A task runs once its first check has passed, which `healthcheck.interval` (1m30s) puts off beyond `converge_config.timeout` (40s). Check sooner, or give it a timeout of more than 1m30s.",
  );
});

test.each([
  { version: "1.41", late: true },
  { version: "1.44", late: false },
])("an engine of API $version with a start period comes late: $late", async ({ version, late }) => {
  const call = {
    engine: { apiVersion: async () => version } as unknown as Engine,
    signal: new AbortController().signal,
  };
  const [complaint] = await lateFirstCheckOn(call, asked({ interval: "90s", start_period: "60s" }));
  expect(complaint?.detail ?? "").toContain(late ? "that needs API 1.44 (Docker 25)" : "");
  expect(complaint !== undefined).toBe(late);
});
