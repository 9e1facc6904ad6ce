import { splitAddresses } from "../../../../provider/resources/swarm";
import { validateAddress } from "../../../../provider/resources/swarm/addresses";

test.each([
  "10.0.0.5",
  "10.0.0.5:2377",
  "0.0.0.0:2377",
  "eth0",
  "eth0:2377",
  "[::1]:2377",
  "fe80::1",
  "node-1.example.com",
])("%s is an address", (text) => {
  expect(validateAddress(text)).toBeUndefined();
});

test.each(["", " ", "10.0.0.5:", "10.0.0.5:0", "10.0.0.5:70000", "10.0.0.5/24", "http://10.0.0.5", "eth0:x"])(
  "%j is none, and the complaint says what is",
  (text) => {
    expect(validateAddress(text)).toMatch(/write an IP address or the name of an interface/);
  },
);

test.each([
  { text: "container://one", addresses: ["container://one"] },
  { text: "container://one,ssh://two", addresses: ["container://one", "ssh://two"] },
  { text: "container://one,two,container://three", addresses: ["container://one,two", "container://three"] },
])("$text names $addresses", ({ text, addresses }) => {
  expect(splitAddresses(text)).toEqual(addresses);
});
