import { compile } from "../../../../constructs/compose/compile";
import { behindEdge, type EdgeProps, edgeModel } from "../../../../constructs/compose/edge/edge-model";
import { memory } from "../../../../constructs/compose/source/files";

const model = (text: string, name = "voting_stack") =>
  compile({ files: ["/p/compose.yml"], from: memory({ "/p/compose.yml": text }), name, ingress: "edge" });

const app = `
services:
  vote: {image: vote, ports: ["5000:80"], networks: [front], deploy: {replicas: 2}}
  result: {image: result, ports: [{target: 80, published: 5001, app_protocol: http}], networks: [back, front]}
  db: {image: db, networks: [hidden]}
  node: {image: exporter, ports: [{target: 9100, published: 9100, mode: host}], networks: [hidden]}
networks: {front: , back: , hidden: }
`;
const config = (text: string, props: EdgeProps = {}) =>
  edgeModel(model(text), props)!.configs["haproxy"]!.content.toString();

test("services are on dnsrr, and keep what they publish on their own node", () => {
  const { services } = behindEdge(model(app));
  expect(Object.fromEntries(Object.entries(services).map(([key, { spec }]) => [key, spec.EndpointSpec]))).toEqual({
    vote: { Mode: "dnsrr" },
    result: { Mode: "dnsrr" },
    db: { Mode: "dnsrr" },
    node: { Mode: "dnsrr", Ports: [{ TargetPort: 9100, PublishedPort: 9100, PublishMode: "host" }] },
  });
});

test("the edge is a stack of its own, on every node, on the networks of what it publishes", () => {
  const edge = edgeModel(model(app), {})!;
  expect(edge.name).toBe("voting_edge");
  expect(edge.services["haproxy"]!.spec).toMatchObject({
    Name: "voting_edge_haproxy",
    Labels: { "com.docker.stack.namespace": "voting_edge", "com.docker.stack.image": "haproxy:2.6-alpine" },
    Mode: { Global: {} },
    UpdateConfig: { Order: "stop-first" },
    TaskTemplate: {
      RestartPolicy: { Condition: "any", Delay: 200_000_000 },
      Networks: [{ Target: "voting_stack_back" }, { Target: "voting_stack_front" }],
    },
    EndpointSpec: {
      Ports: [
        { TargetPort: 5000, PublishedPort: 5000, PublishMode: "host", Protocol: "tcp" },
        { TargetPort: 5001, PublishedPort: 5001, PublishMode: "host", Protocol: "tcp" },
      ],
    },
  });
});

test.each([
  ["voting_stack", undefined, "voting_edge"],
  ["app", undefined, "app_edge"],
  ["voting_stack", "front", "front"],
])("the edge of %s, called %s, is %s", (stack, name, expected) => {
  expect(edgeModel(model(app, stack), { name })!.name).toBe(expected);
});

test("its configuration is named after its content", () => {
  const [one, two] = [edgeModel(model(app), {})!, edgeModel(model(app), { slots: 30 })!];
  expect(one.configs["haproxy"]!.name).toMatch(/^voting_edge_haproxy-[0-9a-f]{10}$/);
  expect(one.configs["haproxy"]!.name).not.toBe(two.configs["haproxy"]!.name);
  expect(one.services["haproxy"]!.spec.TaskTemplate.ContainerSpec.Configs![0]!.ConfigName).toBe(
    one.configs["haproxy"]!.name,
  );
});

test("app_protocol tells how a port is served, props tell better", () => {
  expect(config(app)).toMatch(/backend vote_5000\n {2}mode tcp\n/);
  expect(config(app)).toMatch(/backend result_5001\n {2}mode http\n/);
  const services = { vote: { protocol: "http", idempotent: true } } as const;
  expect(config(app, { services })).toMatch(/backend vote_5000\n {2}mode http\n[\s\S]*listen vote_5000_soon/);
});

test.each([
  [1, 20],
  [10, 20],
  [11, 22],
  [50, 100],
])("%d replicas have %d slots, so that scaling below that changes no edge", (replicas, slots) => {
  expect(config(app.replace("replicas: 2", `replicas: ${replicas}`))).toContain(`server-template vote 1-${slots} `);
});

test("nothing published, no edge", () => {
  expect(edgeModel(model("services: {a: {image: a}}\n"), {})).toBeUndefined();
});

const broken: { name: string; text: string; props?: EdgeProps; code: string; message: RegExp }[] = [
  {
    name: "udp",
    text: 'services: {a: {image: a, ports: ["53:53/udp"]}}\n',
    code: "edge-protocol",
    message: /mode: host/,
  },
  {
    name: "no published port",
    text: "services: {a: {image: a, ports: [80]}}\n",
    code: "edge-port-unpublished",
    message: /PORT:80/,
  },
  {
    name: "an unknown service",
    text: app,
    props: { services: { vot: { protocol: "tcp" } } },
    code: "edge-unknown-service",
    message: /did you mean `vote`/,
  },
  {
    name: "a health path with a newline",
    text: app,
    props: { services: { vote: { protocol: "http", healthPath: "/x\nserver evil" } } },
    code: "edge-health-path",
    message: /vote/,
  },
  {
    name: "all of it together",
    text: 'services: {a: {image: a, ports: [80, "53:53/udp"]}}\n',
    code: "edge-port-unpublished",
    message: /PORT:80[\s\S]*53\/udp/,
  },
];
test.each(broken)("broken: $name", ({ text, props, code, message }) => {
  expect(() => edgeModel(model(text), props ?? {})).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  );
});
