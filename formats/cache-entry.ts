/** Where a cache is, in BuildKit's words: `{ type: "registry", attributes: { ref: "example.com/cache" } }`. */
export interface CacheEntry {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Where BuildKit can keep a cache that an engine reaches by itself. Source: https://docs.docker.com/build/cache/backends/ */
const BACKENDS = ["azblob", "gha", "inline", "registry", "s3"];

/**
 * A cache as `docker build` has it: an image's name, or `type=registry,ref=NAME` and what else the type takes.
 *
 * @throws TypeError where it does not read, with what is wrong
 */
export function parseCacheEntry(text: string): CacheEntry {
  if (!text.includes("=")) return { type: "registry", attributes: { ref: text } };
  const pairs = text.split(",").map((field) => field.trim());
  const { type, ...attributes } = Object.fromEntries(pairs.map((field) => pairOf(field, text)));
  if (type === "local")
    throw new TypeError(
      `${JSON.stringify(text)} is a folder, which the provider cannot hand to the engine; write \`type=registry,ref=NAME\``,
    );
  if (type === undefined || !BACKENDS.includes(type))
    throw new TypeError(
      `${JSON.stringify(text)} has no type that is known; write \`type=\` and one of ${BACKENDS.map((each) => `\`${each}\``).join(", ")}`,
    );
  if (type === "registry" && !attributes["ref"])
    throw new TypeError(`${JSON.stringify(text)} does not say where; write \`type=registry,ref=NAME\``);
  return { type, attributes };
}

function pairOf(field: string, text: string): [name: string, value: string] {
  const equals = field.indexOf("=");
  if (equals < 1)
    throw new TypeError(`${JSON.stringify(text)} is no cache; write an image's name, or \`type=registry,ref=NAME\``);
  return [field.slice(0, equals).toLowerCase(), field.slice(equals + 1)];
}

export function cacheComplaint(text: string): string | undefined {
  try {
    parseCacheEntry(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Whether BuildKit is to be told of it in its own words: the name of an image alone every way to build takes. */
export const isTyped = (text: string): boolean => text.includes("=");
