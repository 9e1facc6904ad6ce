import { readFileSync, writeSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { handshakeLine } from "../../provider/plugin/go-plugin/handshake";
import { listenAt } from "../../provider/plugin/process/listen";
import { FILES } from "./files";

const read = (name: string) => readFileSync(join(__dirname, name));

/** What a floor has ready in files, where the provider makes it. */
export interface Ready {
  readonly certificate: string;
  readonly key: string;
  readonly client: string;
  readonly answer: Buffer;
}

/** Says where it listens, and only then makes what answers, as the provider does. */
export function listening(make: (ready: Ready) => (connection: Socket) => void): void {
  const listener = createServer();
  const path = join(__dirname, `${process.pid}.sock`);
  listenAt(listener, path, () => {
    writeSync(1, handshakeLine(path, read(FILES.der)));
    const [certificate, key] = [FILES.certificate, FILES.key].map((name) => read(name).toString("latin1"));
    const client = process.env["PLUGIN_CLIENT_CERT"]!;
    listener.on("connection", make({ certificate: certificate!, key: key!, client, answer: read(FILES.answer) }));
  });
}
