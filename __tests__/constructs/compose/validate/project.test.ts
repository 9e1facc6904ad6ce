import { reported, reportedOf } from "../compile-text";

const rows: { name: string; text: string; reported: string[] }[] = [
  { name: "no services", text: "networks: {n: }\n", reported: ["no-services 1:1"] },
  { name: "services that are none", text: "services: {}\n", reported: ["no-services 1:1"] },
  { name: "only inactive services", text: "services: {a: {image: a, profiles: [x]}}\n", reported: ["no-services 1:1"] },
  { name: "a list of services", text: "services: [a]\n", reported: ["wrong-type 1:11"] },
  { name: "an empty service", text: "services: {a: , b: {image: b}}\n", reported: ["wrong-type 1:13"] },
  { name: "no image", text: "services: {a: {command: x}}\n", reported: ["image-missing 1:12"] },
  {
    name: "an image to build",
    text: "services: {a: {build: .}}\n",
    reported: ["ignored-key 1:16", "image-missing 1:12"],
  },
  { name: "an unknown top-level key", text: "service: {}\nservices: {a: {image: a}}\n", reported: ["unknown-key 1:1"] },
  { name: "a key of one's own", text: "x-mine: 5\nservices: {a: {image: a}}\n", reported: [] },
  { name: "an old version", text: 'version: "3.8"\nservices: {a: {image: a}}\n', reported: [] },
  {
    name: "a port published twice",
    text: 'services: {a: {image: a, ports: ["80:1"]}, b: {image: b, ports: ["80:2"]}}\n',
    reported: ["port-conflict 1:67"],
  },
  {
    name: "a port published twice by one service",
    text: 'services: {a: {image: a, ports: ["80:1", "80:1"]}}\n',
    reported: ["port-twice 1:43"],
  },
  {
    name: "two ranges that meet, once",
    text: "services: {a: {image: a, ports: ['80-89:80-89', '85-95:85-95']}, b: {image: a, ports: ['80-99:80-99']}}\n",
    reported: ["port-conflict 1:89", "port-twice 1:50"],
  },
  { name: "a port of two protocols", text: 'services: {a: {image: a, ports: ["80:1", "80:1/udp"]}}\n', reported: [] },
  {
    name: "a port in host mode whose new task starts first",
    text: "services: {a: {image: a, ports: [{target: 1, published: 80, mode: host}], deploy: {update_config: {order: start-first}}}}\n",
    reported: ["host-port-start-first 1:107"],
  },
  {
    name: "a port in host mode whose old task stops first",
    text: "services: {a: {image: a, ports: [{target: 1, published: 80, mode: host}], deploy: {update_config: {order: stop-first}}}}\n",
    reported: [],
  },
  {
    name: "a port of the mesh, or any of a node, whose new task starts first",
    text: "services: {a: {image: a, ports: ['80:1', {target: 1, mode: host}], deploy: {update_config: {order: start-first}}}}\n",
    reported: [],
  },
  {
    name: "a soft limit over the hard one",
    text: "services: {a: {image: a, ulimits: {nofile: {soft: 5, hard: 4}, nproc: {soft: -1, hard: 4}, core: {soft: 4, hard: -1}}}}\n",
    reported: ["ulimit-over-hard 1:51", "ulimit-over-hard 1:78"],
  },
  {
    name: "a file's mode in decimal, all of whose digits are octal",
    text: "services: {a: {image: a, secrets: [{source: s, mode: 400}]}}\nsecrets: {s: {external: true}}\n",
    reported: ["decimal-file-mode 1:54"],
  },
  {
    name: "a file's mode in octal, as a text and in decimal that cannot be octal",
    text: "services: {a: {image: a, secrets: [{source: s, mode: 0400}, {source: t, mode: '400'}, {source: u, mode: 288}, {source: v, mode: 0o400}]}}\nsecrets: {s: {external: true}, t: {external: true}, u: {external: true}, v: {external: true}}\n",
    reported: [],
  },
  {
    name: "a port of two services in host mode",
    text: "services: {a: {image: a, ports: [{target: 1, published: 80, mode: host}]}, b: {image: b, ports: [{target: 1, published: 80, mode: host}]}}\n",
    reported: [],
  },
  {
    name: "dnsrr with a port in ingress mode",
    text: 'services: {a: {image: a, ports: ["80:1"], deploy: {endpoint_mode: dnsrr}}}\n',
    reported: ["dnsrr-with-ingress 1:35"],
  },
  {
    name: "dnsrr with a port in host mode",
    text: "services: {a: {image: a, ports: [{target: 1, mode: host}], deploy: {endpoint_mode: dnsrr}}}\n",
    reported: [],
  },
  {
    name: "restart no of a service",
    text: 'services: {a: {image: a, restart: "no"}}\n',
    reported: ["restart-anyway 1:36"],
  },
  {
    name: "restart no beside a restart policy",
    text: 'services: {a: {image: a, restart: "no", deploy: {restart_policy: {condition: none}}}}\n',
    reported: [],
  },
  {
    name: "restart no of a job",
    text: 'services: {a: {image: a, restart: "no", deploy: {mode: replicated-job}}}\n',
    reported: [],
  },
  {
    name: "the completion of a service that is no job",
    text: "services: {a: {image: a, depends_on: {b: {condition: service_completed_successfully}}}, b: {image: b}}\n",
    reported: ["completion-of-no-job 1:39"],
  },
  {
    name: "the completion of a job",
    text: "services: {a: {image: a, depends_on: {b: {condition: service_completed_successfully}}}, b: {image: b, deploy: {mode: replicated-job}}}\n",
    reported: [],
  },
  {
    name: "a network of one node",
    text: "services: {a: {image: a, networks: [n]}}\nnetworks: {n: {driver: bridge}}\n",
    reported: ["network-of-one-node 2:24"],
  },
  {
    name: "the default network as one of one node",
    text: "services: {a: {image: a}}\nnetworks: {default: {driver: bridge}}\n",
    reported: ["network-of-one-node 2:30"],
  },
  {
    name: "a network of one node that no service is on",
    text: "services: {a: {image: a}, b: {image: b, networks: [n], profiles: [p]}}\nnetworks: {n: {driver: bridge}, m: {driver: none}}\n",
    reported: [],
  },
  {
    name: "networks that span nodes",
    text: "services: {a: {image: a}}\nnetworks: {n: {driver: overlay}, m: {driver: weave}, o: }\n",
    reported: [],
  },
  {
    name: "a circle of dependencies",
    text: "services:\n  a: {image: a, depends_on: [b]}\n  b: {image: b, depends_on: [c]}\n  c: {image: c, depends_on: [a]}\n",
    reported: ["dependency-cycle 4:30"],
  },
  {
    name: "two ways to one dependency",
    text: "services:\n  a: {image: a, depends_on: [b, c]}\n  b: {image: b, depends_on: [d]}\n  c: {image: c, depends_on: [d]}\n  d: {image: d}\n",
    reported: [],
  },
  {
    name: "a dependency whose own declaration is broken",
    text: "services:\n  a: {image: a, depends_on: [b]}\n  b: 5\n",
    reported: ["wrong-type 3:6"],
  },
  { name: "a service name with a dot", text: "services: {a.b: {image: a}}\n", reported: ["bad-name 1:12"] },
  {
    name: "a service name with a space",
    text: "services: {'a b': {image: a}}\n",
    reported: ["bad-name 1:13"],
  },
  {
    name: "a long service name",
    text: `services: {${"a".repeat(80)}: {image: a}}\n`,
    reported: ["name-too-long 1:12"],
  },
  {
    name: "a stack name that is none",
    text: "name: a b\nservices: {a: {image: a}}\n",
    reported: ["bad-stack-name 1:7"],
  },
];
test.each(rows)("$name", ({ text, reported: expected }) => {
  expect(reported(text, text.startsWith("name:") ? { name: undefined } : {})).toEqual(
    text.startsWith("name:") ? expect.arrayContaining(expected) : expected,
  );
});

