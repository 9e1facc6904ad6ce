import type { StackModel } from "../../../../constructs/compose/convert/stack-model";
import { compileText, withService } from "../compile-text";

/** The model of a service of these lines, whose own objects stand under `top`. */
const modelOf = (body: string, top: string): StackModel =>
  compileText(withService(body, top), { beside: { f: "x" }, variables: { V: "v" } });

const uses = "networks: [n]\nvolumes: ['v:/v']\nsecrets: [s]\nconfigs: [c]";
const sections = {
  networks: "{n: {REST}}",
  volumes: "{v: {REST}}",
  secrets: "{s: {file: f, REST}}",
  configs: "{c: {file: f, REST}}",
};

/** The model of a file in which one object has `rest`. */
const objectModel = (section: keyof typeof sections, rest: string): StackModel => {
  const top = Object.entries(sections).map(
    ([name, body]) => `${name}: ${body.replace("REST", name === section ? rest : "").replace(", }", "}")}\n`,
  );
  return modelOf(uses, top.join(""));
};

const objects: [section: keyof typeof sections, empty: string, absent: string][] = [
  ...(["networks", "volumes", "secrets", "configs"] as const).flatMap((section): typeof objects => [
    [section, 'name: ""', ""],
    [section, 'name: "${UNSET:-}"', ""],
    [section, 'external: false, name: ""', ""],
  ]),
  ["networks", 'external: true, name: ""', "external: true"],
  ["networks", 'external: {name: ""}', "external: true"],
  ["networks", 'external: {name: real}, name: ""', "external: {name: real}"],
  ["networks", 'external: {name: ""}, name: real', "external: true, name: real"],
  ["volumes", 'external: true, name: ""', "external: true"],
  ["volumes", 'external: {name: ""}', "external: true"],
  ["volumes", 'external: {name: real}, name: ""', "external: {name: real}"],
  ["networks", 'driver: ""', ""],
  ["networks", 'ipam: {driver: ""}', "ipam: {}"],
  ["volumes", 'driver: ""', ""],
  ["volumes", 'external: true, driver: ""', "external: true"],
  ["secrets", 'driver: ""', ""],
  ["secrets", 'template_driver: ""', ""],
  ["secrets", 'environment: ""', ""],
  ["configs", 'template_driver: ""', ""],
  ["configs", 'environment: ""', ""],
];
test.each(objects)("%s: {%s} is {%s}", (section, empty, absent) => {
  expect(objectModel(section, empty)).toEqual(objectModel(section, absent));
});

test.each(["secrets", "configs"] as const)("external %s of an empty name have that of their key", (section) => {
  const item = section[0]!;
  for (const external of ['external: true, name: ""', 'external: {name: ""}']) {
    const { services } = modelOf(`${section}: [${item}]`, `${section}: {${item}: {${external}}}\n`);
    const { ContainerSpec: spec } = services["web"]!.spec.TaskTemplate;
    const names = section === "secrets" ? spec.Secrets : spec.Configs;
    expect(names).toMatchObject([section === "secrets" ? { SecretName: item } : { ConfigName: item }]);
  }
});

test.each<[empty: string, absent: string]>([
  ['deploy: {mode: ""}', "deploy: {}"],
  ['deploy: {endpoint_mode: ""}', "deploy: {}"],
  ['deploy: {mode: global, endpoint_mode: ""}', "deploy: {mode: global}"],
  ['deploy: {update_config: {failure_action: ""}}', "deploy: {update_config: {}}"],
  ['deploy: {restart_policy: {condition: ""}}', "deploy: {restart_policy: {}}"],
  ['deploy: {resources: {limits: {cpus: ""}}}', "deploy: {resources: {limits: {}}}"],
  ['restart: ""', ""],
  ['isolation: ""', ""],
  ['platform: ""', ""],
  ['network_mode: ""', ""],
  ['container_name: ""', ""],
  ['runtime: ""', ""],
  ['cpuset: ""', ""],
  ['credential_spec: {file: ""}', "credential_spec: {}"],
  ['credential_spec: {config: ""}', "credential_spec: {}"],
  ['ports: [{target: 80, published: ""}]', "ports: [{target: 80}]"],
  ['ports: [{target: 80, mode: ""}]', "ports: [{target: 80}]"],
  ['ports: [{target: 80, protocol: ""}]', "ports: [{target: 80}]"],
  ['ports: [{target: 80, name: ""}]', "ports: [{target: 80}]"],
  ['ports: [{target: 80, host_ip: ""}]', "ports: [{target: 80}]"],
  ['volumes: [{type: volume, source: "", target: /x}]', "volumes: [{type: volume, target: /x}]"],
  ['volumes: [{type: tmpfs, source: "", target: /x}]', "volumes: [{type: tmpfs, target: /x}]"],
  [
    'volumes: [{type: bind, source: /a, target: /x, bind: {propagation: ""}}]',
    "volumes: [{type: bind, source: /a, target: /x, bind: {}}]",
  ],
])("%s is as good as %s", (empty, absent) => {
  expect(modelOf(empty, "")).toEqual(modelOf(absent, ""));
});

test("an empty name of the project is that of its folder", () => {
  expect(compileText('name: ""\nservices: {web: {image: a}}\n', { name: undefined }).name).toBe("p");
});
