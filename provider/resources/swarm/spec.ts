import type { SwarmSpec } from "../../../engine";
import { readDuration, sameDuration, writeDuration } from "../../../formats/duration";
import { NONCE_LABEL, toLabelRecord } from "../../../formats/labels";
import { bool, type Config, number, type Observed, string } from "../../schema";
import { duration, whole } from "../../schema/validators";
import { askedLabels, labelBlocks } from "../labels";

/** In nanoseconds: nodes renew their certificates no more often. */
const HOUR = 3600e9;

/** What of a swarm can be changed while it runs, with Docker's own defaults. */
export const settings = {
  task_history_limit: number({
    optional: true,
    default: 5,
    validate: whole(0),
    doc: "How many ended tasks of each slot are remembered. Default: 5.",
  }),
  dispatcher_heartbeat: string({
    optional: true,
    default: "5s",
    validate: duration(),
    same: sameDuration,
    doc: "How often nodes tell that they are alive; one that is silent for three times as long is down. Default: `5s`.",
  }),
  node_cert_expiry: string({
    optional: true,
    default: "2160h",
    validate: duration({ from: HOUR }),
    same: sameDuration,
    doc: "How long nodes' certificates are valid, at least an hour. Default: `2160h`, 90 days.",
  }),
  autolock: bool({
    optional: true,
    default: false,
    doc: "Managers that restart stay locked until `docker swarm unlock` gives them the unlock key.",
  }),
  raft_snapshot_interval: number({
    optional: true,
    default: 10_000,
    validate: whole(1),
    doc: "Log entries between two snapshots of raft. Default: 10000.",
  }),
  raft_keep_old_snapshots: number({
    optional: true,
    default: 0,
    validate: whole(0),
    doc: "Snapshots kept beside the newest. Default: 0.",
  }),
  raft_log_entries_for_slow_followers: number({
    optional: true,
    default: 500,
    validate: whole(0),
    doc: "Log entries kept after a snapshot for managers that lag behind. Default: 500.",
  }),
  raft_election_tick: number({
    optional: true,
    default: 10,
    validate: whole(2),
    doc: "Ticks (seconds) without a leader until managers elect one; more than `raft_heartbeat_tick`. Default: 10.",
  }),
  raft_heartbeat_tick: number({
    optional: true,
    default: 1,
    validate: whole(1),
    doc: "Ticks (seconds) between the leader's heartbeats. Default: 1.",
  }),
  labels: labelBlocks("Label of the swarm. A change is made in place."),
} as const;

type Settings = Config<typeof settings>;

/** The specification that says what is asked, and goes on saying what this provider has no attribute for. */
export function toSpec(
  asked: Settings,
  there: Partial<SwarmSpec> = {},
  ownership: Record<string, string> = {},
): SwarmSpec {
  const nonce = there.Labels?.[NONCE_LABEL];
  return {
    ...there,
    Name: "default",
    Labels: { ...toLabelRecord(asked.labels), ...(nonce ? { [NONCE_LABEL]: nonce } : {}), ...ownership },
    Orchestration: { ...there.Orchestration, TaskHistoryRetentionLimit: asked.task_history_limit },
    Dispatcher: { ...there.Dispatcher, HeartbeatPeriod: readDuration(asked.dispatcher_heartbeat) },
    CAConfig: { ...there.CAConfig, NodeCertExpiry: readDuration(asked.node_cert_expiry) },
    EncryptionConfig: { ...there.EncryptionConfig, AutoLockManagers: asked.autolock },
    Raft: {
      ...there.Raft,
      SnapshotInterval: asked.raft_snapshot_interval,
      KeepOldSnapshots: asked.raft_keep_old_snapshots,
      LogEntriesForSlowFollowers: asked.raft_log_entries_for_slow_followers,
      ElectionTick: asked.raft_election_tick,
      HeartbeatTick: asked.raft_heartbeat_tick,
    },
  };
}

export function fromSpec(spec: SwarmSpec): Observed<typeof settings> {
  return {
    task_history_limit: spec.Orchestration?.TaskHistoryRetentionLimit ?? 0,
    dispatcher_heartbeat: writeDuration(spec.Dispatcher?.HeartbeatPeriod ?? 0),
    node_cert_expiry: writeDuration(spec.CAConfig?.NodeCertExpiry ?? 0),
    autolock: spec.EncryptionConfig?.AutoLockManagers ?? false,
    raft_snapshot_interval: spec.Raft?.SnapshotInterval ?? 0,
    raft_keep_old_snapshots: spec.Raft?.KeepOldSnapshots ?? 0,
    raft_log_entries_for_slow_followers: spec.Raft?.LogEntriesForSlowFollowers ?? 0,
    raft_election_tick: spec.Raft?.ElectionTick ?? 0,
    raft_heartbeat_tick: spec.Raft?.HeartbeatTick ?? 0,
    labels: askedLabels(spec.Labels),
  };
}
