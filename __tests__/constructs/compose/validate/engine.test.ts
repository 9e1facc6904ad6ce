import { render } from "../../../../constructs/compose/problems/render";
import { reported, reportedOf, tryCompileText, withService } from "../compile-text";

test.each<[body: string, ...reported: string[]]>([
  ["deploy: {placement: {constraints: [node.role == manager, node.labels.zone != a]}}"],
  ["deploy: {placement: {constraints: [node.role = manager]}}", "bad-constraint 1:36"],
  [
    "deploy: {placement: {constraints: [node.hostnme == x, node.role == leader]}}",
    "bad-constraint 1:36",
    "bad-constraint 1:55",
  ],
  ["deploy: {placement: {constraints: ['']}}", "bad-constraint 1:37"],
  ["stop_signal: SIGQUIT"],
  ["stop_signal: 15"],
  ['stop_signal: ""'],
  ["stop_signal: SIGQIT", "bad-signal 1:14"],
  ["stop_signal: 0", "bad-signal 1:14"],
  ["sysctls: {net.core.somaxconn: 1024, kernel.shmmax: 1}"],
  ["sysctls: {vm.max_map_count: 262144}", "sysctl-of-node 1:11"],
  ["sysctls: [vm.max_map_count=262144]", "sysctl-of-node 1:11"],
  ['environment: {A: "x\\0y"}', "nul-in-text 1:15"],
  ['environment: ["A\\0B=x"]', "nul-in-text 1:16"],
  ['command: [echo, "x\\0y"]', "nul-in-text 1:10"],
  ['command: "echo x\\0y"', "nul-in-text 1:11"],
  ['entrypoint: ["ec\\0ho"]', "nul-in-text 1:13"],
  ['healthcheck: {test: ["CMD", "x\\0y"]}', "nul-in-text 1:21"],
  ['working_dir: "/x\\0y"', "nul-in-text 1:15"],
  ['user: "x\\0y"', "nul-in-text 1:8"],
  ['hostname: "x\\0y"', "nul-in-text 1:12"],
  ['volumes: ["/x\\0y:/z", "/x:/y\\0z"]', "nul-in-text 1:12", "nul-in-text 1:24"],
  ["environment: {A: '{{.Task.Slot}} {{.Node.Hostname}}', B: '{{if .Task.Slot}}x{{end}}', C: 'x }}'}"],
  ["environment: {A: '{{.Task.Slots}}', B: '{{.Task.Slot'}", "bad-task-template 1:15", "bad-task-template 1:37"],
  ["hostname: '{{Task.Slot}}'", "bad-task-template 1:12"],
  ["volumes: ['/x/{{.Nope}}:/y', '/x:/{{.Node.Role}}']", "bad-task-template 1:12", "bad-task-template 1:31"],
  ["command: ['{{.Nope}}']"],
  ["tmpfs: '/x-{{.Nope}}'", "bad-task-template 1:9"],
])("a service of %s", (body, ...expected) => {
  expect(reportedOf(body)).toEqual(expected);
});

test.each<[top: string, ...reported: string[]]>([
  ["networks: {n: {ipam: {config: [{subnet: 10.0.0.0/8, ip_range: 10.1.0.0/16, gateway: 10.0.0.1}]}}}"],
  ["networks: {n: {ipam: {config: [{subnet: 10.0.0.0/33}]}}}", "bad-subnet 2:41"],
  ["networks: {n: {ipam: {config: [{gateway: 10.0.0.1}]}}}", "bad-subnet 2:32"],
  ["networks: {n: {ipam: {config: [{subnet: 10.0.0.0/8, gateway: 11.0.0.1}]}}}", "bad-subnet 2:62"],
  ["networks: {n: {driver: weave, ipam: {config: [{gateway: 10.0.0.1}]}}}"],
  ["networks: {n: , m: {ipam: {config: [{subnet: x}]}}}"],
  ["networks: {n: }\nvolumes: {v: {name: a b}}", "bad-volume-name 3:21"],
  [
    "networks: {n: }\nvolumes: {v: {name: a b, driver: other}, w: {name: 'w {{.Task.ID}}'}, x: {name: a b, external: true}}",
  ],
  [
    "networks: {n: }\nvolumes: {v: {name: 'v-{{.Task.Slt}}', driver_opts: {a: '{{'}, labels: {b: '{{x'}}}",
    "bad-task-template 3:22",
    "bad-task-template 3:54",
    "bad-task-template 3:73",
  ],
  ["networks: {n: {external: true, name: host}}", "sysctl-of-node-network 1:51"],
])("%s", (top, ...expected) => {
  const text = `services: {a: {image: a, networks: [n], sysctls: {net.x: 1}, volumes: [v:/v]}}\n${top}\n`;
  const whole = top.includes("volumes:") ? text : text.replace(", volumes: [v:/v]", "");
  expect(reported(whole)).toEqual(expected);
});

test("a variable of an env file is told where the file is named", () => {
  const beside = { e: 'A="x\\0000y"\n' };
  expect(reportedOf("env_file: e", "", { beside })).toEqual(["nul-in-text 1:11"]);
});

test("what Terraform knows later is not judged", () => {
  const variables = { X: "${TfToken[TOKEN.5]}" };
  const body = "stop_signal: $X\ndeploy: {placement: {constraints: [$X]}}\nhostname: '{{.Nope}}$X'\nvolumes: ['v:/v']";
  const top = "volumes: {v: {name: '$X'}}\nnetworks: {default: {ipam: {config: [{subnet: $X}]}}}\n";
  expect(reportedOf(body, top, { variables })).toEqual([]);
});

test.each([
  [
    "deploy: {placement: {constraints: [node.hostnme == x]}}",
    "`node.hostnme`, which no node has,",
    "did you mean `node.hostname`?",
  ],
  ["stop_signal: SIGTREM", "`stop_signal` is given `SIGTREM`", "did you mean `SIGTERM`?"],
  [
    "environment: {A: '{{.Task.Slots}}'}",
    "`environment.A` has `{{.Task.Slots}}`, which no task has,",
    "{{.Task.Slot}}",
  ],
  ['environment: {A: "x\\0y"}', "`environment.A` has a NUL in `x\\0y`", "take it out"],
  ["sysctls: {vm.max_map_count: 1}", "no container starts with it", "`sysctl -w vm.max_map_count=…`"],
])("%s is told with its remedy", (body, what, help) => {
  const compiled = tryCompileText(withService(body));
  const [problem] = "errors" in compiled ? compiled.errors : compiled.stack.warnings;
  const text = render(problem!);
  expect(text).toContain(what);
  expect(text).toContain(help);
});
