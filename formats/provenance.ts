const BOOLEANS = ["true", "false"];

/**
 * What an attestation of how an image was built can be told, with the values that it takes; undefined is any.
 * Source: https://github.com/moby/buildkit/blob/master/docs/attestations/slsa-provenance.md
 */
const PARAMETERS: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ["mode", ["min", "max"]],
  ["builder-id", undefined],
  ["filename", undefined],
  ["reproducible", BOOLEANS],
  ["inline-only", BOOLEANS],
  ["version", ["v0.2", "v1"]],
  // What the docker command has beside, of any attestation.
  ["disabled", BOOLEANS],
  ["type", ["provenance"]],
]);

/** One word in place of the parameters. BuildKit's own mode, where none is named, is `max`. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["true", "mode=max"],
  ["false", "disabled=true"],
  ["min", "mode=min"],
  ["max", "mode=max"],
]);

const spelledOut = (text: string): string => WORDS.get(text) ?? text;
const parametersOf = (text: string): readonly (readonly [name: string, value: string | undefined])[] =>
  spelledOut(text)
    .split(",")
    .map((field) => {
      const equals = field.indexOf("=");
      const name = (equals < 0 ? field : field.slice(0, equals)).trim().toLowerCase();
      return [name, equals < 0 ? undefined : field.slice(equals + 1)];
    });

/** What the docker command takes behind `--provenance`, which knows a mode by its parameter alone. */
export const provenanceFlag = (text: string | undefined): string | undefined =>
  text === "min" || text === "max" ? spelledOut(text) : text;

/** What BuildKit is told of it; undefined where there is to be none. */
export function provenanceOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const all = parametersOf(text);
  if (all.some(([name, value]) => name === "disabled" && value === "true")) return undefined;
  const told = all.filter(([name]) => name !== "disabled" && name !== "type");
  return told.length > 0 ? told.map((pair) => pair.join("=")).join(",") : "mode=max";
}

export const isSameProvenance = (a: string, b: string): boolean => provenanceOf(a) === provenanceOf(b);

export function provenanceComplaint(text: string): string | undefined {
  for (const [name, value] of parametersOf(text)) {
    const isKnown = PARAMETERS.has(name);
    if (value === undefined || !isKnown)
      return `${JSON.stringify(text)} is no provenance${isKnown ? "" : `, which has no ${JSON.stringify(name)}`}; write \`true\`, \`false\`, \`min\`, \`max\`, or parameters with commas between: ${[...PARAMETERS.keys()].map((each) => `\`${each}=…\``).join(", ")}`;
    const allowed = PARAMETERS.get(name);
    if (allowed && !allowed.includes(value))
      return `${JSON.stringify(value)} is no ${name} of a provenance; write ${allowed.map((each) => `\`${name}=${each}\``).join(" or ")}`;
  }
  return undefined;
}
