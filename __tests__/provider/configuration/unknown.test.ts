import { provider } from "../../../provider/docker";
import { type ObjectValue, UNKNOWN, type Value } from "../../../provider/schema";

// A provider block that waits for what is to be made: `host = "ssh://${aws_instance.engine.public_ip}"` at the first plan.

/** What an object without an engine of its own is given, as the provider block is. */
const servicesOf = async (block: ObjectValue) => {
  const configured = provider.configure({ registry_auth: [], ...block });
  try {
    return await configured.services("docker_volume", { engine: undefined });
  } finally {
    configured.close();
  }
};

const told = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    ({ diagnostics }) => diagnostics,
  );

test.each(["host", "context", "cert_path", "ca_material", "cert_material", "key_material", "ssh_opts"])(
  "whoever needs an engine is told that %s is not known yet, and what to do",
  async (name) => {
    const value: Value = name === "ssh_opts" ? ["-i", UNKNOWN] : UNKNOWN;
    expect(await told(servicesOf({ [name]: value }))).toEqual([
      {
        severity: "error",
        summary: "how the engine is reached is not known before apply",
        detail: `the provider block has \`${name}\` from what is not made yet; make that first, \`terraform apply -target=ADDRESS\`, or write the value there`,
      },
    ]);
  },
);

const entry = { address: "r.example.com", username: "u", password: "p" };

test.each([
  ["all of them", UNKNOWN],
  ["a password", [{ ...entry, password: UNKNOWN }]],
  ["the address of some registry", [{ ...entry, address: UNKNOWN }]],
])("engines are reached where %s is not known yet, and a registry's credentials are told as that", async (_, auth) => {
  const { registries } = await servicesOf({ registry_auth: auth as never });
  expect(registries.isPlain?.("r.example.com/app")).toBe(false);
  expect(await told(registries.for("r.example.com/app"))).toMatchObject([
    { summary: "the credentials for the registry r.example.com are not known before apply" },
  ]);
});

test("credentials that are known are given beside those that are not", async () => {
  const { registries } = await servicesOf({ registry_auth: [entry, { ...entry, address: UNKNOWN }] });
  expect(await registries.for("r.example.com/app")).toMatchObject({ username: "u", password: "p" });
});
