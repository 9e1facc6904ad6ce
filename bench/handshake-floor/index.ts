import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../../provider/build/bundle";
import { createIdentity, pem } from "../../provider/plugin/go-plugin/certificate";
import { FILES } from "./files";

/** Programs that are started as the provider is, and say a handshake line and one answer that are ready before. */
export function handshakeFloors(answer: Buffer) {
  const folder = mkdtempSync(join(tmpdir(), "docker-stages-bench-"));
  const { certificate, privateKey } = createIdentity();
  const contents = { der: certificate, certificate: pem(certificate), key: privateKey, answer };
  for (const [name, content] of Object.entries(contents))
    writeFileSync(join(folder, FILES[name as keyof typeof FILES]), content, { mode: 0o600 });
  const executable = (name: string): string => {
    const file = join(folder, name);
    writeFileSync(file, bundle(join(__dirname, `${name}.ts`), "#!/usr/bin/env node"));
    chmodSync(file, 0o700);
    return file;
  };
  return {
    http2: executable("http2"),
    tls: executable("tls"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
