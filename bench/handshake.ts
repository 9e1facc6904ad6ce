/**
 * How long Terraform waits for the provider each time it starts it (about four times for one apply), beside what
 * Node.js takes to do nothing, and beside programs that say the same and have it ready. All in one run, in turns, so that
 * whatever else the machine does falls on all alike; the processor time, which Linux alone tells, is moved least by it.
 *
 *     npx tsx bench/handshake.ts [rounds]
 */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { Client, credentials } from "@grpc/grpc-js";
import { handshakeOf, launch, TERRAFORM, unpack } from "../__tests__/e2e/provider/harness/launched";
import { buildIfStale } from "../provider/build";
import { createIdentity, pem } from "../provider/plugin/go-plugin/certificate";
import { keptFile } from "../provider/plugin/tfplugin6/handled-calls";
import { handshakeFloors } from "./handshake-floor";
import { median } from "./median";
import { printTable } from "./print-table";
import { processorTimeOf } from "./processor-time";

const ROUNDS = Number(process.argv[2] ?? 31);
/** The line may take this many times what `node -e 0` takes: 120 ms where that is 50. */
const LIMIT = 120 / 50;

const provider = unpack({ folder: join(__dirname, "../dist/provider"), manifest: buildIfStale() });
const floors = handshakeFloors(readFileSync(join(provider.folder, keptFile("GetProviderSchema"))));
const terraform = createIdentity();
const ENVIRONMENT = { ...TERRAFORM, PLUGIN_CLIENT_CERT: pem(terraform.certificate) };
const asIs = (bytes: Buffer) => bytes;

const since = (start: number) => performance.now() - start;
const endOf = (child: ChildProcess) => (child.exitCode === null ? once(child, "exit") : undefined);

async function doNothing(): Promise<number> {
  const start = performance.now();
  await endOf(launch(process.execPath, {}, provider.folder, ["-e", "0"]));
  return since(start);
}

/** Processor time of a Node.js that has nothing more to do, which it says. */
async function doNothingAndStay(): Promise<number | undefined> {
  if (process.platform !== "linux") return undefined;
  const script = 'require("node:fs").writeSync(1, "."); setInterval(() => {}, 1e6)';
  const child = launch(process.execPath, {}, provider.folder, ["-e", script]);
  await once(child.stdout!, "data");
  const processor = processorTimeOf(child.pid!);
  child.kill();
  await endOf(child);
  return processor;
}

interface Start {
  /** Milliseconds from exec to the handshake line, to the answer to the first call, and from then to the end. */
  readonly line: number;
  readonly answer: number;
  readonly end: number;
  /** Processor time up to the answer, in milliseconds. */
  readonly processor: number | undefined;
}

async function start(executable: string): Promise<Start> {
  const started = performance.now();
  const child = launch(executable, ENVIRONMENT);
  const { socket, certificate } = await handshakeOf(child);
  const line = since(started);
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
  const answer = since(started);
  const processor = process.platform === "linux" ? processorTimeOf(child.pid!) : undefined;
  client.close();
  // A floor does not end by itself.
  if (executable !== provider.executable) child.kill();
  await endOf(child);
  return { line, answer, end: since(started) - answer, processor };
}

async function main(): Promise<void> {
  const nothing: number[] = [];
  const staying: (number | undefined)[] = [];
  const starts: Record<"ours" | "http2" | "tls", Start[]> = { ours: [], http2: [], tls: [] };
  for (let round = 0; round < ROUNDS; round++) {
    nothing.push(await doNothing());
    staying.push(await doNothingAndStay());
    for (const name of ["http2", "tls"] as const) starts[name].push(await start(floors[name]));
    starts.ours.push(await start(provider.executable));
  }
  const told = (values: readonly (number | undefined)[], floor: readonly (number | undefined)[]) => {
    const [known, floorKnown] = [values, floor].map((all) => all.filter((value) => value !== undefined));
    if (!known?.length || !floorKnown?.length) return ["", ""];
    return [`${median(known).toFixed(1)} ms`, `${(median(known) / median(floorKnown)).toFixed(2)}x`];
  };
  const row = (what: string, values: readonly number[], processor: readonly (number | undefined)[] = []) => [
    what,
    ...told(values, nothing),
    ...told(processor, staying),
  ];
  const answered = (what: string, of: readonly Start[]) => {
    const answers = of.map(({ answer }) => answer);
    const processor = of.map((each) => each.processor);
    return row(what, answers, processor);
  };
  const lines = starts.ours.map(({ line }) => line);
  const ends = starts.ours.map(({ end }) => end);
  printTable(
    ["from exec", "median", "beside node -e 0", "processor", "beside it"],
    [
      row("node -e 0", nothing, staying),
      row("provider: handshake line", lines),
      answered("provider: first answer", starts.ours),
      answered("floor: a ready answer by node:http2", starts.http2),
      answered("floor: the same without node:http2, as much as fits its window", starts.tls),
      row("provider: end, after Terraform let go", ends),
    ],
  );
  const ratio = median(lines) / median(nothing);
  console.log(`the line takes ${ratio.toFixed(2)} times the floor; allowed are ${LIMIT}`);
  console.log(`load of one minute at the end: ${loadavg()[0]!.toFixed(1)}`);
  if (ratio > LIMIT) process.exitCode = 1;
}

main().finally(() => {
  provider.remove();
  floors.remove();
});
