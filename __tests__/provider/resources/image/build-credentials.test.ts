import { buildCredentials, credentialsFor } from "../../../../provider/resources/image/build-credentials";
import type { Build } from "../../../../provider/resources/image/build-query";

type Own = Build["auth_config"][number];
const providers = { for: async (reference: string) => ({ username: "provider's", serveraddress: reference }) };
const own = (entry: Partial<Own>): Own[] => [{ host_name: "r.example.com:5000", ...entry } as Own];

const rows: { own: Own[]; host: string; found: object }[] = [
  { own: own({ user_name: "u", password: "p" }), host: "r.example.com:5000", found: { username: "u", password: "p" } },
  {
    own: own({ auth: Buffer.from("u:p:q").toString("base64") }),
    host: "r.example.com:5000",
    found: { username: "u", password: "p:q" },
  },
  { own: own({ identity_token: "t" }), host: "r.example.com:5000", found: { identitytoken: "t" } },
  { own: own({ registry_token: "t" }), host: "r.example.com:5000", found: { registrytoken: "t" } },
  {
    own: own({ host_name: "https://r.example.com:5000/v2/", user_name: "u" }),
    host: "r.example.com:5000",
    found: { username: "u" },
  },
  {
    own: own({ host_name: "https://index.docker.io/v1/", user_name: "u" }),
    host: "registry-1.docker.io",
    found: { username: "u" },
  },
  {
    own: own({ user_name: "u" }),
    host: "index.docker.io",
    found: { username: "provider's", serveraddress: "docker.io/any" },
  },
  { own: [], host: "r:1", found: { username: "provider's", serveraddress: "r:1/any" } },
];
test.each(rows)("$own for $host: $found", async ({ own: entries, host, found }) => {
  expect(await buildCredentials(entries, providers)(host)).toMatchObject(found);
});

test("a host that no reference can name has none", async () => {
  expect(await buildCredentials([], providers)("other")).toBeUndefined();
});

test("the classic builder is told those of the base images, each registry once", async () => {
  const asked: string[] = [];
  const found = await credentialsFor(["r:1/a", "r:1/b:2", "alpine", "no:name:", "q:1/c"], async (host) => {
    asked.push(host);
    return host === "q:1" ? undefined : { username: host };
  });
  expect(asked).toEqual(["r:1", "docker.io", "q:1"]);
  expect(found).toEqual({ "r:1": { username: "r:1" }, "https://index.docker.io/v1/": { username: "docker.io" } });
});
