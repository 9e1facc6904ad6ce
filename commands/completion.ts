import type { Command } from "commander";
import type { shells } from "./actions";

/** What may stand behind a command, in the order of its help. */
function wordsOf(command: Command, stages: readonly string[]): string[] {
  const values = command.registeredArguments.flatMap((argument) =>
    argument.name() === "stage" ? stages : (argument.argChoices ?? []),
  );
  return [...values, ...optionsOf(command)];
}

const optionsOf = (command: Command): string[] =>
  [...command.options.flatMap(({ long }) => (long ? [long] : [])), "--help"].filter(
    (each, index, all) => all.indexOf(each) === index,
  );

const scripts: Readonly<Record<(typeof shells)[number], (cases: string, first: string) => string>> = {
  bash: (cases, first) => `# Completion of ./lab in bash: eval "$(./lab completion bash)"
_lab() {
  local words
  if [ "$COMP_CWORD" -eq 1 ]; then words="${first}"
  else case "\${COMP_WORDS[1]}" in
${cases}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _lab lab
`,
  zsh: (cases, first) => `# Completion of ./lab in zsh, behind compinit: eval "$(./lab completion zsh)"
_lab() {
  local candidates
  if [ "$CURRENT" -eq 2 ]; then candidates="${first}"
  else case "$words[2]" in
${cases.replaceAll(" words=", " candidates=")}
  esac; fi
  compadd -- \${=candidates}
}
compdef _lab lab
`,
};

/** A shell's script that completes commands, stages and options. */
export function completion(shell: (typeof shells)[number], program: Command, stages: readonly string[]): string {
  const commands = program.commands.filter((command) => command.name() !== "help");
  const cases = commands.map((command) => `    ${command.name()}) words="${wordsOf(command, stages).join(" ")}" ;;`);
  const first = [...commands.map((command) => command.name()), ...optionsOf(program)];
  return scripts[shell](cases.join("\n"), first.join(" "));
}
