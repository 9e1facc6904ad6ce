import type { Engine } from "../../../../engine";
import { assertKnown } from "../../../../provider/resources/container/engine-needs";
import type { ObjectValue } from "../../../../provider/schema";
import { configOf } from "./engine-echo";

/** An engine of an API version. */
const engineOf = (api: string) =>
  ({
    url: "unix:///engine.sock",
    apiVersion: async () => api,
    system: { version: async () => ({ Version: "20.10.24" }) },
  }) as unknown as Engine;

/** What is refused of it, as summaries. */
async function refused(
  asked: ObjectValue,
  api: string,
): Promise<{ summary: string; detail?: string; path?: unknown }[]> {
  const { signal } = new AbortController();
  try {
    await assertKnown({ engine: engineOf(api), signal }, configOf(asked));
    return [];
  } catch (error) {
    return (error as { diagnostics: { summary: string }[] }).diagnostics;
  }
}

const mount = (block: ObjectValue): ObjectValue => ({ mounts: [{ source: "/a", target: "/b", ...block }] });

test.each<[attribute: string, api: string, asked: ObjectValue]>([
  ["platform", "1.41", { platform: "linux/arm64" }],
  [
    "mounts.bind_options.create_mountpoint",
    "1.42",
    mount({ type: "bind", bind_options: [{ create_mountpoint: true }] }),
  ],
  ["annotations", "1.43", { annotations: { a: "1" } }],
  ["networks_advanced.mac_address", "1.44", { networks_advanced: [{ name: "a", mac_address: "02:42:00:00:00:01" }] }],
  [
    "mounts.bind_options.read_only_non_recursive",
    "1.44",
    mount({ type: "bind", bind_options: [{ read_only_non_recursive: true }] }),
  ],
  [
    "mounts.bind_options.read_only_force_recursive",
    "1.44",
    mount({ type: "bind", bind_options: [{ read_only_force_recursive: true }] }),
  ],
  ["mounts.volume_options.subpath", "1.45", mount({ type: "volume", source: "v", volume_options: [{ subpath: "s" }] })],
  ["healthcheck.start_interval", "1.44", { healthcheck: [{ test: ["CMD", "true"], start_interval: "1s" }] }],
  ["networks_advanced.interface_name", "1.49", { networks_advanced: [{ name: "a", interface_name: "eth9" }] }],
  ["networks_advanced.gw_priority", "1.48", { networks_advanced: [{ name: "a", gw_priority: 1 }] }],
  ["mounts.type", "1.48", mount({ type: "image", source: "alpine" })],
])("%s is refused by an engine before API %s, and by no other", async (attribute, api, asked) => {
  const before = `1.${Number(api.split(".")[1]) - 1}`;
  expect(await refused(asked, before)).toMatchObject([
    {
      summary: `container "web": its engine is too old for ${attribute}`,
      detail: expect.stringContaining(`the engine at unix:///engine.sock is 20.10.24 and speaks ${before}.`),
      path: [attribute.split(".")[0]],
    },
  ]);
  expect((await refused(asked, before))[0]?.detail).toMatch(`It needs API ${api} (Docker `);
  expect(await refused(asked, api)).toEqual([]);
});

test("all that an engine is too old for is told at once", async () => {
  const asked = { annotations: { a: "1" }, networks_advanced: [{ name: "a", gw_priority: 1 }] };
  expect((await refused(asked, "1.41")).map(({ path }) => path)).toEqual([["annotations"], ["networks_advanced"]]);
});

test("what says nothing needs no newer engine", async () => {
  const nothing = {
    annotations: {},
    platform: "",
    networks_advanced: [{ name: "a", gw_priority: 0, mac_address: "" }],
  };
  expect(await refused({ ...nothing, ...mount({ type: "bind", bind_options: [{}] }) }, "1.40")).toEqual([]);
});

test("one MAC address, on the network of the mode, every engine takes", async () => {
  const block = { name: "front", mac_address: "02:42:00:00:00:01" };
  expect(await refused({ network_mode: "front", networks_advanced: [block] }, "1.40")).toEqual([]);
});
