import { spawn } from "node:child_process";
import { join } from "node:path";

import { checkout } from "../../checkout";
import { findTerraform } from "../../setup/terraform";
import { places } from "./addresses";
import { guestCheckout, makeDisk } from "./disk";
import { archiveOfCheckout } from "./from-outside";
import { buildKernel, type Kernel } from "./kernel";
import { killMachines, Machine } from "./machine";
import { closeNetwork, openNetwork } from "./network";
import { pathOf } from "./program";
import { loadRegistry } from "./stand-ins";

/** What scenarios are played on: machines, as many at once as there are places. */
export class Rig {
  private readonly machines: Machine[] = [];
  private started = 0;

  private constructor(
    private readonly kernel: Kernel,
    private readonly disk: string,
    /** The program of this machine, which the others have too. */
    readonly terraform: string,
  ) {}

  /** Makes what machines are made of, where it is not kept from before, and the network. To be closed. */
  static async open(): Promise<Rig> {
    const terraform = await pathOf(await findTerraform());
    const kernel = await buildKernel();
    const disk = await makeDisk(kernel, terraform);
    await openNetwork();
    return new Rig(kernel, disk, terraform);
  }

  /** The next machine, up, with this checkout in it. */
  async machine(): Promise<Machine> {
    const machine = await Machine.start(places[this.started++]!, this.kernel.program, this.disk);
    this.machines.push(machine);
    await machine.must(await loadRegistry());
    await copyCheckout(machine);
    return machine;
  }

  /** Turns the machines off: the next begin anew. */
  async clear(): Promise<void> {
    for (const machine of this.machines.splice(0)) await machine.stop();
    this.started = 0;
  }

  async close(): Promise<void> {
    killMachines();
    await closeNetwork();
  }
}

/** Files of the checkout that are its source, as they are now: its packages are there already. */
async function copyCheckout(machine: Machine): Promise<void> {
  const archive = spawn("sh", ["-c", archiveOfCheckout], { cwd: checkout, stdio: ["ignore", "pipe", "ignore"] });
  await machine.must(
    // Installed from this very package-lock.json, whatever the times of the files say.
    `mkdir -p ${guestCheckout} && cd ${guestCheckout} && tar -xf - && touch ${join("node_modules", ".package-lock.json")}`,
    { input: archive.stdout },
  );
}
