import type { Refusal, Row } from "./row";

const memory = { type: "tmpfs", device: "tmpfs", o: "size=1m,uid=1000" };
const madeUp = { name: expect.stringMatching(/^[0-9a-f]{64}$/) };

export const volumeRows: readonly Row[] = [
  {
    name: "nothing is asked of it",
    config: {},
    state: { driver: "local", mountpoint: expect.stringContaining("/volumes/") },
    removed: "stays",
  },
  { name: "it has no name", config: { name: null }, state: madeUp, removed: "stays" },
  { name: "an empty name is none", config: { name: "" }, state: madeUp, removed: "stays" },
  { name: "its driver is the engine's own choice", config: { driver: "local" }, removed: "stays" },
  { name: "an empty driver is none", config: { driver: "" }, state: { driver: "local" }, removed: "stays" },
  {
    name: "the driver has options",
    config: { driver: "local", driver_opts: memory },
    inspect: { Driver: "local", Options: memory },
    removed: "replace",
  },
  { name: "no options are no options", config: { driver_opts: {} }, removed: "stays" },
  {
    name: "it has labels",
    config: {
      labels: [
        { label: "com.example.kind", value: "shop" },
        { label: "empty", value: "" },
      ],
    },
    inspect: { Labels: { "com.example.kind": "shop", empty: "" } },
    removed: "replace",
  },
];

export const volumeRefusals: readonly Refusal[] = [
  { name: "a driver that the engine does not have", config: { driver: "no-such-driver" }, says: "no-such-driver" },
];
