import { guestCheckout } from "../disk";
import { labIn, lessonsIn, serveMirror } from "../guest-lab";
import type { Machine } from "../machine";
import { hold, type Scenario } from "../scenario";
import { loadRegistry } from "../stand-ins";

export const remapped: Scenario = {
  name: "remapped",
  title: "an engine whose containers have users of their own (userns-remap)",
  async play(rig, check) {
    const machine = await rig.machine();
    await check("the engine says so", async () => {
      await machine.must(remap);
      await machine.must(await loadRegistry());
      await serveMirror(machine);
      const said = await machine.must("docker info -f '{{.SecurityOptions}}'");
      return hold(said.includes("name=userns"), said);
    });
    for (const stage of ["stage1", "stage2"])
      await check(`${stage} is deployed, and its lessons hold`, () => lessonsOf(machine, stage));
    for (const stage of ["stage3", "stage4"])
      await check(`${stage} is refused before anything is made`, async () => {
        const { exitCode, printed } = await machine.run(`cd ${guestCheckout} && NO_COLOR=1 ./lab deploy ${stage}`);
        const refusal = /^✗ .*`userns-remap`.*$/m.exec(printed)?.[0];
        const left = await machine.must("docker volume ls -q --filter name=stage3");
        return hold(exitCode === 1 && refusal !== undefined && left === "", refusal ?? printed);
      });
    await check("destroy leaves nothing", async () => {
      await labIn(machine, "destroy");
      const left = (await machine.must("docker ps -a --format {{.Names}}; docker volume ls -q")).split("\n");
      return hold(
        left.every((name) => name === "docker-stages-registry"),
        left.join(", "),
      );
    });
  },
};

/** An engine that is told to remap begins with empty storage: the mirror's images are given to it as its own. */
const remap = `set -e
sed -i 's/{/{"userns-remap":"default",/' /etc/docker/daemon.json
systemctl restart docker
first=$(awk -F: '$1 == "dockremap" { print $2 }' /etc/subuid)
volume=$(docker info -f '{{.DockerRootDir}}')/volumes/docker-stages-registry
mkdir -p $volume
cp -a /var/lib/docker/volumes/docker-stages-registry/_data $volume/_data
chown -R $((first + 65534)):$((first + 65534)) $volume/_data
systemctl restart docker`;

async function lessonsOf(machine: Machine, stage: string): Promise<string> {
  const { seconds } = await labIn(machine, `deploy ${stage}`);
  const { held, failed } = lessonsIn((await labIn(machine, `verify ${stage}`)).printed);
  return hold(held > 0 && failed.length === 0, failed.join("; ") || `deployed in ${seconds} s, ${held} lessons hold`);
}
