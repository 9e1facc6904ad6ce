import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { type Engine, isEngineError } from "../engine";
import { CommandError, run } from "../offline/command";
import { makeTemporary } from "../temporary";
import { type TaintedService, taintedServices } from "./tainted";
import { say } from "./terminal";
import { leftovers } from "./words/machine";

export interface UntaintOptions {
  /** The program: `terraform` or `tofu`. */
  readonly terraform: string;
  /** The engine at an address, or the default one; to be closed by whoever opened it. */
  open(url: string | undefined): Engine;
}

/**
 * Takes the taint from services that converged after a deploy had given up on them, or Terraform would replace them and
 * what they have got ready. What has not, and what cannot be asked, is left as it is. Says what it does.
 *
 * @param file the stage's state
 */
export async function untaintConverged(file: string, options: UntaintOptions): Promise<void> {
  if (!existsSync(file)) return;
  for (const service of taintedServices(readFileSync(file, "utf8"))) {
    const what = leftovers.service(service.name);
    if (!(await isThere(service, options))) {
      say(leftovers.notConverged(what));
      continue;
    }
    try {
      await untaint(file, service.address, options.terraform);
      say(leftovers.converged(what, service.address));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      say(leftovers.convergedYetNew(what, error.message));
    }
  }
}

async function isThere({ id, engine: url }: TaintedService, { open }: UntaintOptions): Promise<boolean> {
  // Loaded where there is such a service: it takes half a second.
  const { hasConverged } = require("../provider") as typeof import("../provider");
  const engine = open(url);
  try {
    return await hasConverged(engine, id, new AbortController().signal);
  } catch (error) {
    // A service that is gone, or an engine: Terraform's own refresh says what helps.
    if (!isEngineError(error)) throw error;
    return false;
  } finally {
    engine.close();
  }
}

/** In an empty folder: nothing but the state is needed, and a stage's own may not be initialised. */
async function untaint(file: string, address: string, terraform: string): Promise<void> {
  const cwd = makeTemporary();
  try {
    await run(terraform, ["untaint", "-no-color", `-state=${file}`, address], { cwd });
  } finally {
    await rm(cwd, { recursive: true });
  }
}
