import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type Server } from "node:tls";

/** This machine's engine behind TLS that asks for the client's certificate, as `dockerd --tlsverify` does. */
export class TlsEngine {
  readonly directory = mkdtempSync(join(tmpdir(), "tls-"));
  private readonly server: Server;

  private constructor() {
    this.authority("authority");
    this.authority("stranger");
    this.certify("server", "authority", "subjectAltName=DNS:localhost,IP:127.0.0.1");
    this.certify("client", "authority", "extendedKeyUsage=clientAuth");
    this.certify("intruder", "stranger", "extendedKeyUsage=clientAuth");
    const [ca, cert, key] = ["authority.pem", "server.pem", "server.key"].map((name) => this.pem(name));
    this.server = createServer({ ca, cert, key, requestCert: true }, (client) => {
      const outer = connect("/var/run/docker.sock");
      client.pipe(outer).pipe(client);
      for (const side of [client, outer]) side.on("error", () => {});
    });
    this.server.on("tlsClientError", () => {});
  }

  static async start(): Promise<TlsEngine> {
    const engine = new TlsEngine();
    await new Promise<void>((resolve) => engine.server.listen(0, "127.0.0.1", resolve));
    return engine;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** A file's content: `authority.pem`, `client.pem`, `client.key`, `intruder.pem`, … */
  pem(name: string): string {
    return readFileSync(join(this.directory, name), "utf8");
  }

  /** What a client needs that the engine knows. */
  client(): { ca: string; cert: string; key: string } {
    return { ca: this.pem("authority.pem"), cert: this.pem("client.pem"), key: this.pem("client.key") };
  }

  stop(): void {
    this.server.close();
    rmSync(this.directory, { recursive: true });
  }

  private authority(name: string): void {
    this.openssl("req", "-x509", ...newKey(name), "-out", `${name}.pem`, "-days", "2", "-subj", `/CN=${name}`);
  }

  /** A certificate and its key, signed by the authority of the name. */
  private certify(name: string, authority: string, extension: string): void {
    this.openssl("req", ...newKey(name), "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    writeFileSync(join(this.directory, `${name}.ext`), extension);
    const signer = ["-CA", `${authority}.pem`, "-CAkey", `${authority}.key`, "-CAcreateserial"];
    const files = ["-in", `${name}.csr`, "-out", `${name}.pem`, "-extfile", `${name}.ext`];
    this.openssl("x509", "-req", ...files, ...signer, "-days", "2");
  }

  private openssl(...args: string[]): void {
    execFileSync("openssl", args, { cwd: this.directory, stdio: "pipe" });
  }
}

const newKey = (name: string): string[] => [
  ...["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
  ...["-nodes", "-keyout", `${name}.key`],
];