test.each<[jobs: string, ...reported: string[]]>([
  ["{j: {image: b, triggers: {manual: true}}}", "ignored-key 1:1"],
  ["{j: {image: b, triggers: {schedule: ['0 * * * *', {cron: '1 * * * *', timezone: UTC}]}}}", "ignored-key 1:1"],
  ["{j: {image: b}}", "ignored-key 1:1", "missing-key 1:11"],
  ["{j: {imgae: b, triggers: {}}}", "ignored-key 1:1", "unknown-key 1:12"],
])("jobs: %s", (jobs, ...expected) => {
  expect(reported(`jobs: ${jobs}\nservices: {a: {image: a}}\n`)).toEqual(expected);
});

test("jobs of an included file are as little heard", () => {
  const beside = { "b.yml": "jobs: {j: {image: b, triggers: {manual: true}}}\nservices: {b: {image: b}}\n" };
  expect(reported("include: [b.yml]\nservices: {a: {image: a}}\n", { beside })).toEqual(["ignored-key b.yml:1:1"]);
});

test("jobs of two files are one", () => {
  const beside = { "b.yml": "jobs: {j: {environment: {A: 1}}}\n" };
  const text = "jobs: {j: {image: b, environment: [A=2], triggers: {manual: true}}}\nservices: {a: {image: a}}\n";
  expect(reported(text, { beside, files: ["/p/compose.yml", "/p/b.yml"] })).toEqual(["ignored-key b.yml:1:1"]);
});

