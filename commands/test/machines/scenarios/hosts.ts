import { rm } from "node:fs/promises";
import { join } from "node:path";
import { machinesCache } from "../cache";
import { runOutside } from "../from-outside";
import { serveMirror } from "../guest-lab";
import type { Machine } from "../machine";
import { hold, type Scenario } from "../scenario";
import { synthesizeTwoMachines } from "../two-machines";

export const hosts: Scenario = {
  name: "hosts",
  title: "two machines become one swarm by ssh, with a Compose stack behind Docker's mesh",
  async play(rig, check) {
    const machines = await Promise.all([rig.machine(), rig.machine()]);
    await Promise.all(machines.map(serveMirror));
    const outdir = join(machinesCache(), "outside/two-machines");
    await rm(outdir, { recursive: true, force: true });
    const cwd = synthesizeTwoMachines(
      machines.map(({ place }) => `ssh://root@${place.address}`),
      outdir,
    );
    const terraform = async (command: string) => {
      const { exitCode, printed } = await runOutside(`${rig.terraform} ${command} -no-color`, { cwd });
      if (exitCode !== 0) throw new Error(printed.trimEnd().split("\n").slice(-15).join("\n"));
      return printed;
    };
    await check("they become a swarm with five services", async () => {
      await terraform("init -input=false");
      const printed = await terraform("apply -auto-approve");
      return hold(true, /Apply complete! .*/.exec(printed)?.[0] ?? "");
    });
    await check("both are ready", () => readiness(machines[0]!));
    await check("a plan is empty", async () => hold(/No changes\./.test(await terraform("plan")), "no changes"));
    await check("both answer at both ports", () => answers(machines));
    await check("one comes back from a reboot, ready and answering", async () => {
      await machines[1]!.reboot();
      return `${await readiness(machines[0]!)}; ${await answers(machines)}`;
    });
    await check("destroy leaves no swarm and nothing of the app", async () => {
      await terraform("destroy -auto-approve");
      const left = await Promise.all(machines.map((machine) => machine.must(leftovers)));
      return hold(
        left.every((each) => each === "inactive"),
        left.join(", "),
      );
    });
  },
};

const leftovers =
  "docker info -f '{{.Swarm.LocalNodeState}}'; docker volume ls -q | grep voting; docker ps -aq --filter label=com.docker.swarm.task | head -1";

/** Once no node is on its way to it: a machine that was away is told of a few seconds later. */
async function readiness(manager: Machine): Promise<string> {
  const found = await manager.must(
    "timeout 60 sh -c 'until ! docker node ls --format {{.Status}} | grep -qv Ready; do sleep 1; done'; docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'",
  );
  const nodes = found.split("\n").map((line) => line.trim());
  return hold(nodes.length === 2 && nodes.every((node) => node.includes("Ready")), nodes.join(", "));
}

/** From the other machine, and over Docker's mesh: a task may be on either. */
async function answers(machines: readonly Machine[]): Promise<string> {
  const [first] = machines;
  const asked = machines.flatMap(({ place }) => [5000, 5001].map((port) => `${place.address}:${port}`));
  const seen = await Promise.all(
    asked.map(async (address) => {
      const { printed } = await first!.run(
        `curl -s -o /dev/null --retry 20 --retry-delay 1 --retry-all-errors -m 20 -w '%{http_code}' http://${address}/`,
      );
      return `${address} ${printed.slice(-3)}`;
    }),
  );
  return hold(
    seen.every((each) => each.endsWith(" 200")),
    seen.join(", "),
  );
}
