import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { languageOf } from "../languages/text";
import { browserProgram, startBrowser } from "./browser";
import { LabPage } from "./page/lab-page";
import { LabProblem } from "./problem";
import { openEngine } from "./setup/engine";
import { chooseEngine } from "./setup/engine-address";
import { checkPty } from "./setup/pty";
import { type Stage, stages } from "./stages";
import { during, print, say } from "./terminal";
import { work } from "./words/work";

export interface PageOptions {
  /** @default - any that is free */
  readonly port?: number;
  /** Open it in a browser, where there is one. */
  readonly open: boolean;
  /** Let it have a terminal of this user's own shell. @default false */
  readonly hostShell?: boolean;
  /** Write it into this file instead. @default - serve it */
  readonly snapshot?: string;
}

/** Shows the labs in a browser, as they are on the engine, until it is interrupted. @throws LabProblem */
export async function page(named: readonly Stage[], options: PageOptions): Promise<void> {
  if (options.hostShell) checkPty();
  const engine = openEngine(chooseEngine());
  const wanted = named.length > 0 ? named : stages;
  const { port = 0, hostShell = false } = options;
  const lab = new LabPage({ engine, stages: wanted, language: languageOf(process.env), port, hostShell });
  try {
    await during(work.askingEngine(), () => engine.system.ping());
    await (options.snapshot === undefined ? serve(lab, options) : writeSnapshot(lab, options.snapshot));
  } finally {
    engine.close();
  }
}

async function writeSnapshot(lab: LabPage, file: string): Promise<void> {
  const html = await during(work.makingPage(), () => lab.snapshot());
  try {
    writeFileSync(file, html);
  } catch (error) {
    throw LabProblem.of("page-snapshot", { file, reason: (error as Error).message });
  }
  say(work.written(file));
}

async function serve(lab: LabPage, { port, open }: PageOptions): Promise<void> {
  const address = await listening(lab, port);
  print(address);
  say(work.pageIsOpen());
  const program = open ? browserProgram(process.platform, process.env) : undefined;
  if (program) startBrowser(program, address);
  await Promise.race(signals.map((signal) => once(process, signal)));
  await during(work.closingPage(), () => lab.close());
}

/** Ctrl-C, the end of a terminal's window, and what a service manager sends. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

async function listening(lab: LabPage, port: number | undefined): Promise<string> {
  try {
    return await during(work.makingPage(), () => lab.open());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" || code === "EACCES") throw LabProblem.of("page-port", { port: port ?? 0, code });
    throw error;
  }
}
