import fc from "fast-check";
import { parseAddress, tryParseAddress } from "../../engine/address";

const unix = { kind: "unix", url: "unix:///run/docker.sock", path: "/run/docker.sock" };

const accepted = [
  { url: "unix:///run/docker.sock", address: unix },
  { url: "UNIX:///run/docker.sock", address: unix },
  { url: "unix:///a path/with spaces", address: { kind: "unix", path: "/a path/with spaces" } },
  { url: "tcp://engine.example.com", address: { kind: "tcp", host: "engine.example.com" } },
  { url: "tcp://engine:2376/", address: { kind: "tcp", url: "tcp://engine:2376", host: "engine", port: 2376 } },
  { url: "tcp://10.0.0.1:1", address: { kind: "tcp", host: "10.0.0.1", port: 1 } },
  { url: "tcp://[::1]:2375", address: { kind: "tcp", url: "tcp://[::1]:2375", host: "::1", port: 2375 } },
  { url: "tcp://[fe80::1%eth0]", address: { kind: "tcp", host: "fe80::1%eth0" } },
  { url: "ssh://host", address: { kind: "ssh", url: "ssh://host", host: "host" } },
  { url: "ssh://me@host:2222", address: { kind: "ssh", user: "me", host: "host", port: 2222 } },
  { url: "ssh://me@host/run/d.sock", address: { kind: "ssh", url: "ssh://me@host/run/d.sock", path: "/run/d.sock" } },
  { url: "ssh://my_host.", address: { kind: "ssh", host: "my_host." } },
  { url: "container://node1", address: { kind: "container", url: "container://node1", names: ["node1"] } },
  { url: "container://node1/", address: { kind: "container", url: "container://node1" } },
  { url: "container://a1,b.2,c_3-x", address: { kind: "container", names: ["a1", "b.2", "c_3-x"] } },
  { url: "container://n1,n2,n1", address: { kind: "container", url: "container://n1,n2", names: ["n1", "n2"] } },
  {
    url: "container://n1?via=unix:///run/docker.sock",
    address: { kind: "container", url: "container://n1?via=unix:///run/docker.sock", via: unix },
  },
  {
    url: "container://n1?via=unix%3A%2F%2F%2Frun%2Fdocker.sock",
    address: { url: "container://n1?via=unix:///run/docker.sock", via: unix },
  },
  {
    url: "container://inner?via=container://outer?via=ssh://me@host",
    address: { names: ["inner"], via: { names: ["outer"], via: { kind: "ssh", user: "me" } } },
  },
];

test.each(accepted)("$url is an address", ({ url, address }) => {
  expect(parseAddress(url)).toMatchObject(address);
});

