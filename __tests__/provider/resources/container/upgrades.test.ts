import { container } from "../../../../provider/resources/container";
import { upgradeState } from "../../../../provider/schema/operations";

const upgraded = (version: number, state: object) =>
  upgradeState(container, version, Buffer.from(JSON.stringify(state)));

const mount = { type: "volume", target: "/a", source: "v", volume_options: [{ no_copy: false, labels: { c: "3" } }] };

test.each([0, 1])("a state of version %i has its labels as maps", (version) => {
  const { state, diagnostics } = upgraded(version, {
    ...{ id: "1", name: "web", image: "sha256:1", memory: 64 },
    labels: { a: "1", b: "2" },
    mounts: [mount],
    // Attributes of then.
    ...{ links: ["db"], ip_address: "172.17.0.2", networks: [] },
  });
  expect(diagnostics).toEqual([]);
  expect(state).toMatchObject({
    ...{ id: "1", name: "web", image: "sha256:1", memory: 64 },
    labels: [
      { label: "a", value: "1" },
      { label: "b", value: "2" },
    ],
    mounts: [{ target: "/a", volume_options: [{ no_copy: false, labels: [{ label: "c", value: "3" }] }] }],
  });
});

test("a state of version 1 may have neither labels nor mounts", () => {
  const { state } = upgraded(1, { id: "1", name: "web", labels: null, mounts: null });
  expect(state).toMatchObject({ labels: [], mounts: [] });
});

test("a state of version 2 stays as it is", () => {
  const { state } = upgraded(2, {
    id: "1",
    labels: [{ label: "a", value: "1" }],
    ports: [{ internal: 80, external: 8080, ip: "0.0.0.0", protocol: "tcp" }],
  });
  expect(state).toMatchObject({ labels: [{ label: "a", value: "1" }], ports: [{ internal: 80, external: 8080 }] });
});
