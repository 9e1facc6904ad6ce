import type { ErrorCode } from "../../../../constructs/compose/problems/messages";

/** A Compose file, and what is reported of it where `docker compose up` fails of it. Its variables are `own-names.ts`'s. */
export interface HostDocument {
  readonly name: string;
  readonly text: string;
  /** @default - nothing: it is brought up */
  readonly reported?: ErrorCode;
}

const line = (name: string, more: string): string => {
  const usual = { image: "alpine", command: "sleep 1d", stop_grace_period: "0s" };
  const left = Object.entries(usual).filter(([key]) => !more.includes(`${key}: `));
  return `  ${name}: {${[...left.map(([key, value]) => `${key}: ${value}`), more].filter(Boolean).join(", ")}}\n`;
};

const document = (services: Readonly<Record<string, string>>, top: string): string =>
  `services:\n${Object.entries(services)
    .map(([name, more]) => line(name, more))
    .join("")}${top}`;

const shared = `networks: {default: {name: "\${PREFIX}-shared", external: true}}\n`;
const own = "networks: {own: {ipam: {config: [{subnet: '${SUBNET_1}.0/24'}]}}}\n";
const at = (last: string | number) => `networks: {own: {ipv4_address: '\${SUBNET_1}.${last}'}}`;
const job = "command: 'true'";
const ended = (service: string) => `depends_on: {${service}: {condition: service_completed_successfully}}`;

/** What a machine or a network has once, and a health that nobody looks at. */
export const hostDocuments: readonly HostDocument[] = [
  {
    name: "port-of-two",
    text: document({ a: "ports: ['${PORT_1}:80']", b: "ports: ['${PORT_1}:81']" }, shared),
    reported: "port-conflict",
  },
  {
    name: "port-of-two-all-and-one-address",
    text: document({ a: "ports: ['127.0.0.1:${PORT_1}:80']", b: "ports: ['${PORT_1}:80']" }, shared),
    reported: "port-conflict",
  },
  {
    name: "port-of-two-zero-and-one-address",
    text: document({ a: "ports: ['127.0.0.1:${PORT_1}:80']", b: "ports: ['0.0.0.0:${PORT_1}:80']" }, shared),
    reported: "port-conflict",
  },
  {
    name: "port-of-two-addresses",
    text: document({ a: "ports: ['127.0.0.1:${PORT_1}:80']", b: "ports: ['127.0.0.2:${PORT_1}:80']" }, shared),
  },
  {
    name: "port-of-two-protocols",
    text: document({ a: "ports: ['127.0.0.1:${PORT_1}:80']", b: "ports: ['127.0.0.1:${PORT_1}:80/udp']" }, shared),
  },
  {
    name: "port-of-two-targets",
    text: document({ a: "ports: ['127.0.0.1:${PORT_1}:80', '127.0.0.1:${PORT_1}:81']" }, shared),
    reported: "port-twice",
  },
  {
    name: "port-said-twice",
    text: document({ a: "ports: ['127.0.0.1:${PORT_1}:80', '127.0.0.1:${PORT_1}:80/tcp']" }, shared),
  },
  { name: "port-of-the-engines-choice", text: document({ a: "ports: ['0:80']", b: "ports: ['0:80']" }, shared) },
  { name: "port-of-the-engines-choice-for-many", text: document({ a: "ports: ['0:80'], scale: 2" }, shared) },
  {
    name: "port-of-one-and-of-none",
    text: document({ a: "ports: ['${PORT_1}:80']", b: "ports: ['${PORT_1}:81'], scale: 0" }, shared),
  },
  {
    name: "port-after-a-job",
    text: document(
      { a: `${job}, ports: ['127.0.0.1:\${PORT_1}:80']`, b: `${ended("a")}, ports: ['127.0.0.1:\${PORT_1}:80']` },
      shared,
    ),
  },
  {
    name: "port-after-what-waits-for-a-job",
    text: document(
      {
        a: `${job}, ports: ['127.0.0.1:\${PORT_1}:80']`,
        b: ended("a"),
        c: "depends_on: [b], ports: ['127.0.0.1:${PORT_1}:80']",
      },
      shared,
    ),
  },
  {
    name: "port-after-a-start",
    text: document(
      { a: "ports: ['127.0.0.1:${PORT_1}:80']", b: "depends_on: [a], ports: ['127.0.0.1:${PORT_1}:80']" },
      shared,
    ),
    reported: "port-conflict",
  },
  {
    name: "port-of-host-network",
    text: document(
      { a: "network_mode: host, ports: ['${PORT_1}:80']", b: "network_mode: host, ports: ['${PORT_1}:80']" },
      "",
    ),
  },
  { name: "address-of-two", text: document({ a: at(9), b: at(9) }, own), reported: "address-twice" },
  { name: "address-of-each", text: document({ a: at(9), b: at(10) }, own) },
  { name: "address-of-one-and-of-none", text: document({ a: at(9), b: `${at(9)}, scale: 0` }, own) },
  { name: "address-after-a-job", text: document({ a: `${job}, ${at(9)}`, b: `${ended("a")}, ${at(9)}` }, own) },
  { name: "address-of-many", text: document({ a: `${at(9)}, scale: 2` }, own), reported: "address-of-many" },
  {
    name: "address-without-subnet",
    text: document({ a: "networks: {own: {ipv4_address: 10.9.9.9}}" }, "networks: {own: {}}\n"),
    reported: "address-without-subnet",
  },
  {
    name: "address-outside",
    text: document({ a: "networks: {own: {ipv4_address: 10.9.9.9}}" }, own),
    reported: "address-outside",
  },
  {
    name: "address-that-is-none",
    text: document({ a: "networks: {own: {ipv4_address: 10.9.9}}" }, own),
    reported: "bad-address",
  },
  {
    name: "healthy-without-check",
    text: document({ a: "healthcheck: {disable: true}", b: "depends_on: {a: {condition: service_healthy}}" }, shared),
    reported: "healthy-without-check",
  },
  {
    name: "healthy-without-check-of-none",
    text: document(
      { a: "healthcheck: {disable: true}, scale: 0", b: "depends_on: {a: {condition: service_healthy}}" },
      shared,
    ),
  },
  {
    name: "healthy-with-test-none",
    text: document({ a: "healthcheck: {test: [NONE]}", b: "depends_on: {a: {condition: service_healthy}}" }, shared),
    reported: "healthy-without-check",
  },
];
