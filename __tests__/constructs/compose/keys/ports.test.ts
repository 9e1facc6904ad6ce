import { reportedOf, specOf } from "../compile-text";

type Row = { ports: string; becomes: object[] };
const port = (
  target: number,
  published?: number,
  protocol: string | undefined = "tcp",
  mode: string | undefined = "ingress",
) =>
  JSON.parse(JSON.stringify({ TargetPort: target, PublishedPort: published, Protocol: protocol, PublishMode: mode }));

const short: Row[] = [
  { ports: "[80]", becomes: [port(80)] },
  { ports: '["80"]', becomes: [port(80)] },
  { ports: '["80/udp"]', becomes: [port(80, undefined, "udp")] },
  { ports: '["80/UDP"]', becomes: [port(80, undefined, "udp")] },
  { ports: '["8080:80"]', becomes: [port(80, 8080)] },
  { ports: "[8080:80]", becomes: [port(80, 8080)] },
  { ports: '["8080:80/sctp"]', becomes: [port(80, 8080, "sctp")] },
  { ports: '[":80"]', becomes: [port(80)] },
  { ports: '["0:80"]', becomes: [port(80)] },
  { ports: '["3000-3002"]', becomes: [port(3000), port(3001), port(3002)] },
  { ports: '["3000-3001:4000-4001"]', becomes: [port(4000, 3000), port(4001, 3001)] },
  { ports: '["3000-3001:80"]', becomes: [port(80, 3000), port(80, 3001)] },
  { ports: '["9090:90", "8080:80"]', becomes: [port(80, 8080), port(90, 9090)] },
];
test.each(short)("ports: $ports", ({ ports, becomes }) => {
  expect(specOf(`ports: ${ports}`).EndpointSpec).toEqual({ Ports: becomes });
});

const long: Row[] = [
  { ports: "[{target: 80}]", becomes: [{ TargetPort: 80 }] },
  { ports: '[{target: "80", published: "8080"}]', becomes: [{ TargetPort: 80, PublishedPort: 8080 }] },
  { ports: "[{target: 80, published: 8080, protocol: UDP, mode: host}]", becomes: [port(80, 8080, "udp", "host")] },
  {
    ports: '[{target: 80, published: "8080-8081"}]',
    becomes: [
      { TargetPort: 80, PublishedPort: 8080 },
      { TargetPort: 80, PublishedPort: 8081 },
    ],
  },
  { ports: "[{target: 80, name: web, app_protocol: http}]", becomes: [{ Name: "web", TargetPort: 80 }] },
];
test.each(long)("ports: $ports", ({ ports, becomes }) => {
  expect(specOf(`ports: ${ports}`).EndpointSpec).toEqual({ Ports: becomes });
});

const addresses = [
  { ports: '["127.0.0.1:8080:80"]', reported: ["host-address-ignored 1:10"], becomes: [port(80, 8080)] },
  { ports: '["127.0.0.1::80"]', reported: ["host-address-ignored 1:10"], becomes: [port(80)] },
  { ports: '["[::1]:8080:80"]', reported: ["host-address-ignored 1:10"], becomes: [port(80, 8080)] },
  { ports: '["::1:8080:80"]', reported: ["host-address-ignored 1:10"], becomes: [port(80, 8080)] },
  {
    ports: "[{target: 80, host_ip: 127.0.0.1}]",
    reported: ["host-address-ignored 1:9"],
    becomes: [{ TargetPort: 80 }],
  },
];
test.each(addresses)("ports: $ports warns", ({ ports, reported, becomes }) => {
  expect(reportedOf(`ports: ${ports}`)).toEqual(reported);
  expect(specOf(`ports: ${ports}`).EndpointSpec.Ports).toEqual(becomes);
});

test.each(["http", "HTTPS", "grpc", "icmp", "tcp "])(
  "protocol %s is tcp, with a warning, as managers read it",
  (protocol) => {
    const ports = `[{target: 80, protocol: '${protocol}'}]`;
    expect(specOf(`ports: ${ports}`).EndpointSpec.Ports).toEqual([{ TargetPort: 80, Protocol: "tcp" }]);
    expect(reportedOf(`ports: ${ports}`)).toEqual(["port-protocol-taken-for-tcp 1:33"]);
  },
);

test("the mode of a port may be in any case", () => {
  expect(specOf("ports: [{target: 80, mode: HOST}]").EndpointSpec.Ports).toEqual([
    { TargetPort: 80, PublishMode: "host" },
  ]);
});

const broken: [ports: string, ...reported: string[]][] = [
  ['["70000:80"]', "bad-port 1:10"],
  ['["80:70000"]', "bad-port 1:10"],
  ['["8080:0"]', "bad-port 1:10"],
  ['["a:80"]', "bad-port 1:10"],
  ['["80:80/tcp "]', "bad-port 1:10"],
  ['[" 80:80"]', "bad-port 1:10"],
  ['["80 :80"]', "bad-port 1:10"],
  ['["80:"]', "bad-port 1:10"],
  ['["80/icmp"]', "bad-port 1:10"],
  ['["3000-2000:80"]', "bad-port 1:10"],
  ['["3000-3002:80-81"]', "bad-port 1:10"],
  ['["1.2.3:80:80"]', "bad-port 1:10"],
  ['["1:2:3:4"]', "bad-port 1:10"],
  ['["-1:80"]', "bad-port 1:10"],
  ["[true]", "wrong-type 1:9"],
  ["80", "wrong-type 1:8"],
  ["[[80]]", "wrong-type 1:9"],
  ["[{published: 80}]", "missing-key 1:9"],
  ["[{target: 70000}]", "out-of-range 1:18"],
  ["[{target: x}]", "wrong-type 1:18"],
  ["[{target: 80, mode: mesh}]", "not-allowed 1:28"],
  ["[{target: 80, host_ip: here}]", "bad-port 1:9"],
  ["[{target: 80, publish: 80}]", "unknown-key 1:22"],
  ['["x:80", "y:80"]', "bad-port 1:10", "bad-port 1:18"],
];
test.each(broken)("ports: %s is refused", (ports, ...reported) => {
  expect(reportedOf(`ports: ${ports}`)).toEqual(reported);
});
