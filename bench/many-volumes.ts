/**
 * How the time of a plan grows with the number of objects: 2,500 and 10,000 volumes that are to be made, by the provider
 * and by the floor, one that does nothing. No engine is changed. `npx tsx bench/many-volumes.ts [RUNS]`
 */
import { rmSync } from "node:fs";
import { performance } from "node:perf_hooks";
import type { ProviderBundle } from "../constructs/engine/provider-bundle";
import { floorBundle } from "./floor";
import { median } from "./median";
import { printTable } from "./print-table";
import { Workspace } from "./workspace";

const [FEW, MANY] = [2_500, 10_000];
/** Four times as many may take this many times the time: what is not linear shows far beyond. */
const AIM = (MANY / FEW) * 1.15;
const runs = Number(process.argv[2] ?? 3);

const volumes = (type: string, count: number) =>
  `resource "${type}" "v" {\n  count = ${count}\n  name  = "bench-\${count.index}"\n}\n`;

/** Seconds that a plan of so many takes. */
async function plan(type: string, count: number, bundle?: ProviderBundle): Promise<number> {
  const workspace = new Workspace(volumes(type, count), bundle);
  try {
    await workspace.init();
    const begun = performance.now();
    await workspace.terraform("plan");
    return (performance.now() - begun) / 1000;
  } finally {
    workspace.remove();
  }
}

async function main(): Promise<void> {
  const bundle = floorBundle();
  const ways = [
    { name: "floor", type: "floor_nothing", bundle, few: [] as number[], many: [] as number[] },
    { name: "ours", type: "docker_volume", bundle: undefined, few: [] as number[], many: [] as number[] },
  ];
  try {
    for (let run = 0; run < runs; run++)
      for (const way of ways) {
        way.few.push(await plan(way.type, FEW, way.bundle));
        way.many.push(await plan(way.type, MANY, way.bundle));
      }
  } finally {
    rmSync(bundle.folder, { recursive: true });
  }
  const rows = ways.map(({ name, few, many }) => {
    const [less, more] = [median(few), median(many)];
    const grew = more / less;
    return [
      name,
      `${less.toFixed(2)} s`,
      `${more.toFixed(2)} s`,
      grew.toFixed(2),
      AIM.toFixed(2),
      grew <= AIM ? "yes" : "no",
    ];
  });
  console.log(`plans of ${FEW} and ${MANY} volumes to be made; medians of ${runs}`);
  printTable(["", `${FEW}`, `${MANY}`, "grew", "aim", "met"], rows);
}

void main();
