import { isAllocated, network } from "../../../provider/resources/network";
import { type ObjectValue, UNKNOWN } from "../../../provider/schema";
import { validateConfig } from "../../../provider/schema/operations";
import { complete } from "../../../provider/schema/plan/conform";

const subnets = { Config: [{ Subnet: "10.0.1.0/24" }] };

test.each([
  { says: "has a driver and a subnet", seen: { Driver: "overlay", IPAM: subnets }, is: true },
  { says: "has a driver and no subnet", seen: { Driver: "overlay", IPAM: { Config: null } }, is: false },
  { says: "waits for its turn: a swarm tells no driver", seen: { Driver: "", IPAM: subnets }, is: false },
  { says: "is one host's, and has no subnet", seen: { Driver: "null", IPAM: { Config: [] } }, is: true },
])("a network that $says is allocated: $is", ({ seen, is }) => {
  expect(isAllocated(seen)).toBe(is);
});

test.each([
  { asked: { name: "" }, path: ["name"], says: '"" is no name; write one, `backend` for instance' },
  {
    asked: { name: "a", ipam_config: [{}] },
    path: ["ipam_config"],
    says: "it says nothing; set `subnet`, or remove the block",
  },
  {
    asked: { name: "a", ipam_config: [{ subnet: "" }] },
    path: ["ipam_config"],
    says: "it says nothing; set `subnet`, or remove the block",
  },
])("$asked is refused before anything is made", ({ asked, path, says }) => {
  expect(validateConfig(network, complete(network.schema, asked as ObjectValue))).toMatchObject([
    { path, detail: says },
  ]);
});

test("a subnet that is not known yet is not judged", () => {
  const asked: ObjectValue = { name: "a", ipam_config: [{ subnet: UNKNOWN }] };
  expect(validateConfig(network, complete(network.schema, asked))).toEqual([]);
});
