import { load } from "js-yaml";
import { documents } from "../../../e2e/sameness/projects/documents";
import { records } from "../records";

/** Keys that no document has of which it is recorded what `docker compose up` makes, and why. What stands under them, too. */
const unrecorded: Readonly<Record<string, string>> = {
  "services.*.annotations": "API 1.43, where the engine of the recordings has 1.41",
  "services.*.healthcheck.start_interval": "API 1.44",
  "services.*.networks.*.gw_priority": "API 1.48",
  "services.*.networks.*.interface_name": "API 1.49",
  "services.*.volumes.bind.recursive": "API 1.44",
  "services.*.volumes.volume.subpath": "API 1.45",
  "services.*.volumes.image": "API 1.48",
  "networks.*.enable_ipv4": "API 1.48",
  "services.*.networks.*.mac_address": "before API 1.44 the tool does not put it where the engine takes it",
  "services.*.networks.*.use_service_name_alias": "newer than the tool of the recordings",
  "services.*.blkio_config.device_read_bps": "names a disk of the machine",
  "services.*.blkio_config.device_read_iops": "names a disk of the machine",
  "services.*.blkio_config.device_write_bps": "names a disk of the machine",
  "services.*.blkio_config.device_write_iops": "names a disk of the machine",
  "services.*.blkio_config.weight_device": "names a disk of the machine",
  "services.*.cpu_rt_period": "the kernel of the recordings schedules no real time",
  "services.*.cpu_rt_runtime": "the kernel of the recordings schedules no real time",
  "services.*.gpus": "the machine of the recordings has none",
  "services.*.deploy.resources.reservations.devices": "the machine of the recordings has none",
  "services.*.storage_opt": "needs a file system with quotas",
  "services.*.build": "the tool builds by buildx, which makes another image each time",
  "services.*.post_start": "a command in a container, which no inspection shows",
  "networks.*.external.name": "the form of old files, whose `name` beside `external` is recorded",
  "volumes.*.external": "what is there before is not made",
  "secrets.*.external": "a swarm's: one engine has none",
  "configs.*.external": "a swarm's: one engine has none",
};

const used = new Set<string>();
function note(value: unknown, path: readonly string[]): void {
  if (Array.isArray(value)) for (const item of value) note(item, path);
  else if (typeof value === "object" && value !== null)
    for (const [name, item] of Object.entries(value))
      for (const key of [name, "*"]) {
        used.add([...path, key].join("."));
        note(item, [...path, key]);
      }
}
for (const { text, beside = {} } of documents)
  for (const each of [
    text,
    ...Object.entries(beside).flatMap(([name, content]) => (/\.yml$/.test(name) ? content : [])),
  ])
    note(load(each), []);

/** A key and those that hold it, itself first. */
const upwards = (path: string): string[] => {
  const parts = path.split(".");
  return parts.map((_, i) => parts.slice(0, parts.length - i).join("."));
};

const becomes = (path: string): boolean => {
  const support = records.get(path)?.host;
  return support === undefined || "becomes" in support || "does" in support;
};

const heard = [...records.keys()].filter((path) => upwards(path).every(becomes) && records.get(path)?.host);

test("a key that one engine has is in a document whose project is recorded, or it is said why not", () => {
  const missing = heard.filter(
    (path) => !used.has(path) && !upwards(path).some((each) => Object.hasOwn(unrecorded, each)),
  );
  expect(missing).toEqual([]);
});

test("of no key that is in a document it is said why not", () => {
  expect(Object.keys(unrecorded).filter((path) => used.has(path))).toEqual([]);
});
