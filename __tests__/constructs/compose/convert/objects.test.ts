import type { StackModel } from "../../../../constructs/compose/convert/stack-model";
import { compileText, type Given, reported } from "../compile-text";

const label = { "com.docker.stack.namespace": "st" };
const withAll = "services: {web: {image: a, networks: [n], volumes: [v:/v], secrets: [s], configs: [c]}}\n";
const rest = {
  networks: "networks: {n: }\n",
  volumes: "volumes: {v: }\n",
  secrets: "secrets: {s: {file: f}}\n",
  configs: "configs: {c: {file: f}}\n",
};

/** The stack of a file in which one section is `body`, the others the least they can be. */
const stackWith = (section: keyof typeof rest, body: string, given: Given = {}): StackModel =>
  compileText(withAll + Object.values({ ...rest, [section]: `${section}: ${body}\n` }).join(""), {
    ...given,
    beside: { f: "x", ...given.beside },
  });

const network = { driver: "overlay", internal: false, attachable: false, labels: label };
test.each<[string, object]>([
  ["{n: }", { name: "st_n", ...network }],
  ["{n: {}}", { name: "st_n", ...network }],
  ["{n: {name: other}}", { ...network, name: "other" }],
  ["{n: {driver: weave, driver_opts: {a: 1}}}", { ...network, name: "st_n", driver: "weave", options: { a: "1" } }],
  ["{n: {internal: true, attachable: 'true'}}", { ...network, name: "st_n", internal: true, attachable: true }],
  ["{n: {labels: [a=b]}}", { ...network, name: "st_n", labels: { a: "b", ...label } }],
  ["{n: {enable_ipv4: false, enable_ipv6: true}}", { ...network, name: "st_n", ipv4: false, ipv6: true }],
  ["{n: {external: false}}", { ...network, name: "st_n" }],
  [
    "{n: {ipam: {driver: d, options: {a: b}, config: [{subnet: 10.0.0.0/8, ip_range: 10.1.0.0/16, gateway: 10.0.0.1, aux_addresses: {h: 10.0.0.2}}]}}}",
    {
      ...network,
      name: "st_n",
      ipamDriver: "d",
      ipamOptions: { a: "b" },
      ipamConfig: [
        { subnet: "10.0.0.0/8", ipRange: "10.1.0.0/16", gateway: "10.0.0.1", auxAddress: { h: "10.0.0.2" } },
      ],
    },
  ],
])("networks: %s", (body, becomes) => {
  expect(stackWith("networks", body).networks).toEqual({ n: becomes });
});

test.each<[string, object]>([
  ["{v: }", { name: "st_v", labels: label }],
  ["{v: {name: other}}", { name: "other", labels: label }],
  [
    "{v: {driver: local, driver_opts: {a: 1}, labels: {b: c}}}",
    { name: "st_v", driver: "local", driverOpts: { a: "1" }, labels: { b: "c", ...label } },
  ],
])("volumes: %s", (body, becomes) => {
  expect(stackWith("volumes", body).volumes).toEqual({ v: becomes });
});

// As `docker stack deploy` sends them: `templates.yml` of the end-to-end tests holds the same against an engine.
test.each<[string, object]>([
  ["{v: {name: 'data-{{.Task.Slot}}'}}", { Source: "data-{{.Task.Slot}}", VolumeOptions: { Labels: label } }],
  [
    "{v: {driver_opts: {device: '/srv/{{.Node.Hostname}}'}}}",
    {
      Source: "st_v",
      VolumeOptions: { Labels: label, DriverConfig: { Options: { device: "/srv/{{.Node.Hostname}}" } } },
    },
  ],
  [
    "{v: {labels: {of: '{{.Service.Name}}'}}}",
    { Source: "st_v", VolumeOptions: { Labels: { of: "{{.Service.Name}}", ...label } } },
  ],
  [
    "{v: {name: '{{.Task.ID}}', driver: d, driver_opts: {a: 1}, labels: {b: c}}}",
    {
      Source: "{{.Task.ID}}",
      VolumeOptions: { Labels: { b: "c", ...label }, DriverConfig: { Name: "d", Options: { a: "1" } } },
    },
  ],
  ["{v: {driver: d}}", { Source: "st_v", VolumeOptions: { Labels: label, DriverConfig: { Name: "d" } } }],
])("the tasks make the volume of %s where they land", (body, mount) => {
  const { volumes, services } = stackWith("volumes", body);
  expect(volumes).toEqual({});
  const { spec, keys } = services["web"]!;
  const [made] = spec.TaskTemplate.ContainerSpec.Mounts!;
  expect(made).toEqual({ Type: "volume", Target: "/v", ...mount });
  expect(keys.has(made!)).toBe(false);
});

