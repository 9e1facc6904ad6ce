import { delimiter } from "node:path";
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { own } from "../foreign/own";
import { version } from "../package.json";
import { headline } from "../problem";
import { ingressActions, mirrorActions, shells } from "./actions";
import { completion } from "./completion";
import { INTERRUPTED } from "./interruption";
import { meantStage } from "./meant";
import { LabProblem } from "./problem";
import { isStage, type Stage, stages } from "./stages";
import { complain, during, print } from "./terminal";
import { engineParts } from "./test/engines/parts";
import { headings, help } from "./words/help";
import { tests } from "./words/tests";
import { work } from "./words/work";

/** A command, loaded where it is run: all of them together take a second. */
const late =
  <Args extends unknown[]>(load: () => (...args: Args) => unknown) =>
  async (...args: Args): Promise<void> => {
    const command = await during(work.starting(), load);
    await command(...args);
  };

/** The command line, `./lab --help`. */
export function labProgram(): Command {
  const program = new Command("./lab").description(help.lab());
  // Each command that is added takes over how help is shown.
  program.configureHelp({ styleTitle: (title) => own(headings, title)?.() ?? title });
  program.helpOption("-h, --help", help.help()).helpCommand("help [command]", help.help());
  program.version(version, "--version", help.version()).addHelpText("after", help.after());
  const onStages = (name: string, description: string) =>
    program.command(name).description(description).argument("[stage...]", stages.join(", "), collectStages, []);
  const settingUp = (command: Command) => command.option("--no-install", help.noInstall());
  const changing = (command: Command) => settingUp(command).option("--verbose", help.verbose());

  changing(onStages("deploy", help.deploy()))
    .option("--step", help.step())
    .option("--persist", help.persist())
    .action(late(() => (require("./deploy") as typeof import("./deploy")).deploy));
  changing(onStages("destroy", help.destroy())).action(
    late(() => (require("./destroy") as typeof import("./destroy")).destroy),
  );
  changing(onStages("diff", help.diff())).action(late(() => (require("./diff") as typeof import("./diff")).diff));
  onStages("verify", help.verify())
    .option("--json", help.json())
    .action(late(() => (require("./verify") as typeof import("./verify")).verify));
  onStages("status", help.status())
    .option("--json", help.json())
    .action(late(() => (require("./status") as typeof import("./status")).status));
  program
    .command("open")
    .description(help.open())
    .argument("<stage>", stages.join(", "), oneStage)
    .action(late(() => (require("./open") as typeof import("./open")).open));
  onStages("page", help.page())
    .option("--port <n>", help.pagePort(), portNumber)
    .option("--no-open", help.noOpen())
    .option("--host-shell", help.hostShell())
    .option("--snapshot <file>", help.snapshot())
    .action(late(() => (require("./page") as typeof import("./page")).page));
  program
    .command("logs")
    .description(help.logs())
    .argument("<stage>", stages.join(", "), oneStage)
    .argument("[name]", help.oneOfThem())
    .action(late(() => (require("./logs") as typeof import("./logs")).logs));
  const testing = program.command("test").description(help.test());
  settingUp(testing)
    .argument("[part]", tests.part())
    .argument("[name...]", tests.names())
    .addOption(new Option("--part <name...>", tests.enginePart()).choices(engineParts.map(({ name }) => name)))
    .option("--resume", tests.resume())
    .option("--record", tests.record())
    .option("--seed <n>", tests.seed(), wholeNumber)
    .option("--count <n>", tests.count(), wholeNumber)
    .action(late(() => (require("./test") as typeof import("./test")).test));
  program
    .command("mirror")
    .description(help.mirror())
    .addArgument(new Argument("[action]", help.action()).choices(mirrorActions).default("show"))
    .action(late(() => (require("./mirror") as typeof import("./mirror")).mirror));
  program
    .command("ingress")
    .description(help.ingress())
    .addArgument(new Argument("[action]", help.action()).choices(ingressActions).default("show"))
    .action(
      late(() => {
        const { ingress } = require("./ingress") as typeof import("./ingress");
        return (action: (typeof ingressActions)[number]) => ingress(action);
      }),
    );
  program
    .command("doctor")
    .description(help.doctor())
    .action(late(() => (require("./doctor") as typeof import("./doctor")).doctor));
  program
    .command("completion")
    .description(help.completion())
    .addArgument(new Argument("<shell>", help.ofWhich()).choices(shells))
    .action((shell) => print(completion(shell, program, stages).trimEnd()));
  return program;
}

/** commander calls this for the name of one stage. */
const oneStage = (name: string): Stage => collectStages(name, [])[0]!;

/** commander calls this for each name, with what it has collected so far. */
function collectStages(name: string, before: readonly Stage[]): Stage[] {
  if (!isStage(name))
    throw new InvalidArgumentError(
      LabProblem.of("unknown-stage", { name, meant: meantStage(name, stages), known: stages }).message,
    );
  return [...before, name];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(help.wholeNumber());
  return Number(text);
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port < 1 || port > 65_535) throw new InvalidArgumentError(help.portNumber());
  return port;
}

/** What to tell of an error that answers what was asked for; undefined for any other. */
function answerOf(error: unknown): string | undefined {
  if (error instanceof LabProblem) return error.message;
  const { told } = require("./words/told") as typeof import("./words/told");
  const { ConstructError } = require("../constructs/construct-error") as typeof import("../constructs/construct-error");
  if (error instanceof ConstructError) return told(error.message);
  const { isEngineError } = require("../engine") as typeof import("../engine");
  if (!isEngineError(error)) return undefined;
  return [headline({ ...error.problems[0], what: told(error.what) }), told(error.remedy)].join("\n");
}

/** Exit code where ./lab was told what it does not know. */
const USAGE = 2;

function endAs(code: number): void {
  process.exitCode = code;
}

async function main(): Promise<void> {
  // Programs of the administrator, which other users do not have on their PATH.
  process.env["PATH"] = [process.env["PATH"], "/usr/sbin", "/sbin"].join(delimiter);
  // Whoever reads what is printed, `head` for instance, may have enough of it.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  const program = labProgram();
  if (process.argv.length === 2) return program.outputHelp();
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) return endAs(error.exitCode === 0 ? 0 : USAGE);
    const answer = answerOf(error);
    if (answer === undefined) throw error;
    complain(answer);
    endAs(error instanceof LabProblem && /interrupted$/.test(error.code) ? INTERRUPTED : 1);
  }
}

if (require.main === module) void main();
