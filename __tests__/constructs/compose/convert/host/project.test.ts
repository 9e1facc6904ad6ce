import { argumentsOf, projectOf, reportedOfProject } from "../../compile-project-text";
import { withService } from "../../compile-text";

test.each<[body: string, top: string, becomes: object]>([
  [
    "volumes: ['d:/d:ro']",
    "volumes: {d: }",
    { volumes: [{ volumeName: "pr_d", containerPath: "/d", readOnly: true }] },
  ],
  ["volumes: ['d:/d']", "volumes: {d: {name: own}}", { volumes: [{ volumeName: "own", containerPath: "/d" }] }],
  ["volumes: ['d:/d']", "volumes: {d: {external: true}}", { volumes: [{ volumeName: "d", containerPath: "/d" }] }],
  ["volumes: ['./a:/a:Z']", "", { volumes: [{ hostPath: "/p/a", containerPath: "/a", selinuxRelabel: "Z" }] }],
  ["volumes: [/data]", "", { volumes: [{ volumeName: "pr_web-1_data", containerPath: "/data" }] }],
  [
    "volumes: [{type: volume, source: d, target: /d, volume: {nocopy: true, subpath: s}}]",
    "volumes: {d: }",
    {
      mounts: [
        expect.objectContaining({ type: "volume", source: "pr_d", volumeOptions: { noCopy: true, subpath: "s" } }),
      ],
    },
  ],
  [
    "volumes: [{type: bind, source: ./a, target: /a, bind: {create_host_path: false, recursive: readonly}}]",
    "",
    { mounts: [expect.objectContaining({ source: "/p/a", bindOptions: { readOnlyForceRecursive: true } })] },
  ],
  ["tmpfs: ['/a', '/b:size=1m,uid=1']", "", { tmpfs: { "/a": "", "/b": "size=1m,uid=1" } }],
  [
    "secrets: [s, {source: s, target: /t}]",
    "secrets: {s: {file: ./s}}",
    {
      mounts: [
        { type: "bind", source: "/p/s", target: "/run/secrets/s", readOnly: true },
        { type: "bind", source: "/p/s", target: "/t", readOnly: true },
      ],
    },
  ],
  [
    "configs: [{source: c, target: /t, mode: 0o440, uid: '1', gid: '2'}]",
    "configs: {c: {content: text}}",
    { upload: [{ file: "/t", permissions: "0440", owner: "1", group: "2", contentBase64: "dGV4dA==" }] },
  ],
  [
    "ports: ['80', '127.0.0.1:8080:81/udp']",
    "",
    {
      ports: [
        expect.objectContaining({ internal: 80 }),
        { internal: 81, external: 8080, ip: "127.0.0.1", protocol: "udp" },
      ],
    },
  ],
])("%s", (body, top, becomes) => {
  const beside = { s: "secret", a: "" };
  expect(JSON.parse(JSON.stringify(argumentsOf(body, `${top}\n`, { beside })))).toEqual(becomes);
});

test("of what ends up at one place the last counts, where the first stood", () => {
  const at = (body: string) =>
    argumentsOf(body, "secrets: {s: {file: ./s}, t: {file: ./a}}\nvolumes: {v: }\n", { beside: { s: "", a: "" } });
  expect(at("volumes: [/data, /b:/b, 'v:/data/', /c/../c]").volumes).toMatchObject([
    { volumeName: "pr_v", containerPath: "/data/" },
    { hostPath: "/b", containerPath: "/b" },
    { containerPath: "/c/../c" },
  ]);
  expect(at("secrets: [s, {source: t, target: /run/secrets/s}]").mounts).toMatchObject([{ source: "/p/a" }]);
  const text = withService("volumes: [/a:/x, /b:/x, /c:/x]");
  expect(reportedOfProject(text)).toEqual(["target-again 4:15", "target-again 4:22"]);
});

test("each anonymous volume of a container is one of its own", () => {
  const of = (volumes: string, scale = 1) => {
    const { services, volumes: made } = projectOf(withService(`volumes: ${volumes}\nscale: ${scale}`));
    const mounted = services["web"]!.containers.flatMap((container) => container.arguments.volumes as object[]);
    return { made: Object.keys(made), mounted: JSON.parse(JSON.stringify(mounted)) };
  };
  const [one, other] = ["web-1_data-a-46d2cd93", "web-1_data-a-0d427776"];
  expect(of("[/data/a, /data-a, /data-b]")).toEqual({
    made: [one, other, "web-1_data-b"],
    mounted: [
      { volumeName: `pr_${one}`, containerPath: "/data/a" },
      { volumeName: `pr_${other}`, containerPath: "/data-a" },
      { volumeName: "pr_web-1_data-b", containerPath: "/data-b" },
    ],
  });
  expect(of("[/données, /数据, /日]").made).toEqual(["web-1_donn-es", "web-1_b548fa37", "web-1_bd6af0fb"]);
  expect(of("[/data/a]", 2).made).toEqual(["web-1_data-a", "web-2_data-a"]);
});

