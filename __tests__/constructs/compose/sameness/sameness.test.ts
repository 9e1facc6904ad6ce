import { readFileSync } from "node:fs";
import { compile } from "../../../../constructs/compose/compile";
import type { StackModel } from "../../../../constructs/compose/convert/stack-model";
import { corpus } from "./corpus";

type Body = Record<string, unknown> & { readonly Name: string };

/** What the Docker client asked of the engine, by kind and name. `record.ts` writes it down. */
function recorded(recording: string): Record<string, Record<string, Body>> {
  const { made } = JSON.parse(readFileSync(recording, "utf8"));
  const result: Record<string, Record<string, Body>> = { networks: {}, secrets: {}, configs: {}, services: {} };
  for (const { kind, body } of made as { kind: string; body: Body }[]) result[kind]![body.Name] = withoutIds(body);
  return result;
}

/** The recording's ids are names, which the model has already. */
const withoutIds = (body: Body): Body =>
  JSON.parse(JSON.stringify(body, (key, value) => (/^(Secret|Config)ID$/.test(key) ? undefined : value)));

/** The model in the words of the requests that would make it. */
function requests(stack: StackModel): Record<string, Record<string, unknown>> {
  const byName = (bodies: { Name: string }[]) => Object.fromEntries(bodies.map((body) => [body.Name, body]));
  const data = (content: Uint8Array | string | undefined) =>
    content ? { Data: Buffer.from(content).toString("base64") } : {};
  const driver = (Name: string | undefined, Options?: object) =>
    Name ? { Name, ...(Options && { Options }) } : undefined;
  return {
    networks: byName(
      Object.values(stack.networks).map((network) => ({
        Name: network.name,
        Driver: network.driver,
        Options: network.options ?? null,
        Labels: network.labels,
        Internal: network.internal,
        Attachable: network.attachable,
        IPAM: network.ipamConfig
          ? {
              Driver: network.ipamDriver ?? "",
              Options: null,
              Config: network.ipamConfig.map(({ subnet }) => ({ Subnet: subnet })),
            }
          : null,
        // What the client always sends, and never otherwise.
        Scope: "",
        Ingress: false,
        ConfigOnly: false,
        ConfigFrom: null,
      })),
    ),
    secrets: byName(
      Object.values(stack.secrets).map(({ name, labels, content, ...secret }) => ({
        Name: name,
        Labels: labels,
        ...data(content),
        ...(secret.driver && { Driver: driver(secret.driver, secret.driverOpts) }),
        ...(secret.templateDriver && { Templating: driver(secret.templateDriver) }),
      })),
    ),
    configs: byName(
      Object.values(stack.configs).map(({ name, labels, content, templateDriver }) => ({
        Name: name,
        Labels: labels,
        ...data(content),
        ...(templateDriver && { Templating: driver(templateDriver) }),
      })),
    ),
    services: byName(Object.values(stack.services).map(({ spec }) => spec)),
  };
}

describe.each(corpus)("$name.yml", ({ file, recording }) => {
  const asked = recorded(recording);
  const stack = compile({ files: [file], name: "st", rotate: false });
  const rows = Object.entries(asked).flatMap(([kind, bodies]) =>
    Object.keys(bodies).map((object) => ({ kind, object })),
  );

  test.each(rows)("$kind: $object is asked for as the Docker client asks", ({ kind, object }) => {
    expect(requests(stack)[kind]![object]).toEqual(asked[kind]![object]);
  });

  test("nothing else is", () => {
    for (const [kind, bodies] of Object.entries(requests(stack))) {
      expect(Object.keys(bodies).sort()).toEqual(Object.keys(asked[kind]!).sort());
    }
  });
});
