import { parseArgs } from "node:util";
import { own } from "../foreign/own";
import { type Command, WrongUsage } from "./command";
import { providerMirror } from "./provider-mirror";
import { version } from "./version";

const program = "docker-stages";
const commands: readonly Command[] = [providerMirror];
const options = { help: { type: "boolean", short: "h" }, version: { type: "boolean" } } as const;

const isWord = (part: string): boolean => part === part.toLowerCase();
const wordsOf = ({ usage }: Command): string[] => usage.filter(isWord);
const namesOf = ({ usage }: Command): string[] => usage.filter((part) => !isWord(part));
const lineOf = ({ usage }: Command): string => `${program} ${usage.join(" ")}`;

const help = `${commands.map((command) => `${lineOf(command)}\n  ${command.summary}\n`).join("\n")}
${program} --help, with a command: more of it
${program} --version
`;

/**
 * What is printed for what was called.
 *
 * @throws WrongUsage
 */
export async function answer(args: readonly string[]): Promise<string> {
  const { flags, words } = parsed(args);
  if (flags.version) return `${version}\n`;
  const command = commands.find((each) => wordsOf(each).every((word, index) => word === words[index]));
  if (flags.help) return command ? `${lineOf(command)}\n\n${command.details}\n` : help;
  if (!command) throw new WrongUsage(`${called(words)}; allowed: ${commands.map(lineOf).join(", ")}`);
  const given = words.slice(wordsOf(command).length);
  const names = namesOf(command);
  if (given.length !== names.length || given.includes(""))
    throw new WrongUsage(
      `${wordsOf(command).join(" ")} takes ${names.join(" ")}, not ${quoted(given)}; write ${lineOf(command)}`,
    );
  return command.run(...given);
}

const quoted = (words: readonly string[]): string =>
  words.length === 0 ? "nothing" : words.map((word) => JSON.stringify(word)).join(" ");

const called = (words: readonly string[]): string =>
  words.length === 0 ? "no command" : `no command ${quoted(words)}`;

function parsed(args: readonly string[]) {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const wrong = tokens.find(
    (token) => token.kind === "option" && (!own(options, token.name) || token.value !== undefined),
  );
  if (wrong) throw new WrongUsage(`no option ${args[wrong.index]}; allowed: --help, --version`);
  return { flags: values, words: positionals };
}
