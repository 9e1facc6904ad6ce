import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  utf8String,
} from "./der";

export interface Identity {
  /** DER. */
  readonly certificate: Buffer;
  /** PKCS #8, PEM. */
  readonly privateKey: string;
}

/** go-plugin's client asks for this name, whatever the socket. */
const HOST = "localhost";
const HOUR = 3_600_000;
/** A year: longer than any apply, and never seen by anyone but the Terraform that started this process. */
const VALIDITY = 8760 * HOUR;

const OID = {
  commonName: "2.5.4.3",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  subjectAltName: "2.5.29.17",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  serverAuth: "1.3.6.1.5.5.7.3.1",
  clientAuth: "1.3.6.1.5.5.7.3.2",
} as const;

/** A self-signed certificate of a new key (EC P-256), as go-plugin's client accepts it for its server (RFC 5280). */
export function createIdentity(now: Date = new Date()): Identity {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(objectIdentifier(OID.ecdsaWithSha256));
  const name = sequence(set(sequence(objectIdentifier(OID.commonName), utf8String(HOST))));
  const signed = sequence(
    explicit(0, integer(2)), // version 3
    integer(serialNumber()),
    algorithm,
    name,
    sequence(time(new Date(now.getTime() - HOUR)), time(new Date(now.getTime() + VALIDITY))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    explicit(3, sequence(...EXTENSIONS)),
  );
  return {
    certificate: sequence(signed, algorithm, bitString(sign("sha256", signed, privateKey))),
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

const extension = (oid: string, critical: boolean, value: Buffer): Buffer =>
  sequence(objectIdentifier(oid), ...(critical ? [boolean(true)] : []), octetString(value));

/** digitalSignature, keyEncipherment, keyAgreement, keyCertSign: bits 0, 2, 4 and 5, counted from the left. */
const KEY_USAGE = Buffer.of(0b10101100);
const DNS_NAME = 2;
const EXTENSIONS = [
  extension(OID.basicConstraints, true, sequence(boolean(true))),
  extension(OID.keyUsage, true, bitString(KEY_USAGE, 2)),
  extension(OID.extendedKeyUsage, false, sequence(objectIdentifier(OID.clientAuth), objectIdentifier(OID.serverAuth))),
  extension(OID.subjectAltName, false, sequence(implicit(DNS_NAME, Buffer.from(HOST)))),
];

/** Positive and unique: 127 random bits, the highest of them set. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes;
}

/** PEM, as TLS wants it: lines of 64 characters, and no empty one, which OpenSSL takes for the end. */
export function pem(certificate: Buffer): string {
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
