import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { createIdentity, pem } from "../../../../provider/plugin/go-plugin/certificate";

const now = new Date("2026-11-24T12:00:00Z");
const identity = createIdentity(now);
const certificate = new X509Certificate(identity.certificate);

test("the certificate is for localhost, and a certificate authority of its own", () => {
  expect(certificate.subject).toBe("CN=localhost");
  expect(certificate.issuer).toBe("CN=localhost");
  expect(certificate.subjectAltName).toBe("DNS:localhost");
  expect(certificate.checkHost("localhost")).toBe("localhost");
  expect(certificate.ca).toBe(true);
});

test("it may be used by clients and by servers", () => {
  expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1"]);
});

test("it is valid from an hour ago, for a year", () => {
  expect(new Date(certificate.validFrom)).toEqual(new Date("2026-11-24T11:00:00Z"));
  expect(new Date(certificate.validTo)).toEqual(new Date("2027-11-24T12:00:00Z"));
});

test("it is signed by the key that belongs to it", () => {
  const key = createPrivateKey(identity.privateKey);
  expect(key.asymmetricKeyDetails).toMatchObject({ namedCurve: "prime256v1" });
  expect(certificate.checkPrivateKey(key)).toBe(true);
  expect(certificate.verify(createPublicKey(key))).toBe(true);
});

test("each has a key and a serial number of its own", () => {
  const other = new X509Certificate(createIdentity(now).certificate);
  expect(other.serialNumber).not.toBe(certificate.serialNumber);
  expect(other.publicKey.equals(certificate.publicKey)).toBe(false);
});

test("it reads back from PEM as it was", () => {
  expect(new X509Certificate(pem(identity.certificate)).raw).toEqual(identity.certificate);
});

// A certificate's length depends on its signature; one in 1500 fills its last line.
test.each([47, 48, 49, 384])(
  "PEM of %i bytes has lines of 64 characters, the last one shorter, none empty",
  (length) => {
    const lines = pem(Buffer.alloc(length)).split("\n");
    const body = lines.slice(1, -2);
    expect(lines).toEqual(["-----BEGIN CERTIFICATE-----", ...body, "-----END CERTIFICATE-----", ""]);
    expect(body.slice(0, -1).every((line) => line.length === 64)).toBe(true);
    expect(body.at(-1)).toMatch(/^.{1,64}$/);
  },
);
