import type { DeviceRequest } from "../../../engine";

const KEYS = ["driver", "count", "device", "capabilities", "options"] as const;

/**
 * As `docker run --gpus` takes them: `all`, a number, or `KEY=VALUE` with commas between them, where a value with
 * commas of its own may stand in quotes. Source: https://docs.docker.com/reference/cli/docker/container/run/#gpus
 */
export function parseGpus(text: string): DeviceRequest {
  const members = membersOf(text);
  const capabilities = members.get("capabilities") ?? "";
  const ids = listOf(members.get("device") ?? "");
  return {
    Driver: members.get("driver") ?? "",
    // Where other keys are given, the docker CLI takes one.
    Count: ids.length > 0 ? 0 : countOf(members.get("count") ?? (text === "" ? "0" : "1")),
    DeviceIDs: ids.length > 0 ? ids : undefined,
    Capabilities: [[...new Set([...listOf(capabilities), "gpu"])]],
    Options: Object.fromEntries(listOf(members.get("options") ?? "").map((option) => option.split(/=(.*)/s, 2))),
  };
}

/** The text that asks for it; what it says of the count alone stands without a key. */
export function formatGpus({ Driver, Count, DeviceIDs, Capabilities, Options }: DeviceRequest): string {
  const capabilities = (Capabilities?.[0] ?? []).filter((capability) => capability !== "gpu");
  const options = Object.entries(Options ?? {}).map(([name, value]) => `${name}=${value}`);
  const which = DeviceIDs?.length ? `device=${DeviceIDs.join(",")}` : Count === -1 ? "all" : String(Count);
  const members = { driver: Driver ?? "", capabilities: capabilities.join(","), options: options.join(",") };
  const told = Object.entries(members).filter(([, value]) => value !== "");
  return [which, ...told.map(([key, value]) => `${key}=${value}`)].join(",");
}

/** Complains about text that `docker run --gpus` would not take. */
export function validateGpus(text: string): string | undefined {
  const wanted = "write `all`, a number, or `device=0,1`";
  for (const [key, value] of membersOf(text)) {
    if (!(KEYS as readonly string[]).includes(key))
      return `${JSON.stringify(text)} has the unknown key \`${key}\`; keys are ${KEYS.join(", ")}; ${wanted}`;
    if (key === "count" && Number.isNaN(countOf(value)))
      return `${JSON.stringify(text)} is no number of GPUs; ${wanted}`;
  }
  return undefined;
}

/** `device=0,1` goes on behind its comma until the next key. */
function membersOf(text: string): Map<string, string> {
  const members = new Map<string, string>();
  let last = "";
  for (const field of text
    .replace(/^["']|["']$/g, "")
    .split(",")
    .filter(Boolean)) {
    const [, key, value = ""] = /^["']?([a-z]+)=(.*)$/.exec(field) ?? [];
    if (key !== undefined && (last !== "options" || (KEYS as readonly string[]).includes(key))) {
      members.set(key, value.replace(/["']/g, ""));
      last = key;
    } else if (last === "") {
      members.set("count", field);
    } else {
      members.set(last, `${members.get(last)},${field.replace(/["']/g, "")}`);
    }
  }
  return members;
}

const countOf = (text: string): number => (text === "all" ? -1 : /^\d+$/.test(text) ? Number(text) : Number.NaN);

const listOf = (text: string): string[] => text.split(",").filter(Boolean);
