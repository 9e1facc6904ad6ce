import type { Engine, Volume } from "../../../../engine";
import { NONCE_LABEL } from "../../../../formats/labels";
import { identityOf, keepIdentity } from "../../../../provider/resources/volume/identity";
import { PrivateState } from "../../../../provider/schema";

const signal = new AbortController().signal;
/** Docker 20.10 and 23.0: no machine has both. */
const [before, since] = ["1.41", "1.42"];

const volume = ({ nonce, created }: { nonce?: string; created?: string }) =>
  ({ Name: "data", Labels: nonce ? { [NONCE_LABEL]: nonce } : null, CreatedAt: created }) as unknown as Volume;

const monday = { created: "2026-11-23T10:00:00Z" };
const tuesday = { created: "2026-11-24T10:00:00Z" };

const rows = [
  { name: "its nonce", api: before, seen: { nonce: "a" }, found: { nonce: "a" }, is: "same" },
  { name: "another nonce", api: before, seen: { nonce: "a" }, found: { nonce: "b" }, is: "other" },
  { name: "no nonce where it had one", api: before, seen: { nonce: "a" }, found: monday, is: "other" },
  { name: "a nonce where it had none", api: before, seen: monday, found: { nonce: "b" }, is: "other" },
  { name: "the same time of creation", api: since, seen: monday, found: monday, is: "same" },
  { name: "another time of creation", api: since, seen: monday, found: tuesday, is: "other" },
  { name: "no time, as drivers may tell none", api: since, seen: {}, found: {}, is: "unknown" },
  { name: "another time, on an engine where it moves", api: before, seen: monday, found: tuesday, is: "unknown" },
  {
    name: "its nonce and another time",
    api: since,
    seen: { nonce: "a", ...monday },
    found: { nonce: "a", ...tuesday },
    is: "same",
  },
];
test.each(rows)("a volume with $name is $is on an engine of API $api", async ({ api, seen, found, is }) => {
  const engine = { apiVersion: async () => api } as unknown as Engine;
  const call = { engine, signal, privateState: PrivateState.empty() };
  await keepIdentity(call, volume(seen));
  expect(await identityOf(call, volume(found))).toBe(is);
});

test("of a volume that was never seen nothing is known", async () => {
  const engine = { apiVersion: async () => since } as unknown as Engine;
  const call = { engine, signal, privateState: PrivateState.empty() };
  expect(await identityOf(call, volume(monday))).toBe("unknown");
});

test("a time that was kept says nothing on an engine where it moves", async () => {
  const privateState = PrivateState.empty();
  const on = (api: string) => ({ engine: { apiVersion: async () => api } as unknown as Engine, signal, privateState });
  await keepIdentity(on(since), volume(monday));
  expect(await identityOf(on(before), volume(tuesday))).toBe("unknown");
});
