import { own } from "../../../foreign/own";

/** What a task template can name; a text, or what is under it. @see https://docs.docker.com/reference/cli/docker/service/create/#create-services-using-templates */
interface Names {
  readonly [name: string]: Names | "text";
}
const context: Names = {
  Service: { ID: "text", Name: "text", Labels: "text" },
  Node: { ID: "text", Hostname: "text", Platform: { Architecture: "text", OS: "text" } },
  Task: { ID: "text", Name: "text", Slot: "text" },
};

const namesUnder = (names: Names, before: string): string[] =>
  Object.entries(names).flatMap(([name, under]) =>
    under === "text" ? [`${before}.${name}`] : namesUnder(under, `${before}.${name}`),
  );

/** All that a template may name. */
export const templateNames: readonly string[] = namesUnder(context, "").map((name) => `{{${name}}}`);

export const isTemplate = (text: string): boolean => text.includes("{{");

const chain = /^\.[\w.\s]*$/;

/** What stands between the braces of each template, without the hyphens that trim the text around it. */
const bodiesOf = (pieces: readonly string[]): string[] =>
  pieces.map((piece) => {
    const body = piece.slice(0, piece.indexOf("}}"));
    return body
      .replace(/^-(?=\s)/, "")
      .replace(/(?<=\s)-$/, "")
      .trim();
  });

/**
 * Why a manager refuses the text of a task. Templates that only name something are read here, and those without an end;
 * what calls a function or branches is left to the manager.
 */
export function templateFault(text: string): string | undefined {
  const [, ...pieces] = text.split("{{");
  if (pieces.length > 0 && !pieces.at(-1)!.includes("}}")) return "a `{{` without its `}}`";
  if (pieces.some((piece) => !piece.includes("}}"))) return undefined;
  const bodies = bodiesOf(pieces);
  const plain = bodies.every((body) => /^(?:$|\{|\/\*)/.test(body) || chain.test(body));
  if (!plain) return bodies.map(undotted).find(Boolean);
  return bodies.map(chainFault).find(Boolean);
}

/** A name that lacks the dot before it. */
const undotted = (body: string): string | undefined =>
  /^(?:Service|Node|Task)\.[\w.]+$/.test(body) ? `\`{{${body}}}\`, which lacks a dot before \`${body}\`,` : undefined;

function chainFault(body: string): string | undefined {
  if (body === "") return "a template that names nothing";
  if (body.startsWith("{")) return "three braces in a row";
  if (body === "." || !body.startsWith(".")) return undefined;
  let at: Names | "text" = context;
  for (const name of body.slice(1).split(".")) {
    const under: Names | "text" | undefined = at === "text" ? undefined : own(at, name);
    if (under === undefined) return `\`{{${body}}}\`, which no task has,`;
    at = under;
  }
  return undefined;
}
