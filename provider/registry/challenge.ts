/** How a registry wants to know who asks. */
export interface Challenge {
  readonly scheme: "basic" | "bearer";
  readonly parameters: Readonly<Record<string, string>>;
}

/** The challenge of a `WWW-Authenticate` header that can be answered; Bearer before Basic where there are both (RFC 9110, 11.6.1). */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  const found = [
    ...(header ?? "").matchAll(
      /(?:^|,\s*)(basic|bearer)\b((?:\s+(?:,\s*)?|,\s*)[a-z_]+=(?:"(?:[^"\\]|\\.)*"|[^\s,"]+))*/gi,
    ),
  ].map(([text, scheme = ""]) => ({
    scheme: scheme.toLowerCase() as Challenge["scheme"],
    parameters: parametersOf(text),
  }));
  return found.find(({ scheme }) => scheme === "bearer") ?? found[0];
}

const parametersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/\b([a-z_]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi)].map(([, name = "", quoted, bare]) => [
      name.toLowerCase(),
      quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "",
    ]),
  );
