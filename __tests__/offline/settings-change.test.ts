import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forgetChange, noteChange, tryReadChange } from "../../offline/settings-change";

const mirror = "http://127.0.0.1:5555";
let folder: string;
let settings: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "settings-"));
  settings = join(folder, "daemon.json");
});
afterEach(() => rm(folder, { recursive: true }));

test("what was before is known until it is forgotten, to its owner alone", async () => {
  await noteChange(settings, { mirror, before: "{}", after: "{1}" });
  expect(await tryReadChange(settings)).toEqual({ mirror, before: "{}", after: "{1}" });
  expect((await stat(`${settings}.docker-stages`)).mode & 0o777).toBe(0o600);
  await forgetChange(settings);
  expect(await tryReadChange(settings)).toBeUndefined();
});

test("of two changes on end, what was before the first is known", async () => {
  await noteChange(settings, { mirror, before: undefined, after: "{1}" });
  await noteChange(settings, { mirror, before: "{1}", after: "{2}" });
  expect(await tryReadChange(settings)).toEqual({ mirror, after: "{2}" });
});

test("what somebody else wrote between two changes is what was before", async () => {
  await noteChange(settings, { mirror, before: "{}", after: "{1}" });
  await noteChange(settings, { mirror, before: "{other}", after: "{2}" });
  expect(await tryReadChange(settings)).toMatchObject({ before: "{other}" });
});

test("a note that was cut short is none", async () => {
  await writeFile(`${settings}.docker-stages`, '{"mirror":');
  expect(await tryReadChange(settings)).toBeUndefined();
});
