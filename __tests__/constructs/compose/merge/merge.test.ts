import { loadFiles, mergeServices } from "./loading";

const rows: { name: string; first: string; second: string; web: unknown }[] = [
  { name: "a scalar is replaced", first: "image: a", second: "image: b", web: { image: "b" } },
  { name: "nothing changes nothing", first: "image: a", second: "image:", web: { image: "a" } },
  { name: "keys of both stay", first: "image: a", second: "user: b", web: { image: "a", user: "b" } },
  { name: "command is replaced whole", first: "command: [a, b]", second: "command: [c]", web: { command: ["c"] } },
  {
    name: "entrypoint is replaced, whatever its form",
    first: "entrypoint: a",
    second: "entrypoint: [c]",
    web: { entrypoint: ["c"] },
  },
  // Without a value they are the image's again. Source: compose-go, override/merge.go, where `override` is before nil.
  { name: "command without a value", first: "command: [a]", second: "command:", web: { command: null } },
  { name: "entrypoint without a value", first: "entrypoint: a", second: "entrypoint: null", web: { entrypoint: null } },
  { name: "a command on none", first: "command:", second: "command: a", web: { command: "a" } },
  {
    name: "a health test is replaced, the rest merged",
    first: "healthcheck: {test: [CMD, a], retries: 3}",
    second: "healthcheck: {test: b, timeout: 1s}",
    web: { healthcheck: { test: "b", retries: 3, timeout: "1s" } },
  },
  {
    name: "environment: two lists",
    first: "environment: [A=1, B=2]",
    second: "environment: [B=3, C]",
    web: { environment: { A: "1", B: "3", C: null } },
  },
  {
    name: "environment: a list on a mapping",
    first: "environment: {A: 1, B: 2}",
    second: "environment: [B=x=y]",
    web: { environment: { A: 1, B: "x=y" } },
  },
  {
    name: "environment: a mapping on a list",
    first: "environment: [A=1]",
    second: "environment: {A: 2}",
    web: { environment: { A: 2 } },
  },
  { name: "labels", first: "labels: [a=1]", second: "labels: {b: 2}", web: { labels: { a: "1", b: 2 } } },
  {
    name: "deploy.labels",
    first: "deploy: {labels: [a=1]}",
    second: "deploy: {labels: [a=2]}",
    web: { deploy: { labels: { a: "2" } } },
  },
  { name: "sysctls", first: "sysctls: [a=1]", second: "sysctls: {a: 2}", web: { sysctls: { a: 2 } } },
  {
    name: "annotations",
    first: "annotations: [a=1]",
    second: "annotations: [b=1]",
    web: { annotations: { a: "1", b: "1" } },
  },
  {
    name: "ports: different ones in a row",
    first: 'ports: ["80:80"]',
    second: 'ports: ["81:81"]',
    web: { ports: ["80:80", "81:81"] },
  },
  {
    name: "ports: the same, in two forms",
    first: 'ports: ["80:80"]',
    second: "ports: [{published: 80, target: 80, mode: host}]",
    web: { ports: [{ published: 80, target: 80, mode: "host" }] },
  },
  {
    name: "ports: another protocol is another port",
    first: 'ports: ["80:80"]',
    second: 'ports: ["80:80/udp"]',
    web: { ports: ["80:80", "80:80/udp"] },
  },
  {
    name: "ports: another address is another port",
    first: 'ports: ["1.1.1.1:80:80"]',
    second: 'ports: ["80:80"]',
    web: { ports: ["1.1.1.1:80:80", "80:80"] },
  },
  {
    name: "volumes: by target",
    first: "volumes: [a:/x, b:/y]",
    second: "volumes: [c:/x]",
    web: { volumes: ["c:/x", "b:/y"] },
  },
  {
    name: "volumes: by target, in two forms",
    first: "volumes: [a:/x:ro]",
    second: "volumes: [{type: volume, source: c, target: /x}]",
    web: { volumes: [{ type: "volume", source: "c", target: "/x" }] },
  },
  {
    name: "secrets: by target or source",
    first: "secrets: [a, b]",
    second: "secrets: [{source: a, mode: 0400}]",
    web: { secrets: [{ source: "a", mode: 256 }, "b"] },
  },
  {
    name: "configs: by target",
    first: "configs: [{source: a, target: /x}]",
    second: "configs: [{source: b, target: /x}]",
    web: { configs: [{ source: "b", target: "/x" }] },
  },
  {
    name: "devices: by target",
    first: "devices: [/dev/a:/dev/x]",
    second: "devices: [/dev/b:/dev/x]",
    web: { devices: ["/dev/b:/dev/x"] },
  },
  {
    name: "dns: a text on a list",
    first: "dns: [1.1.1.1, 8.8.8.8]",
    second: "dns: 1.1.1.1",
    web: { dns: ["1.1.1.1", "8.8.8.8"] },
  },
  {
    name: "dns: a list on a text",
    first: "dns: 1.1.1.1",
    second: "dns: [9.9.9.9]",
    web: { dns: ["1.1.1.1", "9.9.9.9"] },
  },
  { name: "tmpfs", first: "tmpfs: /a", second: "tmpfs: [/b, /a]", web: { tmpfs: ["/a", "/b"] } },
  { name: "cap_add", first: "cap_add: [A, B]", second: "cap_add: [B, C]", web: { cap_add: ["A", "B", "C"] } },
  {
    name: "env_file: by path",
    first: "env_file: a.env",
    second: "env_file: [{path: a.env, required: false}, b.env]",
    web: { env_file: [{ path: "a.env", required: false }, "b.env"] },
  },
  {
    name: "extra_hosts: a mapping on a list",
    first: "extra_hosts: [a=1.1.1.1]",
    second: "extra_hosts: {a: [1.1.1.1, 2.2.2.2], b: 3.3.3.3}",
    web: { extra_hosts: ["a=1.1.1.1", "a=2.2.2.2", "b=3.3.3.3"] },
  },
  {
    name: "depends_on: a list on a mapping",
    first: "depends_on: {a: {condition: service_healthy}}",
    second: "depends_on: [b]",
    web: { depends_on: { a: { condition: "service_healthy" }, b: { condition: "service_started", required: true } } },
  },
  {
    // Source: mergeDependsOn of compose-go, override/merge.go
    name: "depends_on: a name of a list asks for the service, whatever was said before",
    first: "depends_on: {a: {condition: service_healthy, required: false, restart: true}}",
    second: "depends_on: [a]",
    web: { depends_on: { a: { condition: "service_started", required: true, restart: true } } },
  },
  {
    name: "networks: a mapping on a list",
    first: "networks: [a, b]",
    second: "networks: {b: {aliases: [x]}}",
    web: { networks: { a: null, b: { aliases: ["x"] } } },
  },
  {
    name: "networks: aliases of both",
    first: "networks: {b: {aliases: [x]}}",
    second: "networks: {b: {aliases: [y, x]}}",
    web: { networks: { b: { aliases: ["x", "y"] } } },
  },
  {
    name: "logging of one driver",
    first: "logging: {driver: a, options: {x: 1}}",
    second: "logging: {driver: a, options: {y: 2}}",
    web: { logging: { driver: "a", options: { x: 1, y: 2 } } },
  },
  {
    name: "logging of another driver",
    first: "logging: {driver: a, options: {x: 1}}",
    second: "logging: {driver: b, options: {y: 2}}",
    web: { logging: { driver: "b", options: { y: 2 } } },
  },
  {
    name: "logging without a driver",
    first: "logging: {driver: a, options: {x: 1}}",
    second: "logging: {options: {y: 2}}",
    web: { logging: { driver: "a", options: { x: 1, y: 2 } } },
  },
  {
    name: "ulimits: a number on a mapping",
    first: "ulimits: {nofile: {soft: 1, hard: 2}}",
    second: "ulimits: {nofile: 3}",
    web: { ulimits: { nofile: 3 } },
  },
  {
    name: "ulimits: a mapping on a mapping",
    first: "ulimits: {nofile: {soft: 1, hard: 2}}",
    second: "ulimits: {nofile: {soft: 2}}",
    web: { ulimits: { nofile: { soft: 2, hard: 2 } } },
  },
  {
    name: "build: a mapping on a text",
    first: "build: .",
    second: "build: {args: [a=1]}",
    web: { build: { context: ".", args: ["a=1"] } },
  },
  {
    name: "placement constraints of both",
    first: "deploy: {placement: {constraints: [a, b]}}",
    second: "deploy: {placement: {constraints: [b, c]}}",
    web: { deploy: { placement: { constraints: ["a", "b", "c"] } } },
  },
  {
    name: "expose, security_opt, group_add",
    first: "expose: [1]\nsecurity_opt: [a]\ngroup_add: [x]",
    second: "expose: [2]\nsecurity_opt: [a]\ngroup_add: [y]",
    web: { expose: [1, 2], security_opt: ["a"], group_add: ["x", "y"] },
  },
  {
    name: "!reset takes a value away",
    first: "image: a\nports: [80]",
    second: "ports: !reset []",
    web: { image: "a" },
  },
  {
    name: "!reset takes a key of a mapping away",
    first: "environment: {A: 1, B: 2}",
    second: "environment: {A: !reset null}",
    web: { environment: { B: 2 } },
  },
  {
    name: "!reset of nothing is nothing",
    first: "image: a",
    second: "user: !reset x\ndeploy: {mode: !reset x, replicas: 1}",
    web: { image: "a", deploy: { replicas: 1 } },
  },
  {
    name: "!override replaces a list",
    first: "ports: [80, 81]",
    second: "ports: !override [82]",
    web: { ports: [82] },
  },
  {
    name: "!override replaces a mapping",
    first: "deploy: {replicas: 2, mode: global}",
    second: "deploy: !override {replicas: 1}",
    web: { deploy: { replicas: 1 } },
  },
];
test.each(rows)("$name", ({ first, second, web }) => {
  expect(mergeServices(first, second)).toEqual(web);
});

