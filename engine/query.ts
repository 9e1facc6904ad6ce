import { EngineError } from "./errors";

/**
 * Filters of list and event calls: name of the filter to its value or values, `{ label: ["a=b"], status: "running" }`;
 * undefined leaves one out.
 */
export type Filters = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** Query parameters; undefined leaves one out, a list repeats it. */
export type Query = Readonly<Record<string, QueryValue>>;

/** An instant: a Date, seconds since 1970 as number or text, or RFC 3339 text as engines write it. */
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

const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/**
 * Seconds since 1970 with their fraction, which is all that the API takes.
 *
 * @throws EngineError "bad-request" for text that is no instant
 */
export function encodeInstant(instant: Instant | undefined): string | undefined {
  if (instant === undefined || typeof instant === "number") return instant?.toString();
  if (instant instanceof Date) return (instant.getTime() / 1000).toFixed(3);
  if (/^\d+(\.\d{1,9})?$/.test(instant)) return instant;
  const [, second, fraction = "", zone] = rfc3339.exec(instant) ?? [];
  if (second !== undefined) return `${Date.parse(`${second}${zone}`) / 1000}.${fraction.padEnd(9, "0")}`;
  throw new EngineError({
    code: "bad-request",
    what: `${JSON.stringify(instant)} is no instant`,
    remedy: "Give seconds since 1970, or a time such as 2026-01-31T12:00:00Z.",
  });
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
      what: `${JSON.stringify(name)} cannot be the name of an object`,
      remedy: "Give a name or an id; none has an empty part, or a part that is only dots.",
    });
  return encodeURIComponent(name).replace(/%(2F|3A|40)/g, decodeURIComponent);
}
