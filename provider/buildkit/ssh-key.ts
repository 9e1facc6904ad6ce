import { createPrivateKey, type JsonWebKey, type KeyObject, sign } from "node:crypto";
import { own } from "../../foreign/own";
import { SshReader, sshNumber, sshStrings } from "./agent-wire";

/** A private key, as an agent has it. */
export interface SshKey {
  /** The public key, as ssh writes it. */
  readonly blob: Buffer;
  readonly comment: string;
  /** A signature of the data, as ssh writes it. `flags` choose the hash of an RSA key's. */
  sign(data: Uint8Array, flags: number): Buffer;
}

/** What is wrong with a file of a key, to be said after its path. */
export class SshKeyError extends Error {
  override readonly name = "SshKeyError";
}

const OPENSSH = /-----BEGIN OPENSSH PRIVATE KEY-----([\s\S]*?)-----END OPENSSH PRIVATE KEY-----/;
const MAGIC = "openssh-key-v1\0";

/** The key in a file of OpenSSH's own kind, or in PEM. @throws SshKeyError */
export function readSshKey(text: string): SshKey {
  if (/^Proc-Type: 4,ENCRYPTED|BEGIN ENCRYPTED PRIVATE KEY/m.test(text)) throw encrypted();
  const [, body] = OPENSSH.exec(text) ?? [];
  try {
    return body === undefined ? keyOf(createPrivateKey(text), "") : readOpenSsh(Buffer.from(body, "base64"));
  } catch (error) {
    if (error instanceof SshKeyError) throw error;
    throw new SshKeyError("is no private key; name the file without `.pub`, as `ssh-keygen` wrote it");
  }
}

const encrypted = () =>
  new SshKeyError("is encrypted; add it to an agent by `ssh-add`, and name `default`, which is the agent");

/** Source: https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key */
function readOpenSsh(bytes: Buffer): SshKey {
  const file = new SshReader(bytes);
  if (file.take(MAGIC.length).toString() !== MAGIC) throw new SshKeyError("is of no kind that is known");
  const cipher = file.text();
  if (cipher !== "none") throw encrypted();
  file.string();
  file.string();
  if (file.integer() !== 1) throw new SshKeyError("has several keys; keep one in a file");
  file.string();
  const held = new SshReader(file.string());
  held.take(8);
  const kind = held.text();
  const read = own(KINDS, kind);
  if (!read) throw new SshKeyError(`is of kind ${kind}, which the provider cannot sign with; add it to an agent`);
  const key = createPrivateKey({ key: read(held), format: "jwk" });
  return keyOf(key, held.text());
}

const digits = (bytes: Buffer): string => withoutZeros(bytes).toString("base64url");
const withoutZeros = (bytes: Buffer): Buffer =>
  bytes.subarray(
    Math.max(
      bytes.findIndex((byte) => byte !== 0),
      0,
    ),
  );
const asNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString("hex") || "0"}`);

/** The remainder, which the file leaves to be worked out. */
function remainder(number: Buffer, prime: Buffer): string {
  const hex = (asNumber(number) % (asNumber(prime) - 1n)).toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex").toString("base64url");
}

const ellipticCurve =
  (crv: string, size: number) =>
  (held: SshReader): JsonWebKey => {
    held.string();
    const point = held.string();
    const d = withoutZeros(held.string());
    return {
      ...{ kty: "EC", crv },
      x: point.subarray(1, 1 + size).toString("base64url"),
      y: point.subarray(1 + size).toString("base64url"),
      d: Buffer.concat([Buffer.alloc(size - d.length), d]).toString("base64url"),
    };
  };

/** By the name of its kind, the key as it stands in a file. */
const KINDS: Readonly<Record<string, (held: SshReader) => JsonWebKey>> = {
  "ssh-ed25519": (held) => {
    const x = held.string().toString("base64url");
    return { kty: "OKP", crv: "Ed25519", x, d: held.string().subarray(0, 32).toString("base64url") };
  },
  "ssh-rsa": (held) => {
    const [n, e, d, qi, p, q] = Array.from({ length: 6 }, () => held.string()) as [
      Buffer,
      Buffer,
      Buffer,
      Buffer,
      Buffer,
      Buffer,
    ];
    return {
      ...{ kty: "RSA", n: digits(n), e: digits(e), d: digits(d), qi: digits(qi), p: digits(p), q: digits(q) },
      ...{ dp: remainder(d, p), dq: remainder(d, q) },
    };
  },
  "ecdsa-sha2-nistp256": ellipticCurve("P-256", 32),
  "ecdsa-sha2-nistp384": ellipticCurve("P-384", 48),
  "ecdsa-sha2-nistp521": ellipticCurve("P-521", 66),
};

/** By the name of its curve, how ssh calls it and what is signed of the data. */
const CURVES: Readonly<Record<string, { readonly name: string; readonly hash: string }>> = {
  "P-256": { name: "nistp256", hash: "sha256" },
  "P-384": { name: "nistp384", hash: "sha384" },
  "P-521": { name: "nistp521", hash: "sha512" },
};

/** Flags of a request to sign. Source: https://datatracker.ietf.org/doc/html/draft-ietf-sshm-ssh-agent */
const SHA256 = 2;
const SHA512 = 4;

function keyOf(key: KeyObject, comment: string): SshKey {
  const { kty, crv = "", n = "", e = "", x = "", y = "" } = key.export({ format: "jwk" });
  const bytes = (text: string) => Buffer.from(text, "base64url");
  if (kty === "OKP" && crv === "Ed25519")
    return {
      ...{ comment, blob: sshStrings("ssh-ed25519", bytes(x)) },
      sign: (data) => sshStrings("ssh-ed25519", sign(null, data, key)),
    };
  if (kty === "RSA")
    return {
      ...{ comment, blob: Buffer.concat([sshStrings("ssh-rsa"), sshNumber(bytes(e)), sshNumber(bytes(n))]) },
      sign(data, flags) {
        const [kind, hash] =
          flags & SHA512
            ? ["rsa-sha2-512", "sha512"]
            : flags & SHA256
              ? ["rsa-sha2-256", "sha256"]
              : ["ssh-rsa", "sha1"];
        return sshStrings(kind!, sign(hash, data, key));
      },
    };
  const curve = kty === "EC" ? own(CURVES, crv) : undefined;
  if (!curve)
    throw new SshKeyError(`is of kind ${kty} ${crv}, which the provider cannot sign with; add it to an agent`);
  const { name, hash } = curve;
  const kind = `ecdsa-sha2-${name}`;
  return {
    ...{ comment, blob: sshStrings(kind, name, Buffer.concat([Buffer.of(4), bytes(x), bytes(y)])) },
    sign(data) {
      const both = sign(hash, data, { key, dsaEncoding: "ieee-p1363" });
      const [r, s] = [both.subarray(0, both.length / 2), both.subarray(both.length / 2)];
      return sshStrings(kind, Buffer.concat([sshNumber(r), sshNumber(s)]));
    },
  };
}
