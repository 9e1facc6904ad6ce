import type { Problem } from "../../../../constructs/compose/problems/problem";
import { render } from "../../../../constructs/compose/problems/render";
import { type Given, tryCompileText, withService } from "../compile-text";

function problems(text: string, given?: Given): readonly Problem[] {
  const compiled = tryCompileText(text, given);
  return "errors" in compiled ? [...compiled.errors, ...compiled.warnings] : compiled.stack.warnings;
}

const told = (body: string, given?: Given) => problems(withService(body), given).map(render).join("\n");

test("an unset variable is warned of once, with its places", () => {
  const services = Array.from({ length: 12 }, (_, i) => `  s${i}: {image: "a:1", hostname: "h$DOMAIN"}\n`).join("");
  const all = problems(`services:\n${services}`);
  expect(all).toHaveLength(1);
  expect(render(all[0]!)).toContain("\n  also at 3:34, 4:34, 5:34, 6:34, 7:34, 8:34, 9:34, 10:34 and 3 more\n");
});

test("two unset variables are two warnings", () => {
  expect(problems("services: {a: {image: a, hostname: $A, user: $B}}\n")).toMatchObject([
    { code: "variable-unset", also: [] },
    { code: "variable-unset", also: [] },
  ]);
});

test("places in other files are told with the file", () => {
  const beside = { "b.yml": "services: {b: {image: b, hostname: $A}}\n" };
  const [one] = problems("include: [b.yml]\nservices: {a: {image: a, hostname: $A}}\n", { beside });
  expect(render(one!)).toContain("\n  also at b.yml:1:36\n");
});

test("an ignored key is warned of once, with its places", () => {
  const all = problems("services: {a: {image: a, container_name: a}, b: {image: b, container_name: b}}\n");
  expect(all).toMatchObject([{ code: "ignored-key", also: [expect.anything()] }]);
});

test.each([
  ["image: 'nginx:${TAG}'", "`nginx:` is not the name of an image; variable `TAG` is not set"],
  ["image: '${IMAGE}'", "service `a` has no image; variable `IMAGE` is not set"],
  ["image: b, ports: ['${PORT}:x']", "variable `PORT` is not set"],
  ["image: '${REPO}:${TAG}'", "variables `REPO` and `TAG` are not set"],
  ["image: b, deploy: {replicas: '$N'}", "variable `N` is not set"],
])("an error in {%s} says which variable is not set", (body, text) => {
  const error = problems(`services: {a: {${body}}}\n`).find(({ code }) => code !== "variable-unset")!;
  expect(error.what).toContain(text);
  expect(error.remedy).toMatch(/^set `/);
});

test("an error elsewhere does not speak of it", () => {
  const text = "services: {a: {image: a, hostname: $UNSET, ports: ['x:80']}}\n";
  expect(problems(text).find(({ code }) => code === "bad-port")!.what).not.toContain("UNSET");
});

test.each([
  ["environment: [{A: 1}]", "write `- A=1`"],
  ["labels: [{a.b: c d}]", "write `- a.b=c d`"],
  ["cap_add: NET_ADMIN", "put it in brackets, as a list of one"],
])("%s: %s", (body, help) => {
  expect(told(body)).toContain(help);
});

test.each([
  ["host", "external network `host`"],
  ["bridge", "remove it"],
  ["none", "internal: true"],
  ["service:db", "put both services on one network"],
  ["container:x", "put both services on one network"],
  ["weave", "name those that it is to be on"],
])("network_mode %s has its own advice", (mode, advice) => {
  expect(told(`network_mode: "${mode}"`)).toContain(advice);
});

test("a port that a service publishes twice is told as its own", () => {
  expect(told("ports: ['80:1', '80:2']")).toContain("port 80/tcp is published twice by service `web` itself");
});

test("an image mount is refused as such", () => {
  expect(told("volumes: [{type: image, source: i, target: /x}]")).toContain(
    "a service of a swarm cannot mount an image",
  );
});
