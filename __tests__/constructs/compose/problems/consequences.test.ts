import { reported, reportedOf } from "../compile-text";

const rows: { name: string; text: string; reported: string[] }[] = [
  { name: "a misspelt image", text: "services: {a: {imagee: a}}\n", reported: ["unknown-key 1:16"] },
  {
    name: "another misspelt key",
    text: "services: {a: {prots: [80]}}\n",
    reported: ["image-missing 1:12", "unknown-key 1:16"],
  },
  { name: "an image that is no text", text: "services: {a: {image: 5}}\n", reported: ["wrong-type 1:23"] },
  { name: "misspelt services", text: "servces: {a: {image: a}}\n", reported: ["unknown-key 1:1"] },
  { name: "services that are none", text: "services: 5\n", reported: ["wrong-type 1:11"] },
  { name: "one service that is none", text: "services: {a: 5}\n", reported: ["wrong-type 1:15"] },
  {
    name: "misspelt volumes",
    text: "services: {a: {image: a, volumes: ['v:/v']}}\nvolums: {v: }\n",
    reported: ["unknown-key 2:1"],
  },
  {
    name: "misspelt networks",
    text: "services: {a: {image: a, networks: [n]}}\nnetwork: {n: }\n",
    reported: ["unknown-key 2:1"],
  },
  {
    name: "misspelt secrets and configs",
    text: "services: {a: {image: a, secrets: [s], configs: [c]}}\nsecret: {s: {file: f}}\nconfgs: {c: {file: f}}\n",
    reported: ["unknown-key 2:1", "unknown-key 3:1"],
  },
  {
    name: "a volume whose name is none",
    text: "services: {a: {image: a, volumes: [{type: volume, source: 'v v', target: /v}]}}\nvolumes: {'v v': }\n",
    reported: ["bad-name 2:12"],
  },
  {
    name: "a service to extend that is not there",
    text: "services: {a: {extends: {service: b}}}\n",
    reported: ["extends-undefined 1:35"],
  },
];
test.each(rows)("$name is told, and not what follows from it", ({ text, reported: expected }) => {
  expect(reported(text)).toEqual(expected);
});

test("what a misspelt key does not explain is told", () => {
  expect(reported("services: {a: {image: a, networks: [n]}}\nx: 5\n")).toEqual([
    "undefined-network 1:37",
    "unknown-key 2:1",
  ]);
});

test("a mapping in a list of pairs is one problem", () => {
  expect(reportedOf("environment:\n  - A: 1\n  - B=2")).toEqual(["pair-with-colon 2:5"]);
});
