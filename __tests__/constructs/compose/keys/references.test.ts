import { compileText, reportedOf, specOf } from "../compile-text";

const file = (Name: string, more: object = {}) => ({ Name, UID: "0", GID: "0", Mode: 0o444, ...more });
const beside = { "s.txt": "x" };
const top =
  "secrets: {s: {file: s.txt}, ext: {external: true}, named: {external: true, name: other}}\nconfigs: {c: {file: s.txt}, d: {file: s.txt, name: zz}}\n";

test.each([
  ["[s]", [{ SecretName: "st_s", File: file("s") }]],
  ["[{source: s}]", [{ SecretName: "st_s", File: file("s") }]],
  ["[{source: s, target: t}]", [{ SecretName: "st_s", File: file("t") }]],
  [
    "[{source: s, target: t, uid: '1', gid: '2', mode: 0400}]",
    [{ SecretName: "st_s", File: file("t", { UID: "1", GID: "2", Mode: 0o400 }) }],
  ],
  ["[{source: s, uid: 1, mode: '0440'}]", [{ SecretName: "st_s", File: file("s", { UID: "1", Mode: 0o440 }) }]],
  ["[{source: s, mode: 256}]", [{ SecretName: "st_s", File: file("s", { Mode: 256 }) }]],
  [
    "[s, ext, named]",
    [
      { SecretName: "ext", File: file("ext") },
      { SecretName: "other", File: file("named") },
      { SecretName: "st_s", File: file("s") },
    ],
  ],
])("secrets: %s", (secrets, becomes) => {
  expect(specOf(`secrets: ${secrets}`, top, { beside }).TaskTemplate.ContainerSpec.Secrets).toEqual(becomes);
});

test.each([
  [
    "[d, {source: c, target: /etc/c}]",
    [
      { ConfigName: "st_c", File: file("/etc/c") },
      { ConfigName: "zz", File: file("d") },
    ],
  ],
])("configs: %s", (configs, becomes) => {
  expect(specOf(`configs: ${configs}`, top, { beside }).TaskTemplate.ContainerSpec.Configs).toEqual(becomes);
});

test("a credential spec in a config is referred to, too", () => {
  const { Privileges, Configs } = specOf("credential_spec: {config: c}", top, { beside }).TaskTemplate.ContainerSpec;
  expect(Privileges.CredentialSpec).toEqual({ Config: "st_c", File: "", Registry: "" });
  expect(Configs).toEqual([{ ConfigName: "st_c", Runtime: {} }]);
});

test.each([
  ["secrets: [no]", "undefined-secret 1:11"],
  ["secrets: [{source: no}]", "undefined-secret 1:11"],
  ["secrets: [{target: x}]", "missing-key 1:11"],
  ["secrets: [{source: s, mode: rw}]", "bad-file-mode 1:29"],
  ["secrets: [5]", "wrong-type 1:11"],
  ["secrets: s", "wrong-type 1:10"],
  ["secrets: [s, {source: ext, target: s}]", "target-conflict 1:14"],
  ["configs: [no]", "undefined-config 1:11"],
  ["configs: [c, c]", "target-conflict 1:14"],
  ["credential_spec: {config: no}", "undefined-config 1:27"],
  ["credential_spec: {fiel: no}", "unknown-key 1:19"],
])("%s is refused", (body, reported) => {
  expect(reportedOf(body, top, { beside })).toEqual([reported]);
});

