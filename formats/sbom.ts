/** Which scanner, and what it is told: `NAME=VALUE` with commas between, by their names. */
type Parameters = ReadonlyMap<string, string | undefined>;

const parametersOf = (text: string): Parameters =>
  new Map(
    text.split(",").map((field) => {
      const equals = field.indexOf("=");
      return equals < 0 ? [field, undefined] : [field.slice(0, equals), field.slice(equals + 1)];
    }),
  );

/** One word in place of the parameters. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["true", ""],
  ["false", "disabled=true"],
]);

/** What the docker command has of any attestation, and the scanner is told nothing of. */
const OF_ANY: ReadonlyMap<string, readonly string[]> = new Map([
  ["type", ["sbom"]],
  ["disabled", ["true", "false"]],
]);

/**
 * What BuildKit is told of a list of what is in the image, empty where its own scanner makes it; undefined where there is
 * to be none. Source: https://github.com/moby/buildkit/blob/master/docs/attestations/sbom.md
 */
export function sbomOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const spelled = WORDS.get(text) ?? text;
  if (spelled === "") return "";
  const all = [...parametersOf(spelled)];
  if (all.some(([name, value]) => name === "disabled" && value === "true")) return undefined;
  return all
    .filter(([name]) => !OF_ANY.has(name))
    .map((pair) => pair.join("="))
    .join(",");
}

/** Whether the scanner is told something: BuildKit before 0.17 leaves that out without a word. Source: its control/control.go */
export const tellsScanner = (text: string | undefined): boolean =>
  [...parametersOf(sbomOf(text) || "generator=")].some(([name]) => name !== "generator");

export const isSameSbom = (a: string, b: string): boolean => sbomOf(a) === sbomOf(b);

export function sbomComplaint(text: string): string | undefined {
  if (WORDS.has(text)) return undefined;
  for (const [name, value] of parametersOf(text)) {
    if (value === undefined || name === "")
      return `${JSON.stringify(text)} is no SBOM; write \`true\`, \`false\`, \`generator=IMAGE\`, and what that image is told with commas between: \`NAME=VALUE\``;
    if (name === "generator" && value === "") return "an SBOM's generator is empty; write `generator=IMAGE` or `true`";
    const allowed = OF_ANY.get(name);
    if (allowed && !allowed.includes(value))
      return `${JSON.stringify(value)} is no ${name} of an SBOM; write ${allowed.map((each) => `\`${name}=${each}\``).join(" or ")}`;
  }
  return undefined;
}