test("a container is on the network of the highest priority first, known by its own name and its service's", () => {
  const text = withService(
    "networks: {a: {aliases: [x]}, b: {priority: 5, mac_address: m, interface_name: eth9}}",
    "networks: {a: , b: {name: own}}\n",
  );
  const { arguments: made, networks } = projectOf(text).services["web"]!.containers[0]!;
  expect(made.networkMode).toBe("own");
  expect(JSON.parse(JSON.stringify(made.networksAdvanced))).toEqual([
    {
      name: "own",
      aliases: ["pr-web-1", "web"],
      macAddress: "m",
      driverOpts: ["com.docker.network.endpoint.ifname=eth9"],
    },
    { name: "pr_a", aliases: ["pr-web-1", "web", "x"] },
  ]);
  expect(networks).toEqual(["b", "a"]);
});

test("what shares another service's network, or its volumes, depends on it and is made anew with it", () => {
  const text =
    "services: {a: {image: a, network_mode: 'service:b', volumes_from: ['c:ro']}, b: {image: a}, c: {image: a}}";
  const { dependsOn, containers } = projectOf(text).services["a"]!;
  expect(dependsOn).toEqual({
    b: { condition: "service_started", restart: true, isShared: true },
    c: { condition: "service_started", restart: false, isShared: true },
  });
  expect(containers[0]!.arguments).toMatchObject({
    networkMode: "container:pr-b-1",
    volumes: [{ fromContainer: "pr-c-1", readOnly: true }],
  });
});

test("a service is waited for as those say that depend on it", () => {
  const text = `services:
  a: {image: a, depends_on: {b: {condition: service_healthy}, c: {condition: service_completed_successfully}}}
  b: {image: a}
  c: {image: a}
`;
  const { b, c } = projectOf(text).services;
  expect(b!.containers[0]!.arguments).toMatchObject({ wait: true });
  expect(c!.containers[0]!.arguments).toMatchObject({ mustRun: false, attach: true, expectedExitCode: 0 });
});

test("a container's labels are those that `docker compose` goes by", () => {
  const text =
    "services: {a: {image: a, labels: {own: one}, depends_on: {b: {condition: service_started, restart: true}}}, b: {image: a}}";
  const prefix = "com.docker.compose";
  expect(projectOf(text).services["a"]!.containers[0]!.labels).toEqual({
    own: "one",
    [`${prefix}.project`]: "pr",
    [`${prefix}.service`]: "a",
    [`${prefix}.container-number`]: "1",
    [`${prefix}.oneoff`]: "False",
    [`${prefix}.depends_on`]: "b:service_started:true",
    [`${prefix}.config-hash`]: expect.stringMatching(/^[0-9a-f]{64}$/),
    [`${prefix}.version`]: expect.any(String),
    [`${prefix}.project.working_dir`]: "/p",
    [`${prefix}.project.config_files`]: "/p/compose.yml",
  });
});

test("a service has as many containers as the file says, or the code", () => {
  const text = "services: {a: {image: a, scale: 2}}";
  const names = (replicas = {}) => projectOf(text, { replicas }).services["a"]!.containers.map(({ name }) => name);
  expect(names()).toEqual(["pr-a-1", "pr-a-2"]);
  expect(names({ a: 3 })).toHaveLength(3);
  const published = withService("ports: ['80:80']\nscale: 2");
  expect(reportedOfProject(published, { replicas: { web: 1 } })).toEqual([]);
});

test("a project is of at most 10,000 containers, which wait for others a million times", () => {
  const of = (a: number, b: number, more = "") =>
    `services: {a: {image: a, scale: ${a}}, b: {image: b, scale: ${b}, ${more}}}`;
  expect(reportedOfProject(of(5000, 5001))).toEqual(["too-many-containers 1:61"]);
  expect(reportedOfProject(of(5000, 1), { replicas: { b: 5001 } })).toEqual(["too-many-containers 1:61"]);
  for (const more of ["depends_on: [a]", "links: [a]", "volumes_from: [a]", "network_mode: 'service:a'"]) {
    expect(reportedOfProject(of(1000, 1001, more))).toEqual(["too-many-dependencies 1:61"]);
    expect(reportedOfProject(of(1000, 1000, more))).toEqual([]);
  }
});

test("a name is one container's, whichever services have it, and whether the file gives it", () => {
  const of = (a: string, b: string) => reportedOfProject(`services: {a: {image: a, ${a}}, b: {image: b, ${b}}}`);
  expect(of("container_name: one", "container_name: one")).toEqual(["container-name-twice 1:78"]);
  expect(of("container_name: pr-b-2", "scale: 2")).toEqual(["container-name-twice 1:42"]);
  expect(of("container_name: pr-b-3", "scale: 2")).toEqual([]);
  expect(of("container_name: one", "container_name: two")).toEqual([]);
});

test("a project is called as its folder, as far as a name may be", () => {
  expect(projectOf("services: {a: {image: a}}", { name: undefined }).name).toBe("p");
});

