import { execFileSync } from "node:child_process";
import { completion } from "../../commands/completion";
import { labProgram } from "../../commands/main";
import { stages } from "../../commands/stages";

/** What bash offers behind a line. */
function offered(line: string): string[] {
  const words = line.split(" ");
  const script = `${completion("bash", labProgram(), stages)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
_lab; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", script], { encoding: "utf8" }).trim().split("\n");
}

test.each([
  { line: "./lab de", offers: ["deploy", "destroy"].sort() },
  { line: "./lab deploy st", offers: ["stage1", "stage2", "stage3", "stage4"] },
  { line: "./lab destroy stage1 stage", offers: ["stage1", "stage2", "stage3", "stage4"] },
  { line: "./lab deploy --p", offers: ["--persist"] },
  { line: "./lab ingress ", offers: ["show", "mesh", "edge", "detect", "--help"].sort() },
  { line: "./lab completion z", offers: ["zsh"] },
  { line: "./lab --v", offers: ["--version"] },
])("bash completes `$line`", ({ line, offers }) => {
  expect(offered(line).sort()).toEqual(offers);
});

test("zsh has the same words", () => {
  const script = completion("zsh", labProgram(), stages);
  expect(script).toMatch(/^ {4}logs\) candidates="stage1 stage2 stage3 stage4 --help" ;;$/m);
  expect(script).toMatch(/compdef _lab lab\n$/);
});
