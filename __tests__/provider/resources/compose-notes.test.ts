import { network } from "../../../provider/resources/network";
import { volume } from "../../../provider/resources/volume";
import { planChange } from "../../../provider/schema/operations";
import { complete } from "../../../provider/schema/plan/conform";

const signal = new AbortController().signal;
const PREFIX = "com.docker.compose.";
const noted = (labels: Labels) => Object.entries(labels).map(([label, value]) => ({ label, value }));

type Labels = Readonly<Record<string, string>>;

/** Networks and volumes that `docker compose` made differ from ours in what it notes for itself. */
const rows: readonly { readonly says: string; readonly was: Labels; readonly asked: Labels }[] = [
  {
    says: "has another hash",
    was: { [`${PREFIX}config-hash`]: "theirs" },
    asked: { [`${PREFIX}config-hash`]: "ours" },
  },
  { says: "lacks a note", was: {}, asked: { [`${PREFIX}config-hash`]: "ours", [`${PREFIX}version`]: "5.6.0" } },
  { says: "is of another version", was: { [`${PREFIX}version`]: "2.26.1" }, asked: { [`${PREFIX}version`]: "5.6.0" } },
];

test("a network to whose options the swarm has added stays as it is, and one with other options does not", async () => {
  const vxlan = { "com.docker.network.driver.overlay.vxlanid_list": "4097" };
  const replaced = async (options: Labels) => {
    const prior = { id: "1", name: "front", ipam_driver: "default", options: { mtu: "1400", ...vxlan } };
    const config = complete(network.schema, { name: "front", options });
    return (await planChange(network, { prior: complete(network.schema, prior), config, signal })).replace;
  };
  expect(await replaced({ mtu: "1400" })).toEqual([]);
  expect(await replaced({ mtu: "1500" })).toEqual([["options"]]);
});

describe.each([network, volume])("$type", (resource) => {
  const settled = "ipam_driver" in resource.schema && { ipam_driver: "default" };
  const planned = (was: Labels, asked: Labels) =>
    planChange(resource, {
      prior: complete(resource.schema, { id: "1", name: "front", ...settled, labels: noted({ a: "b", ...was }) }),
      config: complete(resource.schema, { name: "front", labels: noted({ a: "b", ...asked }) }),
      signal,
    });

  test.each(rows)("that $says stays as it is", async ({ was, asked }) => {
    const { planned: plan, replace, legacy } = await planned(was, asked);
    expect(replace).toEqual([]);
    expect(plan?.["labels"]).toEqual(noted({ a: "b", ...was }));
    expect(legacy).toBe(true);
  });

  test("that is to have another label is made anew, whatever is noted", async () => {
    const { replace } = await planned({ [`${PREFIX}version`]: "1" }, { [`${PREFIX}version`]: "2", more: "x" });
    expect(replace).toEqual([["labels"]]);
  });

  test("that is of another project is made anew", async () => {
    const { replace } = await planned({ [`${PREFIX}project`]: "shop" }, { [`${PREFIX}project`]: "other" });
    expect(replace).toEqual([["labels"]]);
  });
});