test.each<[string, object]>([
  ["{s: {file: f}}", { name: "st_s", content: Buffer.from("x"), labels: label }],
  ["{s: {environment: V}}", { name: "st_s", content: Buffer.from("value"), labels: label }],
  [
    "{s: {file: f, name: other, labels: [a=b], template_driver: golang}}",
    { name: "other", content: Buffer.from("x"), labels: { a: "b", ...label }, templateDriver: "golang" },
  ],
  [
    "{s: {driver: vault, driver_opts: {a: b}}}",
    { name: "st_s", labels: label, driver: "vault", driverOpts: { a: "b" } },
  ],
])("secrets: %s", (body, becomes) => {
  expect(stackWith("secrets", body, { variables: { V: "value" } }).secrets).toEqual({ s: becomes });
});

test.each<[string, object]>([
  ["{c: {file: f}}", { name: "st_c", content: Buffer.from("x"), labels: label }],
  ["{c: {content: hello}}", { name: "st_c", content: Buffer.from("hello"), labels: label }],
  ['{c: {content: "a $V $$V"}}', { name: "st_c", content: Buffer.from("a value $V"), labels: label }],
  [
    "{c: {environment: V, template_driver: golang}}",
    { name: "st_c", content: Buffer.from("value"), labels: label, templateDriver: "golang" },
  ],
])("configs: %s", (body, becomes) => {
  expect(stackWith("configs", body, { variables: { V: "value" } }).configs).toEqual({ c: becomes });
});

test("binary content stays as it is", () => {
  const bytes = Buffer.from([0, 255, 10]);
  expect(stackWith("secrets", "{s: {file: b}}", { beside: { b: bytes } }).secrets["s"]!.content).toEqual(bytes);
});

test.each(["networks", "volumes", "secrets", "configs"] as const)("external %s are not made", (section) => {
  const key = section[0];
  for (const external of ["external: true", "{external: true, name: x}", "external: {name: x}"]) {
    const item = external.startsWith("{") ? external : `{${external}}`;
    expect(stackWith(section, `{${key}: ${item}}`)[section]).toEqual({});
  }
});

test("networks and volumes that no service uses are not made, secrets and configs are", () => {
  const stack = compileText(
    "services: {web: {image: a}}\nnetworks: {n: }\nvolumes: {v: }\nsecrets: {s: {file: f}}\nconfigs: {c: {file: f}}\n",
    { beside: { f: "x" } },
  );
  expect(Object.keys(stack.networks)).toEqual(["default"]);
  expect(Object.keys(stack.volumes)).toEqual([]);
  expect(Object.keys(stack.secrets)).toEqual(["s"]);
  expect(Object.keys(stack.configs)).toEqual(["c"]);
});

