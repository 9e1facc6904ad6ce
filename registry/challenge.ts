/** How a registry wants to know who asks. */
export interface Challenge {
  readonly scheme: "basic" | "bearer";
  readonly parameters: Readonly<Record<string, string>>;
}

/** The challenge of a `WWW-Authenticate` header that can be answered; Bearer before Basic where there are both (RFC 9110, 11.6.1). */
export function parseChallenge(header = ""): Challenge | undefined {
  const found: Challenge[] = [];
  const cursor = new Cursor(header);
  for (let match = cursor.take(scheme); match; match = cursor.take(scheme)) {
    const parameters: [string, string][] = [];
    for (let each = cursor.take(parameter); each; each = cursor.take(parameter)) {
      const [, name = "", quoted, bare = ""] = each;
      parameters.push([name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? bare]);
    }
    found.push({
      scheme: match[1]!.toLowerCase() as Challenge["scheme"],
      parameters: Object.fromEntries(parameters),
    });
  }
  return found.find(({ scheme }) => scheme === "bearer") ?? found[0];
}

const scheme = /(?:^|,\s*)(basic|bearer)\b/gi;
const parameter = /(?:\s+(?:,\s*)?|,\s*)([a-z_]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/iy;

/** A place in a text, which goes on behind what was read. */
class Cursor {
  private at = 0;

  constructor(private readonly text: string) {}

  /** What fits here, with a sticky pattern; from here on, with a global one. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
