import { createIdentity, pem } from "../../../../provider/plugin/go-plugin/certificate";
import { HandshakeRefused, handshakeLine, readHandshake } from "../../../../provider/plugin/go-plugin/handshake";

const certificate = pem(createIdentity().certificate);
const cookie = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";
const terraform = { TF_PLUGIN_MAGIC_COOKIE: cookie, PLUGIN_PROTOCOL_VERSIONS: "5,6", PLUGIN_CLIENT_CERT: certificate };

test("Terraform's certificate is the one to let in", () => {
  expect(readHandshake(terraform)).toEqual({ clientCertificate: certificate });
});

test.each([undefined, ""])("without a certificate (%p) there is no TLS", (PLUGIN_CLIENT_CERT) => {
  expect(readHandshake({ ...terraform, PLUGIN_CLIENT_CERT })).toEqual({ clientCertificate: undefined });
});

test("a host that offers no versions is taken for one that speaks ours", () => {
  expect(readHandshake({ TF_PLUGIN_MAGIC_COOKIE: cookie })).toEqual({ clientCertificate: undefined });
});

const refused = [
  {
    name: "no cookie",
    environment: {},
    code: "not-terraform",
    says: /Terraform provider.*required_providers.*terraform init/s,
  },
  {
    name: "another cookie",
    environment: { ...terraform, TF_PLUGIN_MAGIC_COOKIE: "x" },
    code: "not-terraform",
    says: /plugin/,
  },
  {
    name: "protocol 5 alone",
    environment: { ...terraform, PLUGIN_PROTOCOL_VERSIONS: "5" },
    code: "protocol-too-old",
    says: /speaks plugin protocol 6, and was offered 5; use Terraform 1.0/,
  },
  {
    name: "protocol 16",
    environment: { ...terraform, PLUGIN_PROTOCOL_VERSIONS: "16" },
    code: "protocol-too-old",
    says: /offered 16/,
  },
  {
    name: "a certificate that is none",
    environment: { ...terraform, PLUGIN_CLIENT_CERT: "pem" },
    code: "certificate-malformed",
    says: /PLUGIN_CLIENT_CERT is not a certificate in PEM/,
  },
  {
    name: "Node.js 18",
    environment: terraform,
    node: "18.20.4",
    code: "node-too-old",
    says: /Node.js 20 or newer.*18.20.4/,
  },
];
test.each(refused)("$name is refused", ({ environment, node, code, says }) => {
  const refusal = refusalOf(() => readHandshake(environment, node));
  expect(refusal?.code).toBe(code);
  expect(refusal?.message).toMatch(says);
});

function refusalOf(run: () => unknown): HandshakeRefused | undefined {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof HandshakeRefused) return thrown;
    throw thrown;
  }
  return undefined;
}

test("the line says where, and whom to expect, without padding", () => {
  expect(handshakeLine("/tmp/a/plugin.sock", Buffer.of(1))).toBe("1|6|unix|/tmp/a/plugin.sock|grpc|AQ\n");
});

test("without TLS the line ends in nothing", () => {
  expect(handshakeLine("/tmp/a/plugin.sock", undefined)).toBe("1|6|unix|/tmp/a/plugin.sock|grpc|\n");
});
