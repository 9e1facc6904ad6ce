import { changesIn, inCheckout, labIn, lessonsIn } from "../guest-lab";
import type { Machine } from "../machine";
import { hold, type Scenario } from "../scenario";

const all = "stage1 stage2 stage3 stage4";
const count = 4;

/** What the engine has beside what it has from the start, and beside the mirror. */
const left = [
  "docker ps -a --format 'container {{.Names}}'",
  "docker volume ls --format 'volume {{.Name}}'",
  "docker network ls --filter type=custom --format 'network {{.Name}}'",
  "docker image ls -a --format 'image {{.Repository}}:{{.Tag}}'",
].join("; ");

export const learner: Scenario = {
  name: "learner",
  title: "stages 1 to 4 on a machine's own engine, and a reboot",
  async play(rig, check) {
    const machine = await rig.machine();
    await check("systemd runs, and nothing of it failed", async () => {
      const { printed } = await machine.run("systemctl is-system-running; systemctl --failed --plain --no-legend");
      return hold(/^running\s*$/.test(printed), printed.trim());
    });
    await check("AppArmor confines what runs in a container", async () => {
      const profiles = await machine.must("grep -c enforce /sys/kernel/security/apparmor/profiles");
      const container = await machine.must(confined);
      return hold(
        container === "docker-default (enforce)",
        `${profiles} profiles enforced, a container is in ${container}`,
      );
    });
    await check("cgroups are of version 2, and systemd's", async () => {
      const found = await machine.must("docker info -f '{{.CgroupVersion}} {{.CgroupDriver}}'");
      return hold(found === "2 systemd", `version and driver: ${found}`);
    });
    await check("ip_vs is there to be loaded", async () => {
      const { printed } = await machine.run(
        "modinfo -F filename ip_vs && test ! -e /proc/net/ip_vs && echo not loaded",
      );
      return hold(/not loaded/.test(printed), printed.trim().replace("\n", ", "));
    });
    await check("./lab deploys all four stages", async () => {
      const { printed, seconds } = await labIn(machine, `deploy ${all}`);
      return hold(/Hello from Docker!/.test(printed), `in ${seconds} s`);
    });
    await check("Docker's own mesh was chosen", async () => {
      const file = await machine.must("cat /opt/docker-stages/lab.json");
      return hold(/"ingress": "mesh"/.test(file), file.replace(/\s+/g, " "));
    });
    await check("a second deploy changes nothing", async () => {
      const { printed } = await labIn(machine, `deploy ${all} --verbose`);
      const changes = changesIn(printed);
      return hold(
        changes.length === count && changes.every((each) => each === "0 added, 0 changed, 0 destroyed"),
        changes.join("; "),
      );
    });
    await check("every lesson holds", () => verified(machine));
    await check("every node answers at both ports", () => answersOnEachNode(machine));
    await machine.reboot();
    await check(
      "after a reboot the swarm's lessons hold, and Compose's tells what no engine starts again",
      async () => {
        const { exitCode, printed } = await machine.run(inCheckout("verify stage3 stage4"));
        const { held, failed } = lessonsIn(printed);
        return hold(
          exitCode === 1 && held > 0 && failed.length === 1 && /the file has no `restart`/.test(failed[0]!),
          `${held} hold; ${failed.join("; ")}`,
        );
      },
    );
    await check("after a reboot every node answers at both ports", () => answersOnEachNode(machine));
    await check("after a reboot a deploy starts what stood, and makes nothing anew", async () => {
      const { printed } = await labIn(machine, `deploy ${all} --verbose`);
      const changes = changesIn(printed);
      return hold(
        changes.length === count && changes.every((each) => /^0 added, \d{1,6} changed, 0 destroyed$/.test(each)),
        changes.join("; "),
      );
    });
    await check("and every lesson holds again", () => verified(machine));
    await check("destroy leaves nothing", async () => {
      await labIn(machine, "destroy");
      const found = (await machine.must(left)).split("\n").filter((each) => !/docker-stages[-/]registry/.test(each));
      return hold(found.length === 0, found.join(", ") || "the mirror's registry alone is there");
    });
  },
};

/** A container of an image that is there before any stage: that of the mirror's registry, with this machine's cat. */
const confined =
  "docker run --rm -v /:/host:ro --entrypoint /host/usr/bin/cat $(docker image ls -q | head -n 1) /proc/self/attr/current";

async function verified(machine: Machine, named = ""): Promise<string> {
  const { printed } = await labIn(machine, `verify ${named}`);
  const { held, failed } = lessonsIn(printed);
  return hold(held > 0 && failed.length === 0, failed.join("; ") || `${held} hold`);
}

/** Once it does: after a reboot, a node's engine that was up before its manager's joins the others' network half a minute later. */
async function answersOnEachNode(machine: Machine): Promise<string> {
  const nodes = ["stage3-node1", "stage3-node2", "stage3-node3"];
  const seen: string[] = [];
  for (const node of nodes) {
    const address = await machine.must(
      `docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' ${node}`,
    );
    for (const port of [5000, 5001])
      seen.push(
        `${node}:${port} ${(await machine.run(`curl -s -o /dev/null --retry 60 --retry-delay 1 --retry-all-errors --retry-max-time 90 -m 20 -w '%{http_code}' http://${address}:${port}/`)).printed.slice(-3)}`,
      );
  }
  return hold(
    seen.every((each) => each.endsWith(" 200")),
    seen.join(", "),
  );
}
