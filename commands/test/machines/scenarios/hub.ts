import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { allStandIns } from "../../../../offline/images";
import { ensureMirror } from "../../../../offline/mirror";
import { ensureEngine } from "../../../setup/engine";
import { chooseEngine } from "../../../setup/engine-address";
import { say } from "../../../terminal";
import { certifyNames } from "../../docker-hub/authority";
import { type HubBehaviour, hubNames, ImitatedHub } from "../../docker-hub/docker-hub";
import { machinesCache } from "../cache";
import { guestCheckout } from "../disk";
import { labIn } from "../guest-lab";
import type { Machine } from "../machine";
import { outsideAddress } from "../network";
import { hold, type Scenario } from "../scenario";

interface Trouble {
  readonly what: string;
  readonly behaviour: HubBehaviour;
  /** What `./lab doctor` says of images. */
  readonly told: RegExp;
}

const there = /✓ images +Docker Hub answers/;

const troubles: readonly Trouble[] = [
  { what: "asks for no token", behaviour: {}, told: there },
  { what: "asks for a token", behaviour: { token: true }, told: there },
  { what: "answers after 3 s", behaviour: { token: true, slow: 3000 }, told: there },
  { what: "answers after 8 s", behaviour: { token: true, slow: 8000 }, told: there },
  { what: "was asked too often (429)", behaviour: { token: true, refuses: 429 }, told: /docker login/ },
  { what: "is in trouble (503)", behaviour: { token: true, refuses: 503 }, told: /wait and try again/ },
];

export const hub: Scenario = {
  name: "hub",
  title: "Docker Hub, imitated: as it is, slow, limiting and in trouble",
  async play(rig, check) {
    const machine = await rig.machine();
    const imitated = await imitate(machine);
    try {
      for (const { what, behaviour, told } of troubles)
        await check(`a Docker Hub that ${what} is there`, async () => {
          imitated.behaviour = behaviour;
          const { printed } = await machine.run(`cd ${guestCheckout} && NO_COLOR=1 ${trusting} ./lab doctor`);
          const images = printed.split("\n").find((line) => /^[✓✗] images/.test(line)) ?? printed;
          return hold(told.test(images), images.trim());
        });
      await check("one that limits fails a deploy, whose remedy helps; the engine's settings stay", async () => {
        imitated.behaviour = { token: true, refuses: 429 };
        const { exitCode, printed } = await machine.run(`cd ${guestCheckout} && ${trusting} ./lab deploy stage1`);
        const settings = await machine.must("cat /etc/docker/daemon.json");
        return hold(exitCode === 1 && /docker login/.test(printed) && settings === "{}", lastLine(printed));
      });
      await check("stages 1 and 2 are deployed from it although it is slow, without stand-ins", async () => {
        imitated.behaviour = { token: true, slow: 3000 };
        const { printed, seconds } = await labIn(machine, "deploy stage1 stage2", trusting);
        const settings = await machine.must("cat /etc/docker/daemon.json");
        return hold(
          !/^· .*stand-in/m.test(printed) && settings === "{}",
          `in ${seconds} s, the engine's settings as before`,
        );
      });
      await check("destroy does not ask it", async () => {
        imitated.asked.length = 0;
        await labIn(machine, "destroy", trusting);
        return hold(imitated.asked.length === 0, imitated.asked.join(", ") || "asked nothing");
      });
    } finally {
      await imitated.stop();
    }
  },
};

const authority = "/usr/local/share/ca-certificates/hub.crt";

/** ./lab asks it too. */
const trusting = `NODE_EXTRA_CA_CERTS=${authority}`;

/** Has the machine take this one for Docker Hub, whose images are this machine's stand-ins; its own are gone. */
async function imitate(machine: Machine): Promise<ImitatedHub> {
  const folder = join(machinesCache(), "hub");
  await mkdir(folder, { recursive: true });
  const certificate = certifyNames(hubNames, folder);
  const engine = await ensureEngine(chooseEngine(), { install: true });
  const registry = await ensureMirror(engine, allStandIns, say);
  engine.close();
  await machine.must(`cat >${authority} && update-ca-certificates`, { input: Readable.from(certificate.authority) });
  await machine.must(`echo ${outsideAddress} ${hubNames.join(" ")} >>/etc/hosts`);
  await machine.must("docker volume rm docker-stages-registry; echo -n {} >/etc/docker/daemon.json");
  await machine.must("systemctl restart docker");
  return ImitatedHub.start({ host: outsideAddress, port: 443 }, certificate, registry);
}

const lastLine = (printed: string): string => printed.trimEnd().split("\n").at(-1)!;