describe("networks", () => {
  const networks =
    "networks: {front: , back: , ext: {external: true, name: outside}, host: {external: true, name: host}}\n";
  test.each([
    ["init: true", [{ Target: "st_default", Aliases: ["web"] }]],
    ["networks: []", [{ Target: "st_default", Aliases: ["web"] }]],
    ["networks: {}", [{ Target: "st_default", Aliases: ["web"] }]],
    [
      "networks: [front, back]",
      [
        { Target: "st_back", Aliases: ["web"] },
        { Target: "st_front", Aliases: ["web"] },
      ],
    ],
    [
      "networks: {front: , default: }",
      [
        { Target: "st_default", Aliases: ["web"] },
        { Target: "st_front", Aliases: ["web"] },
      ],
    ],
    ["networks: {front: {aliases: [z, y]}}", [{ Target: "st_front", Aliases: ["z", "y", "web"] }]],
    [
      "networks: {front: {driver_opts: {a: 1, b: c}}}",
      [{ Target: "st_front", Aliases: ["web"], DriverOpts: { a: "1", b: "c" } }],
    ],
    ["networks: [ext]", [{ Target: "outside", Aliases: ["web"] }]],
    ["networks: [host]", [{ Target: "host" }]],
  ])("%s", (body, becomes) => {
    expect(specOf(body, networks).TaskTemplate.Networks).toEqual(becomes);
  });

  test.each([
    ["networks: [frnt]", "undefined-network 1:12"],
    ["networks: {frnt: }", "undefined-network 1:12"],
    ["networks: front", "wrong-type 1:11"],
    ["networks: [5]", "wrong-type 1:12"],
    ["networks: {front: x}", "wrong-type 1:19"],
    ["networks: {front: {alias: [x]}}", "unknown-key 1:20"],
    ["networks: {front: {ipv4_address: 10.0.0.1}}", "ignored-key 1:20"],
  ])("%s is told of", (body, reported) => {
    expect(reportedOf(body, networks)).toEqual([reported]);
  });
});

describe("depends_on", () => {
  const others = "  db: {image: db}\n  job: {image: job, profiles: [extra]}\n";
  const dependsOn = (body: string) =>
    compileText(`services:\n  web: {image: a, depends_on: ${body}}\n${others}`).services["web"]!.dependsOn;
  test.each([
    ["[db]", ["db"]],
    ["{db: {condition: service_healthy}}", ["db"]],
    ["{db: }", ["db"]],
    ["{no: {condition: service_started, required: false}}", []],
    ["{job: {condition: service_started, required: false}}", []],
    ["[]", []],
  ])("%s", (body, becomes) => {
    expect(dependsOn(body)).toEqual(becomes);
  });

  test.each([
    ["depends_on: [bd]", "undefined-service 1:14"],
    ["depends_on: [job]", "service-not-active 1:14"],
    ["depends_on: [web]", "dependency-cycle 1:14"],
    ["depends_on: {db: {condition: ready}}", "not-allowed 1:30"],
    ["depends_on: {db: {required: true}}", "missing-key 1:18"],
    ["depends_on: {db: {condition: service_started, restart: true}}", "ignored-key 1:47"],
    ["depends_on: db", "wrong-type 1:13"],
  ])("%s is told of", (body, reported) => {
    expect(reportedOf(body, others)).toEqual([reported]);
  });
});

test.each([
  ["[a=1.2.3.4]", ["1.2.3.4 a"]],
  ['["a:1.2.3.4"]', ["1.2.3.4 a"]],
  ['["b:1.2.3.4", "a:::1"]', ["1.2.3.4 b", "::1 a"]],
  ['["a=[::1]"]', ["::1 a"]],
  ["{b: 1.2.3.4, a: 5.6.7.8}", ["5.6.7.8 a", "1.2.3.4 b"]],
  ["{a: [1.2.3.4, 5.6.7.8]}", ["1.2.3.4 a", "5.6.7.8 a"]],
  ["['a=1.2.3.4,5.6.7.8', 'b:[::1],1.2.3.4']", ["1.2.3.4 a", "5.6.7.8 a", "::1 b", "1.2.3.4 b"]],
])("extra_hosts: %s", (hosts, becomes) => {
  expect(specOf(`extra_hosts: ${hosts}`).TaskTemplate.ContainerSpec.Hosts).toEqual(becomes);
});

test.each([
  ["extra_hosts: [a]", "bad-host 1:15"],
  ["extra_hosts: [a=x]", "bad-host 1:15"],
  ["extra_hosts: ['a=1.2.3.4,']", "bad-host 1:16"],
  ["extra_hosts: {a: x}", "bad-host 1:18"],
  ["extra_hosts: {a: 5}", "wrong-type 1:18"],
  ["extra_hosts: a=1.2.3.4", "wrong-type 1:14"],
])("%s is refused", (body, reported) => {
  expect(reportedOf(body)).toEqual([reported]);
});
