import { EngineError } from "./errors";

/**
 * Filters of list and event calls: name of the filter to its value or values, `{ label: ["a=b"], status: "running" }`;
 * undefined leaves one out.
 */
export type Filters = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** Query parameters; undefined leaves one out, a list repeats it. */
export type Query = Readonly<Record<string, QueryValue>>;

/** An instant: a Date, seconds since 1970, or text that the engine understands. */
export type Instant = Date | number | string;

/** `?a=1&b=2`, or nothing. */
export function encodeQuery(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const item of typeof value === "object" ? value : [value]) parameters.append(name, String(item));
  }
  const encoded = parameters.toString();
  return encoded && `?${encoded}`;
}

/** Filters as the API takes them: JSON of lists; undefined where there are none. */
export function encodeFilters(filters: Filters | undefined): string | undefined {
  const lists = Object.entries(filters ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, typeof value === "object" ? value : [String(value)]]);
  return lists.length === 0 ? undefined : JSON.stringify(Object.fromEntries(lists));
}

/** Seconds since 1970, with the milliseconds as a fraction. */
export function encodeInstant(instant: Instant | undefined): string | undefined {
  if (instant === undefined) return undefined;
  return instant instanceof Date ? (instant.getTime() / 1000).toFixed(3) : String(instant);
}

/**
 * A name as part of a path. The slashes, colons and at signs of image references stay.
 *
 * @throws EngineError "bad-request" for a name that would make the path another one
 */
export function segment(name: string): string {
  if (name === "" || name.split("/").some((part) => part === "" || part === "." || part === ".."))
    throw new EngineError({
      code: "bad-request",
      summary: `${JSON.stringify(name)} cannot be the name of an object`,
      remedy: "Give a name or an id; none has an empty part, or a part that is only dots.",
    });
  return encodeURIComponent(name).replace(/%(2F|3A|40)/g, decodeURIComponent);
}
