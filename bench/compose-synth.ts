/**
 * Synthesis of generated Compose files: processor time and memory as the file grows. Linear means that the ratio of the time per
 * service of the largest to that of the smallest stays near 1. Each size runs in a process of its own.
 *
 *     npx tsx bench/compose-synth.ts
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, TerraformStack } from "cdktf";
import { compile } from "../constructs/compose/compile";
import { ComposeStack } from "../constructs/compose/compose-stack";
import { printTable } from "./print-table";

const SIZES = [125, 250, 500, 1000, 2000];
/** Processor seconds that 1,000 services may take. */
const LIMIT = 5;
/** How much longer a service of the largest file may take than one of the smallest that is measured. */
const LINEAR = 2;

/** A stack file with `count` services that use what stack files use: anchors, short and long forms, variables. */
export function composeFile(count: number): string {
  const services = Array.from(
    { length: count },
    (_, i) => `
  service-${i}:
    <<: *common
    image: registry.example/app-${i}:\${TAG:-latest}
    command: serve --port 80 --name 'service ${i}'
    environment:
      NAME: service-${i}
      PEER: "http://service-${(i + 1) % count}:80"
    ports: ["${10_000 + i}:80", {target: 443, published: ${30_000 + i}, protocol: tcp, mode: host}]
    volumes: ["data-${i % 50}:/data", {type: tmpfs, target: /run, tmpfs: {size: 64m}}]
    networks: {front: {aliases: [s${i}]}, net-${i % 20}: }
    secrets: [{source: secret-${i % 10}, mode: 0400}]
    configs: [config-${i % 10}]
    depends_on: [${i === 0 ? "" : `service-${i - (i % 10 === 0 ? 10 : 1)}`}]
    healthcheck: {test: [CMD, curl, -f, http://localhost], interval: 10s, retries: 3}
    labels: ["com.example.index=${i}", "com.example.kind=bench"]`,
  );
  const keys = (prefix: string, n: number, body: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => `  ${prefix}-${i}: ${body(i)}`).join("\n");
  return `x-common: &common
  restart: on-failure:3
  init: true
  ulimits: {nofile: {soft: 1024, hard: 2048}}
  logging: {driver: json-file, options: {max-size: 10m}}
  deploy: {replicas: 2, resources: {limits: {cpus: "0.5", memory: 64M}}, update_config: {parallelism: 1, delay: 5s}}
services:${services.join("")}
networks:
  front:
${keys("net", 20, () => "{driver_opts: {encrypted: 'true'}}")}
volumes:
${keys("data", 50, () => "{labels: {kind: bench}}")}
secrets:
${keys("secret", 10, (i) => `{environment: SECRET_${i}}`)}
configs:
${keys("config", 10, (i) => `{content: "value ${i}"}`)}
`;
}

interface Measured {
  readonly services: number;
  readonly bytes: number;
  readonly compileSeconds: number;
  readonly synthSeconds: number;
  readonly megabytes: number;
}

/** Of this process alone, whatever else the machine does. */
function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function measure(services: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), "bench-compose-"));
  try {
    const file = join(folder, "compose.yml");
    const text = composeFile(services);
    writeFileSync(file, text);
    const variables = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`SECRET_${i}`, `value ${i}`]));
    const started = seconds();
    compile({ files: [file], variables });
    const compiled = seconds();
    const app = new App({ outdir: join(folder, "out"), stackTraces: false });
    const stack = new TerraformStack(app, "bench");
    new DockerProvider(stack, "docker");
    ComposeStack.fromFile(stack, "stack", { file, variables, name: "bench" });
    app.synth();
    const synthesized = seconds();
    return {
      services,
      bytes: text.length,
      compileSeconds: compiled - started,
      synthSeconds: synthesized - compiled,
      megabytes: process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function main(): void {
  const [, , size] = process.argv;
  if (size) {
    console.log(JSON.stringify(measure(Number(size))));
    return;
  }
  const rows = SIZES.map((services): Measured => {
    const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, __filename, String(services)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) throw new Error(`${services} services: the process ended with ${status}`);
    return JSON.parse(stdout.trim().split("\n").at(-1)!);
  });
  printTable(
    ["services", "KB", "compile s", "synth s", "synth ms/service", "peak MB"],
    rows.map(({ services, bytes, compileSeconds, synthSeconds, megabytes }) => [
      String(services),
      (bytes / 1024).toFixed(0),
      compileSeconds.toFixed(2),
      synthSeconds.toFixed(2),
      ((synthSeconds * 1000) / services).toFixed(2),
      megabytes.toFixed(0),
    ]),
  );
  const [, first] = rows;
  const last = rows.at(-1)!;
  const thousand = rows.find(({ services }) => services === 1000)!;
  const growth = last.synthSeconds / last.services / (first!.synthSeconds / first!.services);
  console.log(
    `1,000 services: ${thousand.synthSeconds.toFixed(2)} s (limit ${LIMIT} s); a service of ${last.services} takes ${growth.toFixed(2)} times one of ${first!.services} (limit ${LINEAR})`,
  );
  if (thousand.synthSeconds > LIMIT || growth > LINEAR) process.exitCode = 1;
}

main();
