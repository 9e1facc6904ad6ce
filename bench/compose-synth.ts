/**
 * Synthesis of generated Compose files: processor time and memory as the file grows, cdktf's own share of both apart. The
 * share of time is what cdktf's synth takes of the declared stack; its share of memory is that of an app that declares
 * nothing. Each size runs in a process of its own. For a swarm, or for one engine.
 *
 *     npx tsx bench/compose-synth.ts [swarm|host]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, TerraformStack } from "cdktf";
import { compile } from "../constructs/compose/compile";
import { compileProject } from "../constructs/compose/compile-project";
import { ComposeProject } from "../constructs/compose/compose-project";
import { ComposeStack } from "../constructs/compose/compose-stack";
import { printTable } from "./print-table";

const SIZES = [0, 125, 250, 500, 1000, 2000, 5000];
/** Processor seconds that 1,000 services may take. */
const LIMIT = 5;
/** How many times the processor time of 1,000 services 5,000 may take. */
const GROWTH = 6;
/** Megabytes that 5,000 services may take above an empty app. */
const MEMORY = 512;

type Target = "swarm" | "host";

/** What a swarm and one engine are asked for each in its own way. */
const OF: Readonly<Record<Target, { readonly port: string; readonly deploy: string }>> = {
  swarm: { port: ", mode: host", deploy: "replicas: 2, update_config: {parallelism: 1, delay: 5s}, " },
  host: { port: "", deploy: "" },
};

/** A file with `count` services that use what such files use: anchors, short and long forms, variables. */
function composeFile(count: number, target: Target): string {
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
    ports: ["${10_000 + i}:80", {target: 443, published: ${30_000 + i}, protocol: tcp${OF[target].port}}]
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
  deploy: {${OF[target].deploy}resources: {limits: {cpus: "0.5", memory: 64M}}}
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
  /** From the file to the model. */
  readonly compileSeconds: number;
  /** From the model to cdktf's constructs. */
  readonly declareSeconds: number;
  /** From constructs to files: cdktf's own. */
  readonly synthSeconds: number;
  /** The most that the process has taken. */
  readonly megabytes: number;
}

/** Of this process alone, whatever else the machine does. */
function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** From the file to the model, and from that to constructs. */
const COMPILE: Readonly<Record<Target, (file: string, variables: Variables) => (stack: TerraformStack) => void>> = {
  swarm: (file, variables) => {
    const model = compile({ files: [file], variables, name: "bench" });
    return (stack) => void new ComposeStack(stack, "stack", { model });
  },
  host: (file, variables) => {
    const model = compileProject({ files: [file], variables, name: "bench" });
    return (stack) => void new ComposeProject(stack, "stack", { model });
  },
};

type Variables = Readonly<Record<string, string>>;

function measure(services: number, target: Target): Measured {
  const folder = mkdtempSync(join(tmpdir(), "bench-compose-"));
  try {
    const file = join(folder, "compose.yml");
    const text = services === 0 ? "" : composeFile(services, target);
    writeFileSync(file, text);
    const variables = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`SECRET_${i}`, `value ${i}`]));
    const started = seconds();
    const declare = services === 0 ? undefined : COMPILE[target](file, variables);
    const compiled = seconds();
    const app = new App({ outdir: join(folder, "out"), stackTraces: false });
    const stack = new TerraformStack(app, "bench");
    new DockerProvider(stack, "docker");
    declare?.(stack);
    const declared = seconds();
    app.synth();
    const synthesized = seconds();
    return {
      services,
      bytes: text.length,
      compileSeconds: compiled - started,
      declareSeconds: declared - compiled,
      synthSeconds: synthesized - declared,
      megabytes: process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const total = (of: Measured): number => of.compileSeconds + of.declareSeconds + of.synthSeconds;

function main(): void {
  const [, , target = "swarm", size] = process.argv as [string, string, Target?, string?];
  if (size) {
    console.log(JSON.stringify(measure(Number(size), target)));
    return;
  }
  const rows = SIZES.map((services): Measured => {
    // As cdktf.json has an app run: tsx's own command keeps source maps, and their memory.
    const { stdout, status } = spawnSync(process.execPath, ["-r", "tsx/cjs", __filename, target, String(services)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) throw new Error(`${services} services: the process ended with ${status}`);
    return JSON.parse(stdout.trim().split("\n").at(-1)!);
  });
  const of = (services: number) => rows.find((row) => row.services === services)!;
  const [empty, thousand, most] = [of(0), of(1000), of(5000)];
  printTable(
    ["services", "KB", "compile s", "declare s", "cdktf's synth s", "ms/service", "peak MB", "above empty"],
    rows.map((row) => [
      String(row.services),
      (row.bytes / 1024).toFixed(0),
      row.compileSeconds.toFixed(2),
      row.declareSeconds.toFixed(2),
      row.synthSeconds.toFixed(2),
      row.services === 0 ? "" : ((total(row) * 1000) / row.services).toFixed(2),
      row.megabytes.toFixed(0),
      (row.megabytes - empty.megabytes).toFixed(0),
    ]),
  );
  const growth = (share: (row: Measured) => number) => share(most) / share(thousand);
  const ours = growth((row) => row.compileSeconds + row.declareSeconds);
  const theirs = growth((row) => row.synthSeconds);
  const above = most.megabytes - empty.megabytes;
  console.log(`1,000 services: ${total(thousand).toFixed(2)} s (limit ${LIMIT} s)`);
  console.log(
    `5,000 take ${growth(total).toFixed(2)} times that (limit ${GROWTH}): what is ours ${ours.toFixed(2)}, cdktf's synth ${theirs.toFixed(2)}; ${above.toFixed(0)} MB above an empty app (limit ${MEMORY})`,
  );
  if (total(thousand) > LIMIT || growth(total) > GROWTH || above > MEMORY) process.exitCode = 1;
}

main();
