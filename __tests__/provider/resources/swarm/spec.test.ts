import { NONCE_LABEL } from "../../../../formats/labels";
import { fromSpec, settings, toSpec } from "../../../../provider/resources/swarm/spec";
import type { Config } from "../../../../provider/schema";

const asked: Config<typeof settings> = {
  task_history_limit: 5,
  dispatcher_heartbeat: "5s",
  node_cert_expiry: "2160h",
  autolock: false,
  raft_snapshot_interval: 10_000,
  raft_keep_old_snapshots: 0,
  raft_log_entries_for_slow_followers: 500,
  raft_election_tick: 10,
  raft_heartbeat_tick: 1,
  labels: [{ label: "team", value: "a" }],
};

test("durations are nanoseconds in the specification", () => {
  expect(toSpec(asked)).toMatchObject({
    Dispatcher: { HeartbeatPeriod: 5e9 },
    CAConfig: { NodeCertExpiry: 90 * 24 * 3600e9 },
  });
});

test("what was asked comes back as it was asked, the provider's own label aside", () => {
  const spec = toSpec(asked, {}, { [NONCE_LABEL]: "n" });
  expect(spec.Labels).toEqual({ team: "a", [NONCE_LABEL]: "n" });
  expect(fromSpec(spec)).toEqual({ ...asked, node_cert_expiry: "2160h" });
});

test("what this provider has no attribute for stays, and so does its own label", () => {
  const there = { TaskDefaults: { LogDriver: { Name: "journald" } }, Labels: { [NONCE_LABEL]: "n", other: "b" } };
  const spec = toSpec(asked, there);
  expect(spec.TaskDefaults).toEqual(there.TaskDefaults);
  expect(spec.Labels).toEqual({ team: "a", [NONCE_LABEL]: "n" });
});

test("every label but the provider's own is told", () => {
  const spec = { ...toSpec(asked), Labels: { team: "a", other: "b", [NONCE_LABEL]: "n" } };
  expect(fromSpec(spec).labels).toEqual([
    { label: "other", value: "b" },
    { label: "team", value: "a" },
  ]);
});

test.each([
  { name: "task_history_limit", value: -1 },
  { name: "dispatcher_heartbeat", value: "soon" },
  { name: "node_cert_expiry", value: "30m" },
  { name: "node_cert_expiry", value: "0s" },
  { name: "raft_election_tick", value: 1 },
  { name: "raft_heartbeat_tick", value: 0 },
] as const)("$name refuses $value", ({ name, value }) => {
  const { validate } = settings[name].options as { validate(value: unknown): string | undefined };
  expect(validate(value)).toContain(String(value));
});
