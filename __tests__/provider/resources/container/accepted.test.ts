import { container } from "../../../../provider/resources/container";
import { type ObjectValue, UNKNOWN } from "../../../../provider/schema";
import { validateConfig } from "../../../../provider/schema/operations";
import { complete } from "../../../../provider/schema/plan/conform";

test.each([
  { name: "the least", config: {} },
  {
    name: "empty texts, as the community provider takes them",
    config: {
      cpus: "",
      cpu_set: "",
      gpus: "",
      cgroupns_mode: "",
      ports: [{ internal: 80, ip: "" }],
      volumes: [{ container_path: "/a", host_path: "" }],
    },
  },
  {
    name: "what the engine reads in a way of its own",
    config: {
      healthcheck: [{ test: [] }],
      upload: [{ file: "etc/app.conf", content: "a" }],
      security_opts: ["disable", "label="],
      ...{ stop_timeout: -5, wait_timeout: 0, container_read_refresh_timeout_milliseconds: 0 },
    },
  },
  { name: "a container that removes itself", config: { rm: true, restart: "no" } },
  { name: "one that is waited for and not started", config: { attach: true, start: false } },
  { name: "one that need not run", config: { attach: true, must_run: false, expected_exit_code: 1 } },
  { name: "one that runs, or has ended with 0", config: { expected_exit_code: 0 } },
  {
    name: "what is not known yet",
    config: {
      name: UNKNOWN,
      memory: UNKNOWN,
      must_run: UNKNOWN,
      attach: true,
      expected_exit_code: UNKNOWN,
      volumes: UNKNOWN,
      mounts: UNKNOWN,
      networks_advanced: UNKNOWN,
      network_mode: "host",
    },
  },
])("$name is accepted", ({ config }) => {
  const asked = {
    ...complete(container.schema, { name: "web", image: "alpine", ...(config as ObjectValue) }),
    ...(config as ObjectValue),
  };
  expect(validateConfig(container, asked)).toEqual([]);
});
