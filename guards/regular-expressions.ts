import { RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import { checkSync } from "recheck";
import { analyse } from "scslre";
import ts from "typescript";
import { type Finding, findingAt, nodesOf, pathOf } from "./program";

/** Milliseconds that the search for an exponential text may take; an expression that takes more is too hard to read. */
const PATIENCE = 60_000;

/** In this process: the others need a program for each platform, or Java. */
process.env["RECHECK_BACKEND"] = "pure";

/**
 * Regular expressions that some text keeps busy for more than a time in proportion to its length: the time grows with a
 * power of the length (scslre), or doubles with each character (recheck, which looks at those alone that repeat a choice
 * or a repetition: no other can). An expression that is put together while the program runs is a finding of its own.
 */
export function slowExpressions(files: readonly ts.SourceFile[]): Finding[] {
  return files.flatMap((file) =>
    [...nodesOf(file)].flatMap((node) =>
      ts.isRegularExpressionLiteral(node)
        ? complaints(node.text).map((complaint) => findingAt(node, `${complaint}: ${node.text}`))
        : composed(node),
    ),
  );
}

/** Files that put expressions together, of parts that are literals or names of this repository's own. */
const COMPOSED: readonly string[] = [
  "constructs/compose/terraform/tokens.ts",
  "commands/verify/stage1.ts",
  "images/voting-app/vote/main.ts",
];

const composed = (node: ts.Node): Finding[] =>
  ts.isNewExpression(node) &&
  node.expression.getText() === "RegExp" &&
  !COMPOSED.includes(pathOf(node.getSourceFile().fileName))
    ? [findingAt(node, "an expression that is put together cannot be checked; write a literal")]
    : [];

/** What is wrong with an expression as written, `/a+/g`. */
export function complaints(literal: string): string[] {
  const end = literal.lastIndexOf("/");
  const [source, flags] = [literal.slice(1, end), literal.slice(end + 1)];
  const { reports } = analyse({ source, flags });
  if (reports.length > 0) {
    const { character, exponential } = reports[0]!;
    const text = `texts of ${character.literal.source}`;
    return [`${text} take a time that ${exponential ? "doubles with each character" : "grows with their square"}`];
  }
  if (!repeatsChoice(source, flags)) return [];
  const judged = checkSync(source, flags, { timeout: PATIENCE, randomSeed: 1 });
  if (judged.status === "safe") return [];
  if (judged.status === "unknown")
    return [`nobody can tell how long it takes (${judged.error.kind}); write it simpler`];
  return [`${judged.attack.pattern} takes ${judged.complexity.type} time`];
}

/** Whether a repetition has a choice or another repetition in it. */
function repeatsChoice(source: string, flags: string): boolean {
  let found = false;
  let depth = 0;
  visitRegExpAST(new RegExpParser().parsePattern(source, 0, source.length, flags.includes("u")), {
    onQuantifierEnter({ max }) {
      if (max > 1) found ||= depth++ > 0;
    },
    onQuantifierLeave({ max }) {
      if (max > 1) depth--;
    },
    onGroupEnter: ({ alternatives }) => {
      found ||= depth > 0 && alternatives.length > 1;
    },
    onCapturingGroupEnter: ({ alternatives }) => {
      found ||= depth > 0 && alternatives.length > 1;
    },
  });
  return found;
}
