import { loadFiles } from "./loading";

// Source: mergeIPAMConfig of compose-go, override/merge.go
test.each<[first: string, second: string, config: readonly object[]]>([
  [
    "{subnet: 10.0.0.0/8, gateway: 10.0.0.1, aux_addresses: {a: 10.0.0.2}}",
    "{subnet: 10.0.0.0/8, ip_range: 10.1.0.0/16, aux_addresses: {b: 10.0.0.3}}",
    [
      {
        subnet: "10.0.0.0/8",
        gateway: "10.0.0.1",
        ip_range: "10.1.0.0/16",
        aux_addresses: { a: "10.0.0.2", b: "10.0.0.3" },
      },
    ],
  ],
  [
    "{subnet: 10.0.0.0/8, gateway: 10.0.0.1}",
    "{subnet: 11.0.0.0/8}, {subnet: 10.0.0.0/8, gateway: 10.0.0.9}",
    [{ subnet: "10.0.0.0/8", gateway: "10.0.0.9" }, { subnet: "11.0.0.0/8" }],
  ],
])("a subnet of both files is one: %s and %s", (first, second, config) => {
  const file = (items: string) => `networks: {n: {ipam: {config: [${items}]}}}\n`;
  const { result } = loadFiles({ "a.yml": file(first), "b.yml": file(second) }, ["a.yml", "b.yml"]);
  expect(result).toEqual({ networks: { n: { ipam: { config } } } });
});
