// Written by `npm run bindings` from the provider's schema: change it there.

/** Types that kreuzwerker/docker 3.6.2 lacks. */
export const ownTypes: ReadonlySet<string> = new Set([
  "docker_commit",
  "docker_exec",
  "docker_swarm",
  "docker_swarm_node",
  "data.docker_container_diff",
  "data.docker_containers",
  "data.docker_image_history",
  "data.docker_images",
  "data.docker_nodes",
  "data.docker_registry_image_tags",
  "data.docker_services",
  "data.docker_tasks",
]);

/** Arguments and blocks that it lacks of types that it has, blocks joined by dots. */
export const ownArguments: Readonly<Record<string, readonly string[]>> = {
  "docker_buildx_builder": [
    "engine",
  ],
  "docker_config": [
    "data_raw",
    "data_wo",
    "data_wo_version",
    "labels",
    "template_driver",
    "engine",
  ],
  "docker_container": [
    "platform",
    "env_wo",
    "env_wo_version",
    "expected_exit_code",
    "pre_stop",
    "restart_triggers",
    "networks_advanced.link_local_ips",
    "networks_advanced.mac_address",
    "networks_advanced.driver_opts",
    "networks_advanced.interface_name",
    "networks_advanced.gw_priority",
    "networks_advanced.links",
    "links",
    "ports.internal_to",
    "ports.external_range",
    "expose",
    "volumes.selinux_relabel",
    "mounts.bind_options.create_mountpoint",
    "mounts.bind_options.non_recursive",
    "mounts.bind_options.read_only_non_recursive",
    "mounts.bind_options.read_only_force_recursive",
    "mounts.image_options",
    "upload.owner",
    "upload.group",
    "upload_content_wo",
    "upload_content_wo_version",
    "uts_mode",
    "annotations",
    "isolation",
    "memory_reservation",
    "cpu_rt_period",
    "cpu_rt_runtime",
    "pids_limit",
    "memory_swappiness",
    "oom_kill_disable",
    "oom_score_adj",
    "blkio_weight",
    "blkio_weight_device",
    "device_read_bps",
    "device_read_iops",
    "device_write_bps",
    "device_write_iops",
    "device_cgroup_rules",
    "device_requests",
    "engine",
  ],
  "docker_image": [
    "build.ssh",
    "build.no_cache_filter",
    "build.cache_to",
    "build.additional_contexts",
    "build.provenance",
    "build.sbom",
    "engine",
  ],
  "docker_network": [
    "ipv4",
    "engine",
  ],
  "docker_plugin": [
    "engine",
  ],
  "docker_registry_image": [
    "through_engine",
    "build",
    "timeouts",
    "engine",
  ],
  "docker_secret": [
    "data_wo",
    "data_wo_version",
    "driver",
    "driver_opts",
    "template_driver",
    "engine",
  ],
  "docker_service": [
    "task_spec.container_spec.unset_env",
    "task_spec.container_spec.privileges.credential_spec.config",
    "task_spec.container_spec.privileges.no_new_privileges",
    "task_spec.container_spec.init",
    "task_spec.container_spec.tty",
    "task_spec.container_spec.open_stdin",
    "task_spec.container_spec.mounts.volume_options.subpath",
    "task_spec.container_spec.healthcheck.start_interval",
    "task_spec.container_spec.configs.runtime",
    "task_spec.container_spec.ulimits",
    "task_spec.container_spec.oom_score_adj",
    "task_spec.resources.limits.pids",
    "mode.replicated_job",
    "mode.global_job",
    "engine",
  ],
  "docker_tag": [
    "engine",
  ],
  "docker_volume": [
    "keep_on_destroy",
    "engine",
  ],
  "data.docker_image": [
    "engine",
  ],
  "data.docker_logs": [
    "engine",
  ],
  "data.docker_network": [
    "engine",
  ],
  "data.docker_plugin": [
    "engine",
  ],
  "data.docker_registry_image": [
    "engine",
  ],
  "data.docker_registry_image_manifests": [
    "engine",
  ],
};

/** Arguments that it refuses beside each other. */
export const ownPairs: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "docker_service": [
    ["converge_config", "mode.global"],
  ],
};
