import { otherCheckout, runOutside } from "../from-outside";
import { changesIn, lessonsIn, serveMirror } from "../guest-lab";
import { hold, type Scenario } from "../scenario";

const swarm = "stage3 stage4";

export const outside: Scenario = {
  name: "outside",
  title: "stages 3 and 4 from another computer, over ssh, on Docker's own mesh",
  async play(rig, check) {
    const machine = await rig.machine();
    await serveMirror(machine);
    await machine.must("modprobe ip_vs");
    const cwd = await otherCheckout();
    const lab = async (command: string) => {
      const env = { DOCKER_HOST: `ssh://root@${machine.place.address}` };
      const { exitCode, printed } = await runOutside(`./lab ${command}`, { cwd, env });
      if (exitCode !== 0) throw new Error(printed.trimEnd().split("\n").slice(-15).join("\n"));
      return printed;
    };
    await check("./lab deploys stages 3 and 4 over ssh", async () =>
      hold(/voting_stack/.test(await lab(`deploy ${swarm}`)), "deployed"),
    );
    await check("a second deploy changes nothing", async () => {
      const changes = changesIn(await lab(`deploy ${swarm} --verbose`));
      return hold(
        changes.length === 2 && changes.every((each) => each === "0 added, 0 changed, 0 destroyed"),
        changes.join("; "),
      );
    });
    await check("every lesson holds, asked from here", async () => {
      const { held, failed } = lessonsIn(await lab("verify stage3 stage4"));
      return hold(held > 0 && failed.length === 0, failed.join("; ") || `${held} hold`);
    });
    await check("destroy leaves nothing", async () => {
      await lab("destroy stage3");
      const left = await machine.must(
        "docker ps -a --format {{.Names}}; docker volume ls --format {{.Name}}; docker network ls -f type=custom --format {{.Name}}",
      );
      const found = left.split("\n").filter((each) => each !== "docker-stages-registry");
      return hold(found.length === 0, found.join(", ") || "the mirror's registry alone is there");
    });
  },
};
