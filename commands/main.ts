import { delimiter } from "node:path";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { ConstructError } from "../constructs/construct-error";
import { isEngineError } from "../engine";
import { deploy } from "./deploy";
import { destroy } from "./destroy";
import { doctor } from "./doctor";
import { ingress, ingressActions } from "./ingress";
import { mirror, mirrorActions } from "./mirror";
import { LabProblem } from "./problem";
import { isStage, type Stage, stages } from "./stages";
import { status } from "./status";
import { complain } from "./terminal";
import { test } from "./test";
import { engineParts } from "./test/engines/parts";
import { verify } from "./verify";

/** The command line, `./lab --help`. */
export function labProgram(): Command {
  const program = new Command("./lab").description(
    "The labs of Play with Docker, Stage I, deployed and destroyed as code.",
  );
  const onStages = (name: string, description: string) =>
    program.command(name).description(description).argument("[stage...]", stages.join(", "), collectStages, []);
  const settingUp = (command: Command) =>
    command.option("--no-install", "say what is missing instead of setting it up");
  const changing = (command: Command) =>
    settingUp(command).option("--verbose", "show all that cdktf and Terraform print");

  changing(onStages("deploy", "deploy stages (stage1), and show what each step printed"))
    .option("--persist", "have ip_vs, which a swarm's mesh needs, loaded at each boot")
    .action(deploy);
  changing(onStages("destroy", "destroy stages (all), and what an interrupted run left")).action(destroy);
  onStages("verify", "check the lab's lessons on the engine").action(verify);
  onStages("status", "show what stages have on the engine, with state and age").action(status);
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
    .action(test);
  program
    .command("mirror")
    .description("show where Docker Hub's images come from (show), serve stand-ins (on), undo that (off)")
    .addArgument(new Argument("[action]", "what to do").choices(mirrorActions).default("show"))
    .action((action) => mirror(action));
  program
    .command("ingress")
    .description("show how a swarm's ports are published, or choose it: by Docker's mesh or by HAProxy (edge)")
    .addArgument(new Argument("[action]", "what to do").choices(ingressActions).default("show"))
    .action((action) => ingress(action));
  program.command("doctor").description("look at what the lab needs, and say what helps").action(doctor);
  return program;
}

/** commander calls this for each name, with what it has collected so far. */
function collectStages(name: string, before: readonly Stage[]): Stage[] {
  if (!isStage(name)) throw new InvalidArgumentError(LabProblem.of("unknown-stage", { name, known: stages }).message);
  return [...before, name];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("a whole number below 1,000,000,000 is wanted");
  return Number(text);
}

async function main(): Promise<void> {
  // Programs of the administrator, which other users do not have on their PATH.
  process.env["PATH"] = [process.env["PATH"], "/usr/sbin", "/sbin"].join(delimiter);
  // Whoever reads what is printed, `head` for instance, may have enough of it.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  try {
    await labProgram().parseAsync();
  } catch (error) {
    if (error instanceof LabProblem) complain(error.message);
    else if (error instanceof ConstructError) complain(error.message);
    else if (isEngineError(error)) complain(`${error.message}\n${error.remedy}`);
    else throw error;
    process.exitCode = error instanceof LabProblem && /interrupted$/.test(error.code) ? 130 : 1;
  }
}

if (require.main === module) void main();
