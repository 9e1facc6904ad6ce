import { type Difference, rowsOf } from "./difference";

const rows = rowsOf("docker_service");

export const service: readonly Difference[] = [
  ...rows(
    "forceNew",
    [
      "auth",
      "auth.password",
      "auth.server_address",
      "auth.username",
      "labels",
      "labels.label",
      "labels.value",
      "task_spec.container_spec.hosts",
      "task_spec.container_spec.hosts.host",
      "task_spec.container_spec.hosts.ip",
      "task_spec.container_spec.labels",
      "task_spec.container_spec.labels.label",
      "task_spec.container_spec.labels.value",
      "task_spec.container_spec.mounts.volume_options.labels",
      "task_spec.container_spec.mounts.volume_options.labels.label",
      "task_spec.container_spec.mounts.volume_options.labels.value",
      "task_spec.container_spec.sysctl",
      "task_spec.networks_advanced",
      "task_spec.networks_advanced.aliases",
      "task_spec.networks_advanced.driver_opts",
      "task_spec.networks_advanced.name",
    ],
    "the swarm changes it in place, task by task; there any change of it replaces the whole service",
  ),
  ...rows(
    "forceNew",
    ["mode", "mode.global", "mode.replicated", "mode.replicated.replicas"],
    "the number of replicas changes in place; another kind of service replaces it, which the plan decides",
  ),
  ...rows(
    "computed",
    ["task_spec.container_spec.stop_grace_period"],
    "what the swarm fills in is not shown where nothing is asked; there it never settles, or is sent as 0",
  ),
  ...rows(
    "conflicts",
    ["converge_config", "mode.global", "mode.replicated"],
    "the kinds of a service are held apart by the block's own validation, and a global service converges too",
  ),
  ...rows(
    "added",
    [
      "mode.global_job",
      "mode.replicated_job",
      "task_spec.container_spec.configs.runtime",
      "task_spec.container_spec.healthcheck.start_interval",
      "task_spec.container_spec.init",
      "task_spec.container_spec.mounts.volume_options.subpath",
      "task_spec.container_spec.oom_score_adj",
      "task_spec.container_spec.open_stdin",
      "task_spec.container_spec.privileges.credential_spec.config",
      "task_spec.container_spec.privileges.no_new_privileges",
      "task_spec.container_spec.tty",
      "task_spec.container_spec.ulimits",
      "task_spec.container_spec.unset_env",
      "task_spec.resources.limits.pids",
    ],
    "Compose files for a swarm can ask for it, and the swarm has it",
  ),
  ...rows(
    "added",
    ["converged"],
    "there a change that did not come through is in state as if it had, and the next apply finds nothing to do",
  ),
  ...rows(
    "meaning",
    ["task_spec.container_spec.image"],
    "it is pinned to its digest where it changes too, as the docker client does; there only where the service is made",
  ),
  ...rows(
    "meaning",
    ["task_spec.container_spec.healthcheck.test"],
    "one that begins with none of `CMD`, `CMD-SHELL` and `NONE` is refused; there its tasks start for ever",
  ),
  ...rows(
    "meaning",
    ["task_spec.container_spec.mounts.target"],
    "a path that is not absolute is refused; there every node rejects the tasks",
  ),
  ...rows(
    "meaning",
    [
      "task_spec.container_spec.privileges.credential_spec.file",
      "task_spec.container_spec.privileges.credential_spec.registry",
    ],
    "each reaches the swarm as what it is; there `registry` is sent as the file, and `file` is lost",
  ),
  ...rows(
    "meaning",
    ["task_spec.networks_advanced.driver_opts"],
    "an option without `=` is refused; there it is lost, and the service is replaced by each apply",
  ),
  ...rows(
    "meaning",
    ["task_spec.placement.platforms"],
    "what is asked counts; there the image's own stand in its place, and it never settles",
  ),
  ...rows(
    "meaning",
    ["task_spec.placement.prefs"],
    "`spread=` is taken off, as the docker client does; there it becomes part of the label's name, and tasks are spread over nothing",
  ),
  ...rows(
    "meaning",
    ["task_spec.resources.reservation.generic_resources.discrete_resources_spec"],
    "a value that is no number is refused; there it is 0",
  ),
  ...rows(
    "meaning",
    ["task_spec.restart_policy.delay", "task_spec.restart_policy.window"],
    "unset leaves it to the swarm; there it is sent as 0, which a service that is taken over keeps",
  ),
  ...rows(
    "meaning",
    ["converge_config"],
    "a new service that does not converge stays, to be looked into, and the next apply replaces it unless `terraform untaint` says that it came through after all; there it is removed",
  ),
  ...rows(
    "meaning",
    ["converge_config.timeout"],
    "it counts from the last task that moved on, and an update that fails is waited for until it is rolled back; there it counts from the start, pull of the image included",
  ),
  ...rows(
    "meaning",
    ["task_spec.container_spec.healthcheck.interval"],
    "one whose first check comes after the whole of `converge_config.timeout` is refused; there it runs into it",
  ),
  ...rows("meaning", ["converge_config.delay"], "it has no effect: tasks are looked at as often as the swarm answers"),
];