const refused = [
  { url: "", says: /it has no scheme/, helps: /forms/ },
  { url: "/var/run/docker.sock", says: /it has no scheme/, helps: /unix:\/\/\/var\/run\/docker\.sock/ },
  { url: "localhost:2375", says: /it has no scheme/, helps: /forms/ },
  { url: "http://engine:2375", says: /scheme http:\/\/ is unknown/, helps: /tcp:\/\// },
  { url: "https://engine:2376", says: /scheme https:\/\/ is unknown/, helps: /TLS/ },
  { url: "npipe:////./pipe/docker_engine", says: /npipe/, helps: /Windows/ },
  { url: "fd://", says: /fd/, helps: /unix:/ },
  { url: "constructor://x", says: /constructor/, helps: /forms/ },
  { url: "unix://var/run/docker.sock", says: /not absolute/, helps: /unix:\/\/\/var\/run\/docker\.sock/ },
  { url: "unix://", says: /not absolute/, helps: /unix:\/\/\/PATH/ },
  { url: "unix:///a\0b", says: /NUL/, helps: /Remove/ },
  { url: `unix:///${"a".repeat(107)}`, says: /has 108 bytes/, helps: /at most 107/ },
  { url: "tcp://", says: /names no host/, helps: /host name/ },
  { url: "tcp://:2375", says: /names no host/, helps: /host name/ },
  { url: "tcp://engine:0", says: /"0" is no port/, helps: /65535/ },
  { url: "tcp://engine:65536", says: /"65536" is no port/, helps: /65535/ },
  { url: "tcp://engine:", says: /"" is no port/, helps: /65535/ },
  { url: "tcp://me@engine", says: /takes no user/, helps: /Remove me@/ },
  { url: "tcp://engine/v1.41", says: /takes no path/, helps: /Remove \/v1\.41/ },
  { url: "tcp://-engine", says: /"-engine" is no host/, helps: /host name/ },
  { url: "ssh://-oProxyCommand=evil", says: /is no host/, helps: /host name/ },
  { url: "ssh://-l@host", says: /"-l" is no user/, helps: /user before the @/ },
  { url: "ssh://me:secret@host", says: /holds a password/, helps: /ssh_opts/ },
  { url: "ssh://@host", says: /"" is no user/, helps: /or none/ },
  { url: "container://", says: /name of a container is missing/, helps: /comma/ },
  { url: "container://a1,,b2", says: /name of a container is missing/, helps: /comma/ },
  { url: "container://a b", says: /"a b" is no name/, helps: /comma/ },
  { url: "container://-rm", says: /"-rm" is no name/, helps: /comma/ },
  { url: "container://n1/path", says: /"n1\/path" is no name/, helps: /comma/ },
  { url: "container://n1?through=x", says: /"through=x" is no parameter/, helps: /via=URL/ },
  { url: "container://n1?via=nonsense", says: /its via: it has no scheme/, helps: /forms/ },
  { url: "container://n1?via=%zz", says: /its via: it has no scheme/, helps: /forms/ },
];

test.each(refused)("$url is refused: $says", ({ url, says, helps }) => {
  const refusal = catching(() => parseAddress(url));
  expect(refusal).toMatchObject({ code: "bad-address", remedy: expect.stringMatching(helps) });
  expect(refusal.what).toMatch(says);
  expect(refusal.what).toContain(JSON.stringify(url));
  expect(refusal.what).toContain("container://NAME");
  expect(tryParseAddress(url)).toBeUndefined();
});

test("the canonical spelling of an address is an address of the same engine", () => {
  const name = fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{1,8}$/);
  const port = fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined });
  const withPort = (host: string, number: number | undefined) => (number === undefined ? host : `${host}:${number}`);
  const simple = fc.oneof(
    fc.string().map((path) => `unix:///${path}`),
    fc.tuple(fc.domain(), port).map(([host, number]) => `tcp://${withPort(host, number)}`),
    fc.tuple(fc.ipV6(), port).map(([host, number]) => `tcp://${withPort(`[${host}]`, number)}`),
    fc.tuple(name, fc.domain(), port).map(([user, host, number]) => `ssh://${user}@${withPort(host, number)}`),
  );
  const container = fc
    .tuple(fc.uniqueArray(name, { minLength: 1 }), fc.option(simple, { nil: undefined }))
    .map(([names, via]) => `container://${names.join(",")}${via === undefined ? "" : `?via=${via}`}`);
  fc.assert(
    fc.property(fc.oneof(simple, container), (url) => {
      const address = tryParseAddress(url);
      fc.pre(address !== undefined);
      expect(parseAddress(address.url)).toEqual(address);
    }),
  );
});

test("no text is taken for an address and then refused in its canonical spelling, or throws anything else", () => {
  const scheme = fc.constantFrom("unix://", "tcp://", "ssh://", "container://", "container://n1?via=", "");
  fc.assert(
    fc.property(fc.tuple(scheme, fc.string()), ([start, rest]) => {
      const address = tryParseAddress(start + rest);
      if (address) expect(tryParseAddress(address.url)).toEqual(address);
    }),
    { numRuns: 1000 },
  );
});

function catching(run: () => unknown) {
  try {
    run();
  } catch (error) {
    return error as { what: string };
  }
  throw new Error("nothing was thrown");
}
