import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ComposeStack } from "../../../constructs/compose/compose-stack";
import { prototypeNames } from "../../foreign/prototype-names";
import { scratchFolder, synthesized, testStack } from "../scratch";
import { expectedOf, planted, plantedIn } from "./planted";

const folder = scratchFolder();

/** Names that a service or secret may have: a letter or digit at the end. */
const allowed = prototypeNames.filter((name) => /[a-zA-Z0-9]$/.test(name));

test.each(allowed)("services, networks, volumes, secrets and configs may be called %s", (name) => {
  const one = <T>(value: T): Record<string, T> => Object.fromEntries([[name, value]]);
  const file = join(folder, "compose.yml");
  writeFileSync(join(folder, "content"), "x");
  const web = { image: "a", networks: [name], volumes: [`${name}:/x`], secrets: [name], configs: [name] };
  const services = { ...one(web), web: { image: "b", depends_on: [name] } };
  const objects = { networks: one({}), volumes: one({}), secrets: one({ file: "content" }) };
  writeFileSync(file, JSON.stringify({ services, ...objects, configs: one({ content: "x" }) }));
  const stack = testStack();
  const overrides = one({ replicas: 2, image: "c" });
  const made = ComposeStack.fromFile(stack, "app", { file, name: "st", rotate: false, services: overrides });
  expect(Object.keys(made.services).sort()).toEqual([name, "web"].sort());

  const { resource } = synthesized(stack);
  const named = (type: string) => Object.values(resource[type]!).filter((body) => body["name"] === `st_${name}`);
  expect(named("docker_service")).toMatchObject([
    { mode: { replicated: { replicas: 2 } }, task_spec: { container_spec: { image: "c:latest" } } },
  ]);
  for (const type of ["docker_network", "docker_volume", "docker_secret", "docker_config"])
    expect(named(type)).toHaveLength(1);
  const [waiting] = Object.values(resource["docker_service"]!).filter((body) => body["name"] === "st_web");
  expect(waiting!["depends_on"]).toHaveLength(1);
});

test.each(prototypeNames.filter((name) => name !== "__proto__"))("%s may be any key and value of a file", (name) => {
  const stack = testStack();
  planted(stack, folder, name);
  expect(plantedIn(stack)).toEqual(expectedOf(name));
});

/** The map that an expression makes of two lists of texts, each in base64. */
function zipped(expression: unknown): [key: string, value: string][] {
  const texts = [...String(expression).matchAll(/base64decode\("([^"]*)"\)/g)].map(([, text]) =>
    Buffer.from(text!, "base64").toString(),
  );
  const half = texts.length / 2;
  return texts.slice(0, half).map((key, i) => [key, texts[half + i]!]);
}

test.each(["__proto__", "_children"])("a map that cdktf would misread for its key %s is made by Terraform", (name) => {
  const stack = testStack();
  planted(stack, folder, name);
  const found = plantedIn(stack);
  for (const place of ["env", "log", "network"]) {
    expect(found[place]).toMatch(/^\$\{zipmap\(/);
    expect(zipped(found[place]).sort()).toEqual(Object.entries(expectedOf(name)[place] as object).sort());
  }
});
