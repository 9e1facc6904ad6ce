/** Where a cache is, in BuildKit's words: `{ type: "registry", attributes: { ref: "example.com/cache" } }`. */
export interface CacheEntry {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Whether steps are taken over from a cache or kept in it. */
export type CacheUse = "from" | "to";

/** Where BuildKit can keep a cache. Source: https://docs.docker.com/build/cache/backends/ */
const BACKENDS = ["azblob", "gha", "inline", "local", "registry", "s3"];

/** The attribute of a cache of type `local` that names its folder. */
const FOLDER = { from: "src", to: "dest" } as const satisfies Record<CacheUse, string>;

/**
 * A cache as `docker build` has it: an image's name, or `type=registry,ref=NAME` and what else the type takes.
 *
 * @throws TypeError where it does not read, with what is wrong
 */
export function parseCacheEntry(text: string): CacheEntry {
  if (!isTyped(text)) return { type: "registry", attributes: { ref: text } };
  const { type, ...attributes } = Object.fromEntries(fieldsOf(text).map((field) => pairOf(field, text)));
  if (type === undefined || !BACKENDS.includes(type))
    throw new TypeError(
      `${JSON.stringify(text)} has no type that is known; write \`type=\` and one of ${BACKENDS.map((each) => `\`${each}\``).join(", ")}`,
    );
  if (type === "registry" && !attributes["ref"])
    throw new TypeError(`${JSON.stringify(text)} does not say where; write \`type=registry,ref=NAME\``);
  return { type, attributes };
}

const fieldsOf = (text: string): string[] => text.split(",").map((field) => field.trim());

function pairOf(field: string, text: string): [name: string, value: string] {
  const equals = field.indexOf("=");
  if (equals < 1)
    throw new TypeError(`${JSON.stringify(text)} is no cache; write an image's name, or \`type=registry,ref=NAME\``);
  return [field.slice(0, equals).toLowerCase(), field.slice(equals + 1)];
}

/** The folder of a cache that lies in one; undefined for every other. */
export const folderOfCache = ({ type, attributes }: CacheEntry, use: CacheUse): string | undefined =>
  type === "local" ? (attributes[FOLDER[use]] ?? "") : undefined;

/** The text with another folder, where the cache lies in one. */
export function withCacheFolder(text: string, use: CacheUse, located: (folder: string) => string): string {
  const folder = folderOfCache(parseCacheEntry(text), use);
  if (folder === undefined) return text;
  const name = FOLDER[use];
  return fieldsOf(text)
    .map((field) => (pairOf(field, text)[0] === name ? `${name}=${located(folder)}` : field))
    .join(",");
}

/** What is wrong with a cache, if anything is. */
export const cacheComplaint =
  (use: CacheUse) =>
  (text: string): string | undefined => {
    try {
      const folder = folderOfCache(parseCacheEntry(text), use);
      if (folder === "")
        return `${JSON.stringify(text)} does not say in which folder; write \`type=local,${FOLDER[use]}=FOLDER\``;
      if (folder?.startsWith("~"))
        return `${JSON.stringify(text)} names a home folder, which nobody puts in the place of \`~\`; write a path`;
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };

/** Whether BuildKit is to be told of it in its own words: the name of an image alone every way to build takes. */
export const isTyped = (text: string): boolean => text.includes("=");
