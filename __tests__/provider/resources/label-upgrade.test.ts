import { network } from "../../../provider/resources/network";
import { secret } from "../../../provider/resources/secret";
import { volume } from "../../../provider/resources/volume";
import { upgradeState } from "../../../provider/schema/operations";
import type { AnyResource } from "../../../provider/schema/resource";

const types: readonly AnyResource[] = [network, secret, volume];

describe.each(types)("$type", (resource) => {
  const upgraded = (version: number, labels: unknown) =>
    upgradeState(resource, version, Buffer.from(JSON.stringify({ id: "1", name: "a", labels })));

  test("a state of version 0 has its labels as a map", () => {
    expect(upgraded(0, { a: "1", b: "2" })).toMatchObject({
      diagnostics: [],
      state: {
        id: "1",
        labels: [
          { label: "a", value: "1" },
          { label: "b", value: "2" },
        ],
      },
    });
  });

  test.each([null, {}, undefined])("none are none: %p", (labels) => {
    expect(upgraded(0, labels)).toMatchObject({ diagnostics: [], state: { labels: [] } });
  });

  test("a state of version 1 stays as it is", () => {
    const labels = [{ label: "a", value: "1" }];
    expect(upgraded(1, labels)).toMatchObject({ diagnostics: [], state: { labels } });
  });
});
