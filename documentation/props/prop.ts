import { join, relative, sep } from "node:path";
import ts from "typescript";

/** One property of an interface of props, as its comment tells it. */
export interface Prop {
  readonly name: string;
  readonly type: string;
  readonly doc: string;
  /** In Markdown; undefined where the property must be given. */
  readonly fallback?: string;
}

/** An interface whose properties are shown. */
export interface Wanted {
  readonly name: string;
  /** Interfaces that it is made of whose properties are shown too, although they are written from schemas. @default - none */
  readonly also?: readonly string[];
}

/** Where interfaces are looked for. */
export interface Sources {
  readonly program: ts.Program;
  /** Folder that paths are shown from. */
  readonly root: string;
  /** Folder of that whose interfaces are people's own work, and one in it whose are not. */
  readonly folder: string;
  readonly written: string;
}

/** Properties that lack what a table says of them. */
export class PropsError extends Error {
  override readonly name = "PropsError";

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

/**
 * The properties, those that must be given first. Of inherited ones, those that are declared in the folder: what comes
 * from elsewhere (cdktf, classes written from schemas) has documentation of its own.
 *
 * @throws PropsError with all that are not documented
 */
export function propsOf(wanted: Wanted, sources: Sources): readonly Prop[] {
  const checker = sources.program.getTypeChecker();
  const interfaceOf = declarationOf(wanted.name, sources);
  const type = checker.getTypeAtLocation(interfaceOf);
  const also = (wanted.also ?? []).map((name) => declarationOf(name, sources));
  const read = checker
    .getPropertiesOfType(type)
    .filter((property) => isShown(property, also, sources))
    .sort(byDeclaration(interfaceOf))
    .map((property) => readProp(property, checker, sources));
  const problems = read.flatMap((each) => ("problem" in each ? [each.problem] : []));
  if (problems.length > 0) throw new PropsError(problems);
  const props = read.flatMap((each) => ("problem" in each ? [] : [each]));
  return [...props.filter(isRequired), ...props.filter((prop) => !isRequired(prop))];
}

const isRequired = ({ fallback }: Prop): boolean => fallback === undefined;

function declarationOf(name: string, { program, root, folder }: Sources): ts.Node {
  for (const file of program.getSourceFiles()) {
    if (!pathFrom(root, file).startsWith(`${folder}/`)) continue;
    const found = file.statements.find((each) => isNamed(each, name));
    if (found) return found;
  }
  throw new PropsError([
    `no interface \`${name}\` in ${folder}/: correct its name in the page's \`<!-- props: … -->\``,
  ]);
}

const isNamed = (statement: ts.Statement, name: string): boolean =>
  (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) && statement.name.text === name;

function isShown(property: ts.Symbol, also: readonly ts.Node[], { root, folder, written }: Sources): boolean {
  const declaration = property.declarations?.[0];
  if (!declaration) return false;
  const path = pathFrom(root, declaration.getSourceFile());
  if (also.includes(declaration.parent)) return true;
  return path.startsWith(`${folder}/`) && !path.startsWith(`${folder}/${written}/`);
}

/** Its own first, each interface's as they stand in it: the compiler's order depends on what else it has seen. */
const byDeclaration = (own: ts.Node) => (a: ts.Symbol, b: ts.Symbol) => {
  const [left, right] = [a, b].map(({ declarations }) => declarations![0]!) as [ts.Declaration, ts.Declaration];
  const [of, beside] = [left.getSourceFile().fileName, right.getSourceFile().fileName];
  return (
    Number(right.parent === own) - Number(left.parent === own) || of.localeCompare(beside, "en") || left.pos - right.pos
  );
};

function readProp(property: ts.Symbol, checker: ts.TypeChecker, { root }: Sources): Prop | { problem: string } {
  const [declaration] = property.declarations as [ts.PropertySignature];
  const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
  const text = flat(ts.displayPartsToString(property.getDocumentationComment(checker)));
  const { doc, fallback } = fallbackOf(text, defaultTag(property, checker));
  const at = `${placeOf(declaration, root)}: \`${property.name}\``;
  if (doc === "") return { problem: `${at} has no comment: say above it what it is` };
  if (optional && fallback === undefined)
    return { problem: `${at} may be left out, and its comment has no \`@default\`: say what is done then` };
  return { name: property.name, type: typeOf(declaration), doc, ...(fallback !== undefined && { fallback }) };
}

const defaultTag = (property: ts.Symbol, checker: ts.TypeChecker): string | undefined => {
  const tag = property.getJsDocTags(checker).find(({ name }) => name === "default");
  return tag && flat(ts.displayPartsToString(tag.text));
};

/** `@default - words` or `@default VALUE`; comments that are written from schemas have `Default: words.` among the rest. */
function fallbackOf(text: string, tag: string | undefined): { doc: string; fallback?: string } {
  const [sentence, words] = / ?\bDefault: (.*?)\.(?= |$)/.exec(text) ?? [];
  const doc = sentence === undefined ? text : text.replace(sentence, "");
  if (tag === undefined) return words === undefined ? { doc } : { doc, fallback: words };
  return { doc, fallback: tag.startsWith("- ") ? tag.slice(2) : `\`${tag}\`` };
}

/** As it is written, but on one line, and without the name of cdktf's module. */
const typeOf = (declaration: ts.PropertySignature): string =>
  flat(declaration.type?.getText() ?? "any").replaceAll(/\bcdktf\./g, "");

const flat = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const pathFrom = (root: string, file: ts.SourceFile): string => relative(root, file.fileName).split(sep).join("/");

function placeOf(node: ts.Node, root: string): string {
  const file = node.getSourceFile();
  return `${pathFrom(root, file)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** The toolkit of a checkout: all that its constructs are made of. */
export function toolkit(root: string): Sources {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const roots = [join(root, "index.ts"), join(root, "constructs/lab-stage/lab-context.ts")];
  return { program: ts.createProgram(roots, options), root, folder: "constructs", written: "bindings" };
}
