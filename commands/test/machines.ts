import { join } from "node:path";
import { checkout } from "../checkout";
import { say } from "../terminal";
import { tests } from "../words/tests";
import { chosen } from "./chosen";
import { currentCommit, isSameCommit } from "./commit";
import { type Counts, conclude } from "./counts";
import { writeEnginesPage } from "./engines-page";
import { interruptible } from "./interruption";
import { killMachines } from "./machines/machine";
import { lastRuns, recordScenario } from "./machines/record";
import { Rig } from "./machines/rig";
import { playScenario, type Row } from "./machines/scenario";
import { hosts } from "./machines/scenarios/hosts";
import { hub } from "./machines/scenarios/hub";
import { learner } from "./machines/scenarios/learner";
import { outside } from "./machines/scenarios/outside";
import { remapped } from "./machines/scenarios/remapped";
import { rootless } from "./machines/scenarios/rootless";
import { makeTestProgramsReady } from "./packages";

/** Programs that machines are made with, and their packages. */
const programs = {
  ...{ gcc: "build-essential", flex: "flex", bison: "bison", bc: "bc", xz: "xz-utils" },
  ...{ mmdebstrap: "mmdebstrap", mke2fs: "e2fsprogs", ip: "iproute2", nsenter: "util-linux" },
  ...{ ssh: "openssh-client", git: "git" },
};

/** Where what was seen is written down. */
const docs = join(checkout, "docs");

const scenarios = [learner, outside, hosts, hub, remapped, rootless];

/**
 * Plays scenarios on machines that are made once and kept in the user's cache: computers within this one, with a kernel,
 * systemd and an engine of their own. Writes down what was seen.
 *
 * @param names of scenarios @default - all
 * @param options.resume whether what passed at this very commit is left out
 */
export async function testMachines(
  names: readonly string[],
  options: { readonly install: boolean; readonly resume?: boolean },
): Promise<void> {
  const wanted = chosen(tests.scenario, scenarios, names);
  await makeTestProgramsReady(options, programs);
  const commit = await currentCommit();
  const before = options.resume ? await lastRuns(docs) : [];
  const counts: Counts[] = [];
  await interruptible("machines", async (signal) => {
    const rig = await Rig.open();
    // What waits for a machine's answer ends with the machine.
    signal.addEventListener("abort", killMachines);
    try {
      for (const scenario of wanted) {
        const last = before.find((each) => each.scenario === scenario.name);
        if (isSameCommit(last?.commit, commit) && last?.rows.every(({ passed }) => passed)) {
          say(tests.passedBefore(scenario.name, commit));
          counts.push(countsOf(last.rows));
          continue;
        }
        const rows = await playScenario(scenario, rig, signal);
        // One that was interrupted says nothing of the machine.
        signal.throwIfAborted();
        const date = new Date().toISOString().slice(0, 10);
        await recordScenario({ scenario: scenario.name, title: scenario.title, date, commit, rows }, docs);
        await writeEnginesPage(docs);
        counts.push(countsOf(rows));
      }
    } finally {
      await rig.close();
    }
  });
  conclude(counts);
}

const countsOf = (rows: readonly Row[]): Counts => {
  const passed = rows.filter((row) => row.passed).length;
  return { passed, failed: rows.length - passed, skipped: 0 };
};
