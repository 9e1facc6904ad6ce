import { Access } from "../../../../commands/page/server/access";

const access = new Access(4321);
const host = "127.0.0.1:4321";
const cookie = access.cookie.split(";")[0]!;
const entry = access.address.slice(`http://${host}`.length);

const judge = (url: string, headers: Record<string, string>, changes = false) =>
  access.judge({ url, headers }, changes);

describe("who comes by the address that was printed", () => {
  test("is let in", () => {
    expect(judge(entry, { host })).toBe("enter");
  });

  test("is not with another token, or none", () => {
    expect(judge("/?token=guessed", { host })).toBe("refused");
    expect(judge("/", { host })).toBe("refused");
  });

  test("stays by a cookie that no script reads, no other site sends, and no other port of the machine is told", () => {
    expect(access.cookie).toMatch(/^docker-stages-page=[\w-]{32}; Path=\/[0-9a-f]{12}\/; HttpOnly; SameSite=Strict$/);
    expect(judge(access.path, { host, cookie })).toBe("stay");
    expect(judge(`${access.path}live`, { host, cookie: `voter_id=1; ${cookie}` })).toBe("stay");
  });

  test("has a cookie that is not the token: whoever reads one in a history has not the other", () => {
    expect(access.cookie).not.toContain(new URL(access.address).searchParams.get("token"));
  });
});

test.each([
  ["without the cookie", {}],
  ["with a guessed one", { cookie: "docker-stages-page=guessed" }],
  ["with the start of it", { cookie: cookie.slice(0, -1) }],
  [
    "with the token in its place",
    { cookie: `docker-stages-page=${new URL(access.address).searchParams.get("token")}` },
  ],
])("%s nothing is shown", (_, headers) => {
  expect(judge(access.path, { host, ...headers })).toBe("refused");
});

test("the cookie is good for the page's own path alone", () => {
  expect(judge("/other/", { host, cookie })).toBe("refused");
});

describe("a name that was bound to 127.0.0.1", () => {
  test.each(["attacker.example:4321", "127.0.0.1", "127.0.0.1:80", "localhost.attacker.example:4321", ""])(
    "%j is no host of the page, token and cookie or not",
    (other) => {
      expect(judge(entry, { host: other })).toBe("refused");
      expect(judge(access.path, { host: other, cookie })).toBe("refused");
    },
  );

  test("localhost is one", () => {
    expect(judge(access.path, { host: "localhost:4321", cookie })).toBe("stay");
  });
});

describe("what changes something, or opens a socket", () => {
  test.each(["http://attacker.example", "https://127.0.0.1:4321", "http://127.0.0.1:5000", "null"])(
    "is not let do it from %s",
    (origin) => {
      expect(judge(access.path, { host, cookie, origin }, true)).toBe("refused");
    },
  );

  test("is not where it does not say from where", () => {
    expect(judge(access.path, { host, cookie }, true)).toBe("refused");
  });

  test("is from the page itself", () => {
    expect(judge(access.path, { host, cookie, origin: `http://${host}` }, true)).toBe("stay");
  });
});
