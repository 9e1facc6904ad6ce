import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_container");

export const container: readonly Difference[] = [
  ...rows(
    "forceNew",
    [
      "healthcheck",
      "healthcheck.test",
      "healthcheck.interval",
      "healthcheck.timeout",
      "healthcheck.start_period",
      "healthcheck.start_interval",
      "healthcheck.retries",
      "init",
      "rm",
      "tmpfs",
    ],
    "the engine cannot change it in a container that exists; there a change was planned in place and lost",
  ),
  ...rows(
    "forceNew",
    ["memory", "memory_swap", "cpu_shares", "cpu_period", "cpu_quota", "cpu_set"],
    "the engine changes the limit in place, but takes none away: only the removal of the line replaces",
  ),
  ...rows(
    "computed",
    ["user", "working_dir"],
    "there the difference from what the image has is suppressed where nothing is asked, which is what computed means",
  ),
  ...rows(
    "computed",
    ["cgroupns_mode"],
    "what the engine chose is told, so that an import knows as much as a create; there an import replaces the container",
  ),
  ...rows("added", ["expected_exit_code"], "there the exit code of a container that was waited for is ignored"),
  ...rows("added", ["memory_reservation", "pids_limit"], "limits that the engine has had for as long as the others"),
  ...rows(
    "meaning",
    ["must_run"],
    "a container that has stopped is started in place; there it is replaced, and what it wrote is lost",
  ),
  ...rows(
    "meaning",
    ["attach"],
    "with `must_run = true` it is refused at plan; there the apply fails when the container has ended",
  ),
  ...rows(
    "meaning",
    ["container_logs"],
    "it has no stream headers, and is there without `attach` too; there they stay in it, and it stays empty",
  ),
  ...rows("meaning", ["image"], "a name and an id of one image are no change; there a name never settles"),
  ...rows(
    "meaning",
    ["rm"],
    "destroy removes the container if it still runs, and one that is gone as it was asked is not made again; there it is left running, and a run that is waited for fails",
  ),
  ...rows("meaning", ["init"], "unset leaves it to the engine; there it is sent as `false`"),
  ...rows(
    "meaning",
    ["security_opts"],
    "`systempaths=unconfined` and `seccomp=FILE` mean what they mean to `docker run`; there they reach the engine as they are",
  ),
  ...rows("meaning", ["devices.permissions"], "they count without a `container_path` too; there they are lost"),
  ...rows("meaning", ["volumes.read_only"], "it counts beside `from_container` too; there it is lost"),
  ...rows("meaning", ["upload.content"], "a file may be empty; there an empty content is none"),
  ...rows(
    "meaning",
    ["name"],
    "one that begins with a slash is refused at plan; there the engine drops the slash, and every apply replaces the container",
  ),
  ...rows(
    "meaning",
    ["healthcheck.test"],
    "one that begins with no kind of test is refused at plan; there the container has a check that never runs",
  ),
  ...rows(
    "meaning",
    ["ports.ip"],
    "a text that is no address is refused at plan; there the engine opens the port on every address",
  ),
  ...rows(
    "meaning",
    ["ports.internal", "destroy_grace_seconds"],
    "a number that is none, port 0 or a time below 0, is refused at plan; there it is taken and has no effect",
  ),
];
