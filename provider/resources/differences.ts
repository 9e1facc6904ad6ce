/** What of a type's interface differs. Closed: each is held against the schema by a test. */
export type Aspect =
  /** Attribute or block that only this provider has. */
  | "added"
  /** Attribute or block, and what is below it, that only the community provider has. */
  | "absent"
  | "value"
  | "presence"
  | "computed"
  | "forceNew"
  | "sensitive"
  | "default"
  | "max"
  | "conflicts"
  | "validated"
  /** Spellings that the community provider takes for no change. */
  | "suppressed"
  /** What it does, which no schema shows. */
  | "meaning";

/** A deliberate difference from the community provider's interface at 3.6.2, whose names and meaning are kept elsewhere. */
export interface Difference {
  /** `docker_container`, `data.docker_logs`, or `provider`. */
  readonly type: string;
  /** `healthcheck.test` */
  readonly path: string;
  readonly aspect: Aspect;
  readonly why: string;
}

const rows = (type: string, aspect: Aspect, paths: readonly string[], why: string): Difference[] =>
  paths.map((path) => ({ type, path, aspect, why }));

export const differences: readonly Difference[] = [
  ...rows("provider", "sensitive", ["key_material"], "a private key is a secret; there it is shown"),
  ...rows(
    "provider",
    "default",
    ["disable_docker_daemon_check", "registry_auth.auth_disabled"],
    "unset and `false` mean the same, and a provider block has no state that a default would show in",
  ),
  ...rows(
    "provider",
    "meaning",
    ["context"],
    "`DOCKER_CONTEXT` counts where neither `host` nor `DOCKER_HOST` names an engine, as it does for docker; there it goes before both",
  ),
  ...rows(
    "provider",
    "meaning",
    ["ca_material"],
    "without it the engine's certificate must be one that the system trusts, and alone it means TLS; there any certificate is taken without it, and alone it is ignored",
  ),
  ...rows(
    "provider",
    "meaning",
    ["registry_auth"],
    "a registry without a block of its own is asked with the user's own configuration file; there without credentials",
  ),
  ...rows(
    "provider",
    "meaning",
    ["disable_docker_daemon_check"],
    "no engine is asked before it is needed; there each is, unless this says otherwise",
  ),

  ...rows(
    "docker_container",
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
    "docker_container",
    "forceNew",
    ["memory", "memory_swap", "cpu_shares", "cpu_period", "cpu_quota", "cpu_set"],
    "the engine changes the limit in place, but takes none away: only the removal of the line replaces",
  ),
  ...rows(
    "docker_container",
    "computed",
    ["user", "working_dir"],
    "there the difference from what the image has is suppressed where nothing is asked, which is what computed means",
  ),
  ...rows(
    "docker_container",
    "added",
    ["expected_exit_code"],
    "there the exit code of a container that was waited for is ignored",
  ),
  ...rows(
    "docker_container",
    "added",
    ["memory_reservation", "pids_limit"],
    "limits that the engine has had for as long as the others",
  ),

  ...rows(
    "docker_container",
    "meaning",
    ["must_run"],
    "a container that has stopped is started in place; there it is replaced, and what it wrote is lost",
  ),
  ...rows(
    "docker_container",
    "meaning",
    ["attach"],
    "with `must_run = true` it is refused at plan; there the apply fails when the container has ended",
  ),
  ...rows(
    "docker_container",
    "meaning",
    ["container_logs"],
    "it has no stream headers, and is there without `attach` too; there they stay in it, and it stays empty",
  ),
  ...rows(
    "docker_container",
    "meaning",
    ["image"],
    "a name and an id of one image are no change; there a name never settles",
  ),
  ...rows(
    "docker_container",
    "meaning",
    ["rm"],
    "destroy removes the container if it still runs, and one that is gone as it was asked is not made again; there it is left running, and a run that is waited for fails",
  ),
  ...rows("docker_container", "meaning", ["init"], "unset leaves it to the engine; there it is sent as `false`"),
  ...rows(
    "docker_container",
    "meaning",
    ["security_opts"],
    "`systempaths=unconfined` and `seccomp=FILE` mean what they mean to `docker run`; there they reach the engine as they are",
  ),
  ...rows(
    "docker_container",
    "meaning",
    ["devices.permissions"],
    "they count without a `container_path` too; there they are lost",
  ),
  ...rows(
    "docker_container",
    "meaning",
    ["volumes.read_only"],
    "it counts beside `from_container` too; there it is lost",
  ),
  ...rows("docker_container", "meaning", ["upload.content"], "a file may be empty; there an empty content is none"),
  ...rows(
    "docker_container",
    "meaning",
    ["name"],
    "one that begins with a slash is refused at plan; there the engine drops the slash, and every apply replaces the container",
  ),
  ...rows(
    "docker_container",
    "meaning",
    ["healthcheck.test"],
    "one that begins with no kind of test is refused at plan; there the container has a check that never runs",
  ),
  ...rows(
    "docker_container",
    "meaning",
    ["ports.ip"],
    "a text that is no address is refused at plan; there the engine opens the port on every address",
  ),
  ...rows(
    "docker_container",
    "meaning",
    ["ports.internal", "destroy_grace_seconds"],
    "a number that is none, port 0 or a time below 0, is refused at plan; there it is taken and has no effect",
  ),

  ...rows("data.docker_logs", "meaning", ["discard_headers"], "lines never have stream headers"),
  ...rows(
    "data.docker_logs",
    "meaning",
    ["tail"],
    "a text that is no number of lines is refused; there it means all of them",
  ),

  ...rows("docker_config", "added", ["labels"], "the engine has them, and they tell whose a config is"),
  ...rows(
    "docker_image",
    "sensitive",
    [
      "build.auth_config.auth",
      "build.auth_config.identity_token",
      "build.auth_config.password",
      "build.auth_config.registry_token",
    ],
    "credentials are secrets; there they are shown",
  ),
  ...rows(
    "docker_image",
    "added",
    ["context_digest"],
    "a change of the build context builds the image anew; there it is not noticed without `triggers`",
  ),
  ...rows(
    "docker_image",
    "added",
    ["pulled"],
    "an image is removed on destroy only if the resource brought it; there it is removed whoever did",
  ),
  ...rows(
    "docker_image",
    "added",
    ["timeouts"],
    "there too, by the toolkit that it is made with, which the table leaves out; without it nothing is bounded, there 20 minutes are",
  ),
  ...rows(
    "docker_image",
    "meaning",
    ["build.version"],
    "`1` has the classic builder build; there BuildKit does whatever is said, and any text is taken",
  ),
  ...rows(
    "docker_image",
    "meaning",
    ["build.label"],
    "the image has these labels too; there BuildKit of the engine is never told them",
  ),
  ...rows(
    "docker_image",
    "meaning",
    ["build.tag"],
    "destroy takes these names too, and one that is lost is given again; there they stay, and stay lost",
  ),
  ...rows(
    "docker_image",
    "meaning",
    ["build.secrets.env"],
    "a variable that is not set is an error; there the secret is empty",
  ),
  ...rows(
    "docker_image",
    "meaning",
    ["pull_triggers"],
    "the image is pulled although it is there; there only where the destroy before it has removed it",
  ),
  ...rows(
    "docker_image",
    "meaning",
    ["platform"],
    "an image of another platform under the name is pulled anew; there it is taken for what was asked",
  ),
  ...rows(
    "docker_image",
    "meaning",
    ["force_remove"],
    "without it an image in use stays, with a warning; there destroy fails",
  ),
  ...rows(
    "docker_volume",
    "meaning",
    ["name"],
    "a volume of somebody else's under the name is an error; there it is taken over, and removed with all that is in it",
  ),
  ...rows(
    "docker_network",
    "meaning",
    ["check_duplicate"],
    "a name in use is always an error; there the engine alone decides, and old ones make a second network of the name",
  ),
  ...rows(
    "docker_secret",
    "forceNew",
    ["labels", "labels.label", "labels.value"],
    "the swarm changes them in place; a secret in use cannot be replaced",
  ),
  ...rows("docker_tag", "added", ["tagged"], "a name is taken away on destroy only if the resource gave it"),

  ...rows(
    "docker_service",
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
    "docker_service",
    "forceNew",
    ["mode", "mode.global", "mode.replicated", "mode.replicated.replicas"],
    "the number of replicas changes in place; another kind of service replaces it, which the plan decides",
  ),
  ...rows(
    "docker_service",
    "computed",
    ["mode.replicated", "task_spec.container_spec.stop_grace_period"],
    "what the swarm fills in is not shown where nothing is asked; there it never settles, or is sent as 0",
  ),
  ...rows(
    "docker_service",
    "conflicts",
    ["converge_config", "mode.global", "mode.replicated"],
    "the kinds of a service are held apart by the block's own validation, and a global service converges too",
  ),
  ...rows(
    "docker_service",
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
    "docker_service",
    "added",
    ["converged"],
    "there a change that did not come through is in state as if it had, and the next apply finds nothing to do",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["task_spec.container_spec.image"],
    "it is pinned to its digest where it changes too, as the docker client does; there only where the service is made",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["task_spec.container_spec.healthcheck.test"],
    "one that begins with none of `CMD`, `CMD-SHELL` and `NONE` is refused; there its tasks start for ever",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["task_spec.container_spec.mounts.target"],
    "a path that is not absolute is refused; there every node rejects the tasks",
  ),
  ...rows(
    "docker_service",
    "meaning",
    [
      "task_spec.container_spec.privileges.credential_spec.file",
      "task_spec.container_spec.privileges.credential_spec.registry",
    ],
    "each reaches the swarm as what it is; there `registry` is sent as the file, and `file` is lost",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["task_spec.networks_advanced.driver_opts"],
    "an option without `=` is refused; there it is lost, and the service is replaced by each apply",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["task_spec.placement.platforms"],
    "what is asked counts; there the image's own stand in its place, and it never settles",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["task_spec.placement.prefs"],
    "`spread=` is taken off, as the docker client does; there it becomes part of the label's name, and tasks are spread over nothing",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["task_spec.resources.reservation.generic_resources.discrete_resources_spec"],
    "a value that is no number is refused; there it is 0",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["task_spec.restart_policy.delay", "task_spec.restart_policy.window"],
    "unset leaves it to the swarm; there it is sent as 0, which a service that is taken over keeps",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["converge_config"],
    "a new service that does not converge stays, to be looked into, and the next apply replaces it; there it is removed",
  ),
  ...rows(
    "docker_service",
    "meaning",
    ["converge_config.delay"],
    "it has no effect: tasks are looked at as often as the swarm answers",
  ),
  ...rows(
    "docker_registry_image",
    "meaning",
    ["sha256_digest"],
    "where the tag leads to another image by now, what is on the engine is pushed anew; there it is told and left",
  ),
  ...rows(
    "docker_registry_image",
    "meaning",
    ["keep_remotely"],
    "without it the tag is removed alone; there all tags of the same image go with it",
  ),
  ...rows(
    "docker_tag",
    "meaning",
    ["source_image", "target_image"],
    "where either leads to another image by now, the name is given anew; there nobody looks",
  ),
  ...rows(
    "docker_secret",
    "added",
    ["driver", "driver_opts", "template_driver"],
    "Compose files can ask for it, and the swarm has it",
  ),
  ...rows("docker_config", "added", ["template_driver"], "Compose files can ask for it, and the swarm has it"),
  ...rows("docker_network", "added", ["ipv4"], "Compose files can ask for it, and engines of API 1.47 have it"),
];

/** Types of 3.6.2 that this provider does not have. */
export const notCarried: Readonly<Record<string, string>> = {
  docker_buildx_builder: "builds go through the engine's own BuildKit, which needs no builder",
  docker_plugin: "managed plugins belong to whoever runs the engine",
  "data.docker_plugin": "managed plugins belong to whoever runs the engine",
};
