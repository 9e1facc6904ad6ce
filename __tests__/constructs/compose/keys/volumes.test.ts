import { reportedOf, specOf, tryCompileText, withService } from "../compile-text";

const label = { "com.docker.stack.namespace": "st" };
const volume = (target: string, more: object = {}, source = "st_data") => ({
  Type: "volume",
  Source: source,
  Target: target,
  VolumeOptions: { Labels: label, ...more },
});
const top = "volumes: {data: , ext: {external: true}, e: }\n";

const rows: { volumes: string; becomes: object[] }[] = [
  { volumes: "[/x]", becomes: [{ Type: "volume", Target: "/x" }] },
  { volumes: "[data:/x]", becomes: [volume("/x")] },
  { volumes: "[data:/x:ro]", becomes: [{ ...volume("/x"), ReadOnly: true }] },
  { volumes: "[data:/x:rw]", becomes: [volume("/x")] },
  { volumes: '["data:/x:ro,nocopy"]', becomes: [{ ...volume("/x", { NoCopy: true }), ReadOnly: true }] },
  { volumes: "[data:/x:z]", becomes: [volume("/x")] },
  { volumes: "[data:/x:cached]", becomes: [volume("/x")] },
  { volumes: "[e:/x]", becomes: [volume("/x", {}, "st_e")] },
  { volumes: "[/a:/x]", becomes: [{ Type: "bind", Source: "/a", Target: "/x" }] },
  { volumes: "[/a:/x:ro]", becomes: [{ Type: "bind", Source: "/a", Target: "/x", ReadOnly: true }] },
  {
    volumes: '["/a:/x:ro,rshared"]',
    becomes: [{ Type: "bind", Source: "/a", Target: "/x", ReadOnly: true, BindOptions: { Propagation: "rshared" } }],
  },
  { volumes: "['C:\\a:/x']", becomes: [{ Type: "bind", Source: "C:\\a", Target: "/x" }] },
  { volumes: "[ext:/x]", becomes: [{ Type: "volume", Source: "ext", Target: "/x", VolumeOptions: {} }] },
  {
    volumes: "[{type: volume, source: data, target: /x, read_only: true}]",
    becomes: [{ ...volume("/x"), ReadOnly: true }],
  },
  { volumes: '[{type: volume, source: data, target: /x, read_only: "false"}]', becomes: [volume("/x")] },
  { volumes: "[{type: volume, target: /x}]", becomes: [{ Type: "volume", Target: "/x" }] },
  {
    volumes: "[{type: volume, source: data, target: /x, volume: {nocopy: true, subpath: s, labels: [a=b]}}]",
    becomes: [volume("/x", { NoCopy: true, Subpath: "s", Labels: { ...label, a: "b" } })],
  },
  {
    volumes: "[{type: bind, source: /a, target: /x, bind: {propagation: slave}}]",
    becomes: [{ Type: "bind", Source: "/a", Target: "/x", BindOptions: { Propagation: "slave" } }],
  },
  {
    volumes: "[{type: bind, source: /a, target: /x, bind: {}}]",
    becomes: [{ Type: "bind", Source: "/a", Target: "/x", BindOptions: {} }],
  },
  { volumes: "[{type: tmpfs, target: /x}]", becomes: [{ Type: "tmpfs", Target: "/x" }] },
  {
    volumes: "[{type: tmpfs, target: /x, tmpfs: {}}]",
    becomes: [{ Type: "tmpfs", Target: "/x", TmpfsOptions: {} }],
  },
  {
    volumes: "[{type: tmpfs, target: /x, tmpfs: {size: 64m, mode: 01770}}]",
    becomes: [{ Type: "tmpfs", Target: "/x", TmpfsOptions: { SizeBytes: 67_108_864, Mode: 0o1770 } }],
  },
  {
    volumes: '[{type: tmpfs, target: /x, tmpfs: {size: 1000, mode: "1770"}}]',
    becomes: [{ Type: "tmpfs", Target: "/x", TmpfsOptions: { SizeBytes: 1000, Mode: 0o1770 } }],
  },
  {
    volumes: "[{type: npipe, source: '\\\\.\\pipe\\x', target: '\\\\.\\pipe\\x'}]",
    becomes: [{ Type: "npipe", Source: "\\\\.\\pipe\\x", Target: "\\\\.\\pipe\\x" }],
  },
  {
    volumes: '[{type: cluster, source: "group:g", target: /x}]',
    becomes: [{ Type: "cluster", Source: "group:g", Target: "/x", ClusterOptions: {} }],
  },
  {
    volumes: "[{type: cluster, source: data, target: /x}]",
    becomes: [{ Type: "cluster", Source: "st_data", Target: "/x", ClusterOptions: {} }],
  },
];
test.each(rows)("volumes: $volumes", ({ volumes, becomes }) => {
  expect(specOf(`volumes: ${volumes}`, top).TaskTemplate.ContainerSpec.Mounts).toEqual(becomes);
});

test("a relative path is one of the folder of its file, with a warning", () => {
  expect(specOf("volumes: [./a:/x, ../b:/y]").TaskTemplate.ContainerSpec.Mounts).toMatchObject([
    { Source: "/p/a" },
    { Source: "/b" },
  ]);
  expect(reportedOf("volumes: [./a:/x]")).toEqual(["relative-bind 1:11"]);
});