test("no file is an error, too", () => {
  expect(reported("", { files: [] })).toEqual(["no-files"]);
});

test("all that is wrong is told at once, with each place", () => {
  const text = `services:
  web:
    imgae: nginx
    ports: ["70000:80"]
    networks: [frnt]
    deploy: {replicas: many}
    mem_limit: 5m
  db:
    image: "\${TAG:?}"
    volumes: [dta:/x]
networks: {front: }
volumes: {data: }
`;
  expect(reported(text)).toEqual([
    "bad-port 4:14",
    "refused-key 7:5",
    "undefined-network 5:16",
    "undefined-volume 10:15",
    "unknown-key 3:5",
    "variable-required 9:13",
    "wrong-type 6:24",
  ]);
});

test.each([
  ["volumes_from: [x]", "refused-key 1:1"],
  ["mem_limit: 5m", "refused-key 1:1"],
  ["cpus: 0.5", "refused-key 1:1"],
  ["gpus: all", "refused-key 1:1"],
  ["container_name: x", "ignored-key 1:1"],
  ["network_mode: host", "ignored-key 1:1"],
  ["privileged: true", "ignored-key 1:1"],
  ["privileged: false", ""],
  ["deploy: {resources: {reservations: {devices: [{capabilities: [gpu]}]}}}", "refused-key 1:37"],
  ["develop: {watch: [{path: ., action: sync}]}", "ignored-key 1:1"],
  ["build: {context: ., args: {a: b}}", "ignored-key 1:1"],
  ["build: {context: ., no_cache_filter: [a]}", "ignored-key 1:1"],
  ["build: {context: ., no_cache_filter: a}", "ignored-key 1:1"],
  ["pre_start: [{image: b, command: migrate, per_replica: true}]", "refused-key 1:1"],
  ["umask: 0027", "ignored-key 1:1"],
  ["networks: {default: {use_service_name_alias: true}}", ""],
  ["networks: {default: {use_service_name_alias: false}}", "ignored-key 1:22"],
])("%s has its fate", (body, expected) => {
  expect(reportedOf(body)).toEqual(expected ? [expected] : []);
});

describe("behind an edge", () => {
  test("dnsrr with a port in ingress mode is the rule", () => {
    const text = 'services: {a: {image: a, ports: ["80:1"], deploy: {endpoint_mode: dnsrr}}}\n';
    expect(reported(text, { ingress: "edge" })).toEqual([]);
  });

  test("endpoint_mode vip is ignored, with a warning", () => {
    const text = "services: {a: {image: a, deploy: {endpoint_mode: vip}}}\n";
    expect(reported(text, { ingress: "edge" })).toEqual(["edge-endpoint-mode 1:50"]);
  });
});
