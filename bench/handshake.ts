/**
 * How long Terraform waits for the provider each time it starts it (about four times for one apply), beside what
 * Node.js takes to do nothing. All in one run, in turns, so that whatever else the machine does falls on all alike.
 *
 *     npx tsx bench/handshake.ts [rounds]
 */
import { join } from "node:path";
import { Client, credentials } from "@grpc/grpc-js";
import { handshakeOf, launch, TERRAFORM, unpack } from "../__tests__/e2e/provider/harness/launched";
import { buildIfStale } from "../provider/build";
import { createIdentity, pem } from "../provider/plugin/go-plugin/certificate";
import { median } from "./median";
import { printTable } from "./print-table";

const ROUNDS = Number(process.argv[2] ?? 31);
/** The line may take this many times what `node -e 0` takes: 120 ms where that is 50. */
const LIMIT = 120 / 50;

const provider = unpack({ folder: join(__dirname, "../dist/provider"), manifest: buildIfStale() });
const terraform = createIdentity();
const asIs = (bytes: Buffer) => bytes;

const since = (start: number) => performance.now() - start;

async function doNothing(): Promise<number> {
  const start = performance.now();
  const child = launch(process.execPath, {}, provider.folder, ["-e", "0"]);
  await new Promise((resolve) => child.on("exit", resolve));
  return since(start);
}

/** Milliseconds from exec to the handshake line, to the answer to the first call, and from then to the end. */
async function startProvider(): Promise<{ line: number; answer: number; end: number }> {
  const start = performance.now();
  const child = launch(provider.executable, { ...TERRAFORM, PLUGIN_CLIENT_CERT: pem(terraform.certificate) });
  const { socket, certificate } = await handshakeOf(child);
  const line = since(start);
  const client = new Client(
    `unix:${socket}`,
    credentials.createSsl(
      Buffer.from(pem(certificate)),
      Buffer.from(terraform.privateKey),
      Buffer.from(pem(terraform.certificate)),
    ),
    { "grpc.ssl_target_name_override": "localhost", "grpc.default_authority": "localhost" },
  );
  await new Promise<void>((resolve, reject) => {
    client.makeUnaryRequest("/tfplugin6.Provider/GetProviderSchema", asIs, asIs, Buffer.alloc(0), (error) =>
      error ? reject(error) : resolve(),
    );
  });
  const answer = since(start);
  client.close();
  await new Promise((resolve) => child.on("exit", resolve));
  return { line, answer, end: since(start) - answer };
}

async function main(): Promise<void> {
  const nothing: number[] = [];
  const starts: Awaited<ReturnType<typeof startProvider>>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    nothing.push(await doNothing());
    starts.push(await startProvider());
  }
  const floor = median(nothing);
  const row = (what: string, values: number[]) => [
    what,
    `${median(values).toFixed(1)} ms`,
    `${(median(values) / floor).toFixed(2)}x`,
  ];
  const lines = starts.map(({ line }) => line);
  printTable(
    ["from exec", "median", "beside node -e 0"],
    [
      row("node -e 0", nothing),
      row("provider: handshake line", lines),
      row(
        "provider: first answer",
        starts.map(({ answer }) => answer),
      ),
      row(
        "provider: end, after Terraform let go",
        starts.map(({ end }) => end),
      ),
    ],
  );
  const ratio = median(lines) / floor;
  console.log(`the line takes ${ratio.toFixed(2)} times the floor; allowed are ${LIMIT}`);
  if (ratio > LIMIT) process.exitCode = 1;
}

main().finally(() => provider.remove());