test("a relative path of an extended service is one of its own file's folder", () => {
  const beside = { "sub/c.yml": "services: {base: {image: a, volumes: [./a:/x]}}\n" };
  const { ContainerSpec } = specOf("extends: {file: sub/c.yml, service: base}", "", { beside }).TaskTemplate;
  expect(ContainerSpec.Mounts).toMatchObject([{ Source: "/p/sub/a" }]);
});

test.each([
  ["/run", [{ Type: "tmpfs", Target: "/run" }]],
  [
    "[/run, /tmp]",
    [
      { Type: "tmpfs", Target: "/run" },
      { Type: "tmpfs", Target: "/tmp" },
    ],
  ],
  [
    '"/run:size=64m,mode=1770"',
    [{ Type: "tmpfs", Target: "/run", TmpfsOptions: { SizeBytes: 67_108_864, Mode: 0o1770 } }],
  ],
  ['""', undefined],
  ['["", /run]', [{ Type: "tmpfs", Target: "/run" }]],
  ['"/run:"', [{ Type: "tmpfs", Target: "/run" }]],
  ['"/run:defaults,rw,nosuid,nodev"', [{ Type: "tmpfs", Target: "/run" }]],
  ['"/run:ro,noexec"', [{ Type: "tmpfs", Target: "/run", ReadOnly: true }]],
])("tmpfs: %s", (tmpfs, becomes) => {
  expect(specOf(`tmpfs: ${tmpfs}`).TaskTemplate.ContainerSpec.Mounts).toEqual(becomes);
});

test.each(["exec", "suid", "dev", "uid=1000", "gid=1000", "nr_inodes=4k", "nr_blocks=5", "noatime", "mpol=bind:0"])(
  "option %s of a tmpfs is ignored with a warning, the others are kept",
  (option) => {
    const body = `tmpfs: ["/run:${option},size=64m"]`;
    expect(reportedOf(body)).toEqual(["tmpfs-option-ignored 1:10"]);
    expect(specOf(body).TaskTemplate.ContainerSpec.Mounts).toEqual([
      { Type: "tmpfs", Target: "/run", TmpfsOptions: { SizeBytes: 67_108_864 } },
    ]);
  },
);

test("a broken tmpfs is told the form of tmpfs", () => {
  const compiled = tryCompileText(withService("tmpfs: /run:sizee=5"));
  expect("errors" in compiled && compiled.errors).toMatchObject([
    {
      code: "bad-tmpfs",
      what: "unknown option `sizee=5` in tmpfs `/run:sizee=5`",
      allowed: expect.stringMatching(/^PATH/),
    },
  ]);
});

const broken: [body: string, ...reported: string[]][] = [
  ["volumes: [x:/y]", "undefined-volume 1:11"],
  ["volumes: [data:y]", "bad-mount 1:11"],
  ["volumes: [data:/x:wr]", "bad-mount 1:11"],
  ["volumes: ['data:/x:ro:z']", "bad-mount 1:12"],
  ["volumes: [':/x']", "bad-mount 1:12"],
  ["volumes: [data:/x:shared]", "bad-mount 1:11"],
  ["volumes: [/a:/x:nocopy]", "bad-mount 1:11"],
  ["volumes: [~/a:/x]", "home-path 1:11"],
  ["volumes: [5]", "wrong-type 1:11"],
  ["volumes: data:/x", "wrong-type 1:10"],
  ["volumes: [{target: /x}]", "missing-key 1:11"],
  ["volumes: [{type: vol, target: /x}]", "not-allowed 1:18"],
  ["volumes: [{type: bind, target: /x}]", "mount-without-source 1:11"],
  ["volumes: [{type: volume, source: data}]", "missing-key 1:11"],
  ["volumes: [{type: volume, source: data, target: x}]", "bad-mount 1:48"],
  ["volumes: [{type: volume, source: data, target: /x, bind: {propagation: slave}}]", "mount-option-mismatch 1:58"],
  ["volumes: [{type: tmpfs, source: data, target: /x}]", "mount-option-mismatch 1:33"],
  ["volumes: [{type: tmpfs, target: /x, tmpfs: {size: big}}]", "bad-size 1:51"],
  ["volumes: [{type: bind, source: /a, target: /x, bind: {propagation: all}}]", "not-allowed 1:68"],
  ["volumes: [{type: volume, source: data, target: /x, readonly: true}]", "unknown-key 1:52"],
  ["volumes: [{type: image, source: i, target: /x, image: {subpath: s}}]", "refused-key 1:48"],
  ["volumes: [{type: image, source: i, target: /x}]", "image-mount 1:18"],
  ["volumes: [data:/x, /a:/x/]", "target-conflict 1:20"],
  ["volumes: [data:/x:wr, data:y]", "bad-mount 1:11", "bad-mount 1:23"],
  ["tmpfs: run", "bad-tmpfs 1:8"],
  ["tmpfs: ['/run:size=x']", "bad-tmpfs 1:10"],
  ["tmpfs: ['/run:mode=9']", "bad-tmpfs 1:10"],
  ["tmpfs: ['/run:size=10%']", "bad-tmpfs 1:10"],
  ["tmpfs: ['/run:nonsense']", "bad-tmpfs 1:10"],
  ["tmpfs: 5", "wrong-type 1:8"],
];
test.each(broken)("%s is refused", (body, ...reported) => {
  expect(reportedOf(body, top)).toEqual(reported);
});
