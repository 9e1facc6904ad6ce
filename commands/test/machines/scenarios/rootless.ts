import { registryName } from "../../../../offline/registry/container";
import { guestCheckout } from "../disk";
import { lessonsIn, serveStandIns } from "../guest-lab";
import type { Machine } from "../machine";
import { hold, type Scenario } from "../scenario";
import { loadRegistry } from "../stand-ins";

export const rootless: Scenario = {
  name: "rootless",
  title: "an engine that a user without root runs, and the stages on it, from a mirror of its own",
  async play(rig, check) {
    const machine = await rig.machine();
    await machine.must(prepare);
    await check("the engine says so", async () => {
      const said = await asLearner(
        machine,
        "dockerd-rootless-setuptool.sh install >&2 && docker info -f '{{.SecurityOptions}} {{.CgroupDriver}}'",
      );
      return hold(said.includes("name=rootless"), said.split("\n").at(-1)!);
    });
    await asLearner(
      machine,
      `${await loadRegistry()} && docker volume create --label docker-stages.offline=true ${registryName}`,
    );
    await machine.must(moveImages);
    await asLearner(machine, `cd docker-stages && ${serveStandIns}`);
    for (const stage of ["stage1", "stage2"])
      await check(`${stage} is deployed, and its lessons hold`, async () => {
        await asLearner(machine, `cd docker-stages && ./lab deploy ${stage}`);
        const { held, failed } = lessonsIn(await asLearner(machine, `cd docker-stages && ./lab verify ${stage}`));
        return hold(held > 0 && failed.length === 0, failed.join("; ") || `${held} lessons hold`);
      });
    for (const stage of ["stage3", "stage4"])
      await check(`${stage} is refused before anything is made`, async () => {
        const { exitCode, printed } = await tryAsLearner(machine, `cd docker-stages && ./lab deploy ${stage}`);
        const refusal = /^✗ .*without root.*$/m.exec(printed)?.[0];
        const left = await asLearner(machine, "docker volume ls -q --filter name=stage3");
        return hold(exitCode === 1 && refusal !== undefined && left === "", refusal ?? printed);
      });
    await check("destroy leaves nothing", async () => {
      await asLearner(machine, "cd docker-stages && ./lab destroy");
      const left = await asLearner(machine, "docker ps -a --format {{.Names}}; docker volume ls -q");
      return hold(
        left.split("\n").every((name) => name === registryName),
        left.replaceAll("\n", ", "),
      );
    });
  },
};

/**
 * The user's checkout, its session, the module that its engine's setup asks root for, and the engine's settings, which
 * name the mirror as after a restart. The machine's own engine ends: its mirror has the port.
 */
const prepare = `set -e
systemctl disable --now docker.service docker.socket
mkdir -p /home/learner/docker-stages /home/learner/.config/docker
echo '{"registry-mirrors":["http://127.0.0.1:5555"]}' >/home/learner/.config/docker/daemon.json
cd ${guestCheckout}
tar -c --exclude=./node_modules . | tar -x -C /home/learner/docker-stages
ln -s ${guestCheckout}/node_modules /home/learner/docker-stages/node_modules
chown -R learner: /home/learner/docker-stages /home/learner/.config
modprobe ip_tables
# The setup looks for the client beside itself, where Debian's package has none.
ln -s /usr/bin/docker /usr/share/docker.io/contrib/docker
loginctl enable-linger learner
timeout 60 sh -c 'until test -S /run/user/$(id -u learner)/bus; do sleep 0.2; done'`;

/** What the machine's mirror has, for the user's: within its engine, users are those of the user's own range. */
const moveImages = `set -e
from=/var/lib/docker/volumes/${registryName}/_data
to=/home/learner/.local/share/docker/volumes/${registryName}
first=$(awk -F: '$1 == "learner" { print $2 }' /etc/subuid)
rm -rf $to/_data
mv $from $to/_data
chown -R $((first + 65533)):$((first + 65533)) $to/_data`;

const ofLearner = (command: string): string =>
  `runuser -l learner -c '${`export NO_COLOR=1 XDG_RUNTIME_DIR=/run/user/$(id -u) PATH=$PATH:/usr/sbin:/sbin:/usr/share/docker.io/contrib; ${command}`.replaceAll("'", `'\\''`)}'`;

/** Milliseconds for a deploy of the longest stage. */
const PATIENCE = 1_200_000;

/** @returns what it printed @throws where it fails */
const asLearner = (machine: Machine, command: string): Promise<string> =>
  machine.must(ofLearner(command), { signal: AbortSignal.timeout(PATIENCE) });

const tryAsLearner = (machine: Machine, command: string) =>
  machine.run(ofLearner(command), { signal: AbortSignal.timeout(PATIENCE) });
