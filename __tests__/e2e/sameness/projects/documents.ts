/** A Compose file, by what it is about; `beside` are files in its folder. Its variables are those of `own-names.ts`. */
export interface ProjectDocument {
  readonly name: string;
  readonly text: string;
  readonly beside?: Readonly<Record<string, string>>;
}

/** Lines of a service that has what every one here does: it sleeps, and stops at once. */
function service(lines: string): string {
  const usual = { image: "alpine", command: "sleep 1d", stop_grace_period: "0s" };
  const left = Object.entries(usual).filter(([key]) => !new RegExp(`^${key}:`, "m").test(lines));
  return [...left.map(([key, value]) => `${key}: ${value}`), ...lines.split("\n").filter(Boolean)]
    .map((line) => `    ${line}\n`)
    .join("");
}

/** A file of services, of these lines each, and what stands beside them at the top. */
const many = (name: string, services: Readonly<Record<string, string>>, top = ""): ProjectDocument => ({
  name,
  text: `services:\n${Object.entries(services)
    .map(([key, lines]) => `  ${key}:\n${service(lines)}`)
    .join("")}${top}${sharesNetwork(services, top) ? SHARED : ""}`,
});

/** An engine has subnets for some thirty networks: what says nothing of networks is on one that is there. */
const SHARED = `networks: {default: {name: "\${PREFIX}-shared", external: true}}\n`;
const sharesNetwork = (services: Readonly<Record<string, string>>, top: string): boolean =>
  !/^networks:/m.test([top, ...Object.values(services)].join("\n")) && !("plain" in services);

const one = (name: string, lines: string, top = "", beside?: ProjectDocument["beside"]): ProjectDocument => ({
  ...many(name, { web: lines }, top),
  ...(beside && { beside }),
});

