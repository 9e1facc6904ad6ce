import { isAllocated } from "../../../provider/resources/network";

const subnets = { Config: [{ Subnet: "10.0.1.0/24" }] };

test.each([
  { says: "has a driver and a subnet", seen: { Driver: "overlay", IPAM: subnets }, is: true },
  { says: "has a driver and no subnet", seen: { Driver: "overlay", IPAM: { Config: null } }, is: false },
  { says: "waits for its turn: a swarm tells no driver", seen: { Driver: "", IPAM: subnets }, is: false },
  { says: "is one host's, and has no subnet", seen: { Driver: "null", IPAM: { Config: [] } }, is: true },
])("a network that $says is allocated: $is", ({ seen, is }) => {
  expect(isAllocated(seen)).toBe(is);
});