test("documents of one file merge like files", () => {
  const { result } = loadFiles({
    "compose.yml": "services: {web: {image: a, ports: [80]}}\n---\nservices: {web: {image: b, ports: [81]}}\n",
  });
  expect(result).toEqual({ services: { web: { image: "b", ports: [80, 81] } } });
});

test("networks, volumes, secrets and configs merge by name", () => {
  const first =
    "networks: {n: {driver: a, labels: [x=1], ipam: {config: [{subnet: 10.0.0.0/8}]}}}\nvolumes: {v: }\nsecrets: {s: {file: a}}\n";
  const second =
    "networks: {n: {labels: {y: 2}, ipam: {config: [{subnet: 10.0.0.0/8, gateway: 10.0.0.1}]}}}\nvolumes: {v: {driver: d}, w: }\nconfigs: {c: {file: b}}\n";
  expect(loadFiles({ "a.yml": first, "b.yml": second }, ["a.yml", "b.yml"]).result).toEqual({
    networks: {
      n: { driver: "a", labels: { x: "1", y: 2 }, ipam: { config: [{ subnet: "10.0.0.0/8", gateway: "10.0.0.1" }] } },
    },
    volumes: { v: { driver: "d" }, w: null },
    secrets: { s: { file: "a" } },
    configs: { c: { file: "b" } },
  });
});

test("a file that is not there is reported, and the others are read", () => {
  expect(loadFiles({ "b.yml": "services: {a: }\n" }, ["a.yml", "b.yml"])).toEqual({
    result: { services: { a: null } },
    reported: ["file-missing"],
  });
});

test("a file that is not text is reported", () => {
  expect(loadFiles({ "compose.yml": Buffer.from([0x61, 0x3a, 0xff]) as unknown as string }).reported).toEqual([
    "not-utf8 compose.yml:1:1",
  ]);
});
