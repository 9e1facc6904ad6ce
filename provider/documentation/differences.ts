import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What of a type's interface differs, and how a page says so. Closed: each is held against the schema by a test. */
export const aspects = {
  added: "only here",
  absent: "only there",
  value: "another type of value",
  presence: "required, or not",
  computed: "computed",
  forceNew: "replaces, or not",
  sensitive: "sensitive",
  default: "another default",
  max: "how many blocks",
  conflicts: "excludes others",
  validated: "checked",
  /** Spellings that the community provider takes for no change. */
  suppressed: "spellings of the same",
  /** What it does, which no schema shows. */
  meaning: "what it does",
} as const;

export type Aspect = keyof typeof aspects;

/** A deliberate difference from the community provider's interface at 3.6.2, whose names and meaning are kept elsewhere. */
export interface Difference {
  /** `docker_container`, `data.docker_logs`, or `provider`. */
  readonly type: string;
  /** `healthcheck.test` */
  readonly path: string;
  readonly aspect: Aspect;
  readonly why: string;
}

/** Of attributes that differ alike, for one reason. */
interface Row extends Pick<Difference, "aspect" | "why"> {
  readonly paths: readonly string[];
}

const { types, notCarried: absent } = JSON.parse(readFileSync(join(__dirname, "differences.json"), "utf8")) as {
  readonly types: Readonly<Record<string, readonly Row[]>>;
  readonly notCarried: Readonly<Record<string, string>>;
};

export const differences: readonly Difference[] = Object.entries(types).flatMap(([type, rows]) =>
  rows.flatMap(({ paths, ...row }) => paths.map((path) => ({ type, path, ...row }))),
);

/** Types of 3.6.2 that this provider does not have, with the reason. */
export const notCarried = absent;

/** The page of all of them. */
export function differencesPage(): string {
  const sections = Object.entries(types).map(
    ([type, rows]) => `## ${type}
| attribute | | why |
|---|---|---|
${rows.map(({ paths, aspect, why }) => `| ${paths.map((path) => `\`${path}\``).join(", ")} | ${aspects[aspect]} | ${cell(why)} |`).join("\n")}`,
  );
  return `# Beside the community's provider
What differs on purpose from \`kreuzwerker/docker\` 3.6.2, attribute by attribute, with the reason; tests hold it against both schemas. \`npm run docs\` writes this page from provider/documentation/differences.json.

${Object.entries(absent)
  .map(([type, why]) => `- no \`${type}\`: ${why}`)
  .join("\n")}

${sections.join("\n\n")}
`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|");
