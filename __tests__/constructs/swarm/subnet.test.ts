import { addressIn, sizeOf, tryParseSubnet } from "../../../constructs/swarm/subnet";

test.each([
  { subnet: "10.213.0.0/24", offset: 3, address: "10.213.0.3" },
  { subnet: "10.213.0.0/16", offset: 300, address: "10.213.1.44" },
  { subnet: "192.168.10.128/25", offset: 2, address: "192.168.10.130" },
  { subnet: "255.255.255.0/24", offset: 4, address: "255.255.255.4" },
])("number $offset of $subnet is $address", ({ subnet, offset, address }) => {
  expect(addressIn(tryParseSubnet(subnet)!, offset)).toBe(address);
});

test.each(["", "10.213.0.0", "10.213.0.1/24", "10.213.0/24", "10.256.0.0/24", "10.0.0.0/31", "10.0.0.0/0", "::/64"])(
  "%j is no subnet",
  (text) => {
    expect(tryParseSubnet(text)).toBeUndefined();
  },
);

test("a /24 has 256 addresses", () => {
  expect(sizeOf(24)).toBe(256);
});