test.each<[section: keyof typeof rest, body: string, ...reported: string[]]>([
  ["networks", "[n]", "wrong-type 2:11"],
  ["networks", "{n: x}", "wrong-type 2:15"],
  ["networks", "{n: {drvier: x}}", "unknown-key 2:16"],
  ["networks", "{n: {external: maybe}}", "wrong-type 2:26"],
  ["networks", "{n: {ipam: {config: x}}}", "wrong-type 2:31"],
  ["networks", "{n: , 'a b': }", "bad-name 2:18"],
  ["volumes", "{v: {external: true, driver: d}}", "external-with-more 3:39"],
  ["volumes", "{v: {external: true, driver_opts: {a: b}}}", "external-with-more 3:44"],
  ["volumes", "{v: {external: true, labels: [a=b]}}", "external-with-more 3:39"],
  ["volumes", "{v: {external: {name: x}, name: y}}", "external-named-twice 3:25"],
  ["networks", "{n: {external: {name: x}, name: y}}", "external-named-twice 2:26"],
  ["secrets", "{s: {external: {name: x}, name: y}}", "external-named-twice 4:25"],
  ["configs", "{c: {external: {name: x}, name: y}}", "external-named-twice 5:25"],
  ["secrets", "{s: }", "wrong-type 4:12"],
  ["secrets", "{s: {}}", "source-missing 4:11"],
  ["secrets", "{s: {file: no}}", "file-missing 4:21"],
  ["secrets", "{s: {environment: NO}}", "source-unset 4:28"],
  ["secrets", "{s: {file: f, environment: V}}", "source-twice 4:37"],
  ["secrets", "{s: {file: empty}}", "config-too-large 4:21"],
  ["secrets", "{s: {file: big}}", "config-too-large 4:21"],
  ["secrets", "{s: {file: f, name: 'a b'}}", "bad-name 4:31"],
  ["configs", "{c: {content: x, file: f}}", "source-twice 5:33"],
  ["configs", "{c: {content: 5}}", "wrong-type 5:24"],
  ["configs", `{${"c".repeat(70)}: {content: x}, c: {content: x}}`, "name-too-long 5:11"],
])("%s: %s is refused", (section, body, ...problems) => {
  const order = { networks: 2, volumes: 3, secrets: 4, configs: 5 };
  const text = withAll + Object.values({ ...rest, [section]: `${section}: ${body}\n` }).join("");
  const beside = { f: "x", empty: "", big: "x".repeat(600_000) };
  expect(order[section]).toBe(Number(/ (\d+):/.exec(problems[0]!)![1]));
  expect(reported(text, { beside, variables: { V: "v" } })).toEqual(problems);
});

describe("beside external", () => {
  test.each<[section: keyof typeof rest, key: string]>([
    ["networks", "driver: x"],
    ["networks", "driver: bridge"],
    ["networks", "driver_opts: {a: b}"],
    ["networks", "attachable: true"],
    ["networks", "internal: true"],
    ["networks", "enable_ipv6: true"],
    ["networks", "labels: {a: b}"],
    ["networks", "ipam: {driver: x}"],
    ["secrets", "driver: x"],
    ["secrets", "driver_opts: {a: b}"],
    ["secrets", "template_driver: golang"],
    ["secrets", "labels: {a: b}"],
    ["secrets", "file: not-there"],
    ["secrets", "environment: NOT_SET"],
    ["configs", "template_driver: golang"],
    ["configs", "labels: {a: b}"],
    ["configs", "file: not-there"],
    ["configs", "content: x"],
  ])("of %s, %s is a warning and no more", (section, key) => {
    const item = section[0];
    const stack = stackWith(section, `{${item}: {external: true, name: real, ${key}}}`);
    expect(stack.warnings.map(({ code }) => code)).toEqual(["external-key-ignored"]);
    expect(stack[section]).toEqual({});
  });

  test.each<[section: keyof typeof rest, key: string]>([
    ["networks", "driver_opts: {}"],
    ["networks", "attachable: false"],
    ["networks", "ipam: {}"],
    ["volumes", "driver_opts: {}"],
    ["volumes", "labels: []"],
    ["secrets", "labels: {}"],
  ])("of %s, %s says nothing", (section, key) => {
    expect(stackWith(section, `{${section[0]}: {external: true, ${key}}}`).warnings).toEqual([]);
  });

  test.each<keyof typeof rest>(["networks", "volumes", "secrets", "configs"])(
    "of %s, one name said twice is one name",
    (section) => {
      expect(stackWith(section, `{${section[0]}: {external: {name: real}, name: real}}`).warnings).toEqual([]);
    },
  );
});