test.each<[body: string, top: string, reported: string[]]>([
  ["network_mode: host\nnetworks: [n]", "networks: {n: }", ["network-mode-with-networks 4:19"]],
  ["container_name: a\nscale: 2", "", ["container-name-of-many 4:21"]],
  ["ports: ['80:80']\nscale: 2", "", ["port-of-many 4:14"]],
  ["ports: ['8000-8002:80']\nscale: 4", "", ["port-of-many 4:14"]],
  ["ports: [{target: 80, published: 8000-8002}]\nscale: 4", "", ["port-of-many 4:13"]],
  ["scale: 10001", "", ["too-many-containers 4:12"]],
  ["scale: 65536\nports: ['80:80']", "", ["port-of-many 5:14", "too-many-containers 4:12"]],
  ["deploy: {replicas: 1000000000000000}", "", ["too-many-containers 4:24"]],
  ["scale: 2\nports: ['1-65535']", "", ["too-many-ports 5:14"]],
  ["ports: ['1-65535', '127.0.0.1:1-65535:1-65535', '1-65535/udp']", "", []],
  [
    'build: {context: ., dockerfile: D, dockerfile_inline: "FROM x"}',
    "",
    ["build-context 4:22", "dockerfile-twice 4:60"],
  ],
  ["read_only: true\nconfigs: [c]", "configs: {c: {content: x}}", ["file-in-read-only 5:15"]],
  ["network_mode: 'service:other'", "", ["undefined-service 4:20"]],
  ["links: [web]", "", ["dependency-cycle 4:12"]],
  ["network_mode: 'service:web'", "", ["dependency-cycle 4:20"]],
  ['build: {context: "a\\0"}', "", ["nul-in-text 4:23"]],
  ["deploy: {restart_policy: {condition: any, max_attempts: 3}}", "", ["attempts-without-failure 4:61"]],
  ["deploy: {restart_policy: {condition: none, max_attempts: 3}}", "", ["attempts-without-failure 4:62"]],
  ["deploy: {restart_policy: {condition: any, max_attempts: 0}}", "", []],
  ["deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}", "", []],
  ["deploy: {restart_policy: {max_attempts: 3}}", "", ["attempts-without-failure 4:45"]],
  ["restart: always\ndeploy: {restart_policy: {}}", "", ["restart-without-condition 5:30"]],
  ["mem_swappiness: 0", "", ["swappiness-of-zero 4:21"]],
  ["networks: {absent: {ipv4_address: 10.0.0.9}}", "", ["undefined-network 4:16"]],
  ["networks: {default: {ipv4_address: 10.0.0.9}}", "", ["address-without-subnet 4:40"]],
  ["pull_policy: daily", "", ["pull-when-missing 4:18"]],
  [
    "volumes: [{type: bind, source: /a, target: /a, bind: {selinux: z, propagation: rslave}}]",
    "",
    ["selinux-dropped 4:15"],
  ],
  ["volumes: ['/a:/a:z,rshared', '/b:/b:z']", "", ["selinux-dropped 4:16"]],
  ["volumes: ['v:/v:nocopy,Z']", "volumes: {v: }", ["selinux-dropped 4:16"]],
  ["volumes: [{type: cluster, source: 'group:a', target: /a}]", "", ["mount-of-swarm 4:15"]],
  ["credential_spec: {file: f}", "", ["refused-key 4:5"]],
  ["deploy: {placement: {constraints: ['node.role==manager']}}", "", ["ignored-key 4:14"]],
  ["deploy: {update_config: {parallelism: 1}}\nrestart: always", "", ["ignored-key 4:14"]],
])("%s", (body, top, reported) => {
  expect(reportedOfProject(withService(body, `${top}\n`))).toEqual(reported);
});

test("what a file that is bound does not become is warned of, where it stands", () => {
  const reported = (body: string, top: string) =>
    reportedOfProject(withService(body, `${top}\n`), { beside: { f: "text" } });
  const files = "secrets: {s: {file: ./f}, t: {file: ./f}}\nconfigs: {c: {file: ./f}, d: {content: x}}";
  const given = (kind: string, source: string) => `${kind}: [{source: ${source}, uid: '1', gid: '2', mode: 0o400}]`;
  const dropped = ["file-owner-dropped 4:33", "file-owner-dropped 4:43", "file-owner-dropped 4:53"];
  expect(reported(given("secrets", "s"), files)).toEqual(dropped);
  expect(reported(given("configs", "c"), files)).toEqual(dropped);
  expect(reported(given("configs", "d"), files)).toEqual([]);
  expect(reported("secrets: [s, {source: s, target: /t}]", files)).toEqual([]);
});

test.each([
  "restart: 'no'",
  "volumes: ['./a:/a']",
  "ports: ['127.0.0.1:80:80']",
  "tmpfs: ['/a:uid=1']",
  "privileged: true",
])("what only a swarm warns of is not warned of: %s", (body) => {
  expect(reportedOfProject(withService(body))).toEqual([]);
});
