import { delimiter } from "node:path";
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../package.json";
import { ingressActions, mirrorActions, shells } from "./actions";
import { completion } from "./completion";
import { INTERRUPTED } from "./interruption";
import { meantStage } from "./meant";
import { LabProblem } from "./problem";
import { isStage, type Stage, stages } from "./stages";
import { complain, during, print } from "./terminal";
import { engineParts } from "./test/engines/parts";

/** A command, loaded where it is run: all of them together take a second. */
const late =
  <Args extends unknown[]>(load: () => (...args: Args) => unknown) =>
  async (...args: Args): Promise<void> => {
    const command = await during("starting", load);
    await command(...args);
  };

/** The command line, `./lab --help`. */
export function labProgram(): Command {
  const program = new Command("./lab").description(
    "The labs of Play with Docker, Stage I, deployed and destroyed as code.",
  );
  program.version(version, "--version", "print the version").addHelpText("after", afterHelp);
  const onStages = (name: string, description: string) =>
    program.command(name).description(description).argument("[stage...]", stages.join(", "), collectStages, []);
  const settingUp = (command: Command) =>
    command.option("--no-install", "say what is missing instead of setting it up");
  const changing = (command: Command) => settingUp(command).option("--verbose", "show all that Terraform says");

  changing(onStages("deploy", "deploy stages (stage1), and show what each step printed"))
    .option("--step", "show the steps one by one, with what to look at, and wait for Enter behind each")
    .option("--persist", "have ip_vs, which a swarm's mesh needs, loaded at each boot")
    .action(late(() => (require("./deploy") as typeof import("./deploy")).deploy));
  changing(onStages("destroy", "destroy stages (all), and what an interrupted run left")).action(
    late(() => (require("./destroy") as typeof import("./destroy")).destroy),
  );
  changing(onStages("diff", "show what a deploy would change, and change nothing")).action(
    late(() => (require("./diff") as typeof import("./diff")).diff),
  );
  onStages("verify", "check the lab's lessons on the engine")
    .option("--json", "for programs")
    .action(late(() => (require("./verify") as typeof import("./verify")).verify));
  onStages("status", "show what stages have on the engine, with state and age")
    .option("--json", "for programs")
    .action(late(() => (require("./status") as typeof import("./status")).status));
  program
    .command("open")
    .description("print where a stage is seen in a browser, and open it there")
    .argument("<stage>", stages.join(", "), oneStage)
    .action(late(() => (require("./open") as typeof import("./open")).open));
  program
    .command("logs")
    .description("print what a stage's containers or services printed")
    .argument("<stage>", stages.join(", "), oneStage)
    .argument("[name]", "one of them")
    .action(late(() => (require("./logs") as typeof import("./logs")).logs));
  const testing = program.command("test").description("run every check and test of this repository, or a part of them");
  settingUp(testing)
    .argument(
      "[part]",
      "e2e (end-to-end tests at some paths), stages (their lives on this engine), sameness (Compose files on a swarm, beside the Docker client), fuzz (Compose files that a grammar makes), engines (the stages and the provider on other engines), machines (scenarios on machines with systemd), consumers (projects that install the package)",
    )
    .argument("[name...]", "what the part is to run")
    .addOption(
      new Option("--part <name...>", "of engines, what is run on each").choices(engineParts.map(({ name }) => name)),
    )
    .option("--resume", "of engines and machines, leave out what passed at this commit")
    .option("--record", "of sameness, write down what the Docker client makes, for the end-to-end tests")
    .option("--seed <n>", "of fuzz, the documents that were made of it before", wholeNumber)
    .option("--count <n>", "of fuzz, how many documents", wholeNumber)
    .action(late(() => (require("./test") as typeof import("./test")).test));
  program
    .command("mirror")
    .description("show where Docker Hub's images come from (show), serve stand-ins (on), undo that (off)")
    .addArgument(new Argument("[action]", "what to do").choices(mirrorActions).default("show"))
    .action(late(() => (require("./mirror") as typeof import("./mirror")).mirror));
  program
    .command("ingress")
    .description("show how a swarm's ports are published, or choose it: by Docker's mesh or by HAProxy (edge)")
    .addArgument(new Argument("[action]", "what to do").choices(ingressActions).default("show"))
    .action(
      late(() => {
        const { ingress } = require("./ingress") as typeof import("./ingress");
        return (action: (typeof ingressActions)[number]) => ingress(action);
      }),
    );
  program
    .command("doctor")
    .description("look at what the lab needs, and say what helps")
    .action(late(() => (require("./doctor") as typeof import("./doctor")).doctor));
  program
    .command("completion")
    .description("print a script that completes ./lab in a shell")
    .addArgument(new Argument("<shell>", "of which").choices(shells))
    .action((shell) => print(completion(shell, program, stages).trimEnd()));
  return program;
}

const afterHelp = `
Examples:
  ./lab deploy stage1          reproduce the first lab, and show what each step printed
  ./lab diff stage1            what would change
  ./lab deploy stage4          the voting app, and the swarm that it stands on
  ./lab open stage4            see it in a browser
  ./lab logs stage4 vote       what its service vote printed
  ./lab destroy                take back everything

Exit codes: 0 done, 1 failed, 2 not a command of ./lab, 130 interrupted.`;

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
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("a whole number below 1,000,000,000 is wanted");
  return Number(text);
}

/** What to tell of an error that answers what was asked for; undefined for any other. */
function answerOf(error: unknown): string | undefined {
  if (error instanceof LabProblem) return error.message;
  const { ConstructError } = require("../constructs/construct-error") as typeof import("../constructs/construct-error");
  if (error instanceof ConstructError) return error.message;
  const { isEngineError } = require("../engine") as typeof import("../engine");
  return isEngineError(error) ? `${error.message}\n${error.remedy}` : undefined;
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
