import ts from "typescript";
import { type Finding, findingAt, nodesOf, pathOf } from "./program";

/**
 * Files whose names are this repository's own, and not read from anywhere: those of a schema, a message, a table.
 * What they index by is never a name of `Object.prototype`.
 */
const OURS: readonly RegExp[] = [
  /^provider\/schema\/(?:plan|operations)\//,
  /^provider\/schema\/equal\.ts$/,
  /^provider\/protobuf\/message\.ts$/,
  /^provider\/resources\/config-digest\.ts$/,
  // A program of its own, sent to a build: its table is asked for the five characters that its expression matches.
  /^images\/voting-app\/service\/page\.ts$/,
  // The one place that looks whether the name is the record's own.
  /^foreign\/own\.ts$/,
];

/**
 * Where a record is asked for a name that may be anybody's, in a way that finds what every object inherits (`constructor`,
 * `toString`) or sets its prototype (`__proto__`): `record[name]`, `name in record`, `Object.assign(…, record)`.
 */
export function foreignNames(program: ts.Program, files: readonly ts.SourceFile[]): Finding[] {
  const checker = program.getTypeChecker();
  return files
    .filter(({ fileName }) => !OURS.some((ours) => ours.test(pathOf(fileName))))
    .flatMap((file) => [...nodesOf(file)].flatMap((node) => judge(node, checker)));
}

function judge(node: ts.Node, checker: ts.TypeChecker): Finding[] {
  if (ts.isElementAccessExpression(node) && isAnyName(node.argumentExpression, checker)) {
    return [findingAt(node, `\`${node.getText()}\` finds what every object inherits; use \`own(…)\`, or a Map`)];
  }
  if (ts.isBinaryExpression(node) && isIn(node) && isAnyName(node.left, checker)) {
    return [findingAt(node, `\`${node.getText()}\` finds what every object inherits; use \`Object.hasOwn\``)];
  }
  if (ts.isCallExpression(node) && node.expression.getText() === "Object.assign") {
    const records = node.arguments.filter((argument) => isRecord(argument, checker));
    return records.map((record) =>
      findingAt(node, `\`${record.getText()}\` may set a prototype; use a spread, or \`Object.fromEntries\``),
    );
  }
  return [];
}

const isIn = ({ operatorToken }: ts.BinaryExpression) => operatorToken.kind === ts.SyntaxKind.InKeyword;

/** Whether a name is any text, rather than one of a few that are written down. */
function isAnyName(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const isAny = (type: ts.Type): boolean =>
    type.isUnion()
      ? type.types.some(isAny)
      : (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) !== 0;
  return !ts.isStringLiteralLike(node) && isAny(checker.getTypeAtLocation(node));
}

/** Whether an argument, or each of a spread one, is a record by any name. */
function isRecord(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(ts.isSpreadElement(node) ? node.expression : node);
  const given = ts.isSpreadElement(node) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : type;
  const parts = given?.isUnion() ? given.types : given ? [given] : [];
  return parts.some((part) => checker.getIndexInfoOfType(part, ts.IndexKind.String) !== undefined);
}
