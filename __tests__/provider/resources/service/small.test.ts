import type { Engine } from "../../../../engine";
import { service } from "../../../../provider/resources/service";
import { ratio } from "../../../../provider/resources/service/checks";
import { recorded, sameImage } from "../../../../provider/resources/service/image-name";
import { tryResolveImage } from "../../../../provider/resources/service/resolve-image";
import { schema } from "../../../../provider/resources/service/schema";
import { upgrades } from "../../../../provider/resources/service/upgrades";
import { type ObjectValue, UNKNOWN } from "../../../../provider/schema";
import { planChange, validateConfig } from "../../../../provider/schema/operations";
import { complete } from "../../../../provider/schema/plan/conform";
import { project } from "../../../../provider/schema/plan/project";

test.each([
  { a: "nginx", b: "nginx", is: true },
  { a: "nginx", b: "nginx:latest", is: true },
  { a: "nginx", b: "docker.io/library/nginx:latest@sha256:1", is: true },
  { a: "nginx", b: "nginx:1", is: false },
  { a: "nginx", b: "nginx@sha256:1", is: false },
  { a: "registry:5000/a", b: "registry:5000/a:latest@sha256:1", is: true },
  { a: "nginx:1@sha256:1", b: "nginx:1@sha256:2", is: false },
  { a: "nginx:1@sha256:1", b: "nginx@sha256:1", is: true },
  { a: "nginx@sha256:1", b: "other@sha256:1", is: false },
])("$a and $b are one image: $is", ({ a, b, is }) => {
  expect(sameImage(a, b)).toBe(is);
});

const id = "0123456789abcdef".repeat(4);
test.each([
  { image: "nginx", as: "nginx:latest" },
  { image: "docker.io/library/nginx:1", as: "nginx:1" },
  { image: "docker.io/someone/app", as: "someone/app:latest" },
  { image: "registry:5000/a", as: "registry:5000/a:latest" },
  { image: `nginx@sha256:${id}`, as: `nginx@sha256:${id}` },
  { image: `index.docker.io/library/nginx:1@sha256:${id}`, as: `nginx:1@sha256:${id}` },
  { image: `sha256:${id}`, as: `sha256:${id}` },
  { image: id, as: id },
  { image: "No Name", as: "No Name" },
])("$image is written into a service as $as, as the docker client does", ({ image, as }) => {
  expect(recorded(image)).toBe(as);
});

test("the platforms of an image that is pinned: of a 32-bit ARM only the system, for nodes call that by other names", async () => {
  const platforms = [
    { architecture: "amd64", os: "linux" },
    { architecture: "arm", os: "linux", variant: "v7" },
  ];
  const distribution = async () => ({ Descriptor: { digest: `sha256:${id}` }, Platforms: platforms });
  const found = await tryResolveImage({ distribution } as unknown as Engine, "nginx", {
    signal: new AbortController().signal,
  });
  expect(found).toEqual({
    reference: `nginx:latest@sha256:${id}`,
    platforms: [{ Architecture: "amd64", OS: "linux" }, { OS: "linux" }],
  });
});

test.each([
  { complaint: ratio("1.5"), says: '"1.5" is no ratio; write a decimal number from "0.0" to "1.0"' },
  { complaint: ratio("-0.5"), says: '"-0.5" is no ratio; write a decimal number from "0.0" to "1.0"' },
  ...["0.25", ".5", "1.", "1", "+0.5", "1e-1", "-0.0"].map((text) => ({ complaint: ratio(text), says: undefined })),
])("a ratio: $says", ({ complaint, says }) => {
  expect(complaint).toBe(says);
});

const container = {
  image: "a",
  labels: { x: "1" },
  mounts: [{ target: "/a", volume_options: [{ labels: { y: "2" } }] }],
};

test("a state of version 0 has its maps of labels turned into blocks", () => {
  const state = upgrades[0]({ labels: { a: "1" }, task_spec: [{ container_spec: [container] }] });
  expect(state).toMatchObject({
    labels: [{ label: "a", value: "1" }],
    task_spec: [
      {
        container_spec: [
          {
            labels: [{ label: "x", value: "1" }],
            mounts: [{ volume_options: [{ labels: [{ label: "y", value: "2" }] }] }],
          },
        ],
      },
    ],
  });
});

