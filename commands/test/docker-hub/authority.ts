import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A server's certificate with its key, and the authority that whoever asks is to trust: texts in PEM. */
export interface Certificate {
  readonly authority: string;
  readonly cert: string;
  readonly key: string;
}

/** Days that a certificate holds: longer than a run. */
const DAYS = "2";

/** An authority of one's own and a certificate of it, made by the system's openssl. @param folder for their files */
export function certifyNames(names: readonly string[], folder: string): Certificate {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  openssl("req", "-x509", ...newKey("authority"), "-out", "authority.pem", "-days", DAYS, "-subj", "/CN=imitated hub");
  openssl("req", ...newKey("server"), "-out", "server.csr", "-subj", `/CN=${names[0]}`);
  writeFileSync(join(folder, "server.ext"), `subjectAltName=${names.map((name) => `DNS:${name}`).join(",")}`);
  const signer = ["-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", DAYS];
  openssl("x509", "-req", "-in", "server.csr", "-out", "server.pem", "-extfile", "server.ext", ...signer);
  return { authority: text("authority.pem"), cert: text("server.pem"), key: text("server.key") };
}

const newKey = (name: string): string[] => [
  ...["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
  ...["-nodes", "-keyout", `${name}.key`],
];
