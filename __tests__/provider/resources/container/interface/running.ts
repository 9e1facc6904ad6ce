import type { Rows } from "./row";

const SECOND = 1e9;

/** What runs in it, when, and what becomes of it. */
export const running: Rows = () => [
  {
    name: "arguments for the image's entrypoint",
    asked: { command: ["sleep", "601"] },
    shows: { Path: "busybox", Args: ["sleep", "601"], Config: { Cmd: ["sleep", "601"], Entrypoint: ["busybox"] } },
    without: "kept",
  },
  {
    name: "an entrypoint, which takes away the image's arguments too",
    asked: { entrypoint: ["busybox", "sleep"], command: ["602"] },
    shows: { Config: { Entrypoint: ["busybox", "sleep"], Cmd: ["602"] } },
    without: "kept",
  },
  {
    name: "no entrypoint at all",
    asked: { entrypoint: [""], command: ["busybox", "sleep", "603"] },
    shows: { Path: "busybox", Config: { Entrypoint: null, Cmd: ["busybox", "sleep", "603"] } },
    without: "kept",
  },
  {
    name: "variables, one of them another than the image's",
    asked: { env: ["EMPTY=", "FROM_IMAGE=2", "TEXT=a = b"] },
    shows: { Config: { Env: expect.arrayContaining(["EMPTY=", "FROM_IMAGE=2", "TEXT=a = b"]) } },
    without: "kept",
  },
  {
    name: "one of the image's variables taken away",
    asked: { env: ["FROM_IMAGE"] },
    shows: { Config: { Env: expect.not.arrayContaining(["FROM_IMAGE=1"]) } },
    without: "kept",
  },
  {
    name: "the platform of its image",
    asked: { platform: "linux/x86_64" },
    tells: { platform: "linux/x86_64" },
  },
  { name: "a user and a group", asked: { user: "1:2" }, shows: { Config: { User: "1:2" } }, without: "kept" },
  {
    name: "a working folder",
    asked: { working_dir: "/srv" },
    shows: { Config: { WorkingDir: "/srv" } },
    without: "kept",
  },
  { name: "a terminal", asked: { tty: true }, shows: { Config: { Tty: true } } },
  { name: "standard input", asked: { stdin_open: true }, shows: { Config: { OpenStdin: true } } },
  { name: "an init", asked: { init: true }, shows: { HostConfig: { Init: true } }, without: "kept" },
  { name: "no init", asked: { init: false }, shows: { HostConfig: { Init: false } }, without: "kept" },
  {
    name: "a signal that stops it",
    asked: { stop_signal: "SIGINT" },
    shows: { Config: { StopSignal: "SIGINT" } },
    without: "kept",
  },
  {
    name: "a time to stop in",
    asked: { stop_timeout: 3 },
    shows: { Config: { StopTimeout: 3 } },
    without: "kept",
  },
  { name: "more groups", asked: { group_add: ["7", "8"] }, shows: { HostConfig: { GroupAdd: ["7", "8"] } } },
  {
    name: "labels, one of them another than the image's",
    asked: {
      labels: [
        { label: "image", value: "no" },
        { label: "empty", value: "" },
      ],
    },
    shows: { Config: { Labels: { image: "no", empty: "" } } },
    without: "kept",
  },

  {
    name: "no start",
    asked: { start: false, must_run: false },
    imported: "updated",
    shows: { State: { Status: "created" } },
    tells: { exit_code: null },
    without: "updated",
  },
  {
    name: "a run that is waited for, and its log",
    asked: { attach: true, logs: true, must_run: false, command: ["sh", "-c", "echo said; exit 3"] },
    imported: "updated",
    shows: { State: { Status: "exited", ExitCode: 3 } },
    tells: { exit_code: 3, container_logs: "said\n" },
    without: "updated",
  },
  {
    name: "an exit code that is expected",
    asked: { expected_exit_code: 4, must_run: false, command: ["sh", "-c", "exit 4"] },
    shows: { State: { Status: "exited", ExitCode: 4 } },
    tells: { exit_code: 4, container_logs: null },
    without: "updated",
  },
  {
    name: "a restart when it fails, so often",
    asked: { restart: "on-failure", max_retry_count: 4 },
    shows: { HostConfig: { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 4 } } },
    without: "updated",
  },
  {
    name: "a restart, always",
    asked: { restart: "always" },
    shows: { HostConfig: { RestartPolicy: { Name: "always", MaximumRetryCount: 0 } } },
    without: "updated",
  },
  {
    name: "a restart unless somebody stopped it",
    asked: { restart: "unless-stopped" },
    shows: { HostConfig: { RestartPolicy: { Name: "unless-stopped" } } },
    without: "updated",
  },
  { name: "removal at its end", asked: { rm: true }, shows: { HostConfig: { AutoRemove: true } } },

  {
    name: "a health check",
    asked: {
      healthcheck: [
        { test: ["CMD", "busybox", "true"], interval: "1m30s", timeout: "1500ms", start_period: "5s", retries: 4 },
      ],
    },
    shows: {
      Config: {
        Healthcheck: {
          Test: ["CMD", "busybox", "true"],
          Interval: 90 * SECOND,
          Timeout: 1.5 * SECOND,
          StartPeriod: 5 * SECOND,
          Retries: 4,
        },
      },
    },
    without: "kept",
  },
  {
    name: "a health check that leaves its times to the image",
    asked: { healthcheck: [{ test: ["CMD-SHELL", "exit 0"] }] },
    imported: "replaced",
    shows: { Config: { Healthcheck: { Test: ["CMD-SHELL", "exit 0"], Interval: 3600 * SECOND, Retries: 9 } } },
    without: "kept",
  },
  {
    name: "another interval of its health check while it starts",
    since: "1.44",
    imported: "replaced",
    without: "kept",
    asked: { healthcheck: [{ test: ["CMD", "true"], start_period: "1m", start_interval: "2s" }] },
    shows: { Config: { Healthcheck: { StartPeriod: 60e9, StartInterval: 2e9 } } },
  },
  {
    name: "a health check that leaves its test to the image",
    asked: { healthcheck: [{ test: [], retries: 2 }] },
    imported: "replaced",
    shows: { Config: { Healthcheck: { Test: ["CMD", "true"], Interval: 3600 * SECOND, Retries: 2 } } },
    without: "kept",
  },
  {
    name: "no health check, though the image has one",
    asked: { healthcheck: [{ test: ["NONE"] }] },
    imported: "replaced",
    shows: { Config: { Healthcheck: { Test: ["NONE"] } } },
    without: "kept",
  },
];