test.each([
  { name: "maps", restart: { condition: "any", max_attempts: "3" }, auth: { server_address: "r" }, blocks: 1 },
  { name: "empty maps", restart: {}, auth: {}, blocks: 0 },
  { name: "nothing", restart: null, auth: undefined, blocks: 0 },
])(
  "a state of version 1 has $name of restart policy and credentials turned into blocks",
  ({ restart, auth, blocks }) => {
    const state = upgrades[1]({ auth, task_spec: [{ restart_policy: restart }] });
    expect(state["auth"]).toHaveLength(blocks);
    const [task] = state["task_spec"] as { restart_policy: object[] }[];
    expect(task!.restart_policy).toEqual(blocks ? [{ condition: "any", max_attempts: 3 }] : []);
  },
);

test("of an import, what the swarm has of nothing is left out", () => {
  const told = project(schema, undefined, {
    task_spec: [{ container_spec: [{ image: "a", user: "" }], resources: [{ limits: [{ nano_cpus: 0 }] }] }],
  });
  expect(told["task_spec"]).toMatchObject([{ container_spec: [{ image: "a", user: undefined }], resources: [] }]);
});

const complaints = (config: object) =>
  validateConfig(service, complete(service.schema, config as ObjectValue)).map(
    ({ summary, detail }) => `${summary}: ${detail}`,
  );

test.each([
  {
    name: "two modes",
    config: { mode: [{ global: true, replicated: [{}] }] },
    says: /replicated conflicts with global: only one of the two can be set/,
  },
  {
    name: "an ingress port of a dnsrr service",
    config: { endpoint_spec: [{ mode: "dnsrr", ports: [{ target_port: 80 }] }] },
    says: /port 80 is published over the routing mesh, which a `dnsrr` service is not behind; set `publish_mode = "host"`/,
  },
  {
    name: "an unknown mode",
    config: { endpoint_spec: [{ mode: "mesh" }] },
    says: /"mesh" is not allowed; write one of `vip`, `dnsrr`/,
  },
  {
    name: "a number of resources that is no number",
    config: {
      task_spec: [
        {
          container_spec: [{ image: "a" }],
          resources: [{ reservation: [{ generic_resources: [{ discrete_resources_spec: ["SSD=many"] }] }] }],
        },
      ],
    },
    says: /"SSD=many" is no resource; write `KIND=NUMBER`/,
  },
  { name: "no duration", config: { converge_config: [{ timeout: "soon" }] }, says: /"soon" is no duration/ },
])("$name is refused", ({ config, says }) => {
  expect(complaints(config)).toEqual([expect.stringMatching(says)]);
});

const signal = new AbortController().signal;
const prior = (more: object) =>
  complete(service.schema, {
    name: "a",
    converged: true,
    mode: [{ replicated: [{ replicas: 1 }], global: false }],
    ...more,
  } as ObjectValue);
const asks = async (before: object, more: object) => {
  const config = complete(service.schema, { name: "a", ...more } as ObjectValue);
  return planChange(service, { prior: prior(before), config, signal });
};

test.each([
  { name: "another number of replicas", more: { mode: [{ replicated: [{ replicas: 5 }] }] }, replace: [] },
  { name: "a number that is not known yet", more: { mode: [{ replicated: [{ replicas: UNKNOWN }] }] }, replace: [] },
  { name: "global instead of replicas", more: { mode: [{ global: true }] }, replace: [["mode"]] },
  { name: "a job instead of replicas", more: { mode: [{ replicated_job: [{}] }] }, replace: [["mode"]] },
  { name: "no mode any more", more: {}, replace: [] },
])("$name replaces $replace", async ({ more, replace }) => {
  expect((await asks({}, more)).replace).toEqual(replace);
});

test.each([
  { name: "one that came through", before: { converged: true }, wait: true, again: false },
  { name: "one that did not", before: { converged: false }, wait: true, again: true },
  { name: "one that did not, and is no longer waited for", before: { converged: false }, wait: false, again: false },
  { name: "one that nobody waited for", before: { converged: undefined }, wait: true, again: false },
])("a change is tried again after $name: $again", async ({ before, wait, again }) => {
  const { planned } = await asks(before, wait ? { converge_config: [{}] } : {});
  expect(planned!["converged"] === UNKNOWN).toBe(again);
});
