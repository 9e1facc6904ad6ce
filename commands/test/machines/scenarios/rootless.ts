import { guestCheckout } from "../disk";
import { lessonsIn, serveMirror } from "../guest-lab";
import type { Machine } from "../machine";
import { hold, type Scenario } from "../scenario";

export const rootless: Scenario = {
  name: "rootless",
  title: "an engine that a user without root runs, and stages 1 to 3 on it, from images that it has",
  async play(rig, check) {
    const machine = await rig.machine();
    await serveMirror(machine);
    await machine.must(prepare);
    await check("the engine says so", async () => {
      const said = await asLearner(
        machine,
        "dockerd-rootless-setuptool.sh install >&2 && docker info -f '{{.SecurityOptions}} {{.CgroupDriver}}'",
      );
      return hold(said.includes("name=rootless"), said.split("\n").at(-1)!);
    });
    await asLearner(machine, "docker load -qi /tmp/images.tar");
    for (const stage of ["stage1", "stage2", "stage3"])
      await check(`${stage} is deployed, and its lessons hold`, async () => {
        await asLearner(machine, `cd docker-stages && ./lab deploy ${stage}`);
        const { held, failed } = lessonsIn(await asLearner(machine, `cd docker-stages && ./lab verify ${stage}`));
        return hold(held > 0 && failed.length === 0, failed.join("; ") || `${held} lessons hold`);
      });
    await check("destroy leaves nothing", async () => {
      await asLearner(machine, "cd docker-stages && ./lab destroy");
      const left = await asLearner(machine, "docker ps -a --format {{.Names}}; docker volume ls -q");
      return hold(left === "", left || "nothing is there");
    });
  },
};

/** Docker Hub's names of what stages 1 to 3 run: what that engine has needs no registry. */
const images = ["hello-world", "alpine", "ubuntu", "docker:dind", "registry:2"];

/**
 * The user's checkout, its session, the module that its engine's setup asks root for, and the images: that engine does
 * not reach the mirror of the machine's.
 */
const prepare = `set -e
for image in ${images.join(" ")}; do docker pull -q $image; done
docker save -o /tmp/images.tar ${images.join(" ")}
chmod 644 /tmp/images.tar
mkdir /home/learner/docker-stages
cd ${guestCheckout}
tar -c --exclude=./node_modules . | tar -x -C /home/learner/docker-stages
ln -s ${guestCheckout}/node_modules /home/learner/docker-stages/node_modules
chown -R learner: /home/learner/docker-stages
modprobe ip_tables
# The setup looks for the client beside itself, where Debian's package has none.
ln -s /usr/bin/docker /usr/share/docker.io/contrib/docker
loginctl enable-linger learner
timeout 60 sh -c 'until test -S /run/user/$(id -u learner)/bus; do sleep 0.2; done'`;

/** @returns what it printed @throws where it fails */
const asLearner = (machine: Machine, command: string): Promise<string> =>
  machine.must(
    `runuser -l learner -c '${`export NO_COLOR=1 XDG_RUNTIME_DIR=/run/user/$(id -u) PATH=$PATH:/usr/sbin:/sbin:/usr/share/docker.io/contrib; ${command}`.replaceAll("'", `'\\''`)}'`,
    { signal: AbortSignal.timeout(1_200_000) },
  );