/** Every key of a service that one engine has, and kinds of projects. */
export const documents: readonly ProjectDocument[] = [
  many("plain", { plain: "" }),
  one("blkio", "blkio_config: {weight: 300}"),
  one("cap-add", "cap_add: [NET_ADMIN, SYS_TIME]"),
  one("cap-drop", "cap_drop: [CHOWN, ALL]"),
  one("cgroup", "cgroup: host"),
  one("cgroup-parent", "cgroup_parent: ${PREFIX}-parent"),
  one("command-list", "command: [sh, -c, 'sleep 1d']"),
  one("command-text", "command: sh -c 'sleep 1d'"),
  one("entrypoint", "entrypoint: [sleep]\ncommand: ['7777']"),
  one("entrypoint-text", "entrypoint: sleep 7777\ncommand: []"),
  one("container-name", "container_name: ${PREFIX}-own-name"),
  one("cpus", "cpus: 0.5"),
  one("cpu-shares", "cpu_shares: 512"),
  one("cpu-quota", "cpu_period: 50000\ncpu_quota: 25000"),
  one("swappiness", "mem_swappiness: 0"),
  one("cpuset", "cpuset: '0'"),
  one("device-cgroup-rules", "device_cgroup_rules: ['c 1:3 mr']"),
  one("devices", "devices: ['/dev/null:/dev/nothing:r', /dev/zero]"),
  one("dns", "dns: 8.8.8.8\ndns_opt: ['ndots:1']\ndns_search: [example.com]"),
  one("domainname", "hostname: a\ndomainname: example.com"),
  one("environment-list", "environment: [A=1, B=, 'C=a b']"),
  one("environment-mapping", "environment: {A: 1, B: '', C: true, D: null}"),
  one("env-file", "env_file: a.env\nenvironment: {B: own}", "", { "a.env": "A=1\nB=2\nC='x y'\n" }),
  one("expose", "expose: [80, '90/udp']"),
  one("extra-hosts", "extra_hosts: ['a:10.0.0.1', 'b=10.0.0.2', 'c:host-gateway']"),
  one("group-add", "group_add: [audio, 1000]"),
  one("healthcheck", "healthcheck: {test: 'true', interval: 1m, timeout: 10s, retries: 5, start_period: 2s}"),
  one("healthcheck-command", "healthcheck: {test: [CMD, 'true']}"),
  one("healthcheck-none", "healthcheck: {disable: true}"),
  one("hostname", "hostname: somebody"),
  one("init", "init: true"),
  one("init-false", "init: false"),
  one("ipc", "ipc: host"),
  one("ipc-shareable", "ipc: shareable"),
  one("labels", "labels: {a: b, c: 'd e'}"),
  one("labels-list", "labels: [a=b, c]"),
  one("logging", "logging: {driver: json-file, options: {max-size: 10m}}"),
  one("mac-address", "mac_address: '02:42:ac:11:65:43'"),
  one("memory", "mem_limit: 64m\nmem_reservation: 32m\nmemswap_limit: 128m"),
  one("memory-bytes", "mem_limit: 70000001"),
  one("network-mode-host", "network_mode: host"),
  one("network-mode-none", "network_mode: none"),
  one("network-mode-bridge", "network_mode: bridge"),
  one("oom", "oom_kill_disable: true\noom_score_adj: 500"),
  one("pid", "pid: host"),
  one("pids-limit", "pids_limit: 50"),
  one("ports", "ports: ['80', '127.0.0.1:${PORT_1}:81', '${PORT_2}:82/udp']"),
  one("ports-long", "ports: [{target: 80, published: '${PORT_3}', host_ip: 127.0.0.1, protocol: tcp}]"),
  one("ports-many", "ports: ['${PORT_4}:80', '${PORT_5}:81/tcp']"),
  one(
    "ports-of-choice",
    "ports: ['127.0.0.1:47000-47999:80', {target: 81, published: 48000-48999, host_ip: 127.0.0.1}]",
  ),
  one("pre-stop", "pre_stop: [{command: ['true']}]"),
  one("read-only", "read_only: true"),
  one("restart-always", "restart: always"),
  one("restart-on-failure", "restart: on-failure:3"),
  one("restart-unless-stopped", "restart: unless-stopped"),
  one("restart-no", "restart: 'no'"),
  one("restart-policy", "deploy: {restart_policy: {condition: on-failure, max_attempts: 4}}"),
  one("resources", "deploy: {resources: {limits: {cpus: '0.5', memory: 64M, pids: 20}, reservations: {memory: 32M}}}"),
  one("runtime", "runtime: runc"),
  one("security-opt", "security_opt: ['no-new-privileges:true', 'seccomp:unconfined']"),
  one("shm-size", "shm_size: 128m"),
  one("stdin-tty", "stdin_open: true\ntty: true"),
  one("stop", "stop_signal: SIGINT\nstop_grace_period: 2500ms"),
  one("sysctls", "sysctls: {net.ipv4.ip_unprivileged_port_start: 0}"),
  one("tmpfs", "tmpfs: ['/a', '/b:size=1m,mode=1770,uid=1000']"),
  one("ulimits", "ulimits: {nproc: 1000, nofile: {soft: 100, hard: 200}}"),
  one("user", "user: '1000:1000'"),
  one("userns", "userns_mode: host"),
  one("uts", "uts: host"),
  one("working-dir", "working_dir: /tmp"),
  one("privileged-not", "privileged: false"),
  one("scale", "scale: 2"),
  one("replicas", "deploy: {replicas: 3}"),
  one("replicas-none", "deploy: {replicas: 0}"),
  one("pull-policy", "pull_policy: missing"),
  one("platform", "platform: linux/amd64"),
  one("volume", "volumes: ['data:/data', 'data:/again:ro']", "volumes: {data: {}}\n"),
  one(
    "volume-long",
    "volumes: [{type: volume, source: data, target: /data, volume: {nocopy: true}}]",
    "volumes: {data: {labels: {a: b}}}\n",
  ),
  one("volume-named", "volumes: ['data:/data']", "volumes: {data: {name: '${PREFIX}-named-volume'}}\n"),
  one("bind-relative", "volumes: ['./a:/a', './b:/b:ro']", "", { "a/one": "1", "b/two": "2" }),
  one("bind-absolute", "volumes: ['/usr/share:/share:ro']"),
  one("bind-long", "volumes: [{type: bind, source: ./a, target: /a, read_only: true}]", "", { "a/one": "1" }),
  one("bind-not-created", "volumes: [{type: bind, source: ./a, target: /a, bind: {create_host_path: false}}]", "", {
    "a/one": "1",
  }),
  one("bind-propagation", "volumes: [{type: bind, source: ./a, target: /a, bind: {propagation: rprivate}}]", "", {
    "a/one": "1",
  }),
  one("tmpfs-long", "volumes: [{type: tmpfs, target: /t, tmpfs: {size: 1m, mode: 0o1770}}]"),
  one("secret-file", "secrets: [s, {source: s, target: other}]", "secrets: {s: {file: ./s.txt}}\n", { "s.txt": "x" }),
  one("config-file", "configs: [c, {source: c, target: /etc/c}]", "configs: {c: {file: ./c.txt}}\n", { "c.txt": "x" }),
  one(
    "config-content",
    "configs: [{source: c, target: /etc/c, mode: 0o440}]",
    'configs: {c: {content: "some text"}}\n',
  ),
  one("networks", "networks: [front, back]", "networks: {front: {}, back: {internal: true}}\n"),
  one(
    "networks-long",
    "networks: {front: {aliases: [www, site], priority: 10}, back: {priority: 100}}",
    "networks: {front: {}, back: {}}\n",
  ),
  one(
    "network-address",
    "networks: {own: {ipv4_address: '${SUBNET_1}.9'}}",
    "networks: {own: {ipam: {config: [{subnet: '${SUBNET_1}.0/24', gateway: '${SUBNET_1}.254'}]}}}\n",
  ),
  one(
    "network-options",
    "networks: [own]",
    "networks: {own: {driver: bridge, driver_opts: {com.docker.network.bridge.enable_icc: 'false'}, labels: {a: b}, attachable: true}}\n",
  ),
  one("network-named", "networks: [own]", "networks: {own: {name: '${PREFIX}-named-network'}}\n"),
  one(
    "network-link-local",
    "networks: {own: {link_local_ips: [169.254.8.8]}}",
    "networks: {own: {ipam: {config: [{subnet: '${SUBNET_2}.0/24'}]}}}\n",
  ),
  one("default-network", "", "networks: {default: {labels: {a: b}}}\n"),
  one("devices-long", "devices: [{source: /dev/null, target: /dev/nothing, permissions: rw}]"),
  one(
    "env-file-long",
    "env_file: [{path: a.env, required: true}, {path: absent.env, required: false}, {path: raw.env, format: raw}]",
    "",
    { "a.env": "A='x y'\n", "raw.env": "B='x y'\n" },
  ),
  one("label-file", "label_file: a.labels\nlabels: {b: own}", "", { "a.labels": "a=1\nb=2\n" }),
  one(
    "files-owned",
    "secrets: [{source: s, target: s, uid: '1', gid: '2', mode: 0o440}]\nconfigs: [{source: c, target: /etc/c, uid: '1', gid: '2', mode: 0o400}]",
    "secrets: {s: {environment: CONTENT}}\nconfigs: {c: {environment: CONTENT}}\n",
  ),
  one(
    "ports-named",
    "ports: [{name: http, app_protocol: http, target: 80, published: '${PORT_7}', host_ip: 127.0.0.1}]",
  ),
  one("selinux", "volumes: ['./a:/a:z', {type: bind, source: ./a, target: /b, bind: {selinux: Z}}]", "", {
    "a/one": "1",
  }),
  one(
    "volume-labels",
    "volumes: [{type: volume, source: data, target: /data, volume: {labels: {a: b}}}]",
    "volumes: {data: {}}\n",
  ),
  one(
    "volume-options",
    "volumes: ['data:/data']",
    "volumes: {data: {driver: local, driver_opts: {type: tmpfs, device: tmpfs, o: size=1m}}}\n",
  ),
  one("network-driver-opts", "networks: {own: {driver_opts: {a: b}}}", "networks: {own: {}}\n"),
  one(
    "network-ipv6",
    "networks: {own: {ipv6_address: '${SUBNET_6}::9'}}",
    "networks: {own: {enable_ipv6: true, ipam: {config: [{subnet: '${SUBNET_6}::/64'}]}}}\n",
  ),
  one(
    "network-ipam",
    "networks: [own]",
    "networks: {own: {ipam: {driver: default, options: {a: b}, config: [{subnet: '${SUBNET_3}.0/24', ip_range: '${SUBNET_3}.128/25', aux_addresses: {host: '${SUBNET_3}.7'}}]}}}\n",
  ),
  one(
    "pre-stop-long",
    "pre_stop: [{command: 'true', user: '1', privileged: false, working_dir: /tmp, environment: {A: b}}]",
  ),
  many("extends", {
    web: "extends: {service: base}\nlabels: {b: own}",
    base: "labels: {a: '1', b: '2'}\nhostname: somebody",
  }),
  one("extends-file", "extends: {file: other.yml, service: base}", "", {
    "other.yml": "services: {base: {image: alpine, labels: {a: '1'}, environment: [A=1]}}\n",
  }),
  one("included", "", "include: [{path: [sub/other.yml], env_file: other.env, project_directory: .}]\n", {
    "sub/other.yml": `services: {other: {image: alpine, command: sleep 1d, stop_grace_period: 0s, env_file: beside.env, hostname: "\${NAMED}", networks: {default: }}}\n`,
    "other.env": "NAMED=somebody\n",
    "beside.env": "A=1\n",
  }),
  many("external-links", {
    web: "external_links: ['${PREFIX}-external-links-db-1:other', '${PREFIX}-external-links-db-1']\ndepends_on: [db]",
    db: "",
  }),
  one("named", "", `version: "3.9"\nname: another\n`),
  many("depends-on", { web: "depends_on: [db]", db: "" }),
  many("depends-on-healthy", {
    web: "depends_on: {db: {condition: service_healthy, restart: true}}",
    db: "healthcheck: {test: 'true', interval: 200ms}",
  }),
  many("depends-on-completed", {
    web: "depends_on: {job: {condition: service_completed_successfully}}",
    job: "command: 'true'",
  }),
  many("depends-on-optional", { web: "depends_on: {db: {condition: service_started, required: false}}" }),
  many("network-of-service", { web: "network_mode: service:db", db: "" }),
  many("namespaces-of-service", { web: "ipc: service:db\npid: service:db", db: "ipc: shareable" }),
  many("volumes-from", { web: "volumes_from: [db, 'db:ro']", db: "volumes: ['data:/data']" }, "volumes: {data: {}}\n"),
  many("links", { web: "links: [db, 'db:database']", db: "" }),
  many("profiles", { web: "", tool: "profiles: [debug]" }),
  many(
    "three-tiers",
    {
      proxy: "ports: ['127.0.0.1:${PORT_6}:80']\nnetworks: [front]\ndepends_on: [api]\nrestart: unless-stopped",
      api: "networks: [front, back]\nenvironment: {DB: db}\ndepends_on: {db: {condition: service_healthy}}",
      db: "networks: [back]\nvolumes: ['data:/var/lib/data']\nhealthcheck: {test: [CMD, 'true'], interval: 200ms}",
    },
    "networks: {front: {}, back: {internal: true}}\nvolumes: {data: {}}\n",
  ),
];
